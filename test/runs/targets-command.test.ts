/** Paths of targets over the command: what they would mean beside published figures, proposed, agreed and undone. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
afterAll(folder.remove)

describe('tidemark targets', () => {
  const home = homeIn(join(folder.path, 'command'))
  beforeAll(async () => {
    await home.text(['examples', 'load', 'norfolk', 'england'])
  })

  type Shown = {
    asked: {
      years: { period: string; target: number }[]
      pace: { known: boolean; improved: number; of: number; councils: string[] }
      basis: string | null
      goal: { value: number }
    }
  }
  const slug = 'ascof-1e'

  test('counts the councils that improved as fast as the publisher’s own file has them', async () => {
    const { asked } = (await home.json([
      ...['targets', 'show', slug, '--org', 'norfolk'],
      ...['--goal', '5.0', '--by', '2018/19'],
    ])) as Shown
    expect(asked.years).toMatchObject([
      { period: '2017/18', target: 4.2 },
      { period: '2018/19', target: 5 },
    ])
    // The same, counted from the table by another way: over the three years that one definition spans.
    type Row = Record<'indicator' | 'geography' | 'period' | 'value' | 'marks' | 'breakdown', string>
    const table = (name: string): Row[] => parse(readFileSync(join(root, 'examples/england', name)), { columns: true })
    const councils = new Set(
      (table('geographies.csv') as unknown as Record<string, string>[])
        .filter(row => row['type'] === 'council')
        .map(row => row['geography']),
    )
    const rows = table('observations.csv').filter(
      row =>
        row.indicator === 'ld-paid-employment' &&
        row.value !== '' &&
        row.breakdown === '' &&
        councils.has(row.geography),
    )
    const years = [...new Set(rows.map(row => row.period))].sort()
    expect(years).toHaveLength(3)
    const valueIn = (council: string, year: string | undefined) => {
      const value = rows.find(row => row.geography === council && row.period === year)?.value
      return value === undefined ? null : Math.round(Number(value) * 1e6)
    }
    let [told, did] = [0, 0]
    for (const council of councils) {
      const [first, second, third] = years.map(year => valueIn(String(council), year))
      if (first === null || third === null || first === undefined || third === undefined) continue
      told += 1
      const ends = [third - first, ...(second === null || second === undefined ? [] : [second - first, third - second])]
      if (ends.some(change => change >= 1_600_000)) did += 1
    }
    expect(asked.pace).toMatchObject({ known: true, improved: did, of: told })
    expect(told).toBe(148)
  })

  test('says that a path over more years than one definition spans cannot be compared', async () => {
    const { asked } = (await home.json([
      ...['targets', 'show', slug, '--org', 'norfolk'],
      ...['--goal', '7', '--by', '2021/22'],
    ])) as Shown
    expect(asked.pace).toMatchObject({
      known: false,
      because: 'one definition spans 2 years of change, and the path takes 5',
    })
  })

  test('aims at the average and the best quarter of a group as the benchmark has them', async () => {
    const shape = async (name: string) =>
      (
        (await home.json([
          'targets',
          'show',
          slug,
          '--org',
          'norfolk',
          '--shape',
          name,
          '--group',
          'region',
          '--by',
          '2019/20',
        ])) as Shown
      ).asked
    const benchmark = (await home.json([
      'benchmark',
      '--org',
      'norfolk',
      '--indicator',
      slug,
      '--group',
      'region',
      '--period',
      '2019/20',
    ])) as {
      group: { mean: number; upperQuartile: number }
    }
    const average = await shape('group_average')
    expect(average.goal.value).toBeCloseTo(benchmark.group.mean, 1)
    expect(average.basis).toMatch(/^East.*, 2019\/20: mean of \d+ councils$/)
    // Rounded to the one decimal that is shown: half a unit of it away at most.
    const { goal } = await shape('top_quartile')
    expect(Math.abs(goal.value - benchmark.group.upperQuartile)).toBeLessThanOrEqual(0.05 + 1e-9)
  })

  test('proposes, agrees and undoes; a proposal rates nothing, and an agreed path does', async () => {
    const rating = async () => {
      const { periods } = (await home.json(['indicator', 'requests-to-assessment', '--org', 'norfolk'])) as {
        periods: { period: string; rating: string | null; target: number | null }[]
      }
      const found = periods.find(({ period }) => period === '2017/18')
      return [found?.rating, found?.target]
    }
    const later = join(folder.path, 'later')
    mkdirSync(later)
    writeFileSync(
      join(later, 'observations.csv'),
      'indicator,period,value,owner,known_on\nrequests-to-assessment,2017/18,30.00,norfolk,2018-06-01\n',
    )
    await home.text(['import', later])
    const propose = ['targets', 'propose', 'requests-to-assessment', '--org', 'norfolk']
    const line = ['--goal', '26', '--by', '2018/19', '--from', '2016/17', '--out-of', '61000']
    expect(await home.text([...propose, ...line, '--dry-run'])).toContain('about 15,860 in 2018/19')
    expect(await home.text([...propose, ...line])).toMatch(/^Proposed, as import \d+/)
    expect(await rating()).toEqual([null, null])
    // No path is agreed before it is proposed.
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date())
    const agreed = await home.text([
      ...['targets', 'agree', 'requests-to-assessment', '--org', 'norfolk'],
      ...['--agreed-by', 'Adult Social Care Committee', '--agreed-on', today],
    ])
    // Half way from 32.72 to 26 is 29.36, of which 30.00 is 2.2 % short.
    expect(await rating()).toEqual(['Amber', 29.36])
    const listed = (await home.json(['targets', '--org', 'norfolk', '--framework', 'best-practice-targets'])) as {
      indicators: { indicator: string; state: string; agreedBy: string | null }[]
    }
    expect(listed.indicators[0]).toMatchObject({ state: 'agreed', agreedBy: 'Adult Social Care Committee' })
    expect((await home.text(['imports', '--org', 'norfolk'])).match(/targets workbench: /g)).toHaveLength(2)
    const n = /import (\d+)/.exec(agreed)?.[1] ?? ''
    await home.text(['undo', n, '--why', 'The minutes say otherwise'])
    expect(await rating()).toEqual([null, null])
  })

  test.each([
    [['propose', slug, '--org', 'norfolk', '--goal', 'much', '--by', '2018/19'], 'The goal is a number'],
    [['propose', slug, '--org', 'norfolk'], 'Say the path'],
    [['show', slug, '--org', 'norfolk', '--targets', '2017=4'], '--targets takes years with values'],
    [['show', slug, '--org', 'norfolk', '--shape', 'curve'], '--shape takes line, points'],
    [['agree', slug, '--org', 'norfolk', '--agreed-by', 'A', '--agreed-on', '2017-10-09'], 'nothing to agree'],
    [['propose', slug, '--org', 'norfolk', '--goal', '160', '--by', '2018/19'], '160 cannot be a target'],
    [['show', 'nothing', '--org', 'norfolk'], 'has no indicator called nothing'],
  ])('refuses %j in plain words', async (args, words) => {
    const ran = await home.run(['targets', ...args])
    expect(ran.code).not.toBe(0)
    expect(ran.stderr).toContain(words)
  })
})
