import type { IndicatorAnswer } from '../../answers/indicator/types.ts'
import { entryOf, frequencies } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { ForecastPath, ForecastTable } from '../components/forecast.tsx'
import { MainChart } from '../components/series.tsx'
import { linkTo, ownerOf } from '../components/wording.ts'

/** Over how many months before it the forecast is drawn. */
const monthsBefore = 24
const fewestPeriods = 5

/** Where the indicator will stand at the year's end: in sentences, as a fan on the line, and in figures. */
export function Forecast({ answer, asAt }: { answer: IndicatorAnswer; asAt: string | undefined }) {
  const { forecast, row, organisation } = answer
  const { words, yearEnd, path } = forecast
  const toBacktest = linkTo(`/${organisation.slug}/forecasts`, { 'as-at': asAt })
  return (
    <section class="section" aria-labelledby="forecast">
      <h2 id="forecast">Where the year will end{yearEnd && `, ${periodInWords(yearEnd.period)}`}</h2>
      <p class="section-lead">
        What is to be expected from the indicator’s own past, should it go on as before. It stands beside the rating and
        changes none. <a href={toBacktest}>How good such forecasts have been</a>
      </p>
      <div class="forecast-words">
        {[words.expected, words.target, words.onTrack, words.tested]
          .filter(sentences => sentences.length > 0)
          .map(sentences => (
            <p>{sentences.join(' ')}</p>
          ))}
      </div>
      {yearEnd && (
        <div class="chart-and-table">
          <div>
            {yearEnd.expected.method !== 'last_value' && (
              <MainChart
                indicator={row.indicator}
                cells={recent(answer)}
                forecast={forecast}
                owner={ownerOf(organisation.name)}
                sentence={`${row.indicator.name}: ${words.expected.join(' ')}`}
              />
            )}
            {words.method.length > 0 && <p class="quiet forecast-method">{words.method.join(' ')}</p>}
          </div>
          <div>
            <ForecastTable view={forecast} />
            {path.length > 0 && yearEnd.expected.method !== 'last_value' && (
              <details class="chart-data">
                <summary>The way there as a table</summary>
                <ForecastPath view={forecast} />
              </details>
            )}
          </div>
        </div>
      )}
    </section>
  )
}

/** The last two years, or as many periods as still show a course. */
function recent({ row: { history, indicator } }: IndicatorAnswer) {
  const { months } = entryOf(frequencies, indicator.frequency)
  const last = history.findLastIndex(cell => cell.value !== null)
  return history.slice(0, last + 1).slice(-Math.max(monthsBefore / months + 1, fewestPeriods))
}
