import type { Child } from 'hono/jsx'
import type { CardAnswer } from '../../answers/types.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { dayInWords } from '../../shared/words.ts'
import { ForecastLines, ForecastTable } from '../components/forecast.tsx'
import { indicatorLink } from '../components/indicator-link.ts'
import { Prompts } from '../components/prompts.tsx'
import { MainChart, SeriesTable } from '../components/series.tsx'
import { SignalDrawings, SignalVerdicts } from '../components/signal.tsx'
import { Verdict } from '../components/verdict.tsx'
import { definitionLine, linkTo, ownerOf, withUnit } from '../components/wording.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'
import { Actions } from './actions.tsx'
import { OtherSeries } from './other-series.tsx'
import { CardWords } from './words.tsx'

type Props = { readonly frame: Frame; readonly card: CardAnswer }

/** The one-page story of an indicator: verdict, chart, and what is said and done about it. */
export function CardPage({ frame, card }: Props) {
  const { organisation, framework, row, title } = card
  const { asAt } = frame
  const band = {
    dataTo: row.latest?.period ?? null,
    meetings: card.earlier.map(date => ({ date, committee: 'Earlier card' })),
  }
  return (
    <Page frame={frame} kind="card" title={`${title}: report card`} band={band}>
      <p class="back">
        <a href={linkTo(`/${organisation.slug}/dashboard`, { 'as-at': asAt })}>
          {organisation.name}: {framework.name}
        </a>
        {' · '}
        <a href={linkTo(`/${organisation.slug}/cards`, { 'as-at': asAt })}>All report cards</a>
        {' · '}
        <a href={indicatorLink(organisation.slug, row.indicator.slug, asAt)}>Every figure of this indicator</a>
      </p>
      <article class="card">
        <header class="card-head">
          <hgroup>
            <p class="eyebrow">
              Report card · {organisation.name} · {framework.name}
            </p>
            <h1>{title}</h1>
            <p class="unit">{definitionLine(row.indicator)}</p>
          </hgroup>
          <Verdict verdict={card.verdict}>
            <SignalDrawings views={[card.signal]} />
            <SignalVerdicts view={card.signal} />
            <ForecastLines view={card.forecast} />
          </Verdict>
        </header>
        <div class="card-body">
          <CardChart card={card} />
          <CardWords card={card} />
        </div>
        <Roles card={card} />
      </article>
      <Earlier card={card} path={frame.day?.path ?? ''} />
      <section class="section" aria-labelledby="prompts">
        <h2 id="prompts">Six prompts, answered as far as the figures can</h2>
        <Prompts prompts={card.prompts} />
      </section>
      <OtherSeries card={card} />
      <Actions card={card} />
    </Page>
  )
}

function CardChart({ card }: { card: CardAnswer }) {
  const { row, finding, subtitle, organisation, ambitions, forecast } = card
  const sentence = [finding, subtitle, targetSentence(card)].filter(Boolean).join('. ')
  return (
    <section class="card-chart" aria-labelledby="finding">
      <h2 id="finding">{finding}</h2>
      <p class="chart-subtitle">{subtitle}</p>
      <MainChart
        indicator={row.indicator}
        cells={card.chart}
        forecast={forecast}
        owner={ownerOf(organisation.name)}
        sentence={sentence}
      />
      {ambitions.length > 0 && (
        <ul class="ambitions">
          {ambitions.map(({ period, shown, note }) => (
            <li>
              Ambition for {periodInWords(period)}: {withUnit(shown, row.indicator)}, not rated
              {note && ` (${note})`}
            </li>
          ))}
        </ul>
      )}
      {card.chart.length > 0 && (
        <details class="chart-data">
          <summary>The values as a table</summary>
          <SeriesTable indicator={row.indicator} cells={card.chart} />
        </details>
      )}
      {forecast.yearEnd && (
        <details class="chart-data">
          <summary>The forecast as a table</summary>
          <ForecastTable view={forecast} />
        </details>
      )}
    </section>
  )
}

function targetSentence({ row }: CardAnswer): string {
  const { latest, indicator } = row
  return latest?.target ? `Target ${withUnit(latest.target.shown, indicator)} in ${periodInWords(latest.period)}` : ''
}

/** The same card with the words that it had before. */
function Earlier({ card: { earlier }, path }: { card: CardAnswer; path: string }) {
  if (earlier.length === 0) return null
  return (
    <p class="earlier-cards">
      Earlier cards:{' '}
      {earlier.map((day, at) => (
        <>
          {at > 0 && ' · '}
          <a href={linkTo(path, { 'as-at': day })}>{dayInWords(day)}</a>
        </>
      ))}
    </p>
  )
}

function Roles({ card }: { card: CardAnswer }) {
  const linked = card.words?.linked ?? ''
  return (
    <dl class="card-roles">
      <Role name="Lead">{card.lead || 'no lead is named'}</Role>
      <Role name="Data">{card.dataOwner || 'no data owner is named'}</Role>
      {linked && <Role name="Linked">{linked}</Role>}
      {card.words && (
        <Role name="Words of">
          {dayInWords(card.words.knownOn)}
          {card.words.isOld && <strong class="old-words">, older than a quarter</strong>}
        </Role>
      )}
    </dl>
  )
}

function Role({ name, children }: { name: string; children?: Child }) {
  return (
    <div>
      <dt>{name}</dt> <dd>{children}</dd>
    </div>
  )
}
