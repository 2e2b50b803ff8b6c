import type { AboutDataAnswer, Coverage, SourceView } from '../../answers/about-data/about-data.ts'
import type { FrameworkView } from '../../answers/types.ts'
import { entryOf, frequencies, marks } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { counted, dayInWords, grouped } from '../../shared/words.ts'
import { type FiguresLink, indicatorLink } from '../components/indicator-link.ts'
import { Term } from '../components/term.tsx'
import { linkTo } from '../components/wording.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'

type Props = {
  readonly frame: Frame
  readonly answer: AboutDataAnswer
  readonly mayCopy: boolean
}

/** What is there, from when, from whom, and what is late. */
export function AboutDataPage({ frame, answer, mayCopy }: Props) {
  const { organisation, moment, frameworks, sources, counts } = answer
  const figures: FiguresLink = indicator => indicatorLink(organisation.slug, indicator, frame.asAt)
  // An indicator stands in the first of its frameworks under its own address.
  const seen = new Set<string>()
  return (
    <Page frame={frame} title="About the data">
      <hgroup class="headline">
        <p class="eyebrow">{organisation.name}</p>
        <h1>About the data</h1>
        <p class="lead">
          {counted(counts.indicators, 'indicator')} with {counted(counts.values, 'value')}, from{' '}
          {counted(counts.documents, 'document')}.{' '}
          {counts.late === 0
            ? `Nothing was late on ${dayInWords(moment.asAt)}.`
            : `${counted(counts.late, 'indicator was', 'indicators were')} late on ${dayInWords(moment.asAt)}.`}
        </p>
      </hgroup>
      <section class="section" aria-labelledby="licence">
        <h2 id="licence">Whose figures these are</h2>
        {organisation.notice && <p class="section-lead">{organisation.notice}</p>}
        <p class="section-lead">
          {organisation.licence === '' ? 'No licence is stated for these figures.' : `Licence: ${organisation.licence}`}
        </p>
        {mayCopy && (
          <p class="section-lead">
            <a href={linkTo(`/${organisation.slug}/about-the-data/everything.zip`, { 'as-at': frame.asAt })}>
              Take your own copy of everything (ZIP of CSV tables)
            </a>
            , with every earlier version of each figure. Nothing is suppressed in it: it is for the organisation’s own
            analysts.
          </p>
        )}
      </section>
      {frameworks.map(({ framework, rows }) => (
        <FrameworkTable framework={framework} rows={rows} figures={figures} seen={seen} />
      ))}
      <Sources sources={sources} />
    </Page>
  )
}

type TableProps = {
  readonly framework: FrameworkView
  readonly rows: readonly Coverage[]
  readonly figures: FiguresLink
  readonly seen: Set<string>
}

function FrameworkTable({ framework: { slug, name, edition }, rows, figures, seen }: TableProps) {
  const id = `framework-${slug}`
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>
        {name}
        {edition && ` ${edition}`}
      </h2>
      {rows.length === 0 ? (
        <p class="section-lead">
          This framework holds no indicators yet. They are added by the table <code>memberships</code> of an import.
        </p>
      ) : (
        <section class="table-scroll" aria-label={`Table of ${name}`} tabindex={0}>
          <table class="words-table">
            <thead>
              <tr>
                <th scope="col">Indicator</th>
                <th scope="col">Values</th>
                <th scope="col">From</th>
                <th scope="col">To</th>
                <th scope="col">Late or expected</th>
                <th scope="col">
                  Last <Term slug="known-on">known on</Term>
                </th>
                <th scope="col">From which document</th>
                <th scope="col">To be known</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <Row row={row} figures={figures} seen={seen} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}

function Row({ row, figures, seen }: { readonly row: Coverage } & Pick<TableProps, 'figures' | 'seen'>) {
  const { indicator, first, last, values, without, knownOn, documents } = row
  const isFirst = !seen.has(indicator.slug)
  seen.add(indicator.slug)
  const says = toBeKnown(row)
  return (
    <tr id={isFirst ? indicator.slug : undefined}>
      <th scope="row">
        <a href={figures(indicator.slug)}>{indicator.shortName}</a>{' '}
        <span class="quiet">{entryOf(frequencies, indicator.frequency).label.toLowerCase()}</span>
      </th>
      <td class="number">
        {grouped(String(values))}
        {without > 0 && <span class="quiet">, {without} without</span>}
      </td>
      <td>{first ? periodInWords(first) : 'no value'}</td>
      <td>{last ? periodInWords(last) : 'no value'}</td>
      <td>{lateInWords(row)}</td>
      <td>{knownOn ? dayInWords(knownOn) : '–'}</td>
      <td>{documents.length > 0 ? documents.map(document => <p>{document}</p>) : '–'}</td>
      <td>{says || '–'}</td>
    </tr>
  )
}

function lateInWords({ lateness: { next, dueFrom, periods }, last }: Coverage): string {
  const nothing = last === null ? 'Nothing has arrived yet' : ''
  if (next === null || dueFrom === null) return nothing || 'Cannot be told'
  if (periods === 0) return `${periodInWords(next)} from ${dayInWords(dueFrom)}`
  return `Late: ${counted(periods, 'period')} since ${periodInWords(next)}${nothing && '. Nothing has arrived yet'}`
}

function toBeKnown({ marks: own, assignedTargets }: Coverage): string {
  const words = own.map(mark => entryOf(marks, mark)).map(({ shorthand, label }) => `${shorthand} ${label}`)
  const assigned =
    assignedTargets > 0 ? [`${counted(assignedTargets, 'target')} with a period or profile chosen by a person`] : []
  return [...words, ...assigned].join('; ')
}

function Sources({ sources }: { readonly sources: readonly SourceView[] }) {
  return (
    <section class="section" aria-labelledby="documents">
      <h2 id="documents">Documents</h2>
      {sources.length === 0 ? (
        <p class="section-lead">
          No document is named. The table <code>sources</code> of an import says where figures come from.
        </p>
      ) : (
        <section class="table-scroll" aria-label="Table of documents" tabindex={0}>
          <table class="words-table">
            <thead>
              <tr>
                <th scope="col">Document</th>
                <th scope="col">Publisher</th>
                <th scope="col">Day</th>
                <th scope="col">Figures that count</th>
                <th scope="col">Licence</th>
                <th scope="col">Note</th>
              </tr>
            </thead>
            <tbody>
              {sources.map(({ slug, title, publisher, date, dateAssigned, figures, licence, note }) => (
                <tr id={`document-${slug}`}>
                  <th scope="row">{title}</th>
                  <td>{publisher || '–'}</td>
                  <td>
                    {date ? dayInWords(date) : 'none'}
                    {dateAssigned && ', chosen by us as the document bears none'}
                  </td>
                  <td class="number">{grouped(String(figures))}</td>
                  <td>{licence || 'not stated'}</td>
                  <td>{note || '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}
