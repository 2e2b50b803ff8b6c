import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { proofs } from '../../src/answers/forecast/proof.data.ts'
import type { Tally as TallyOfForecasts } from '../../src/judgement/forecast/backtest.ts'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
const at = (name: string) => join(folder.path, name)
const home = homeIn(at('register'))
const fixture = (name: string) => join(root, 'test/fixtures/forecast', name)
const november = ['forecast', '--org', 'demo', '--as-at', '2025-11-30', '--json']

beforeAll(async () => {
  await home.text(['examples', 'load', 'demo'])
})
afterAll(folder.remove)

type Measured = { value: number; n: number }
type Said = { at: string; ahead: number; expected: number; lower80: number | null; actual: number }
type Series = { series: string; reason: string | null; forecasts: number; said: Said[] }
type Tally = { forecasts: number; held80: Measured; held95: Measured; mase: Measured; againstLast: Measured }
type Backtest = {
  all: Tally
  ahead: Tally[]
  findings: string[]
  series: Series[]
}

/** A tally with its figures at the decimals at which the page's own are recorded. */
function asRecorded({ forecasts, held80, held95, mase, againstLast }: TallyOfForecasts | Tally) {
  const short = ({ value, n }: { value: number | null; n: number }) => [value === null ? null : value.toFixed(4), n]
  return [forecasts, ...[held80, held95, mase, againstLast].map(short)]
}

describe('forecast --backtest --series', () => {
  test('holds what it says of 110 months of 32 Scottish councils', async () => {
    const { all, ahead, series, findings }: Backtest = await home.json([
      'forecast',
      '--backtest',
      '--series',
      fixture('scotland.csv'),
    ])
    expect(series).toHaveLength(32)
    // What the page says of it is what comes out.
    expect(asRecorded(all)).toEqual(asRecorded(proofs.scotland.all))
    expect(ahead.map(asRecorded)).toEqual(proofs.scotland.ahead.map(({ tally }) => asRecorded(tally)))
    expect(all.held80.n).toBeGreaterThan(5000)
    expect(all.held80.value).toBeGreaterThanOrEqual(0.75)
    expect(all.held80.value).toBeLessThanOrEqual(0.85)
    expect(all.mase.value).toBeLessThan(1)
    // Delays wander: the last value is as good a guess as any, and the answer says so.
    expect(all.againstLast.value).toBeGreaterThan(1)
    expect(findings.join(' ')).toContain('hardly anything beats their last value')
    expect(series.every(each => each.said.every(said => said.expected >= 0 && (said.lower80 ?? 0) >= 0))).toBe(true)
  })

  test('refuses every one of the Welsh series of 24 months, and says why', async () => {
    const { all, series }: Backtest = await home.json(['forecast', '--backtest', '--series', fixture('wales.csv')])
    expect(series).toHaveLength(7)
    expect([series.length, series.filter(each => each.reason !== null).length]).toEqual([
      proofs.wales.series,
      proofs.wales.refused,
    ])
    expect(all).toMatchObject({ forecasts: 0, held80: { value: null, n: 0 }, mase: { value: null, n: 0 } })
    for (const each of series) expect(each.reason).toContain('it takes 24')
  })

  test('says the same of a past point when later months are not in the file', async () => {
    const lines = readFileSync(fixture('scotland.csv'), 'utf8').trim().split('\n')
    const [heading = '', ...rows] = lines
    const few = rows.filter(row => row.startsWith('S12000005') && row.slice(10, 17) <= '2021-03')
    writeFileSync(at('few.csv'), [heading, ...few].join('\n'))
    const whole: Backtest = await home.json(['forecast', '--backtest', '--series', fixture('scotland.csv')])
    const part: Backtest = await home.json(['forecast', '--backtest', '--series', at('few.csv')])
    const said = part.series[0]?.said ?? []
    expect(said.length).toBeGreaterThan(50)
    const all = new Set(whole.series.find(each => each.series === 'S12000005')?.said.map(each => JSON.stringify(each)))
    for (const each of said) expect(all).toContain(JSON.stringify(each))
  })

  test('refuses a file that is wrong, and options that do not go together', async () => {
    writeFileSync(at('wrong.csv'), 'series,period,value\na,May,x\n')
    const ran = await home.run(['forecast', '--backtest', '--series', at('wrong.csv')])
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toContain('Row 2: the value is “x”')
    expect(await home.run(['forecast', '--series', at('wrong.csv')])).toMatchObject({ code: 2 })
    expect(await home.run(['forecast', '--org', 'demo', '--backtest', '--indicator', 'a'])).toMatchObject({ code: 2 })
    expect(await home.run(['forecast', '--org', 'demo', '--indicator', 'nonsense'])).toMatchObject({ code: 1 })
  })
})

describe('forecast of a framework', () => {
  type View = {
    indicator: string
    reason: string | null
    chance: number | null
    yearEnd: { method: string; lower80: number | null; rating: string | null } | null
    sentences: string[]
  }
  type Answer = { indicators: View[] }

  test('forecasts every indicator in sentences, or says why not', async () => {
    const { indicators }: Answer = await home.json(november)
    expect(indicators.length).toBeGreaterThanOrEqual(20)
    for (const each of indicators) {
      expect(each.yearEnd === null).toBe(each.reason !== null)
      expect(each.sentences.length).toBeGreaterThan(0)
      if (each.yearEnd?.lower80 == null) expect(each.chance).toBeNull()
      if (each.yearEnd?.method === 'last_value') expect(each.sentences[0]).toContain('No forecast with a probability')
    }
    expect(indicators.some(each => each.chance !== null)).toBe(true)
    expect(indicators.find(each => each.indicator === 'reablement-started')?.yearEnd?.method).toBe('seasonal_shares')
  })

  test('does not change by what came to be known after its day', async () => {
    const before = await home.run(november)
    writeFileSync(
      at('observations.csv'),
      'indicator,geography,period,value\nrequests-resolved-early,harrowmere,2025-10,99.9\nrequests-resolved-early,harrowmere,2025-12,1.1\n',
    )
    await home.text(['import', at('observations.csv'), '--org', 'demo', '--known-on', '2026-01-31'])
    expect((await home.run(november)).stdout).toBe(before.stdout)
    expect((await home.run(november.with(4, '2026-02-01'))).stdout).not.toBe(before.stdout)
  })

  test('forecasts nothing for the public where a figure of the series is suppressed from it', async () => {
    const shown: { indicators: { indicator: string; periods: { reason: string | null }[] }[] } = await home.json([
      'dashboard',
      '--org',
      'demo',
      '--as-at',
      '2026-03-31',
      '--audience',
      'public',
    ])
    const hidden = shown.indicators.filter(each => each.periods.some(cell => cell.reason === 'suppressed'))
    const { indicators }: Answer = await home.json([...november.with(4, '2026-03-31'), '--audience', 'public'])
    for (const { indicator } of hidden)
      expect(indicators.find(each => each.indicator === indicator)).toMatchObject({
        reason: 'No forecast: a figure of it is suppressed.',
        yearEnd: null,
      })
  })
})
