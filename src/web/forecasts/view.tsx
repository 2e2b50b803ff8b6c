import { chanceInShort, heldTooSeldom, onTrackInShort } from '../../answers/forecast/forecast-sentences.ts'
import { proofs } from '../../answers/forecast/proof.data.ts'
import type { ForecastsAnswer, ForecastView, TestedSeries } from '../../answers/forecast/types.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { comparePeriods, type Period } from '../../shared/period/period.ts'
import { roundedText } from '../../shared/rounding.ts'
import { capitalised, numberWord } from '../../shared/words.ts'
import { Headline } from '../components/choices.tsx'
import { Frameworks } from '../components/frameworks.tsx'
import { indicatorLink } from '../components/indicator-link.ts'
import { RatingMark } from '../components/marks.tsx'
import { figure, linkTo, unitLine } from '../components/wording.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'
import { AheadTable, TallyCells, TallyHeads } from './tally.tsx'

type Props = { readonly frame: Frame; readonly answer: ForecastsAnswer }

/** Where every indicator will stand at its year's end, how good such forecasts have been here, and how good on open data. */
export function ForecastsPage({ frame, answer }: Props) {
  const { organisation, framework, forecasts, backtest } = answer
  const { asAt } = frame
  const title = titleOf(answer)
  return (
    <Page frame={frame} title={title} band={{ dataTo: latestOf(forecasts) }}>
      <Headline eyebrow={`${organisation.name} · ${framework.name} · Forecast`} title={title}>
        {forecasts.length === 0
          ? 'No indicators were known on this day. Choose another day, or import figures.'
          : 'What is to be expected at the year’s end, should all go on as before. A forecast stands beside the ratings and changes none of them.'}
      </Headline>
      <Frameworks answer={answer} page="forecasts" asAt={asAt} />
      {forecasts.length > 0 && (
        <>
          <section class="section" aria-labelledby="year-end">
            <h2 id="year-end">Where the year will end</h2>
            <YearEnds answer={answer} asAt={asAt} />
          </section>
          <section class="section" aria-labelledby="backtest">
            <h2 id="backtest">How good such forecasts have been</h2>
            <p class="section-lead">
              At every past point the forecast is made again from what was known before it, and held against what came.
              A range of eight in ten should hold 75 to 85 times in a hundred; an error below 1 is better than simply
              taking the value of a year before (MASE).
            </p>
            <Findings says={backtest.findings} />
            {backtest.all.forecasts > 0 && (
              <AheadTable caption="By how far ahead the forecast looked" ahead={backtest.ahead} all={backtest.all} />
            )}
            <BySeries answer={answer} asAt={asAt} />
          </section>
        </>
      )}
      <Proofs />
    </Page>
  )
}

/** The latest period with a value of any of them; null where there is none. */
function latestOf(forecasts: readonly ForecastView[]): Period | null {
  const periods = forecasts.flatMap(({ latest }) => (latest ? [latest.period] : []))
  return periods.toSorted(comparePeriods).at(-1) ?? null
}

function titleOf({ forecasts }: ForecastsAnswer): string {
  if (forecasts.length === 0) return 'Forecast'
  const aimed = forecasts.filter(({ chance }) => chance !== null)
  if (aimed.length === 0) return 'Forecast: the chance of meeting its target can be told of no indicator'
  const unlikely = aimed.filter(({ chance }) => Number(chance) < 0.5).length
  const missed = 'more likely to be missed than met'
  if (aimed.length === 1)
    return `The only target that can be forecast is ${unlikely === 1 ? missed : 'likely to be met'}`
  if (unlikely === 0) return `None of the ${aimed.length} targets that can be forecast is ${missed}`
  return `${capitalised(numberWord(unlikely))} of the ${aimed.length} targets that can be forecast ${unlikely === 1 ? 'is' : 'are'} ${missed}`
}

type InnerProps = { readonly answer: ForecastsAnswer; readonly asAt: string | undefined }

