import type { BoardAnswer, DashboardAnswer } from '../../answers/types.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import type { Period } from '../../shared/period/period.ts'
import { counted, numberWord } from '../../shared/words.ts'
import { dataTo } from '../components/data-to.ts'
import { SignalDrawings } from '../components/signal.tsx'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'
import { DashboardCards } from './cards.tsx'
import { type Choice, chosenRows, dashboardLink } from './choice.ts'
import { Chips, Filters } from './filters.tsx'
import { Legend, Notes } from './legend.tsx'
import { DashboardTable, fewPeriods } from './table.tsx'
import { allPeriods, nounOf, orderInWords, withoutFilters } from './words.ts'

type Props = {
  readonly frame: Frame
  readonly board: BoardAnswer
  readonly choice: Choice
}

/** The indicators of a framework with their values, those that the reader chooses, and what the signs mean. */
export function DashboardPage({ frame, board, choice }: Props) {
  const { asAt } = frame
  const { framework, periods, organisation, rows, headline } = board.dashboard
  const dashboard = { ...board.dashboard, rows: chosenRows(rows, choice) }
  const title = rows.length === 0 ? framework.name : `${framework.name}${spanOf(periods)}`
  const meetings = board.lastMeeting ? [board.lastMeeting] : []
  const counts = choice.counts === true
  return (
    <Page
      frame={frame}
      title={title}
      band={{ dataTo: dataTo(board), meetings }}
      scripts={['live-form', 'sticky-heads']}
    >
      <hgroup id="dashboard-head" class="headline">
        <p class="eyebrow">{organisation.name} · Dashboard</p>
        <h1>{title}</h1>
        <p class="lead">{headline.title}</p>
      </hgroup>
      {rows.length === 0 ? (
        <Nothing board={board} asAt={asAt} />
      ) : (
        <>
          <Filters board={board} choice={choice} asAt={asAt} />
          <div class="view-head">
            <p id="dashboard-shown" class="shown" role="status">
              {dashboard.rows.length} of {counted(rows.length, 'indicator')} shown
              <span class="shown-order">, {orderInWords(choice.sort)}</span>
            </p>
            <p id="dashboard-downloads" class="downloads">
              {dashboard.rows.length > 0 && (
                <>
                  Download this view:{' '}
                  <a href={dashboardLink(organisation.slug, choice, asAt, '.csv')} data-key="csv">
                    CSV
                  </a>{' '}
                  <a href={dashboardLink(organisation.slug, choice, asAt, '.ods')} data-key="ods">
                    ODS for spreadsheets
                  </a>
                </>
              )}
            </p>
          </div>
          <div id="dashboard-view" class="section-dashboard" tabindex={-1}>
            <Chips board={board} choice={choice} asAt={asAt} />
            {dashboard.rows.length === 0 ? (
              <NothingFound board={board} choice={choice} asAt={asAt} />
            ) : (
              <>
                <SignalDrawings views={[...board.signals.values()]} />
                <MorePeriods dashboard={dashboard} choice={choice} asAt={asAt} />
                <DashboardTable
                  dashboard={dashboard}
                  signals={board.signals}
                  chances={board.chances}
                  asAt={asAt}
                  choice={choice}
                />
                <DashboardCards dashboard={dashboard} signals={board.signals} chances={board.chances} asAt={asAt} />
                <Legend rows={dashboard.rows} signals={board.signals} chances={board.chances} counts={counts} />
                <Notes dashboard={dashboard} />
              </>
            )}
          </div>
        </>
      )}
    </Page>
  )
}

type MorePeriodsProps = {
  readonly dashboard: DashboardAnswer
  readonly choice: Choice
  readonly asAt: string | undefined
}

/** The way from the latest few periods to all, and back. */
function MorePeriods({ dashboard: { organisation, periods }, choice, asAt }: MorePeriodsProps) {
  if (periods.length <= fewPeriods) return null
  const { periods: chosen, ...few } = choice
  const next = chosen === 'all' ? few : { ...choice, periods: 'all' as const }
  return (
    <p class="more-periods">
      <a href={dashboardLink(organisation.slug, next, asAt)} data-live data-key="periods">
        {chosen === 'all'
          ? `Show the latest ${numberWord(fewPeriods)} ${nounOf(periods)} only`
          : `Show ${allPeriods(periods)}`}
      </a>
    </p>
  )
}

/** Before anything was known: the way to what is. */
function Nothing({ board, asAt }: { board: BoardAnswer; asAt: string | undefined }) {
  const { organisation } = board.dashboard
  return (
    <div class="empty">
      <p>No indicators were known on this day.</p>
      <p>
        {asAt ? (
          <a href={dashboardLink(organisation.slug, {}, undefined)}>See what is known today</a>
        ) : (
          'Import a framework’s memberships, indicators and observations, and they stand here.'
        )}
      </p>
    </div>
  )
}

function NothingFound({ board, choice, asAt }: { board: BoardAnswer; choice: Choice; asAt: string | undefined }) {
  const { organisation, framework } = board.dashboard
  return (
    <div class="empty">
      <h2>No indicator fits every filter</h2>
      <p>
        Take off one of the filters above
        {choice.find !== undefined && ', check how the words are spelt'} or{' '}
        <a href={dashboardLink(organisation.slug, withoutFilters(choice), asAt)} data-live data-key="clear-all">
          show every indicator of {framework.name}
        </a>
        .
      </p>
    </div>
  )
}

function spanOf(periods: readonly Period[]): string {
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) return ''
  return `, ${periodInWords(first)}${first === last ? '' : ` to ${periodInWords(last)}`}`
}
