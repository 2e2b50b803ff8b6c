import { raw } from 'hono/html'
import type { IndicatorAnswer } from '../../answers/indicator/types.ts'
import type { SignalView } from '../../answers/signal/types.ts'
import { chartOfSignal } from '../../charts/control-chart/chart-of-signal.ts'
import { controlChart } from '../../charts/control-chart/control-chart.ts'
import { controlChartSizes } from '../../charts/control-chart/input.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { SignalDrawings, SignalVerdicts } from '../components/signal.tsx'
import { figure, ownerOf, unitLine } from '../components/wording.ts'

/** Whether the latest value is a signal or only chance: verdicts, the control chart, and its points in words. */
export function Signal({ answer: { signal, organisation } }: { answer: IndicatorAnswer }) {
  const input = chartOfSignal(signal, ownerOf(organisation.name))
  return (
    <section class="section" aria-labelledby="signal">
      <h2 id="signal">Signal or chance</h2>
      <p class="section-lead">
        Whether the latest value is a sign that something has changed, or no more than the chance there is in every
        figure.
      </p>
      <SignalDrawings views={[signal]} />
      <SignalVerdicts view={signal} />
      {signal.suggestion && (
        <p class="signal-suggestion">
          <strong>Suggested, not done:</strong> {signal.suggestion.sentence} An officer records it in the table{' '}
          <code>rebases</code> of an import.
        </p>
      )}
      {input && (
        <div class="chart-and-table">
          <div>
            <div class="chart-frame">
              <div class="chart-wide">{raw(controlChart(input, controlChartSizes.wide))}</div>
              <div class="chart-narrow">{raw(controlChart(input, controlChartSizes.narrow))}</div>
            </div>
            <Notes view={signal} />
          </div>
          <section
            class="values-scroll"
            aria-label={`Points of the control chart of ${signal.figures.shortName}`}
            tabindex={0}
          >
            <Points view={signal} />
          </section>
        </div>
      )}
    </section>
  )
}

/** What stands in small print in the chart, for whoever hears the page: where limits begin anew, and how far to trust them. */
function Notes({ view: { chart, notes } }: { view: SignalView }) {
  const says = (chart?.stretches ?? []).flatMap(({ from, reason, warnings }) => [
    ...(reason === '' ? [] : [`New limits from ${periodInWords(from)}: ${reason}`]),
    ...warnings.map(warning => (chart?.stretches.length === 1 ? warning : `From ${periodInWords(from)}: ${warning}`)),
  ])
  const all = [...says, ...notes]
  if (all.length === 0) return null
  return (
    <ul class="plain-list signal-notes">
      {all.map(each => (
        <li>{each}</li>
      ))}
    </ul>
  )
}

/** The points, latest first, each with its lines and what it is. */
function Points({ view: { chart, figures } }: { view: SignalView }) {
  if (!chart) return null
  const lines = new Map(chart.stretches.map(stretch => [stretch.number, stretch.shown]))
  return (
    <table class="values signal-points">
      <caption>
        Points of the control chart: {figures.shortName} <span class="quiet">{unitLine(figures)}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Period</th>
          {['Value', 'Lower limit', 'Mean', 'Upper limit'].map(name => (
            <th scope="col" class="number">
              {name}
            </th>
          ))}
          <th scope="col">What it is</th>
        </tr>
      </thead>
      <tbody>
        {chart.points.toReversed().map(({ period, shown, stretch, says }) => {
          const { lower, mean, upper } = lines.get(stretch) ?? { lower: null, mean: null, upper: null }
          return (
            <tr>
              <th scope="row">{periodInWords(period)}</th>
              {[shown, lower, mean, upper].map(text => (
                <td class="number">{text === null ? 'none' : figure(text)}</td>
              ))}
              <td>{says}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
