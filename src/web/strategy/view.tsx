import type { Objective, StrategyAnswer, StrategyMeasure } from '../../answers/strategy/strategy.ts'
import { capitalised, counted, listed, numberWord } from '../../shared/words.ts'
import { Headline } from '../components/choices.tsx'
import { linkTo } from '../components/wording.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'
import { type MeasureLink, MeasureTable } from './measures.tsx'

type Props = { readonly frame: Frame; readonly answer: StrategyAnswer }

/** Each priority and objective with the measures under it, and what is said of measures in words alone. */
export function StrategyPage({ frame, answer }: Props) {
  const { organisation, objectives } = answer
  const above = new Set(objectives.flatMap(each => each.measures).map(each => each.row.indicator.slug))
  const stated = answer.stated.filter(each => !above.has(each.row.indicator.slug))
  const { asAt } = frame
  const link: MeasureLink = { organisation: organisation.slug, asAt }
  return (
    <Page frame={frame} title="Strategy">
      <Headline eyebrow={organisation.name} title="Strategy">
        {objectives.length === 0
          ? 'No priority or objective was known on this day. They come with an import, in the table priorities.'
          : leadOf(objectives)}
      </Headline>
      {groups.map(({ type, words }) => (
        <Part words={words} id={type} objectives={objectives.filter(each => each.type === type)} link={link} />
      ))}
      {stated.length > 0 && (
        <section class="section" aria-labelledby="stated">
          <h2 id="stated">Said in words of other measures</h2>
          <p class="section-lead" id="stated-lead">
            What documents say of {counted(stated.length, 'measure')} without printing a figure. No figure is made up
            from it, and nothing is rated by it.
          </p>
          <MeasureTable measures={stated} labelledBy="stated-lead" link={link} />
        </section>
      )}
      <p>
        <a href={linkTo(`/${organisation.slug}/actions`, { 'as-at': asAt })}>What is being done: every action</a>
      </p>
    </Page>
  )
}

const groups = [
  { type: 'priority', words: 'Priorities' },
  { type: 'objective', words: 'Objectives' },
] as const

type PartProps = {
  readonly words: string
  readonly id: string
  readonly objectives: readonly Objective[]
  readonly link: MeasureLink
}

function Part({ words, id, objectives, link }: PartProps) {
  if (objectives.length === 0) return null
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{words}</h2>
      <ol class="objectives">
        {objectives.map(({ slug, text, note, measures, fedBy }) => (
          <li id={slug}>
            <h3 id={`${slug}-name`}>{text}</h3>
            {measures.length > 0 && <MeasureTable measures={measures} labelledBy={`${slug}-name`} link={link} />}
            {fedBy.length > 0 && (
              <p>
                The counts of {listed(fedBy.map(each => each.name))} stand for it:{' '}
                <a href={linkTo(`/${link.organisation}/dashboard`, { 'as-at': link.asAt })}>dashboard</a>
              </p>
            )}
            {note && <p class="quiet">{note}</p>}
            {!note && measures.length + fedBy.length === 0 && <p class="quiet">No measure stands under it yet.</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** How many there are, and how those measures stand that are rated. */
function leadOf(objectives: readonly Objective[]): string {
  const names = groups.flatMap(({ type }) => {
    const count = objectives.filter(each => each.type === type).length
    return count === 0 ? [] : [counted(count, type, type === 'priority' ? 'priorities' : 'objectives')]
  })
  const measures = new Map(
    objectives.flatMap(each => each.measures).map((each): [string, StrategyMeasure] => [each.row.indicator.slug, each]),
  )
  const rated = (rating: string) => [...measures.values()].filter(each => each.row.latest?.rating === rating).length
  const parts = (['Red', 'Amber', 'Green'] as const)
    .map(rating => ({ rating, count: rated(rating) }))
    .filter(({ count }) => count > 0)
    .map(({ rating, count }) => `${count} ${rating}`)
  const empty = objectives.filter(each => each.measures.length + each.fedBy.length === 0).length
  return [
    `${names.join(' and ')} with ${counted(measures.size, 'measure')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`,
    ...(empty > 0 ? [`Under ${numberWord(empty)} of them no measure stands.`] : []),
  ]
    .map(capitalised)
    .join(' ')
}
