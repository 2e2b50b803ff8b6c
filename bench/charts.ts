/** How fast a line chart is drawn, beside others that draw the same series as SVG on a server. */
import { spawn } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { PictureSize } from '../src/charts/drawing/picture.ts'
import { chartSizes, type LineChartInput } from '../src/charts/line-chart/input.ts'
import { lineChart } from '../src/charts/line-chart/line-chart.ts'
import { chanceFrom } from '../src/shared/chance.ts'
import { type Period, shiftMonths, toPeriod } from '../src/shared/period/period.ts'
import { endOf } from './support/command.ts'
import { kilobytes, quantile, spread, timed, times } from './support/numbers.ts'
import type { Tell } from './support/tell.ts'

const months: readonly Period[] = Array.from({ length: 36 }, (_, at) => shiftMonths(toPeriod('2022-04'), at))
const runs = 300

/** 36 months with a target, as a report card draws them. */
function series(): LineChartInput {
  const chance = chanceFrom(3)
  const values = months.map((_, at) => 60 + at * 0.2 + chance() * 4)
  return {
    sentence: 'Up from 60.3 % in April 2022 to 68.1 % in March 2025.',
    owner: 'Bench',
    decimals: 1,
    points: months.map((period, at) => {
      const shown = (values[at] ?? 0).toFixed(1)
      return { period, value: Number(shown), shown, marks: [] }
    }),
    targets: months.map(period => ({ period, value: 65, shown: '65.0' })),
  }
}

type Row = { readonly date: Date; readonly value: number; readonly target: number }

type Drawer = {
  readonly name: string
  /** Reads the library, and gives what draws. */
  readonly open: (rows: readonly Row[], size: PictureSize) => Promise<() => string | Promise<string>>
}

function rowsOf({ points, targets }: LineChartInput): Row[] {
  return points.map(({ period, value }, at) => ({
    date: new Date(`${period}-01T00:00:00Z`),
    value: value ?? 0,
    target: targets[at]?.value ?? 0,
  }))
}

/** Fetches what is compared with into a folder that goes again; null where it cannot be had. */
async function install(folder: string): Promise<readonly Drawer[] | null> {
  const into = join(folder, 'others')
  cpSync(fileURLToPath(new URL('./others', import.meta.url)), into, { recursive: true })
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--silent']
  const ran = await endOf(spawn('npm', args, { cwd: into, stdio: ['ignore', 'pipe', 'pipe'] })).catch(() => null)
  if (ran?.code !== 0) return null
  const { drawers } = (await import(pathToFileURL(join(into, 'drawers.js')).href)) as { drawers: readonly Drawer[] }
  return drawers
}

/** A line chart of ours, and the same series drawn by others, each after it is warm. */
export async function charts(tell: Tell, folder: string): Promise<void> {
  const input = series()
  const ours = await timed(runs, () => lineChart(input, chartSizes.wide))
  const bytes = lineChart(input, chartSizes.wide).length
  tell('a line chart of 36 months with its target', `${spread(ours)}, ${kilobytes(bytes)}`, 'median 0.5 ms, 6 kB')
  const drawers = await install(folder)
  if (drawers === null) return tell('the same series by other libraries', 'cannot be had: npm could not fetch them')
  for (const { name, open } of drawers) {
    const draw = await open(rowsOf(input), chartSizes.wide)
    const taken = await timed(runs / 3, draw)
    const { length } = await draw()
    const ratios = `${times(quantile(taken, 0.5) / quantile(ours, 0.5))} our time, ${times(length / bytes)} our bytes`
    tell(`the same series by ${name}`, `${spread(taken)}, ${kilobytes(length)}: ${ratios}`)
  }
}
