/** Every chart and sign in one place, each of its examples: to look at, and for the checks to run over. */
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { examples as lineCharts } from '../src/charts/line-chart/examples.ts'
import { chartSizes } from '../src/charts/line-chart/input.ts'
import { lineChart } from '../src/charts/line-chart/line-chart.ts'
import { examples as sparklines } from '../src/charts/sparkline/examples.ts'
import { sparkline } from '../src/charts/sparkline/sparkline.ts'
import { directions, ratings } from '../src/shared/codes.ts'
import type { Assets } from '../src/web/assets.ts'
import { DirectionMark, RatingMark } from '../src/web/components/marks.tsx'
import { importPreviews, imports } from '../src/web/fixtures/imports.ts'
import { bareFrame } from '../src/web/frame/frame.ts'
import { Page } from '../src/web/frame/page.tsx'
import { Changes } from '../src/web/import/changes.tsx'
import { PastImports } from '../src/web/import/past-imports.tsx'
import { Problems } from '../src/web/import/problems.tsx'

/** The gallery as a page of its own. */
export function GalleryPage({ assets }: { assets: Pick<Assets, 'stylesheet' | 'mark' | 'font'> }) {
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
      <Part name="What an import would change">
        <Changes id="import-changes" name="Facts" changes={importPreviews.good.changes} total={3} />
      </Part>
      <Part name="Problems of an import">
        <Problems problems={importPreviews.wrong.problems} prefix="error" />
      </Part>
      <Part name="Past imports of an organisation">
        <PastImports organisation="norfolk" imports={imports} dayOf={instant => instant.slice(0, 10)} />
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
