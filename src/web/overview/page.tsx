import type { OverviewAnswer } from '../../answers/types.ts'
import { comparePeriods, type Period } from '../../shared/period/period.ts'
import { dayInWords } from '../../shared/words.ts'
import { AsAtBand, DayError } from '../components/as-at-band.tsx'
import type { AskedDay } from '../components/day.ts'
import { type Frame, Page } from '../components/page.tsx'
import { linkTo } from '../components/wording.ts'
import { Dashboard } from './dashboard.tsx'
import { Exceptions } from './exceptions.tsx'
import { Revisions } from './revisions.tsx'
import { Summary } from './summary.tsx'
import { Tiles } from './tiles.tsx'

type Props = {
  readonly frame: Frame
  readonly overview: OverviewAnswer
  readonly asked: AskedDay
  readonly counts: boolean
}

/** The latest period with a value anywhere in the dashboard. */
export function dataTo(overview: OverviewAnswer): Period | null {
  const periods = overview.dashboard.rows.flatMap(row => (row.latest ? [row.latest.period] : []))
  return periods.toSorted(comparePeriods).at(-1) ?? null
}

/** One organisation at a glance: what the finding is, where to look, every figure, and what changed. */
export function OverviewPage({ frame, overview, asked, counts }: Props) {
  const { dashboard, revisions, lastMeeting, nextMeeting } = overview
  const { organisation, framework, headline } = dashboard
  const { asAt } = frame
  const band = (
    <AsAtBand
      path={`/${organisation.slug}`}
      asked={asked}
      dataTo={dataTo(overview)}
      keep={{ counts: counts ? '1' : undefined }}
      meetings={lastMeeting ? [lastMeeting] : []}
    />
  )
  return (
    <Page frame={frame} title={asked.kind === 'wrong' ? `Error: ${headline.title}` : headline.title} band={band}>
      <DayError asked={asked} />
      <hgroup class="headline">
        <p class="eyebrow">
          {organisation.name} · {framework.name}
        </p>
        <h1>{headline.title}</h1>
        {headline.lead && <p class="lead">{headline.lead}</p>}
      </hgroup>
      {nextMeeting && (
        <p class="meeting">
          For the {nextMeeting.committee} on {dayInWords(nextMeeting.date)}
        </p>
      )}
      <p class="meeting">
        <a href={linkTo(`/${organisation.slug}/papers`, { 'as-at': asAt })}>Papers</a>
      </p>
      {dashboard.rows.length > 0 && <Tiles overview={overview} />}
      <Exceptions overview={overview} asAt={asAt} />
      <Dashboard dashboard={dashboard} asAt={asAt} counts={counts} />
      <Summary summary={overview.summary} asAt={asAt} />
      {revisions && <Revisions revisions={revisions} meeting={lastMeeting?.committee ?? 'last meeting'} />}
    </Page>
  )
}
