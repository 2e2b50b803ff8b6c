import { tallyOf } from '../../answers/round/tally.ts'
import type { PriorityView, StrategyAnswer } from '../../answers/strategy/types.ts'
import { capitalised, counted, numberWord } from '../../shared/words.ts'
import { Headline } from '../components/choices.tsx'
import { linkTo } from '../components/wording.ts'
import { dashboardLink } from '../dashboard/choice.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'
import { Measures } from '../round/measures.tsx'
import { Priority } from '../round/priority.tsx'

type Props = { readonly frame: Frame; readonly answer: StrategyAnswer }

/** Each priority and objective with the measures under it, and what is said of measures in words alone. */
export function StrategyPage({ frame, answer }: Props) {
  const { organisation, priorities } = answer
  const above = new Set(priorities.flatMap(each => each.rows).map(({ row }) => row.indicator.slug))
  const stated = answer.stated.filter(({ row }) => !above.has(row.indicator.slug))
  const { asAt } = frame
  const org = organisation.slug
  return (
    <Page frame={frame} title="Strategy">
      <Headline eyebrow={organisation.name} title="Strategy">
        {priorities.length === 0
          ? 'No priority or objective was known on this day. They come with an import, in the table priorities.'
          : leadOf(priorities)}
      </Headline>
      {groups
        .map(group => ({ ...group, own: priorities.filter(each => each.type === group.type) }))
        .filter(({ own }) => own.length > 0)
        .map(({ type, words, own }) => (
          <section class="section" aria-labelledby={type}>
            <h2 id={type}>{words}</h2>
            {own.map(priority => (
              <Priority
                priority={priority}
                organisation={org}
                asAt={asAt}
                countsAt={framework => dashboardLink(org, { framework }, asAt)}
              />
            ))}
          </section>
        ))}
      {stated.length > 0 && (
        <section class="section" aria-labelledby="stated">
          <h2 id="stated">Said in words of other measures</h2>
          <p class="section-lead">
            What documents say of {counted(stated.length, 'measure')} without printing a figure. No figure is made up
            from it, and nothing is rated by it.
          </p>
          <Measures rows={stated} label="Measures told in words" organisation={org} asAt={asAt} />
        </section>
      )}
      <p>
        <a href={linkTo(`/${org}/actions`, { 'as-at': asAt })}>What is being done: every action</a>
      </p>
    </Page>
  )
}

const groups = [
  { type: 'priority', words: 'Priorities' },
  { type: 'objective', words: 'Objectives' },
] as const

/** How many there are, and how those measures stand that are rated. */
function leadOf(priorities: readonly PriorityView[]): string {
  const names = groups.flatMap(({ type, words }) => {
    const count = priorities.filter(each => each.type === type).length
    return count === 0 ? [] : [counted(count, type, words.toLowerCase())]
  })
  const measures = new Map(priorities.flatMap(each => each.rows).map(({ row }) => [row.indicator.slug, row]))
  const { rating } = tallyOf([...measures.values()])
  const parts = (['Red', 'Amber', 'Green'] as const)
    .filter(each => rating[each] > 0)
    .map(each => `${rating[each]} ${each}`)
  const empty = priorities.filter(each => each.rows.length + each.fedBy.length === 0).length
  return [
    `${names.join(' and ')} with ${counted(measures.size, 'measure')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`,
    ...(empty > 0 ? [`Under ${numberWord(empty)} of them no measure stands.`] : []),
  ]
    .map(capitalised)
    .join(' ')
}
