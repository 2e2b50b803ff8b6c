import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { benchmark, loadFigures } from '../../src/answers/benchmark/benchmark.ts'
import { findCouncil } from '../../src/answers/national/find-council.ts'
import { findGroup } from '../../src/answers/national/find-group.ts'
import { findMeasure } from '../../src/answers/national/find-measure.ts'
import { councilsOf, loadNational } from '../../src/answers/national/national-data.ts'
import { openRegister } from '../../src/register/index.ts'
import { rounded } from '../../src/shared/rounding.ts'
import { type Answer, askingIn } from '../support/benchmarks.ts'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// The publishers' figures of every council (Open Government Licence v3.0; see examples/england/README.md).

type Row = Readonly<Record<string, string>>

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'register'))
const example = (name: string, table: string) =>
  parseCsv(readFileSync(join(root, 'examples', name, `${table}.csv`)), { columns: true }) as Row[]
const england = example('england', 'observations')

beforeAll(async () => {
  for (const name of ['england', 'leicester', 'norfolk', 'demo']) await home.text(['examples', 'load', name])
}, 120_000)
afterAll(folder.remove)

const { run, ask, refusal } = askingIn(home.path)

describe('ranks', () => {
  test('are those of an independent count, of measures of both polarities, in every year, of every publisher', async () => {
    const register = await openRegister(
      { file: join(home.path, 'register.sqlite') },
      { now: () => '2026-01-01T00:00:00.000Z', randomHex: () => '' },
    )
    const data = await loadNational(register.reader, { asAt: '2026-11-22' })
    const councils = new Set(councilsOf(data).map(each => each.name))
    for (const [asked, polarity, owner] of [
      ['3A', 'bigger', 'dhsc'],
      ['1B', 'bigger', 'dhsc'],
      ['2C', 'smaller', 'dhsc'],
      ['workforce-turnover', 'smaller', 'oflog'],
      ['2022/23:2D', 'bigger', 'oflog'],
      ['2022/23:2A(2)', 'smaller', 'nhs-digital'],
    ] as const) {
      const norfolk = findCouncil(data, 'norfolk')
      const measure = findMeasure(data, norfolk, asked)
      const figures = await loadFigures(register.reader, data, norfolk, [measure.slug])
      const own = england.filter(
        row =>
          row['owner'] === owner && row['indicator'] === measure.slug && row['breakdown'] === '' && row['value'] !== '',
      )
      for (const [period, rows] of Map.groupBy(own, row => String(row['period']))) {
        const field = rows.filter(row => councils.has(String(row['geography'])))
        // Every fifteenth: each answer also draws a thousand times; ranksOf() has an oracle of its own.
        for (const row of field.filter((_, at) => at % 15 === 0)) {
          const council = findCouncil(data, String(row['geography']))
          const group = findGroup(data, council, 'england')
          const given = figures.get(measure.slug) ?? { published: [], own: [] }
          const { rank } = benchmark(data, given, { council, measure, group, period })
          const isBetter = (other: Row) =>
            polarity === 'bigger'
              ? Number(other['value']) > Number(row['value'])
              : Number(other['value']) < Number(row['value'])
          expect(rank, `${asked} ${period} ${row['geography']}`).toEqual({
            rank: field.filter(isBetter).length + 1,
            of: field.length,
            tied: field.filter(other => Number(other['value']) === Number(row['value'])).length > 1,
          })
        }
      }
    }
    await register.close()
  }, 120_000)

  test('say how sure they are, from published margins of error or counts; and why not, where neither is published', async () => {
    const survey = await ask('norfolk', '3A', '2016/17')
    expect(survey).toMatchObject({
      rank: 56,
      of: 151,
      tied: true,
      quartile: 2,
      intervalBasis: 'published margins of error',
    })
    expect(survey.interval?.lower).toBeLessThan(56)
    expect(survey.interval?.upper).toBeGreaterThan(56)
    const counts = await ask('norfolk', '2C', '2024/25')
    expect(counts.intervalBasis).toBe('published counts')
    expect(counts.interval?.upper).toBeGreaterThanOrEqual(Number(counts.rank))
    expect(await ask('norfolk', '6A', '2024/25')).toMatchObject({
      interval: null,
      intervalBasis: 'neither a margin of error nor counts of the council are published',
    })
  })

  test('are the same each time they are asked for', async () => {
    const args = ['--org', 'norfolk', '--indicator', '3A', '--period', '2016/17', '--json']
    expect(await home.text(['benchmark', ...args])).toBe(`${await run(args)}\n`)
  })

  test('are not given to measures for information, nor where the council has no value', async () => {
    expect(await ask('norfolk', 'requests-resulting-in-a-service', '2022/23')).toMatchObject({
      rank: null,
      of: null,
      quartile: null,
      rankReason: 'the measure is for information: no end of it is the good one',
    })
    expect(await ask('derby', '3A', '2020/21')).toMatchObject({
      value: null,
      reason: 'not_available',
      rank: null,
      rankReason: 'the council has no value in this period',
      group: { councils: 18 },
    })
    const suppressed = england.find(
      row => row['indicator'] === 'care-home-admissions-18-64-client-level' && row['reason'] === 'suppressed',
    )
    expect(await ask(String(suppressed?.['geography']), '2B', '2024/25')).toMatchObject({
      value: null,
      reason: 'suppressed',
      rank: null,
    })
  })
})

