/** Every chart and sign in one place, each of its examples: to look at, and for the checks to run over. */
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { bars } from '../src/charts/bars/bars.ts'
import { examples as barCharts } from '../src/charts/bars/examples.ts'
import { bridge } from '../src/charts/bridge/bridge.ts'
import { examples as bridges } from '../src/charts/bridge/examples.ts'
import { controlChart } from '../src/charts/control-chart/control-chart.ts'
import { examples as controlCharts } from '../src/charts/control-chart/examples.ts'
import { controlChartSizes } from '../src/charts/control-chart/input.ts'
import { examples as funnels } from '../src/charts/funnel/examples.ts'
import { funnel, funnelSizes } from '../src/charts/funnel/funnel.ts'
import { examples as groupsWithIntervals } from '../src/charts/interval-dots/examples.ts'
import { intervalDots } from '../src/charts/interval-dots/interval-dots.ts'
import { examples as lineCharts } from '../src/charts/line-chart/examples.ts'
import { chartSizes } from '../src/charts/line-chart/input.ts'
import { lineChart } from '../src/charts/line-chart/line-chart.ts'
import { examples as rankedDotCharts } from '../src/charts/ranked-dots/examples.ts'
import { rankedDots } from '../src/charts/ranked-dots/ranked-dots.ts'
import { examples as signalIcons } from '../src/charts/signal-icons/examples.ts'
import { iconMeanings } from '../src/charts/signal-icons/signal-icons.ts'
import { examples as sparklines } from '../src/charts/sparkline/examples.ts'
import { sparkline } from '../src/charts/sparkline/sparkline.ts'
import { examples as spines } from '../src/charts/spine/examples.ts'
import { spine } from '../src/charts/spine/spine.ts'
import { examples as tileMaps } from '../src/charts/tile-map/examples.ts'
import { tileMap, tileMapSizes } from '../src/charts/tile-map/tile-map.ts'
import { directions, ratings } from '../src/shared/codes.ts'
import { LoggedActionItem } from '../src/web/actions/item.tsx'
import { Choices } from '../src/web/components/choices.tsx'
import { ForecastLines, ForecastPath, ForecastTable } from '../src/web/components/forecast.tsx'
import { DirectionMark, RatingMark } from '../src/web/components/marks.tsx'
import { Prompts } from '../src/web/components/prompts.tsx'
import { SignalDrawings, SignalVerdicts } from '../src/web/components/signal.tsx'
import { Term } from '../src/web/components/term.tsx'
import { IndicatorCard } from '../src/web/dashboard/cards.tsx'
import type { Choice } from '../src/web/dashboard/choice.ts'
import { Chips } from '../src/web/dashboard/filters.tsx'
import { DashboardTable } from '../src/web/dashboard/table.tsx'
import { exampleForecast, examplePast, examplePrompts } from '../src/web/fixtures/forecast.ts'
import { importPreviews, imports } from '../src/web/fixtures/imports.ts'
import { fixtureServices } from '../src/web/fixtures/services.ts'
import { AheadTable } from '../src/web/forecasts/tally.tsx'
import { bareFrame, type Looks } from '../src/web/frame/frame.ts'
import { Page } from '../src/web/frame/page.tsx'
import { Changes } from '../src/web/import/changes.tsx'
import { PastImports } from '../src/web/import/past-imports.tsx'
import { Problems } from '../src/web/import/problems.tsx'
import { History } from '../src/web/indicator/history.tsx'
import { Example } from '../src/web/ratings/example.tsx'
import { SearchForm } from '../src/web/search/form.tsx'
import { Matrix, MatrixLists } from '../src/web/signal/matrix.tsx'

const board = await fixtureServices().board(
  'harrowmere',
  { framework: null, end: null },
  { asAt: '2026-11-22' },
  'officer',
)
const signal = await fixtureServices().signal('harrowmere', null, { asAt: '2026-11-22' }, 'officer')
const june = { asAt: '2017-06-19' }
const qualityRatings = await fixtureServices().indicator('norfolk', 'cqc-good-or-above', june, 'officer')
const log = await fixtureServices().actions('norfolk', june, 'officer')
const choice: Choice = {
  find: 'e',
  rating: 'Amber',
  exception: 'any',
  sort: { by: 'rating', down: false },
  counts: true,
}

