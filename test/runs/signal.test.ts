import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
const at = (name: string) => join(folder.path, name)
const home = homeIn(at('register'))
const vectors = join(root, 'test/fixtures/statistics/spc-vectors.json')
const march = ['--org', 'demo', '--as-at', '2026-03-31']

beforeAll(async () => {
  await home.text(['examples', 'load', 'demo'])
})
afterAll(folder.remove)

type Series = { id: string; quirk: string | null; expected: unknown }

/** Both as text with numbers at nine digits, so that only a real difference shows. */
const text = (value: unknown) =>
  JSON.stringify(value, (_, each) => (typeof each === 'number' ? Number(each.toPrecision(10)) : each))

describe('signal --series', () => {
  const { series } = JSON.parse(readFileSync(vectors, 'utf8')) as { series: Series[] }
  const ofPackage = series.map(({ id, expected }) => ({ id, expected }))

  test('prints for the published series what the package found, key by key', async () => {
    const answer: { series: unknown[] } = await home.json(['signal', '--series', vectors])
    expect(Object.keys(answer)).toEqual(['series'])
    expect(answer.series.map(text)).toEqual(ofPackage.map(text))
  })

  test('differs from it in the two labelled oddities alone, where they are not asked for', async () => {
    const answer: { series: { id: string }[] } = await home.json(['signal', '--series', vectors, '--quirks', 'none'])
    const differing = answer.series.filter((each, place) => text(each) !== text(ofPackage[place]))
    expect(differing.map(each => each.id)).toEqual(series.filter(each => each.quirk !== null).map(each => each.id))
    const all = await home.json(['signal', '--series', vectors, '--quirks', 'all'])
    expect(text(all)).toBe(text({ series: ofPackage }))
  })

  test('says in words what each point is', async () => {
    const printed = await home.text(['signal', '--series', vectors])
    expect(printed).toContain('A signal of concern: the latest value is above the upper limit.')
    expect(printed).toMatch(/2025-04-01 +3\.56 +2\.5186 +2\.92 +3\.3214 {2}concern: above the upper limit/)
  })

  test('refuses a file that is wrong, with every fault, and prints nothing', async () => {
    const file = at('wrong.json')
    writeFileSync(file, '{ "series": [{ "id": "a", "options": {}, "input": [{ "date": "May", "value": "x" }] }] }')
    const ran = await home.run(['signal', '--series', file, '--json'])
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toContain('Wrong: Series 1 (a): improvement_direction is missing; it must be increase')
    expect(ran.stderr).toContain('Wrong: Series 1 (a), point 1: date is "May"; it must be a day')
    expect(await home.run(['signal', '--series', at('none.json')])).toMatchObject({ code: 1 })
    expect(await home.run(['signal', '--series', vectors, '--quirks', 'some'])).toMatchObject({ code: 2 })
    expect(await home.run(['signal', '--quirks', 'all', ...march])).toMatchObject({ code: 2 })
  })
})

describe('signal of a framework', () => {
  type Answer = {
    matrix: { cells: { indicators: string[] }[] }[]
    others: { indicator: string }[]
    indicators: { indicator: string; reason: string | null; chart: unknown; variationIcon: string | null }[]
  }

  test('places each indicator once, or says why it stands nowhere', async () => {
    const answer: Answer = await home.json(['signal', ...march])
    const placed = answer.matrix.flatMap(row => row.cells.flatMap(cell => cell.indicators))
    const all = [...placed, ...answer.others.map(other => other.indicator)]
    expect(all.toSorted()).toEqual(answer.indicators.map(each => each.indicator).toSorted())
    expect(new Set(all).size).toBe(all.length)
    for (const each of answer.indicators) {
      // One at no steady level has its sign, and stands among the others with the reason.
      const hasPlace = placed.includes(each.indicator) || /no steady level/.test(JSON.stringify(each))
      expect(each.variationIcon !== null).toBe(hasPlace)
      expect(each.reason === null).toBe(hasPlace)
    }
    expect(answer.indicators.find(each => each.indicator === 'reablement-started')?.chart).toBeNull()
  })

  test('begins anew where officers decided it, as known on the day', async () => {
    const one = ['signal', ...march, '--indicator', 'requests-resolved-early']
    expect(await home.text(one)).toContain('A new stretch from November 2024: Advice workers joined')
    const before = await home.text([...one, '--as-at', '2025-09-01'])
    expect(before).not.toContain('A new stretch')
  })

  test('judges the monthly figures that underlie a rolling one, though no framework holds them', async () => {
    const demo = readFileSync(join(root, 'examples/demo/indicators.csv'), 'utf8')
    const [heading = [], ...rows] = parseCsv(demo) as string[][]
    const place = (name: string) => heading.indexOf(name)
    const rolling = rows.find(row => row[place('indicator')] === 'carers-supported-rate') ?? []
    const changed = rolling.with(place('related'), 'carers-supported-monthly')
    const monthly = rolling.with(place('indicator'), 'carers-supported-monthly').with(place('kind'), 'in_period')
    const more = at('more')
    mkdirSync(more)
    const quoted = (row: readonly string[]) => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')
    writeFileSync(join(more, 'indicators.csv'), [heading, changed, monthly].map(quoted).join('\n'))
    const months = Array.from(
      { length: 14 },
      (_, index) => `${index < 9 ? 2024 : 2025}-${String(((index + 3) % 12) + 1).padStart(2, '0')}`,
    )
    const figures = months.map((month, index) => `carers-supported-monthly,harrowmere,${month},${40 + (index % 3)}`)
    writeFileSync(join(more, 'observations.csv'), ['indicator,geography,period,value', ...figures].join('\n'))
    const one = ['signal', ...march, '--indicator', 'carers-supported-rate']
    expect(await home.text(one)).toContain('No control chart: values are rolling 12 months')
    await home.text(['import', more, '--org', 'demo', '--known-on', '2026-02-01'])
    expect(await home.json(one)).toMatchObject({
      indicator: 'carers-supported-rate',
      figures: 'carers-supported-monthly',
      variationIcon: 'common',
    })
  })

  test('draws a chart into a file, and says why there is none', async () => {
    const file = at('chart.svg')
    await home.text(['signal', ...march, '--indicator', 'requests-resolved-early', '--chart', file])
    expect(readFileSync(file, 'utf8')).toMatch(/^<svg .*role="img".*A: new limits from Nov 24/)
    const none = await home.run(['signal', ...march, '--indicator', 'reablement-started', '--chart', at('no.svg')])
    expect(none).toMatchObject({ code: 1 })
    expect(none.stderr).toContain('neighbouring points share data')
    expect(await home.run(['signal', ...march, '--chart', file])).toMatchObject({ code: 2 })
    expect(await home.run(['signal', ...march, '--indicator', 'nonsense'])).toMatchObject({ code: 1 })
  })
})