describe('the last time', () => {
  test('passes over the voluntary survey of 2020/21, and has none for it', async () => {
    expect((await ask('kirklees', '3A', '2021/22')).previous).toMatchObject({ period: '2019/20' })
    const voluntary = await ask('kirklees', '3A', '2020/21')
    expect(voluntary).toMatchObject({
      of: 18,
      previous: null,
      previousReason: '2020/21 is not comparable with other years',
    })
    expect(voluntary.notes.join(' ')).toContain('free to hold the survey')
  })

  test('is not told over a break: the formula of 1B was put right in 2020/21', async () => {
    const answer = await ask('norfolk', '1B', '2021/22')
    expect(answer.previous).toBeNull()
    expect(answer.previousReason).toMatch(/^2019\/20 is not comparable: An error in the formula/)
    expect((await ask('norfolk', '1B', '2022/23')).previous).toMatchObject({ period: '2021/22' })
    expect((await ask('norfolk', '1B', '2019/20')).previous).toMatchObject({ period: '2018/19' })
  })

  test('is the last survey of carers, which is not held every year', async () => {
    expect((await ask('norfolk', '1C', '2021/22')).previous).toMatchObject({ period: '2018/19' })
  })

  test('is none for client-level measures: the returns that they replaced are another measure', async () => {
    expect(await ask('norfolk', '2A', '2024/25')).toMatchObject({
      previous: null,
      previousReason: 'nothing earlier of Norfolk is published',
    })
    expect(await refusal(['--org', 'norfolk', '--indicator', '2A', '--period', '2019/20'])).toBe(
      'There are no figures of reablement-no-ongoing-support-client-level for 2019/20, only for 2024/25; on another basis there is sequel-to-short-term-services',
    )
  })
})

test('a line leads from year to year, and never over a gap, a break or a year that is not comparable', async () => {
  const joins = async (code: string) =>
    (await ask('norfolk', code, '2023/24')).history.map(point => `${point.joined ? '–' : '|'}${point.period}`).join(' ')
  expect(await joins('3A')).toBe(
    '|2015/16 –2016/17 –2017/18 –2018/19 –2019/20 |2020/21 |2021/22 –2022/23 –2023/24 –2024/25',
  )
  expect(await joins('1B')).toBe('|2016/17 –2017/18 –2018/19 –2019/20 |2020/21 |2021/22 –2022/23 –2023/24 –2024/25')
  expect(await joins('1C')).toBe('|2016/17 –2018/19 |2021/22 –2023/24')
})

describe('codes', () => {
  test('are of the newest edition whatever the period, and of another where it is named', async () => {
    const measures = async (...codes: string[]) =>
      Promise.all(codes.map(async code => (await ask('norfolk', code, '2016/17')).measure))
    expect(await measures('3A', '2022/23:1B', '2016/17:1B', '3a')).toEqual(Array(4).fill('control-over-daily-life'))
    expect(await measures('1D', '2022/23:3A')).toEqual(Array(2).fill('satisfaction-users'))
    expect(await measures('5A(1)', '5a1', '2022/23:1I1')).toEqual(Array(3).fill('social-contact-users'))
  })

  test('that an edition does not have are told, with what another makes of them', async () => {
    expect(await refusal(['--org', 'norfolk', '--indicator', '1F'])).toBe(
      'There is no measure called 1F: another edition has 2022/23:1F (mh-paid-employment)',
    )
    expect(await refusal(['--org', 'norfolk', '--indicator', '9Z'])).toMatch(
      /^There is no measure called 9Z: the edition of 2024\/25 has 1A, 1B/,
    )
  })
})