/** The gallery as a page of its own. */
export function GalleryPage({ assets }: { assets: Looks }) {
  return (
    <Page frame={bareFrame(assets)} title="Gallery">
      <h1>Gallery</h1>
      <Part name="Signs">
        <p>
          {ratings.map(({ code }) => (
            <>
              <RatingMark rating={code} /> {code}{' '}
            </>
          ))}
        </p>
        <p>
          {directions.map(({ code }) => (
            <>
              <DirectionMark direction={code} />{' '}
            </>
          ))}
        </p>
      </Part>
      <Part name="Words">
        <p>
          A <Term slug="profiled-target">profiled target</Term> is explained in the glossary.
        </p>
        <SearchForm id="gallery-search" action="/norfolk/search" asAt={undefined} asked="delays" />
        <Example
          name="Red"
          example={{
            indicator: { slug: 'res-admissions-18-64-rate', name: 'Residential admissions 18-64' },
            given: '19.3 per 100,000 in March 2017, target 16.5; smaller is better',
            sum: ['(19.3 − 16.5) ÷ 16.5 = 17.0 %'],
            verdict: 'Red: 17.0 % above target',
            rating: 'Red',
          }}
          figures={indicator => `/norfolk/cards/${indicator}`}
        />
      </Part>
      <Part name="What an import would change">
        <Changes id="import-changes" name="Facts" changes={importPreviews.good.changes} total={3} />
      </Part>
      <Part name="Problems of an import">
        <Problems problems={importPreviews.wrong.problems} level="error" />
      </Part>
      <Part name="Past imports of an organisation">
        <PastImports organisation="norfolk" imports={imports} dayOf={instant => instant.slice(0, 10)} />
      </Part>
      <Part name="Forecast: in brief, in figures, its way, its test and the six prompts">
        <ForecastLines view={exampleForecast} />
        <ForecastTable view={exampleForecast} />
        <ForecastPath view={exampleForecast} />
        <AheadTable caption="In all" ahead={[]} all={examplePast.tested.tally} />
        <Prompts prompts={examplePrompts} />
      </Part>
      <Part name="Sparkline">
        <dl>
          {Object.entries(sparklines).map(([name, example]) => (
            <>
              <dt>{name}</dt>
              <dd>{raw(sparkline(example))}</dd>
            </>
          ))}
        </dl>
      </Part>
      <Part name="Dashboard: filters in effect, and a table that is sorted">
        <Chips board={board} choice={choice} asAt={undefined} />
        <SignalDrawings views={[...board.signals.values()]} />
        <DashboardTable
          dashboard={board.dashboard}
          signals={board.signals}
          chances={board.chances}
          asAt={undefined}
          choice={choice}
        />
      </Part>
      <Part name="Signal: verdicts in words">
        {[...board.signals.values()].map(view => (
          <SignalVerdicts view={view} />
        ))}
      </Part>
      <Part name="Signal: variation and assurance">
        <Matrix answer={signal} asAt={undefined} />
        <MatrixLists answer={signal} asAt={undefined} />
      </Part>
      <Part name="Dashboard: an indicator on a narrow screen">
        <div class="small-charts">
          {board.dashboard.rows.map(row => (
            <IndicatorCard
              row={row}
              signal={board.signals.get(row.indicator.slug)}
              chance={board.chances.get(row.indicator.slug)}
              link="#dashboard"
            />
          ))}
        </div>
      </Part>
      <Part name="Choices of a list">
        <Choices
          label="Example of choices"
          choices={[
            { href: '#all', words: 'Every card', count: 15, isChosen: true },
            { href: '#owed', words: 'Words owed', count: 10, isChosen: false },
          ]}
        />
      </Part>
      <History answer={qualityRatings} onlyChanged asAt="2017-06-19" />
      <Part name="Actions">
        <ul class="action-log">
          {log.actions.map(action => (
            <LoggedActionItem action={action} names={new Map()} organisation="norfolk" asAt="2017-06-19" />
          ))}
        </ul>
      </Part>
      <Part name="Spine">
        <dl>
          {Object.entries(spines).map(([name, example]) => (
            <>
              <dt>{name}</dt>
              <dd>{raw(spine(example))}</dd>
            </>
          ))}
        </dl>
      </Part>
      <Part name="Ranked dots">
        {Object.entries(rankedDotCharts).map(([name, example]) => (
          <section aria-labelledby={idOf(`dots ${name}`)}>
            <h3 id={idOf(`dots ${name}`)}>{name}</h3>
            <p>{example.sentence}</p>
            <div class="chart-frame">{raw(rankedDots(example, chartSizes.wide))}</div>
            <div class="small-charts">
              {raw(rankedDots(example, chartSizes.narrow))}
              {raw(rankedDots(example, chartSizes.small))}
            </div>
          </section>
        ))}
      </Part>
      <Part name="Funnel">
        {Object.entries(funnels).map(([name, example]) => (
          <section aria-labelledby={idOf(`funnel ${name}`)}>
            <h3 id={idOf(`funnel ${name}`)}>{name}</h3>
            <p>{example.sentence}</p>
            <div class="chart-frame">{raw(funnel(example, funnelSizes.wide))}</div>
            <div class="small-charts">{raw(funnel(example, funnelSizes.narrow))}</div>
          </section>
        ))}
      </Part>
      <Part name="Tile map">
        {Object.entries(tileMaps).map(([name, example], at) => (
          <section aria-labelledby={idOf(`tiles ${name}`)}>
            <h3 id={idOf(`tiles ${name}`)}>{name}</h3>
            <p>{example.sentence}</p>
            {at === 0 && <div class="chart-frame">{raw(tileMap(example, tileMapSizes.wide))}</div>}
            <div class="small-charts">{raw(tileMap(example, tileMapSizes.narrow))}</div>
          </section>
        ))}
      </Part>
      <Part name="Line chart">
        {Object.entries(lineCharts).map(([name, example]) => (
          <section aria-labelledby={idOf(name)}>
            <h3 id={idOf(name)}>{name}</h3>
            <p>{example.sentence}</p>
            <div class="chart-frame">{raw(lineChart(example, chartSizes.wide))}</div>
            <div class="small-charts">
              {raw(lineChart(example, chartSizes.narrow))}
              {raw(lineChart(example, chartSizes.small))}
            </div>
          </section>
        ))}
      </Part>
      <Part name="Bars">
        {Object.entries(barCharts).map(([name, example]) => (
          <section aria-labelledby={idOf(`bars ${name}`)}>
            <h3 id={idOf(`bars ${name}`)}>{name}</h3>
            <p>{example.sentence}</p>
            <div class="chart-frame">{raw(bars(example, chartSizes.wide))}</div>
            <div class="small-charts">
              {raw(bars(example, chartSizes.narrow))}
              {raw(bars(example, chartSizes.small))}
            </div>
          </section>
        ))}
      </Part>
      <Part name="Bridge">
        {Object.entries(bridges).map(([name, example]) => (
          <section aria-labelledby={idOf(`bridge ${name}`)}>
            <h3 id={idOf(`bridge ${name}`)}>{name}</h3>
            <p>{example.sentence}</p>
            <div class="chart-frame">{raw(bridge(example, chartSizes.wide.width))}</div>
            <div class="small-charts">{raw(bridge(example, chartSizes.narrow.width))}</div>
          </section>
        ))}
      </Part>
      <Part name="Groups with intervals">
        {Object.entries(groupsWithIntervals).map(([name, example]) => (
          <section aria-labelledby={idOf(`interval dots ${name}`)}>
            <h3 id={idOf(`interval dots ${name}`)}>{name}</h3>
            <p>{example.sentence}</p>
            <div class="chart-frame">{raw(intervalDots(example, chartSizes.wide.width))}</div>
            <div class="small-charts">{raw(intervalDots(example, chartSizes.narrow.width))}</div>
          </section>
        ))}
      </Part>
      <Part name="Signal">
        <dl>
          {Object.entries(signalIcons).map(([name, icon]) => (
            <>
              <dt>{iconMeanings[name as keyof typeof iconMeanings]}</dt>
              <dd>{raw(icon)}</dd>
            </>
          ))}
        </dl>
      </Part>
      <Part name="Control chart">
        {Object.entries(controlCharts).map(([name, example]) => (
          <section aria-labelledby={idOf(name)}>
            <h3 id={idOf(name)}>{name}</h3>
            <p>{example.sentence}</p>
            <div class="chart-frame">{raw(controlChart(example, controlChartSizes.wide))}</div>
            <div class="small-charts">{raw(controlChart(example, controlChartSizes.narrow))}</div>
          </section>
        ))}
      </Part>
    </Page>
  )
}

function Part({ name, children }: { name: string; children?: Child }) {
  return (
    <section class="section" aria-labelledby={idOf(name)}>
      <h2 id={idOf(name)}>{name}</h2>
      {children}
    </section>
  )
}

const idOf = (name: string) => name.toLowerCase().replace(/\W+/g, '-')
