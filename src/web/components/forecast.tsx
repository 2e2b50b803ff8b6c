/** A forecast on a page: in sentences, as facts, and the way to the year's end as a table. */
import { forecastFacts } from '../../answers/forecast/forecast-facts.ts'
import { forecastInBrief } from '../../answers/forecast/forecast-sentences.ts'
import type { ForecastView } from '../../answers/forecast/types.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { roundedText } from '../../shared/rounding.ts'
import { figure, unitLine } from './wording.ts'

/** What is expected and what it means for the target, in a few sentences beside a verdict. */
export function ForecastLines({ view }: { view: ForecastView }) {
  return (
    <p class="forecast-lines">
      <strong>Forecast:</strong> {forecastInBrief(view).join(' ')}
    </p>
  )
}

/** The year's end in figures: a row for each thing that is said of it. */
export function ForecastTable({ view }: { view: ForecastView }) {
  const facts = forecastFacts(view)
  if (facts.length === 0) return null
  return (
    <table class="values forecast-facts">
      <caption>
        The year’s end: {view.indicator.shortName} <span class="quiet">{unitLine(view.indicator)}</span>
      </caption>
      <tbody>
        {facts.map(({ label, text }) => (
          <tr>
            <th scope="row">{label}</th>
            <td>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The way to the year's end: what is expected of each period, and within what. */
export function ForecastPath({ view: { path, indicator } }: { view: ForecastView }) {
  const say = (value: number) => figure(roundedText(value, indicator.decimals))
  const hasRanges = path.some(point => point.likely !== null)
  const range = (interval: ForecastView['path'][number]['likely']) =>
    interval ? `${say(interval.lower)} to ${say(interval.upper)}` : 'cannot be said'
  return (
    <table class="values">
      <caption>
        Expected: {indicator.shortName} <span class="quiet">{unitLine(indicator)}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col" class="number">
            Expected
          </th>
          {hasRanges && (
            <>
              <th scope="col" class="number">
                Eight times in ten
              </th>
              <th scope="col" class="number">
                95 times in a hundred
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {path.map(({ period, value, likely, nearlySure }) => (
          <tr>
            <th scope="row">{periodInWords(period)}</th>
            <td class="number">{say(value)}</td>
            {hasRanges && (
              <>
                <td class="number">{range(likely)}</td>
                <td class="number">{range(nearlySure)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