describe('councils', () => {
  test('of the publishers’ files alone are asked for by slug, name or code', async () => {
    for (const org of ['hackney', 'Hackney', 'E09000012', '704', 'London Borough of Hackney'])
      expect(await ask(org, '3A', '2016/17'), org).toMatchObject({
        organisation: 'hackney',
        organisationName: 'Hackney',
      })
    for (const org of ['City of London', 'E09000001', 'city-of-london'])
      expect(await ask(org, '3A', '2018/19'), org).toMatchObject({ organisation: 'city-of-london' })
    expect(await ask('Dorset County Council', '3A', '2024/25')).toMatchObject({ organisation: 'dorset' })
    expect(await ask('Dorset County', '3A', '2016/17')).toMatchObject({ organisation: 'dorset-county' })
    expect(await ask('809', '3A', '2024/25')).toMatchObject({ organisationName: 'Dorset' })
    expect(await ask('E10000027', '3A', '2016/17')).toMatchObject({ organisationName: 'Somerset' })
    expect(await ask('Medway Towns', '3A', '2016/17')).toMatchObject({ organisation: 'medway' })
  })

  test('that nobody knows, and invented ones, are told in a sentence', async () => {
    expect(await refusal(['--org', 'hack', '--indicator', '3A'])).toMatch(/did you mean hackney\?$/)
    for (const org of ['council', 'london', '', 'norfolk; drop table fact'])
      expect(await refusal(['--org', org, '--indicator', '3A']), org).toMatch(
        /^Nobody knows a council called|^--org is missing$/,
      )
    expect(await refusal(['--org', 'demo', '--indicator', '3A'])).toMatch(
      /is not among the councils of the publishers’ files$/,
    )
  })

  test('that were reorganised stay apart', async () => {
    expect(await ask('northamptonshire', '3A', '2016/17')).toMatchObject({ of: 151 })
    expect(await ask('west-northamptonshire', '3A', '2022/23')).toMatchObject({ organisation: 'west-northamptonshire' })
    expect((await ask('west-northamptonshire', '3A', '2021/22')).previous).toBeNull()
    expect((await ask('dorset', '3A', '2019/20')).previous).toBeNull()
    expect(await ask('dorset', '3A', '2024/25')).toMatchObject({ of: 151 })
  })

  test('that were not there in a year say when they began or ended, and who was there', async () => {
    expect(await ask('dorset', '3A', '2018/19')).toMatchObject({
      value: null,
      rankReason: 'Dorset began in 2019/20; before it, Dorset County',
    })
    expect(await ask('dorset', '3A', '2019/20')).toMatchObject({
      previousReason: 'Dorset began in 2019/20; before it, Dorset County',
    })
    expect(await ask('northamptonshire', '3A', '2022/23')).toMatchObject({
      rankReason: 'Northamptonshire ended with 2020/21; after it, North Northamptonshire and West Northamptonshire',
    })
  })
})

