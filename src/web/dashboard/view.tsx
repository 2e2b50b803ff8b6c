import type { CellView, DashboardAnswer, OverviewAnswer } from '../../answers/types.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import type { Period } from '../../shared/period/period.ts'
import { counted, listed } from '../../shared/words.ts'
import { dataTo } from '../components/data-to.ts'
import { DirectionMark, Hidden, RatingMark } from '../components/marks.tsx'
import { legendOf, linkTo } from '../components/wording.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'
import { DashboardCards } from './cards.tsx'
import { type Choice, chosenRows, dashboardLink } from './chosen-rows.ts'
import { DashboardTable } from './table.tsx'

type Props = {
  readonly frame: Frame
  readonly overview: OverviewAnswer
  readonly choice: Choice
  /** Whether numerator and denominator stand under each value. */
  readonly counts: boolean
}

/** Every indicator with its values, and what the signs mean. */
export function DashboardPage({ frame, overview, choice, counts }: Props) {
  const { asAt } = frame
  const { framework, periods, organisation, rows, headline } = overview.dashboard
  const dashboard = { ...overview.dashboard, rows: chosenRows(rows, choice) }
  const cells = dashboard.rows.flatMap(row => row.cells).filter(cell => cell !== null)
  const hasCounts = cells.some(cell => cell.numerator !== null && cell.denominator !== null)
  const title = rows.length === 0 ? framework.name : `${framework.name}${spanOf(periods)}`
  const meetings = overview.lastMeeting ? [overview.lastMeeting] : []
  return (
    <Page frame={frame} title={title} band={{ dataTo: dataTo(overview), meetings }}>
      <hgroup class="headline">
        <p class="eyebrow">{organisation.name} · Dashboard</p>
        <h1>{title}</h1>
        <p class="lead">{headline.title}</p>
      </hgroup>
      <div class="section-dashboard">
        <Chosen
          choice={choice}
          shown={dashboard.rows.length}
          of={rows.length}
          all={`/${organisation.slug}/dashboard`}
          asAt={asAt}
        />
        {hasCounts && (
          <p class="section-choice">
            <a href={dashboardLink(organisation.slug, choice, asAt, { counts: counts ? undefined : '1' })}>
              {counts ? 'Hide the counts' : 'Show the counts behind the values'}
            </a>
          </p>
        )}
        {dashboard.rows.length > 0 && (
          <>
            <DashboardTable dashboard={dashboard} asAt={asAt} counts={counts} />
            <DashboardCards dashboard={dashboard} asAt={asAt} />
            <Legend cells={cells} counts={counts} />
            <Notes dashboard={dashboard} />
          </>
        )}
      </div>
    </Page>
  )
}

type ChosenProps = {
  readonly choice: Choice
  readonly shown: number
  readonly of: number
  readonly all: string
  readonly asAt: string | undefined
}

/** Which rows stand here, where they are not all. */
function Chosen({ choice: { rating, travel }, shown, of, all, asAt }: ChosenProps) {
  if (of === 0) return <p>No indicators were known on this day.</p>
  if (!rating && !travel) return null
  return (
    <p class="chosen">
      {shown} of {counted(of, 'indicator')}:{' '}
      {rating && (
        <>
          <RatingMark rating={rating} /> {rating}
        </>
      )}
      {rating && travel && ', '}
      {travel && <DirectionMark direction={travel} />}
      {' · '}
      <a href={linkTo(all, { 'as-at': asAt })}>Show every indicator</a>
    </p>
  )
}

function spanOf(periods: readonly Period[]): string {
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) return ''
  return `, ${periodInWords(first)}${first === last ? '' : ` to ${periodInWords(last)}`}`
}

function Legend({ cells, counts }: { cells: readonly CellView[]; counts: boolean }) {
  const isRated = cells.some(cell => cell.rating !== null)
  const hasTargets = cells.some(cell => cell.target !== null)
  return (
    <ul class="legend" aria-label="What the signs mean">
      {isRated && (
        <>
          <li>
            <RatingMark rating="Red" /> Red: off target
          </li>
          <li>
            <RatingMark rating="Amber" /> Amber: just short of target
          </li>
          <li>
            <RatingMark rating="Green" /> Green: on target or better
          </li>
          <li>No mark: not rated in that period</li>
        </>
      )}
      <li>Bold: the latest value{hasTargets && '; Target: the target of its period'}</li>
      {hasTargets && (
        <li class="legend-target">
          <svg viewBox="0 0 26 12" width="26" height="12" aria-hidden="true">
            <path class="chart-target" d="M1 6h6M10 6h6M19 6h6" stroke="#801650" stroke-width="2" />
          </svg>{' '}
          target in the trend
        </li>
      )}
      {legendOf(cells).map(({ symbol, means }) => (
        <li>
          {symbol} {means}
        </li>
      ))}
      {counts && <li>Under a value: the count, of those counted</li>}
    </ul>
  )
}

/** Notes on single values; what is noted of several periods alike stands once. */
function Notes({ dashboard }: { dashboard: DashboardAnswer }) {
  const notes = dashboard.rows.flatMap(row => {
    const noted = row.cells.filter(cell => cell !== null).filter(cell => cell.note !== '')
    return [...Map.groupBy(noted, cell => cell.note)].map(([note, cells]) => ({
      name: row.indicator.shortName,
      note,
      cells,
    }))
  })
  if (notes.length === 0) return null
  return (
    <div class="cell-notes">
      <h2>
        Notes<Hidden> on single values</Hidden>
      </h2>
      <ul>
        {notes.map(({ name, note, cells }) => (
          <li>
            {name}, {listed(cells.map(cell => periodInWords(cell.period)))}: {note}
          </li>
        ))}
      </ul>
    </div>
  )
}
