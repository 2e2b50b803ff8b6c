import type { IndicatorAnswer } from '../../answers/indicator/types.ts'
import { finding } from '../../answers/sentences.ts'
import type { CellView, IndicatorView } from '../../answers/types.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { decimalsOf } from '../../shared/rounding.ts'
import { capitalised } from '../../shared/words.ts'
import { MainChart, SeriesTable, SmallChart } from '../components/series.tsx'
import { Signs } from '../components/signs.tsx'
import { ownerOf, withUnit } from '../components/wording.ts'
import { PointReader } from './point-reader.tsx'

/** The main chart with its table beside it. */
export function ValuesOverTime({ answer }: { answer: IndicatorAnswer }) {
  const { row, finding: title, subtitle, organisation, ambitions } = answer
  const { indicator, history, latest } = row
  const target = latest?.target
    ? `Target ${withUnit(latest.target.shown, indicator)} in ${periodInWords(latest.period)}`
    : ''
  const sentence = [title, subtitle, target].filter(Boolean).join('. ')
  return (
    <section class="section section-first" aria-labelledby="values">
      <h2 id="values">{title}</h2>
      <p class="chart-subtitle">{subtitle}</p>
      {history.length === 0 ? (
        <p class="section-lead">
          No value has been recorded. {indicator.dataOwner ? `${indicator.dataOwner} is its data owner. ` : ''}
          Import figures to see them here.
        </p>
      ) : (
        <div class="chart-and-table">
          <div>
            <div id="values-chart">
              <MainChart indicator={indicator} cells={history} owner={ownerOf(organisation.name)} sentence={sentence} />
            </div>
            <PointReader indicator={indicator} cells={history} chart="values-chart" />
            {ambitions.length > 0 && (
              <ul class="ambitions">
                {ambitions.map(({ period, shown, note }) => (
                  <li>
                    Ambition for {periodInWords(period)}: {withUnit(shown, indicator)}, not rated
                    {note && ` (${note})`}
                  </li>
                ))}
              </ul>
            )}
            <Signs cells={history} />
          </div>
          <section class="values-scroll" aria-label={`Values of ${indicator.shortName}`} tabindex={0}>
            <SeriesTable indicator={indicator} cells={history.toReversed()} />
          </section>
        </div>
      )}
    </section>
  )
}

/** Whether the counts of an indicator are drawn. */
export function hasCounts(answer: IndicatorAnswer): boolean {
  return countSeries(answer).length > 0
}

/** The counts that are drawn: those of two periods or more. */
function countSeries({ row: { history }, counts }: IndicatorAnswer) {
  return [
    { part: 'numerator', label: counts.numerator || 'Numerator' } as const,
    { part: 'denominator', label: counts.denominator || 'Denominator' } as const,
  ].flatMap(({ part, label }) => {
    const cells = history.map(cell => countCell(cell, cell[part]))
    // A single point shows no course: it stands in the table of the values.
    return cells.filter(cell => cell.value !== null).length > 1 ? [{ part, label: capitalised(label), cells }] : []
  })
}

/** What is counted and out of how many, each as a chart of its own; their numbers stand in the table of the values. */
export function Counts({ answer }: { answer: IndicatorAnswer }) {
  const { row, organisation } = answer
  const { indicator } = row
  const charts = countSeries(answer)
  if (charts.length === 0) return null
  return (
    <section class="section" aria-labelledby="counts">
      <h2 id="counts">Counts behind the values</h2>
      <ul class="small-charts">
        {charts.map(({ part, label, cells }) => {
          const says = `${finding(cells, 'count')}.`
          return (
            <li>
              <h3>{label}</h3>
              <p class="unit">{part}</p>
              <p class="small-finding">{says}</p>
              <SmallChart
                indicator={countOf(indicator, label, cells)}
                cells={cells}
                owner={ownerOf(organisation.name)}
                sentence={`${label}. ${says}`}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** A count in the place of the value that is worked out from it. */
function countCell(cell: CellView, count: number | null): CellView {
  const shown = count === null ? null : String(count)
  const reasonInWords = count === null ? cell.reasonInWords || 'no count given' : ''
  return { ...cell, value: count, shown, reasonInWords, target: null, rating: null, variance: null }
}

function countOf(indicator: IndicatorView, name: string, cells: readonly CellView[]): IndicatorView {
  const decimals = Math.max(0, ...cells.map(cell => (cell.shown === null ? 0 : decimalsOf(cell.shown))))
  return { ...indicator, name, shortName: name, unit: 'count', unitLabel: 'number', unitNote: '', decimals }
}