describe('groups', () => {
  test('with fewer than three figures give no place, and say who has one', async () => {
    const alone = await ask('norfolk', '3A', '2020/21', 'family-group')
    expect(alone).toMatchObject({
      value: 78,
      rank: null,
      of: null,
      quartile: null,
      interval: null,
      rankReason: 'only Norfolk has a figure in this group (Family group)',
    })
    expect((await ask('norfolk', '3A', '2020/21', 'england')).of).toBe(18)
  })

  test('of a region are ranked by its slug, or by a council of it', async () => {
    const asked = ['ranks', '--indicator', '3A', '--period', '2016/17', '--group']
    const named = await home.text([...asked, 'east-of-england'])
    expect(named).toMatch(/ East of England, 11 councils/)
    expect(await home.text([...asked, 'region', '--org', 'norfolk'])).toBe(named)
    expect((await home.run([...asked, 'region'])).stderr).toContain(
      'Nothing says whose region is meant: name the council as well, or give the slug of a group, as east-of-england',
    )
  })

  test('are England, the region, the type of council, lists, and any region or type by name', async () => {
    const of = async (group: string) => (await ask('norfolk', '3A', '2016/17', group)).group
    expect(await of('england')).toMatchObject({
      slug: 'england',
      councils: 151,
      published: { value: 77.7, owner: 'dhsc' },
    })
    expect(await of('region')).toMatchObject({ slug: 'east-of-england', councils: 11 })
    expect(await of('type')).toMatchObject({ slug: 'shire-counties' })
    expect(await of('london')).toMatchObject({ slug: 'london', councils: 33 })
    expect((await ask('trafford', '3A', '2016/17', 'trafford-similar-authorities')).group).toMatchObject({
      councils: 15,
    })
  })

  test('of nearest neighbours are there once they are loaded, and until then a sentence says how', async () => {
    const args = ['--org', 'leicester', '--indicator', '3A', '--period', '2016/17', '--group', 'neighbours']
    expect(await refusal(args)).toMatch(/^No nearest neighbours of Leicester are loaded: import the file/)
    const own = homeIn(join(folder.path, 'neighbours'))
    await own.text(['examples', 'load', 'england'])
    await own.text(['import', join(root, 'test/fixtures/national/nearest_neighbours_long.csv')])
    expect(await own.json(['benchmark', ...args])).toMatchObject({
      of: 3,
      group: { slug: 'neighbours-leicester', councils: 2 },
    })
  }, 60_000)

  test("of Norfolk's own choosing: neither mean nor median of its 15 is what it prints (78.0)", async () => {
    const answer = await ask('norfolk', 'ascof-1b', '2015/16', 'family-group')
    expect(answer).toMatchObject({ indicator: 'ascof-1b', measure: 'control-over-daily-life', of: 16 })
    expect(answer.group).toMatchObject({ councils: 15, median: 76.8, published: { value: 78, owner: 'norfolk' } })
    expect(rounded(Number(answer.group['mean']), 2)).toBe(77.53)
  })

  test('that nobody knows are told', async () => {
    expect(await refusal(['--org', 'norfolk', '--indicator', '3A', '--group', 'friends'])).toBe(
      'There is no group called friends: say england, region, type or neighbours, or family-group, or the slug of a list',
    )
  })
})

describe('a whole framework', () => {
  const all = async (args: readonly string[]) =>
    JSON.parse(await run([...args, '--json'])) as {
      framework: string
      indicators: Answer[]
      without: { code: string; because: string }[]
    }

  test('has every measure with a figure, and says of the others why not', async () => {
    const { framework, indicators, without } = await all(['--org', 'leicester', '--period', '2016/17'])
    expect(framework).toBe('ascof-2024-25')
    expect(indicators).toHaveLength(12)
    expect(without).toHaveLength(13)
    expect(without.every(each => each.because.startsWith('There are no figures of'))).toBe(true)
  })

  test('of a council: its own figures stand for it', async () => {
    const { framework, indicators } = await all([
      '--org',
      'norfolk',
      '--framework',
      'ascof-2016',
      '--period',
      '2015/16',
    ])
    expect(framework).toBe('ascof-2016')
    expect(indicators.map(each => each.indicator)).toContain('ascof-1b')
  })

  test('prints intervals, means and medians at the decimals of the measure', async () => {
    const score = await run(['--org', 'leicester', '--indicator', '1B', '--period', '2016/17'])
    expect(score).toMatch(/the 95 % interval is 0\.332 to 0\.402$/m)
    expect(score).toMatch(/ mean 0\.\d{4}, median 0\.\d{3}, quartiles 0\.\d{3} and 0\.\d{3},/)
    const share = await run(['--org', 'norfolk', '--indicator', '3A', '--period', '2016/17'])
    expect(share).toMatch(/ mean 77\.\d{2} %, median 77\.8 %,/)
  })

  test('prints as a table', async () => {
    expect(await run(['--org', 'norfolk', '--period', '2016/17'])).toMatch(
      /3A +People who use services who have control over their daily life +2016\/17 +79\.3 % +56= +151 +2 +\d+ to \d+ +60 \(2015\/16\) +77\.8$/m,
    )
  })
})
