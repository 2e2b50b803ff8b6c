import type { ExplainAnswer, Explanation } from '../../../measures/explain/explain.ts'
import type { HeldMeasure } from '../../../measures/holdings/holdings.ts'
import { capitalised, grouped } from '../../../shared/words.ts'
import { linkTo } from '../../components/wording.ts'
import { queryOf, twelveMonths } from '../choice.ts'
import { DataTable, shownNumber } from '../data-table.tsx'
import { RecordsDownloads } from '../downloads.tsx'
import { BreakdownChoices, RecordsPage, recordsPath } from '../frame.tsx'
import { measureSlug } from '../measures/slug.ts'
import { notesOf, shownOutcome } from '../measures/view.tsx'
import type { RecordsContext } from '../page.tsx'
import { peopleLink } from '../people/link.ts'

type Props = {
  readonly answer: ExplainAnswer
  readonly context: RecordsContext
  readonly held: HeldMeasure
  readonly breakdown: string
}

/** The cohort of a measure step by step, from all its rows to the numerator. */
export function ExplainPage({ answer, context, held, breakdown }: Props) {
  const { choice, month, organisation } = context
  const { measure } = held
  const shown = answer.explanations.find(each => each.breakdown === breakdown)
  const path = recordsPath(organisation.slug, `/measures/${measureSlug(measure)}`)
  return (
    <RecordsPage
      context={context}
      here="/measures"
      title={shown ? `${measure}: ${resultOf(shown, held)}` : measure}
      choice={choice}
      hasMonths
      keep={{ breakdown }}
      lead={`${held.title}. ${breakdown}, ${twelveMonths(month)}.`}
      notes={notesOf(answer.notes, choice.council.code)}
    >
      {held.breakdowns.length > 1 && (
        <BreakdownChoices path={path} query={queryOf(choice)} breakdowns={held.breakdowns} chosen={breakdown} />
      )}
      {shown ? <Steps explanation={shown} /> : <p class="section-lead">No file of these months is this council’s.</p>}
      {shown && <PeopleSection context={context} held={held} explanation={shown} />}
      <Source held={held} />
      <RecordsDownloads
        files={[{ base: 'steps', words: `${measure}, step by step` }]}
        path={`${path}/files`}
        query={queryOf(choice)}
      />
    </RecordsPage>
  )
}

function resultOf({ numerator, denominator, outcome }: Explanation, held: HeldMeasure): string {
  const count = grouped(String(numerator))
  if (denominator === null) return `${count}, and no population was imported to divide by`
  const of = held.isRate
    ? `${count} among ${grouped(String(denominator))} people`
    : `${count} of ${grouped(String(denominator))}`
  return `${of}, ${shownOutcome(outcome, held)}${held.isRate ? ' for each 100,000' : ''}`
}

function Steps({ explanation: { steps, counts, breakdown } }: { explanation: Explanation }) {
  const first = steps[0]
  const words = (step: (typeof steps)[number]) =>
    step.kind === 'excluded' ? `Without: ${step.what}` : capitalised(step.what)
  return (
    <section class="section section-first" aria-labelledby="steps">
      <h2 id="steps">Step by step</h2>
      <p class="section-lead">
        {first && `It begins with ${grouped(String(first.left))} rows. `}
        What several reasons exclude is taken out by the first of them. After the last step the numerator is left,
        counted in {counts}.
      </p>
      <DataTable
        caption={`From all rows to the numerator, ${breakdown}`}
        columns={[{ heading: 'Step' }, { heading: 'Change', isNumber: true }, { heading: 'Left', isNumber: true }]}
        rows={steps.map(step => [
          step.kind === 'denominator' || step.kind === 'numerator' ? <strong>{words(step)}</strong> : words(step),
          step.change > 0 ? `+${grouped(String(step.change))}` : grouped(String(step.change)),
          shownNumber(step.left),
        ])}
      />
    </section>
  )
}

type PeopleProps = {
  readonly context: RecordsContext
  readonly held: HeldMeasure
  readonly explanation: Explanation
}

function PeopleSection({ context, held, explanation }: PeopleProps) {
  const { measure, isRate } = held
  const { breakdown } = explanation
  const parts = isRate ? (['numerator'] as const) : (['numerator', 'not-counted', 'denominator'] as const)
  const words = {
    numerator: 'Who is in the numerator',
    'not-counted': 'Who is in the denominator and not in the numerator',
    denominator: 'Everybody in the denominator',
  } as const
  const links = parts.flatMap(part => {
    const href = peopleLink(context, { measure, breakdown, part })
    return href === null ? [] : [{ href, words: words[part] }]
  })
  const moved = linkTo(recordsPath(context.organisation.slug, '/moved'), {
    ...queryOf({ ...context.choice, month: null }),
    measure: measureSlug(measure),
  })
  return (
    <section class="section" aria-labelledby="behind">
      <h2 id="behind">Behind it</h2>
      <ul class="records-list">
        {links.map(({ href, words }) => (
          <li>
            <a href={href}>{words}</a>
          </li>
        ))}
        {links.length === 0 && (
          <li>
            Who is counted can be seen, by pseudonym, by those to whom it is granted. Whoever runs this service grants
            it.
          </li>
        )}
        <li>
          <a href={moved}>What moved between two months</a>
        </li>
      </ul>
      {links.length > 0 && <p class="section-lead">Each look at people is recorded in the audit.</p>}
    </section>
  )
}

function Source({ held: { edition, source } }: { held: HeldMeasure }) {
  return (
    <section class="section" aria-labelledby="source">
      <h2 id="source">Where the rule comes from</h2>
      <p class="section-lead">
        {edition}. The national script is {source.script} of {source.repository}, at commit {source.commit.slice(0, 12)}
        .
      </p>
    </section>
  )
}
