import type { OrganisationView, OverviewAnswer } from '../../answers/types.ts'
import type { Manifest } from '../../paper/publication/manifest.ts'
import { dayInWords } from '../../shared/words.ts'
import { dataTo } from '../components/data-to.ts'
import { linkTo } from '../components/wording.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'
import { Counts } from './counts.tsx'
import { Exceptions } from './exceptions.tsx'
import { Revisions } from './revisions.tsx'
import { Summary } from './summary.tsx'

type Props = {
  readonly frame: Frame
  readonly overview: OverviewAnswer
  /** In the order of meetings and versions. */
  readonly publications: readonly Manifest[]
  /** What is being done in the background, in words. */
  readonly underWay: string | null
}

/** One organisation at a glance: what the finding is, where to look, what changed, and what was published. */
export function HomePage({ frame, overview, publications, underWay }: Props) {
  const { dashboard, revisions, lastMeeting, nextMeeting } = overview
  const { organisation, framework, headline } = dashboard
  const { asAt } = frame
  return (
    <Page
      frame={frame}
      title={headline.title}
      band={{ dataTo: dataTo(overview), meetings: lastMeeting ? [lastMeeting] : [] }}
    >
      <hgroup class="headline">
        <p class="eyebrow">
          {organisation.name} · {framework.name}
        </p>
        <h1>{headline.title}</h1>
        {headline.lead && <p class="lead">{headline.lead}</p>}
      </hgroup>
      <Meetings next={nextMeeting} last={lastMeeting} />
      {underWay && (
        <p class="meeting">
          Client-level records of this invented council are being made ({underWay}). In a few minutes the measures from
          them are on the dashboard, as “From client records”; load this page again to see whether they are there.
        </p>
      )}
      {dashboard.rows.length > 0 && <Counts overview={overview} asAt={asAt} />}
      <Exceptions overview={overview} asAt={asAt} />
      {revisions && <Revisions revisions={revisions} meeting={lastMeeting?.committee ?? 'last meeting'} />}
      <Summary summary={overview.summary} asAt={asAt} />
      <Papers organisation={organisation} publications={publications} asAt={asAt} />
    </Page>
  )
}

type MeetingsProps = { readonly next: OverviewAnswer['nextMeeting']; readonly last: OverviewAnswer['lastMeeting'] }

/** When the committee meets next, or when it last met. */
function Meetings({ next, last }: MeetingsProps) {
  if (next)
    return (
      <p class="meeting">
        Next meeting: <strong>{dayInWords(next.date)}</strong>, {next.committee}
      </p>
    )
  if (!last) return null
  return (
    <p class="meeting">
      No meeting is planned. The {last.committee} last met on {dayInWords(last.date)}.
    </p>
  )
}

/** So many papers are named; the page of papers has all of them. */
const named = 3

type PapersProps = Pick<Props, 'publications'> & {
  readonly organisation: OrganisationView
  readonly asAt: string | undefined
}

function Papers({ organisation, publications, asAt }: PapersProps) {
  const here = linkTo(`/${organisation.slug}/papers`, { 'as-at': asAt })
  const latest = [...new Map(publications.map(each => [each.meeting, each])).values()].reverse()
  return (
    <section class="section" aria-labelledby="papers">
      <h2 id="papers">Papers</h2>
      {latest.length === 0 ? (
        <p class="section-lead">No paper has been published yet.</p>
      ) : (
        <ul class="papers-latest">
          {latest.slice(0, named).map(({ meeting, title, version }) => (
            <li>
              <a href={`${here}#meeting-${meeting}`}>
                {title}, {dayInWords(meeting)}
              </a>
              {version > 1 && <span class="quiet">, corrected: version {version}</span>}
            </li>
          ))}
        </ul>
      )}
      {latest.length > named && (
        <p>
          <a href={here}>All papers</a>
        </p>
      )}
    </section>
  )
}