function YearEnds({ answer: { forecasts, organisation }, asAt }: InnerProps) {
  return (
    <section class="table-scroll" aria-label="Every indicator at its year’s end" tabindex={0}>
      <table class="values year-ends">
        <caption class="visually-hidden">
          A row for each indicator: what is expected, and what it means for the target
        </caption>
        <thead>
          <tr>
            <th scope="col">Indicator</th>
            <th scope="col">Year’s end</th>
            {['Expected', 'Eight times in ten', 'Target'].map(heading => (
              <th scope="col" class="number">
                {heading}
              </th>
            ))}
            <th scope="col">Chance of meeting it</th>
            <th scope="col">Rated by forecast</th>
            <th scope="col">Back on track</th>
          </tr>
        </thead>
        <tbody>
          {forecasts.map(view => (
            <tr>
              <th scope="row">
                <a href={indicatorLink(organisation.slug, view.indicator.slug, asAt)}>{view.indicator.shortName}</a>
                <span class="unit">{unitLine(view.indicator)}</span>
              </th>
              <YearEndCells view={view} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function YearEndCells({ view }: { view: ForecastView }) {
  const { indicator, yearEnd, target, chance, onTrack, reason, tested } = view
  if (!yearEnd) return <td colspan={7}>{reason}</td>
  const { expected, period } = yearEnd
  const say = (value: number) => figure(roundedText(value, indicator.decimals))
  const none = <span class="quiet">none</span>
  const held = heldTooSeldom(view)
  return (
    <>
      <td>{periodInWords(period)}</td>
      {expected.method === 'last_value' ? (
        <td colspan={2}>
          {say(expected.value)}, the last value: {expected.because}
        </td>
      ) : (
        <>
          <td class="number">{say(expected.value)}</td>
          <td class="number">
            {expected.likely ? `${say(expected.likely.lower)} to ${say(expected.likely.upper)}` : none}
            {expected.likely && held !== null && <span class="unit">{held}</span>}
          </td>
        </>
      )}
      <td class="number">{target ? figure(target.shown) : none}</td>
      <td>
        {chance === null || !target
          ? none
          : chanceInShort(chance, target.shown, { yearEnd: period, indicator, tested }).shown}
      </td>
      <td>
        {expected.rating ? (
          <>
            <RatingMark rating={expected.rating} /> {expected.rating}
          </>
        ) : (
          none
        )}
      </td>
      <td>{onTrack ? onTrackInShort(view) : none}</td>
    </>
  )
}

function Findings({ says }: { says: readonly string[] }) {
  return (
    <ul class="plain-list">
      {says.map(each => (
        <li>{each}</li>
      ))}
    </ul>
  )
}

function BySeries({ answer: { backtest, forecasts, organisation, framework }, asAt }: InnerProps) {
  const names = new Map(forecasts.map(({ indicator }) => [indicator.slug, indicator.shortName]))
  const tested = backtest.series.filter(each => each.refused === '')
  const refused = backtest.series.filter(each => each.refused !== '')
  const name = ({ series }: TestedSeries) => names.get(series) ?? series
  const link = ({ series }: TestedSeries) =>
    linkTo(`/${organisation.slug}/forecasts/${series}`, {
      'as-at': asAt,
      framework: framework.slug === organisation.committeeFramework ? undefined : framework.slug,
    })
  return (
    <>
      {tested.length > 0 && (
        <section class="table-scroll" aria-label="By indicator" tabindex={0}>
          <table class="values tallies">
            <caption>By indicator</caption>
            <thead>
              <tr>
                <th scope="col">Indicator</th>
                <th scope="col" class="number">
                  Forecasts
                </th>
                <TallyHeads />
              </tr>
            </thead>
            <tbody>
              {tested.map(each => (
                <tr>
                  <th scope="row">
                    <a href={link(each)}>
                      <span class="visually-hidden">Every past forecast of </span>
                      {name(each)}
                    </a>
                  </th>
                  <td class="number">{figure(String(each.tally.forecasts))}</td>
                  <TallyCells tally={each.tally} />
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {refused.length > 0 && (
        <>
          <h3>Not tested, and why</h3>
          <ul class="plain-list">
            {refused.map(each => (
              <li>
                {name(each)}: {each.refused}.
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** The same test on open data of other places, which anyone can repeat. */
function Proofs() {
  return (
    <section class="section" aria-labelledby="proof">
      <h2 id="proof">The same test on open data</h2>
      <p class="section-lead">
        The method was tested on series that anyone can have:{' '}
        <code>tidemark forecast --backtest --series FILE.csv</code> says it again.
      </p>
      {[proofs.scotland, proofs.wales].map(({ title, source, licence, says, ahead, all }) => (
        <>
          <h3>{title}</h3>
          <Findings says={says} />
          {ahead.length > 0 && <AheadTable caption={title} ahead={ahead} all={all} step="month" />}
          <p class="quiet">
            Source: {source}. {licence}.
          </p>
        </>
      ))}
    </section>
  )
}
