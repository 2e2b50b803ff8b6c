import type { CoverageAnswer } from '../../answers/coverage/coverage.ts'
import { counted, listed } from '../../shared/words.ts'
import type { CoveragePageAnswer, PublishedDocument } from '../compared/services.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'

type Props = { readonly frame: Frame; readonly answer: CoveragePageAnswer }
type Measure = CoverageAnswer['measures'][number]

/** Of each national measure and year how many councils have a value, and from which document. */
export function CoveragePage({ frame, answer: { coverage, documents } }: Props) {
  const { measures, reorganisations } = coverage
  const years = [...new Set(measures.flatMap(each => each.periods.map(({ period }) => period)))].sort()
  return (
    <Page frame={frame} title="National figures">
      <hgroup class="headline">
        <h1>National figures</h1>
        <p class="lead">
          {measures.length === 0
            ? 'The register holds no figures of national publishers. Load the example with them: tidemark examples load england.'
            : `${counted(measures.filter(each => !each.isPopulation).length, 'measure')} of ${counted(years.length, 'year')}: how many councils have a value, and from where it comes.`}
        </p>
      </hgroup>
      {measures.length > 0 && <Numbers measures={measures} years={years} />}
      {measures.length > 0 && <Sources measures={measures} documents={documents} />}
      {reorganisations.length > 0 && <Reorganisations list={reorganisations} />}
    </Page>
  )
}

function Numbers({ measures, years }: { measures: readonly Measure[]; years: readonly string[] }) {
  return (
    <section class="section section-first" aria-labelledby="numbers">
      <h2 id="numbers">Councils with a value, by measure and year</h2>
      <p class="section-lead">
        A bar | before a number: figures from this year on are not comparable with earlier ones. [n]: the year is not
        comparable with any other. A dash: nothing is published.
      </p>
      <section class="table-scroll" aria-label="Table of measures and years" tabindex={0}>
        <table class="words-table coverage-table">
          <thead>
            <tr>
              <th scope="col">Measure</th>
              <th scope="col">Publisher</th>
              {years.map(year => (
                <th scope="col" class="number">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          {[...Map.groupBy(measures, numberedBy)].map(([heading, numbered]) => (
            <tbody>
              <tr class="part">
                <th scope="rowgroup" colspan={years.length + 2}>
                  {heading}
                </th>
              </tr>
              {numbered.map(measure => (
                <tr>
                  <th scope="row">
                    {measure.name}
                    <span class="compared-beside">
                      {measure.codes.map(({ edition, code }) => `${code} of ${edition}`).join('; ')}
                    </span>
                  </th>
                  <td>{measure.publisherName}</td>
                  {years.map(year => (
                    <td class="number">{numberIn(measure, year)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </section>
    </section>
  )
}

/** What the measures of one part of the table have in common. */
function numberedBy({ isPopulation, edition }: Measure): string {
  if (isPopulation) return 'Populations'
  return edition === '' ? 'Measures without a code' : `ASCOF as numbered in ${edition}`
}

function numberIn({ periods, breaks }: Measure, year: string): string {
  const found = periods.find(each => each.period === year)
  if (!found) return '–'
  return `${breaks.some(each => each.from === year) ? '| ' : ''}${found.councils}${found.notComparable ? ' [n]' : ''}`
}

type SourcesProps = {
  readonly measures: readonly Measure[]
  readonly documents: ReadonlyMap<string, PublishedDocument>
}

function Sources({ measures, documents }: SourcesProps) {
  return (
    <section class="section" aria-labelledby="sources">
      <h2 id="sources">From where, and what is missing</h2>
      <section class="table-scroll" aria-label="Table of sources" tabindex={0}>
        <table class="words-table">
          <thead>
            <tr>
              <th scope="col">Measure</th>
              <th scope="col">Documents</th>
              <th scope="col">Councils without a value, all years</th>
              <th scope="col">Breaks</th>
            </tr>
          </thead>
          <tbody>
            {measures.map(({ name, periods, breaks }) => (
              <tr>
                <th scope="row">{name}</th>
                <td>
                  {[...new Set(periods.flatMap(each => each.documents))].map(slug => (
                    <p>
                      {documents.get(slug)?.title ?? slug}
                      {documents.get(slug) && ` (${documents.get(slug)?.licence || 'no licence stated'})`}
                    </p>
                  ))}
                </td>
                <td>{withoutValue(periods)}</td>
                <td>{breaks.map(({ from, text }) => `From ${from}: ${text}`).join(' ') || 'none known'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function withoutValue(periods: Measure['periods']): string {
  const sum = (key: 'suppressed' | 'notAvailable' | 'notApplicable') =>
    periods.reduce((total, period) => total + period[key], 0)
  const told = [
    ['suppressed', sum('suppressed')],
    ['not available', sum('notAvailable')],
    ['not applicable', sum('notApplicable')],
  ].filter(([, count]) => count !== 0)
  return told.map(([words, count]) => `${count} ${words}`).join(', ') || 'none'
}

function Reorganisations({ list }: { list: CoverageAnswer['reorganisations'] }) {
  return (
    <section class="section" aria-labelledby="reorganised">
      <h2 id="reorganised">Councils that began or ended</h2>
      <ul class="compared-findings">
        {list.map(({ name, from, to, predecessorNames }) => (
          <li>
            {name}, {from === '' ? `to ${to}` : `from ${from}`}
            {predecessorNames.length > 0 && `; took over ${listed(predecessorNames)}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
