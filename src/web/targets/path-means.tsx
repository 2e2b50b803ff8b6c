/** A path and what it means. */
import { raw } from 'hono/html'
import type { PathView, WorkbenchAnswer } from '../../answers/targets/types.ts'
import { chartSizes } from '../../charts/line-chart/input.ts'
import { lineChart } from '../../charts/line-chart/line-chart.ts'
import { seriesChart } from '../../paper/outline/series-chart.ts'
import { entryOf, marks, pathShapes, profiles } from '../../shared/codes.ts'
import { periodInShort, periodInWords } from '../../shared/period/format-period.ts'
import { monthsBetween, type Period } from '../../shared/period/period.ts'
import { counted, listed } from '../../shared/words.ts'
import { ValueCell } from '../components/cell.tsx'
import { figure, ownerOf, symbolsOf, unitLine, withUnit } from '../components/wording.ts'

/** History, other areas and a path in one chart; of a path that is not there yet, history alone. */
export function PathChart({ answer, path }: { answer: WorkbenchAnswer; path: PathView | null }) {
  const { indicator, history, benchmarks, organisation } = answer
  const cells = path?.cells ?? history
  if (cells.every(cell => cell.value === null && !cell.target)) return <p>No figure has been recorded yet.</p>
  const said = path ? `${pathInWords(answer, path)}` : 'No path is drawn yet'
  const beside = benchmarks.length > 0 ? `, beside ${listed(benchmarks.map(({ name }) => name))}` : ''
  const first = history.find(cell => cell.value !== null)
  const last = history.findLast(cell => cell.value !== null)
  const course =
    first && last
      ? `From ${withUnit(String(first.shown), indicator)} in ${periodInWords(first.period)} to ${withUnit(String(last.shown), indicator)} in ${periodInWords(last.period)}`
      : 'No figure yet'
  const sentence = `${indicator.name}. ${course}${beside}. ${said}.`
  const owner = ownerOf(organisation.name)
  const input = seriesChart({ indicator, cells, start: path?.baseline, benchmarks, owner, sentence })
  return (
    <div class="chart-frame">
      <div class="chart-wide">{raw(lineChart(input, chartSizes.wide))}</div>
      <div class="chart-narrow">{raw(lineChart(input, chartSizes.narrow))}</div>
    </div>
  )
}

