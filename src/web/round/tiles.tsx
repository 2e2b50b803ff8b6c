import type { RoundAnswer, RoundHeading, Tally } from '../../answers/round/types.ts'
import { type Direction, entryOf, type Rating, stages } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { DirectionMark, Hidden, RatingMark } from '../components/marks.tsx'
import { dashboardLink } from '../dashboard/choice.ts'

type Props = { readonly round: RoundAnswer; readonly asAt: string | undefined }

const ratings: readonly (readonly [rating: Rating, forecast: string, target: string])[] = [
  ['Green', 'forecast to meet target', 'on target or better'],
  ['Amber', 'forecast just short', 'just short of target'],
  ['Red', 'forecast to miss target', 'off target'],
]
const directions: readonly Direction[] = ['better', 'no_change', 'worse']

/** A tile for each heading of the work, by its stage; each leads to its rows. */
export function Tiles({ round, asAt }: Props) {
  return (
    <ul class="round-tiles">
      {round.headings.map(heading => (
        <Tile heading={heading} round={round} asAt={asAt} />
      ))}
    </ul>
  )
}

function Tile({ heading, round, asAt }: Props & { readonly heading: RoundHeading }) {
  const { framework, stage, now, before, byForecast, difference } = heading
  const to = (choice: Parameters<typeof dashboardLink>[1]) =>
    dashboardLink(round.organisation.slug, { framework: framework.slug, ...choice }, asAt)
  const stageName = entryOf(stages, stage).label
  const isRated = now.rating.none < now.indicators || (before !== null && before.rating.none < before.indicators)
  return (
    <li class="round-tile">
      {stageName !== framework.name && <p class="round-stage">{stageName}</p>}
      <h2>
        <a href={`#${framework.slug}`}>{framework.name}</a>
      </h2>
      {now.withValue === 0 ? (
        <p class="quiet">
          No figure is known of {now.indicators === 1 ? 'its measure' : `its ${now.indicators} measures`}; it is told in
          words.
        </p>
      ) : (
        <>
          <table class="round-counts">
            <caption class="visually-hidden">{framework.name}: how many measures stand where</caption>
            <thead>
              <tr>
                <td />
                <Quarter period={round.quarterBefore} />
                <Quarter period={round.quarter} />
              </tr>
            </thead>
            <tbody>
              {isRated &&
                ratings
                  .filter(([rating]) => now.rating[rating] + (before?.rating[rating] ?? 0) > 0)
                  .map(([rating, forecast, target]) => (
                    <Count of={tally => tally.rating[rating]} now={now} before={before} href={to({ rating })}>
                      <RatingMark rating={rating} /> {byForecast ? forecast : target}
                    </Count>
                  ))}
              <Count of={tally => tally.rating.none} now={now} before={before} href={to({ rating: 'none' })}>
                not judged
              </Count>
              {directions
                .filter(direction => now.travel[direction] + (before?.travel[direction] ?? 0) > 0)
                .map((direction, at) => (
                  <Count
                    of={tally => tally.travel[direction]}
                    now={now}
                    before={before}
                    href={to({ travel: direction })}
                    isFirst={at === 0}
                  >
                    <DirectionMark direction={direction} />
                  </Count>
                ))}
            </tbody>
          </table>
          {difference !== '' && <p class="round-difference">{difference}</p>}
        </>
      )}
    </li>
  )
}

function Quarter({ period }: { readonly period: RoundAnswer['quarter'] }) {
  const words = periodInWords(period)
  return (
    <th scope="col" class="number">
      <span aria-hidden="true">{words.slice(0, 2)}</span>
      <Hidden>{words}</Hidden>
    </th>
  )
}

type CountProps = {
  readonly of: (tally: Tally) => number
  readonly now: Tally
  readonly before: Tally | null
  readonly href: string
  readonly isFirst?: boolean
  readonly children?: unknown
}

function Count({ of, now, before, href, isFirst = false, children }: CountProps) {
  return (
    <tr class={isFirst ? 'round-next' : undefined}>
      <th scope="row">
        <a href={href}>{children}</a>
      </th>
      <td class="number quiet">{before === null ? <NotTold /> : of(before)}</td>
      <td class="number round-now">{of(now)}</td>
    </tr>
  )
}

function NotTold() {
  return (
    <>
      <span aria-hidden="true">–</span>
      <Hidden>nothing told</Hidden>
    </>
  )
}
