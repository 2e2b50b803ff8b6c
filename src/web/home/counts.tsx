import type { Child } from 'hono/jsx'
import type { OverviewAnswer } from '../../answers/types.ts'
import type { Direction, Rating } from '../../shared/codes.ts'
import { dayInWords, grouped } from '../../shared/words.ts'
import { DirectionMark, RatingMark } from '../components/marks.tsx'
import { chosenRows, dashboardLink } from '../dashboard/choice.ts'
import { shownRevisions } from './revisions.tsx'

type Props = { readonly overview: OverviewAnswer; readonly asAt: string | undefined }

const ratings: readonly (readonly [rating: Rating, says: string])[] = [
  ['Red', 'off target'],
  ['Amber', 'just short of target'],
  ['Green', 'on target or better'],
]

const directions: readonly Direction[] = ['worse', 'no_change', 'better']

/** How many indicators stand where, each count a way to its rows on the dashboard; then what needs a look. */
export function Counts({ overview, asAt }: Props) {
  const { rows, organisation, headline } = overview.dashboard
  const to = (choice: Parameters<typeof dashboardLink>[1]) => dashboardLink(organisation.slug, choice, asAt)
  const count = (choice: Parameters<typeof chosenRows>[1]) => chosenRows(rows, choice).length
  return (
    <div class="counts-groups">
      <Group name="Rating">
        {ratings.map(([rating, says]) => (
          <Tile kind={rating.toLowerCase()} count={count({ rating })} href={to({ rating })}>
            <RatingMark rating={rating} /> {rating}: {says}
          </Tile>
        ))}
        <Tile kind="none" count={count({ rating: 'none' })} href={to({ rating: 'none' })}>
          Not rated
        </Tile>
      </Group>
      <Group name="Direction of travel">
        {directions.map(travel => (
          <Tile kind={travel.replace('_', '-')} count={count({ travel })} href={to({ travel })}>
            <DirectionMark direction={travel} />
          </Tile>
        ))}
      </Group>
      <Group name="To look at">
        <Tile kind="attention" count={headline.counts.deteriorating} href={to({ exception: 'deteriorating' })}>
          worse three times in a row
        </Tile>
        <Changed overview={overview} />
      </Group>
    </div>
  )
}

function Group({ name, children }: { name: string; children?: Child }) {
  const id = `counts-${name.toLowerCase().replaceAll(' ', '-')}`
  return (
    <section class="counts-group" aria-labelledby={id}>
      <h2 id={id} class="counts-name">
        {name}
      </h2>
      <ul class="tiles">{children}</ul>
    </section>
  )
}

type TileProps = {
  readonly kind: string
  readonly count: number
  readonly href: string
  readonly children?: Child
}

function Tile({ kind, count, href, children }: TileProps) {
  return (
    <li class={`tile tile-${kind}`}>
      <a href={href}>
        <span class="tile-count">{count}</span> <span class="tile-label">{children}</span>
      </a>
    </li>
  )
}

function Changed({ overview: { revisions } }: { overview: OverviewAnswer }) {
  if (!revisions) return null
  const shown = shownRevisions(revisions)
  const revised = shown.filter(item => item.change === 'revised').length
  const added = shown.filter(item => item.change === 'added').length
  return (
    <Tile kind="attention" count={revised === 0 ? added : revised} href="#revisions">
      {changed(revised, added)} since {dayInWords(revisions.from)}
    </Tile>
  )
}

/** What the number of the tile counts; what there is none of is left out. */
function changed(revised: number, added: number): string {
  const noun = (count: number) => (count === 1 ? 'figure' : 'figures')
  if (revised === 0) return added === 0 ? 'figures revised or added' : `${noun(added)} added`
  return `${noun(revised)} revised${added > 0 ? ` and ${grouped(String(added))} added` : ''}`
}