/** What the chart draws as a table: each period with its figure, the target of the path, and the figures of other areas. */
export function ChartTable({ answer, path }: { answer: WorkbenchAnswer; path: PathView | null }) {
  const { indicator, history, benchmarks } = answer
  const cells = path?.cells ?? history
  if (cells.length === 0) return null
  const hasTargets = cells.some(cell => cell.target)
  const ofArea = (figures: (typeof benchmarks)[number]['figures'], period: Period) =>
    figures.find(each => monthsBetween(each.period, period) === 0)
  return (
    <details class="chart-data">
      <summary>The values of the chart as a table</summary>
      <section class="table-scroll" aria-labelledby="chart-values" tabindex={0}>
        <table class="values">
          <caption id="chart-values">
            {indicator.shortName} <span class="quiet">{unitLine(indicator)}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">Period</th>
              <th scope="col" class="number">
                {ownerOf(answer.organisation.name)}
              </th>
              {hasTargets && (
                <th scope="col" class="number">
                  Target
                </th>
              )}
              {benchmarks.map(({ name }) => (
                <th scope="col" class="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cells.map(cell => (
              <tr>
                <th scope="row">{periodInWords(cell.period)}</th>
                <ValueCell cell={cell} />
                {hasTargets && <td class="number">{cell.target ? figure(cell.target.shown) : 'none'}</td>}
                {benchmarks.map(({ figures }) => {
                  const found = ofArea(figures, cell.period)
                  return <td class="number">{found ? <AreaFigure cell={found} /> : 'none'}</td>
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}

/** The figure of another area with its symbols; words say what they mean. */
function AreaFigure({ cell }: { cell: WorkbenchAnswer['benchmarks'][number]['figures'][number] }) {
  const symbols = symbolsOf(cell).join(' ')
  const meaning = listed(cell.marks.map(mark => entryOf(marks, mark).label))
  return (
    <>
      {cell.shown === null ? 'none' : figure(cell.shown)}
      {symbols && (
        <span class="symbol" aria-hidden="true">
          {' '}
          {symbols}
        </span>
      )}
      {meaning && <span class="visually-hidden"> ({meaning})</span>}
    </>
  )
}

/** A path in one sentence without its full stop. */
export function pathInWords({ indicator }: Pick<WorkbenchAnswer, 'indicator'>, path: PathView): string {
  const { label } = entryOf(pathShapes, path.shape)
  const from = `from ${withUnit(path.baseline.shown, indicator)} in ${periodInWords(path.baseline.period)}`
  const to = path.goal ? ` to ${withUnit(path.goal.shown, indicator)} in ${path.goal.period}` : ''
  return `${label}, ${from}${to}${path.basis ? ` (${path.basis})` : ''}`
}

/** The table of a path, and its sentences. */
export function PathMeans({ answer, path, id }: { answer: WorkbenchAnswer; path: PathView; id: string }) {
  const { indicator } = answer
  const hasPeople = path.years.some(({ people }) => people !== null)
  const sameCount = path.years.some(({ people }) => people && path.peopleNow && people.count === path.peopleNow.count)
  const { counts, places } = path.countsOf
  const people = sameCount ? 'Out of' : counts
  const hasPlaces = places !== null && path.years.some(each => each.people?.placesShown)
  const hasPresent = path.years.some(({ present }) => present !== null)
  return (
    <div class="path-means">
      {path.warnings.map(warning => (
        <p class="path-warning">
          <strong>Look again:</strong> {warning}.
        </p>
      ))}
      <section class="table-scroll" aria-labelledby={`${id}-caption`} tabindex={0}>
        <table class="values path-table">
          <caption id={`${id}-caption`}>
            Targets by year <span class="quiet">{unitLine(indicator)}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">Year</th>
              <th scope="col" class="number">
                Target
              </th>
              {hasPresent && (
                <th scope="col" class="number">
                  Rated by today
                </th>
              )}
              {hasPeople && (
                <th scope="col" class="number">
                  {people}, about
                </th>
              )}
              {hasPlaces && (
                <th scope="col" class="number">
                  {places}, about
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            <tr class="path-start">
              <th scope="row">{periodInWords(path.baseline.period)}, result</th>
              <td class="number">{figure(path.baseline.shown)}</td>
              {hasPresent && <td class="number" />}
              {hasPeople && <td class="number">{shownPeople(path.peopleNow, sameCount)}</td>}
              {hasPlaces && <td class="number">{path.peopleNow?.placesShown ?? 'not known'}</td>}
            </tr>
            {path.years.map(year => (
              <tr>
                <th scope="row">{year.period}</th>
                <td class="number">{year.target ? figure(year.target.shown) : 'no target'}</td>
                {hasPresent && <td class="number">{year.present === null ? 'none' : figure(year.present)}</td>}
                {hasPeople && <td class="number">{year.target ? shownPeople(year.people, sameCount) : ''}</td>}
                {hasPlaces && <td class="number">{year.people?.placesShown ?? ''}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {path.band && <p>{path.band}</p>}
      <h3 id={`${id}-people`}>In people</h3>
      {path.meaning.map(sentence => (
        <p>{sentence}</p>
      ))}
      <h3>Beside the forecast</h3>
      {path.forecast.map(sentence => (
        <p>{sentence}</p>
      ))}
      <h3>Has it been done before?</h3>
      <p>{path.paceSentence}</p>
      <Parts path={path} id={id} />
    </div>
  )
}

function shownPeople(people: PathView['peopleNow'], sameCount: boolean): string {
  if (!people) return 'not known'
  return sameCount ? people.outOfShown : people.countShown
}

/** The targets of the months, folded away. */
function Parts({ path, id }: { path: PathView; id: string }) {
  if (path.parts.length === 0) return null
  return (
    <details class="chart-data">
      <summary>The path in {counted(path.parts.length, 'month or quarter', 'months or quarters')}</summary>
      <p class="hint">How each year spreads: {entryOf(profiles, path.profile).label}.</p>
      <section class="table-scroll" aria-label="Targets of months and quarters" tabindex={0}>
        <table class="values" id={`${id}-parts`}>
          <caption class="visually-hidden">Targets of months and quarters</caption>
          <thead>
            <tr>
              <th scope="col">Period</th>
              <th scope="col" class="number">
                Target
              </th>
            </tr>
          </thead>
          <tbody>
            {path.parts.map(({ period, shown }) => (
              <tr>
                <th scope="row">{periodInShort(period)}</th>
                <td class="number">{figure(shown)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
