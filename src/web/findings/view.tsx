import type { Finding, FindingsAnswer, Mismatch } from '../../answers/findings/findings.ts'
import type { DashboardRow, OverviewAnswer } from '../../answers/types.ts'
import { withUnit } from '../../answers/wording.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { counted, dayInWords } from '../../shared/words.ts'
import { type FiguresLink, indicatorLink } from '../components/indicator-link.ts'
import { RatingMark } from '../components/marks.tsx'
import { Term } from '../components/term.tsx'
import { linkTo } from '../components/wording.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'

type Props = {
  readonly frame: Frame
  readonly answer: FindingsAnswer
  /** Of the same moment: what is shown of the indicators that findings speak of. */
  readonly overview: OverviewAnswer
}

/** Every finding by document, with what is shown in its place. */
export function FindingsPage({ frame, answer, overview }: Props) {
  const { organisation, documents, mismatches } = answer
  const rows = new Map(overview.dashboard.rows.map(row => [row.indicator.slug, row]))
  const figures: FiguresLink = indicator => indicatorLink(organisation.slug, indicator, frame.asAt)
  const count = documents.flatMap(({ parts }) => parts.flatMap(part => part.findings)).length
  return (
    <Page frame={frame} title="Findings">
      <hgroup class="headline">
        <p class="eyebrow">{organisation.name}</p>
        <h1>Findings</h1>
        <p class="lead">
          Where a published document and{' '}
          <a href={linkTo(`/${organisation.slug}/how-ratings-work`, { 'as-at': frame.asAt })}>the rules</a> disagree, or
          a document disagrees with itself. Both are shown, and no rule is bent to fit.
        </p>
      </hgroup>
      {count + mismatches.length === 0 ? (
        <Nothing organisation={organisation.slug} asAt={frame.asAt} />
      ) : (
        <p class="section-lead">
          {counted(count, 'finding was', 'findings were')} written down by people who read the documents;{' '}
          {counted(mismatches.length, 'printed value is', 'printed values are')} not what{' '}
          {mismatches.length === 1 ? 'its' : 'their'} own counts give.
        </p>
      )}
      {documents.map(({ slug, title, date, parts }) => (
        <section class="section" aria-labelledby={slug}>
          <h2 id={slug}>
            {title}
            {date && `, ${dayInWords(date)}`}
          </h2>
          {parts.map(({ place, findings }, at) => (
            <>
              <h3 class="finding-part" id={`${slug}-part-${at + 1}`}>
                {place || 'The document'}
              </h3>
              <Findings findings={findings} labelledBy={`${slug}-part-${at + 1}`} rows={rows} figures={figures} />
            </>
          ))}
        </section>
      ))}
      {mismatches.length > 0 && <Mismatches mismatches={mismatches} figures={figures} />}
    </Page>
  )
}

function Nothing({ organisation, asAt }: { readonly organisation: string; readonly asAt: string | undefined }) {
  return (
    <>
      <p class="section-lead">
        Nothing of the kind is known of these figures{asAt ? ` on ${dayInWords(asAt)}` : ''}: every printed value is
        what its counts give, and nobody has written a finding down.
      </p>
      <p>
        Findings are read from the table <code>findings</code> of an import.{' '}
        <a href={linkTo(`/${organisation}/about-the-data`, { 'as-at': asAt })}>What data there is</a>
      </p>
    </>
  )
}

type FindingsProps = {
  readonly findings: readonly Finding[]
  readonly labelledBy: string
  readonly rows: ReadonlyMap<string, DashboardRow>
  readonly figures: FiguresLink
}

function Findings({ findings, labelledBy, rows, figures }: FindingsProps) {
  return (
    <section class="table-scroll" aria-labelledby={labelledBy} tabindex={0}>
      <table class="words-table">
        <thead>
          <tr>
            <th scope="col">Printed</th>
            <th scope="col">By the rules and figures</th>
            <th scope="col">Why</th>
            <th scope="col">Shown here</th>
          </tr>
        </thead>
        <tbody>
          {findings.map(({ slug, subject, printed, given, why, indicators }) => (
            <tr id={slug}>
              <th scope="row">
                {subject && <span class="finding-subject">{subject}: </span>}
                {printed}
              </th>
              <td>{given || <span class="quiet">Two printed things disagree</span>}</td>
              <td>{why}</td>
              <td>
                {indicators.map(indicator => (
                  <p>
                    <a href={figures(indicator.slug)}>{indicator.name}</a>
                    <Shown row={rows.get(indicator.slug)} />
                  </p>
                ))}
                {indicators.length === 0 && <span class="quiet">No single indicator</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What the dashboard shows of an indicator. */
function Shown({ row }: { readonly row: DashboardRow | undefined }) {
  const latest = row?.latest
  if (!row || !latest) return null
  return (
    <>
      {': '}
      {withUnit(String(latest.shown), row.indicator)} in {periodInWords(latest.period)}
      {latest.rating && (
        <>
          , <RatingMark rating={latest.rating} /> {latest.rating}
        </>
      )}
    </>
  )
}

function Mismatches({
  mismatches,
  figures,
}: {
  readonly mismatches: readonly Mismatch[]
  readonly figures: FiguresLink
}) {
  return (
    <section class="section" aria-labelledby="mismatches">
      <h2 id="mismatches">Printed values that their counts do not give</h2>
      <p class="section-lead">
        Worked out anew from the <Term slug="numerator">counts</Term> of every figure. What the counts give is judged
        and shown; what was printed is kept.
      </p>
      <section class="table-scroll" aria-label="Table of printed values and counts" tabindex={0}>
        <table class="words-table">
          <thead>
            <tr>
              <th scope="col">Indicator and period</th>
              <th scope="col">Counts</th>
              <th scope="col">Printed</th>
              <th scope="col">By the counts</th>
              <th scope="col">Shown here</th>
              <th scope="col">Document</th>
            </tr>
          </thead>
          <tbody>
            {mismatches.map(({ indicator, period, counts, printed, computed, shown, document, place }) => (
              <tr>
                <th scope="row">
                  <a href={figures(indicator.slug)}>{indicator.name}</a>, {periodInWords(period)}
                </th>
                <td>{counts}</td>
                <td>{printed}</td>
                <td>{computed}</td>
                <td>{shown}</td>
                <td>
                  {document}
                  {place && <span class="quiet"> ({place})</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
