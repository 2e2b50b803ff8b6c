import { methodLabels } from '../../answers/forecast/forecast-sentences.ts'
import type { PastForecasts } from '../../answers/forecast/types.ts'
import type { OrganisationView } from '../../answers/types.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { roundedText } from '../../shared/rounding.ts'
import { counted } from '../../shared/words.ts'
import { Headline } from '../components/choices.tsx'
import { indicatorLink } from '../components/indicator-link.ts'
import { figure, linkTo, unitLine } from '../components/wording.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'
import { TallyCells, TallyHeads } from './tally.tsx'

type Props = {
  readonly frame: Frame
  readonly answer: PastForecasts
  readonly organisation: OrganisationView
}

/** What would have been said of an indicator at every past point, beside what came. */
export function PastForecastsPage({ frame, answer: { indicator, tested }, organisation }: Props) {
  const { asAt } = frame
  const title = `${indicator.shortName}: what would have been said`
  return (
    <Page frame={frame} title={title}>
      <p class="back">
        <a href={linkTo(`/${organisation.slug}/forecasts`, { 'as-at': asAt })}>{organisation.name}: Forecast</a>
        {' · '}
        <a href={indicatorLink(organisation.slug, indicator.slug, asAt)}>Every figure of this indicator</a>
      </p>
      <Headline eyebrow={`${organisation.name} · Forecast`} title={title}>
        {tested.refused === ''
          ? `${counted(tested.tally.forecasts, 'forecast')} at past points, each from what was known before it, beside what came.`
          : `Nothing could be tested: ${tested.refused}.`}
      </Headline>
      {tested.said.length > 0 && (
        <>
          <section class="table-scroll" aria-label="In all" tabindex={0}>
            <table class="values tallies">
              <caption>In all</caption>
              <thead>
                <tr>
                  <th scope="col" class="number">
                    Forecasts
                  </th>
                  <TallyHeads />
                </tr>
              </thead>
              <tbody>
                <tr>
                  <td class="number">{figure(String(tested.tally.forecasts))}</td>
                  <TallyCells tally={tested.tally} />
                </tr>
              </tbody>
            </table>
          </section>
          <Said tested={tested} indicator={indicator} />
        </>
      )}
    </Page>
  )
}

function Said({ tested: { said }, indicator }: Pick<PastForecasts, 'indicator' | 'tested'>) {
  const say = (value: number) => figure(roundedText(value, indicator.decimals))
  return (
    <section class="table-scroll" aria-label="Every past forecast" tabindex={0}>
      <table class="values past-forecasts">
        <caption>
          Every past forecast, the latest first <span class="quiet">{unitLine(indicator)}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Known up to</th>
            <th scope="col">Of</th>
            {['Expected', 'Eight times in ten', 'What came'].map(heading => (
              <th scope="col" class="number">
                {heading}
              </th>
            ))}
            <th scope="col">Held</th>
            <th scope="col" class="number">
              The last value
            </th>
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody>
          {said.toReversed().map(({ at, period, expected, likely, actual, naive, method }) => (
            <tr>
              <th scope="row">{periodInWords(at)}</th>
              <td>{periodInWords(period)}</td>
              <td class="number">{say(expected)}</td>
              <td class="number">{likely ? `${say(likely.lower)} to ${say(likely.upper)}` : 'none'}</td>
              <td class="number">{say(actual)}</td>
              <td>{likely ? (actual >= likely.lower && actual <= likely.upper ? 'yes' : 'no') : 'none'}</td>
              <td class="number">{say(naive)}</td>
              <td>{methodLabels[method]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
