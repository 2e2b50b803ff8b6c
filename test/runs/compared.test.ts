import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadFigures } from '../../src/answers/benchmark/benchmark.ts'
import { allCouncils } from '../../src/answers/compared/all-councils.ts'
import { type Comparing, loadComparing } from '../../src/answers/compared/asking.ts'
import { compared } from '../../src/answers/compared/compared.ts'
import { measureCompared } from '../../src/answers/compared/measure-compared.ts'
import { NotAmong } from '../../src/answers/compared/not-among.ts'
import { printedOfLists } from '../../src/answers/compared/printed.ts'
import { findCouncil } from '../../src/answers/national/find-council.ts'
import { loadNational } from '../../src/answers/national/national-data.ts'
import { organisations } from '../../src/answers/organisations/organisations.ts'
import { tileOf } from '../../src/charts/tile-map/tile-of.ts'
import { openRegister, type Register } from '../../src/register/index.ts'
import { keyOf } from '../../src/shared/facts.ts'
import type { DecimalText } from '../../src/shared/rounding.ts'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// Over the publishers' figures in examples/england, beside the councils that report themselves.

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'register'))
const open = () =>
  openRegister(
    { file: join(home.path, 'register.sqlite') },
    { now: () => '2026-01-01T00:00:00.000Z', randomHex: () => '' },
  )
const moment = { asAt: '2026-11-22' }
const control = 'control-over-daily-life'
let all: Comparing

beforeAll(async () => {
  for (const name of ['england', 'norfolk', 'demo']) await home.text(['examples', 'load', name])
  const register = await open()
  all = await loadComparing(register.reader, moment)
  await register.close()
}, 120_000)
afterAll(folder.remove)

const ask = (measure: string, period: string | null, group: string | null = null) =>
  measureCompared(all, 'norfolk', { measure, group, period })

describe('one measure over all councils', () => {
  test('is said at the decimals of the measure, whatever the year and the group give: 78.0, not 78', () => {
    expect(ask(control, '2020/21', 'family-group').row).toMatchObject({ shown: '78.0', decimals: 1, place: null })
    expect(ask('quality-of-life-impact-of-services', '2019/20').row.decimals).toBe(3)
    expect(ask('workforce-turnover', '2016/17').row.decimals).toBe(1)
    expect(allCouncils(all, 'norfolk', { measure: 'mh-paid-employment', period: '2020/21' }).decimals).toBe(1)
  })

  test('leaves out whoever nobody answered: of 2019/20 146 councils have an impact of services, none of them 0', () => {
    const { councils, row } = ask('quality-of-life-impact-of-services', '2019/20')
    expect(councils).toHaveLength(146)
    expect(councils.filter(each => each.value === 0)).toEqual([])
    expect(row.figures?.mean).toBeCloseTo(0.4028, 4)
  })

  test('is in the order of the published file, with Norfolk 56th of 151 and similar to England', () => {
    const { row, councils, between } = ask(control, '2016/17')
    expect(row).toMatchObject({
      shown: '79.3',
      rank: { rank: 56, of: 151, tied: true },
      place: 'joint 56th of 151 (1 is best)',
    })
    expect(row.significance).toMatchObject({ standing: 'similar', england: 77.7 })
    expect(between).toEqual({ lower: 15, upper: 102 })
    const file = parseCsv(readFileSync(join(root, 'examples/england/observations.csv')), { columns: true }) as Record<
      string,
      string
    >[]
    const given = new Map(
      file
        .filter(each => each['indicator'] === control && each['period'] === '2016/17')
        .map(each => [each['geography'], each['value']]),
    )
    expect(councils.map(each => each.shown)).toEqual(councils.map(each => given.get(each.slug)))
    const values = councils.map(each => each.value)
    expect(values).toEqual(values.toSorted((a, b) => b - a))
    expect(councils.filter(each => each.isAsking).map(each => each.slug)).toEqual(['norfolk'])
    // The fifteen of the committee paper, whichever of them had a value.
    expect(councils.filter(each => each.isLike)).toHaveLength(15)
  })

  test('parts its years where they cannot be compared, band and line alike', () => {
    const { years, breaks } = ask('quality-of-life-impact-of-services', null)
    expect(years.filter(year => !year.joined).map(year => year.period)).toEqual(['2016/17', '2020/21', '2021/22'])
    expect(breaks.map(each => each.from)).toEqual(['2020/21'])
  })

  test('stands beside every group, with how many councils of each have a value', () => {
    const { besides } = ask(control, '2015/16')
    const family = besides.find(each => each.slug === 'family-group')
    expect(family).toMatchObject({ figures: { councils: 15, median: 76.8 }, place: 'joint 6th of 16 (1 is best)' })
    expect(family?.figures?.mean).toBeCloseTo(77.53, 2)
    expect(besides.map(each => [each.slug, each.figures?.councils, each.published?.value ?? null])).toEqual([
      ['england', 150, 76.6],
      ['family-group', 15, null],
      ['region', 11, 77.4],
      ['type', 24, 78],
    ])
  })

  test('stands beside what the council prints of its own group, which is what the publisher gives of all shire counties', async () => {
    const register = await open()
    const printed = async (measure: string, period: string) => {
      const own = await printedOfLists(register.reader, all.data, 'norfolk', measure)
      const { besides } = measureCompared(all, 'norfolk', { measure, group: null, period }, own)
      const of = (slug: string) => besides.find(each => each.slug === slug)?.published
      return [of('family-group'), of('type')]
    }
    const values = {
      [control]: 78,
      'quality-of-life-users': 19.2,
      'satisfaction-users': 65.3,
      'easy-to-find-information-users': 72.8,
      'feel-safe': 70.1,
      'social-contact-users': 45.6,
    }
    for (const [measure, value] of Object.entries(values))
      expect(await printed(measure, '2015/16'), measure).toEqual([
        { value, printedBy: 'Norfolk' },
        { value, printedBy: null },
      ])
    expect((await printed(control, '2016/17'))[0]).toBeNull()
    expect(await printedOfLists(register.reader, all.data, 'demo', control)).toEqual([])
    await register.close()
  })

  test('says which groups and years there are where another is asked for', () => {
    const choicesOf = (make: () => unknown) => {
      try {
        make()
      } catch (error) {
        if (error instanceof NotAmong) return [error.what, error.asked, error.choices.map(each => each.slug)]
        throw error
      }
      return null
    }
    const groups = ['group', 'friends', ['england', 'family-group', 'region', 'type']]
    expect(choicesOf(() => ask(control, null, 'friends'))).toEqual(groups)
    expect(choicesOf(() => compared(all, 'norfolk', 'friends'))).toEqual(groups)
    const years = ['period', '1999/00', ask(control, null).periods]
    expect(choicesOf(() => ask(control, '1999/00'))).toEqual(years)
    expect(choicesOf(() => allCouncils(all, 'norfolk', { measure: control, period: '1999/00' }))).toEqual(years)
    expect(() => ask('nothing', null)).toThrow('There is no measure called nothing')
  })

  test('marks nobody as alike within the very group', () => {
    const { councils, like, group } = ask(control, '2016/17', 'family-group')
    expect(group.inWords).toBe('the family group')
    expect(like).toBe('')
    expect(councils).toHaveLength(16)
  })
})

describe('a profile', () => {
  test('holds every measure of publishers once, with what stands out', () => {
    const answer = compared(all, 'norfolk', 'family-group')
    if (answer.kind === 'none') throw new Error(answer.because)
    const rows = answer.sections.flatMap(each => each.rows)
    expect(new Set(rows.map(each => each.measure)).size).toBe(rows.length)
    expect(answer.sections[0]).toMatchObject({ name: 'ASCOF 2024/25' })
    expect(answer.sections[0]?.rows).toHaveLength(25)
    expect(answer.findings).toContain(
      'Care staff who left their role in twelve months: lowest of 14 in the family group (2024/25), among the best.',
    )
    expect(answer.groups.map(each => each.slug)).toEqual(['england', 'family-group', 'region', 'type'])
  })

  test('names the measures of its newest edition that differ most from England, each way, with their years', () => {
    const answer = compared(all, 'norfolk', null)
    if (answer.kind === 'none') throw new Error(answer.because)
    const rows = answer.sections[0]?.rows ?? []
    const older = answer.sections.slice(1).flatMap(each => each.rows)
    expect(older.filter(each => answer.findings.some(finding => finding.includes(`${each.name} (`)))).toEqual([])
    expect(answer.findings[0]).toMatch(/ measures of ASCOF 2024\/25 of which it can be told\.$/)
    for (const standing of ['better', 'worse'] as const) {
      const said = answer.findings.find(each => each.startsWith(`Of those significantly ${standing} than England`))
      const differing = rows.filter(each => each.significance.standing === standing)
      const named = differing.filter(each => said?.includes(`${each.name} (`))
      for (const { period } of named) expect(said).toContain(` in ${period}, beside `)
      expect(named).toHaveLength(3)
      const share = ({ rank }: (typeof rows)[number]) => (rank ? rank.rank / rank.of : 0.5)
      const others = differing.filter(each => !named.includes(each)).map(share)
      if (standing === 'better') expect(Math.max(...named.map(share))).toBeLessThanOrEqual(Math.min(...others))
      else expect(Math.min(...named.map(share))).toBeGreaterThanOrEqual(Math.max(...others))
    }
  })

  test('calls a change better or worse only where it is larger than chance explains', () => {
    const answer = compared(all, 'norfolk', null)
    if (answer.kind === 'none') throw new Error(answer.because)
    const quality = answer.sections[0]?.rows.find(each => each.code === '1A')
    expect(quality).toMatchObject({ shown: '19.1', direction: null, isUnclear: true, since: 'from 19.2 in 2023/24' })
    const rows = answer.sections.flatMap(each => each.rows)
    expect(rows.filter(each => each.isUnclear && each.direction !== null)).toEqual([])
    expect(rows.filter(each => each.direction === 'worse').length).toBeGreaterThan(0)
  })

  test('says of an invented council why there is none, and which measures it can see over all councils', () => {
    const answer = compared(all, 'demo', null)
    expect(answer).toMatchObject({
      kind: 'none',
      because: expect.stringMatching(/is not among the councils of the publishers’ files$/),
    })
    if (answer.kind !== 'none') throw new Error('It is compared')
    const measures = answer.sections.flatMap(each => each.measures)
    expect(measures.find(each => each.code === '3A')?.slug).toBe('control-over-daily-life')
    for (const { slug } of measures)
      expect(allCouncils(all, 'demo', { measure: slug, period: null }).councils.length).toBeGreaterThan(100)
  })

  test('has nothing of a day on which nothing national was known', async () => {
    const register = await open()
    const before = await loadComparing(register.reader, { asAt: '2017-06-19' })
    expect(compared(before, 'norfolk', null)).toMatchObject({
      kind: 'none',
      because: 'no figure of a national publisher was known on 19 June 2017',
    })
    await register.close()
  })
})

describe('what publishers give', () => {
  const figure = (owner: string, value: string) => ({
    kind: 'observation' as const,
    ...keyOf(owner, { indicator: control, geography: 'norfolk', period: '2024/25' }),
    knownOn: '2026-01-01',
    payload: {
      value: value as DecimalText,
      numerator: null,
      denominator: null,
      reason: null,
      until: '',
      marks: [],
      note: '',
    },
    from: { document: 'test', file: 'test.csv', place: 'row 2' },
  })
  const add = (register: Register, owner: string, value: string) =>
    register.change({ actor: 'a-1', origin: 'test' }, 'test', change => change.add([figure(owner, value)]))

  test('is taken again after a change that does not touch it, and loaded anew after one that does', async () => {
    const copy = join(folder.path, 'copy.sqlite')
    copyFileSync(join(home.path, 'register.sqlite'), copy)
    const register = await openRegister(
      { file: copy },
      { now: () => '2026-01-02T00:00:00.000Z', randomHex: () => 'ab' },
    )
    const first = await loadComparing(register.reader, moment)
    await add(register, 'norfolk', '1')
    const second = await loadComparing(register.reader, moment, first)
    expect(second.figures).toBe(first.figures)
    await add(register, 'dhsc', '99.9')
    const third = await loadComparing(register.reader, moment, second)
    expect(third.figures).not.toBe(first.figures)
    const shown = (loaded: Comparing) =>
      measureCompared(loaded, 'norfolk', { measure: control, group: null, period: '2024/25' }).row.shown
    expect([shown(second), shown(third)]).toEqual(['77.4', '99.9'])
    expect((await loadComparing(register.reader, { asAt: '2026-11-21' }, third)).figures).not.toBe(third.figures)
    await register.close()
  })

  test('stands alone without the council’s own; those come without what the audience must not see', async () => {
    const copy = join(folder.path, 'small.sqlite')
    copyFileSync(join(home.path, 'register.sqlite'), copy)
    const register = await openRegister(
      { file: copy },
      { now: () => '2026-01-02T00:00:00.000Z', randomHex: () => 'ab' },
    )
    const own = {
      ...figure('norfolk', '75'),
      ...keyOf('norfolk', { indicator: 'ascof-1b', geography: 'norfolk', period: '2024/25' }),
    }
    const small = {
      ...own,
      payload: { ...own.payload, numerator: '3' as DecimalText, denominator: '4' as DecimalText },
    }
    await register.change({ actor: 'a-1', origin: 'test' }, 'test', change => change.add([small]))
    const data = await loadNational(register.reader, moment, 'norfolk')
    const norfolk = findCouncil(data, 'norfolk')
    const valueFor = async (...audience: ['officer'] | ['member'] | []) =>
      (await loadFigures(register.reader, data, norfolk, [control], ...audience))
        .get(control)
        ?.own.find(fact => fact.geography === 'norfolk' && fact.period === '2024/25')?.payload
    expect(await valueFor('officer')).toMatchObject({ value: '75', reason: null })
    expect(await valueFor('member')).toMatchObject({ value: null, numerator: null, reason: 'suppressed' })
    expect(await valueFor()).toMatchObject({ value: null, reason: 'suppressed' })
    expect([...all.figures.values()].flatMap(each => each.own)).toEqual([])
    await register.close()
  })
})

test('publishers are no organisations with pages', async () => {
  const register = await open()
  const listed = await organisations(register.reader, moment)
  expect(listed.map(each => each.slug)).toEqual(['norfolk', 'demo'])
  await register.close()
})

describe('all councils', () => {
  const everyYear = Array.from({ length: 10 }, (_, at) => `${2015 + at}/${16 + at}`)

  test.each(everyYear)('of %s have a tile each, and no two share one', period => {
    const { councils } = allCouncils(all, 'norfolk', { measure: period === '2020/21' ? 'feel-safe' : control, period })
    const tiles = councils.map(each => tileOf(each.slug))
    expect(tiles).not.toContain(null)
    expect(new Set(tiles.map(tile => `${tile?.row} ${tile?.column}`)).size).toBe(councils.length)
    const slugs = new Set(councils.map(each => each.slug))
    for (const [before, after, from] of [
      ['dorset-county', 'dorset', '2019/20'],
      ['poole', 'bournemouth-christchurch-and-poole', '2019/20'],
      ['northamptonshire', 'west-northamptonshire', '2021/22'],
      ['cumbria', 'westmorland-and-furness', '2023/24'],
    ] as const)
      expect([slugs.has(before), slugs.has(after)], before).toEqual([period < from, period >= from])
  })

  test('lie in four quartiles of about one size, with those that have no value and why', () => {
    const { councils, figures, england, period, periods } = allCouncils(all, 'norfolk', {
      measure: control,
      period: null,
    })
    expect([period, periods.length]).toEqual(['2024/25', 10])
    const inQuartile = (quartile: number | null) => councils.filter(each => each.quartile === quartile)
    for (const quartile of [1, 2, 3, 4]) expect(Math.abs(inQuartile(quartile).length - 38)).toBeLessThan(6)
    expect(inQuartile(null).length + Number(figures?.councils)).toBe(councils.length)
    expect(inQuartile(null).every(each => each.reason !== null && each.value === null)).toBe(true)
    const [best, next] = [inQuartile(1), inQuartile(2)].map(each => each.map(({ value }) => Number(value)))
    expect(Math.min(...(best ?? []))).toBeGreaterThan(Math.max(...(next ?? [])))
    expect(england).toMatch(/^7\d(\.\d)?$/)
  })

  test('may be asked for by a council that is none of them; of a figure for information the highest come first', () => {
    const measure = 'requests-resulting-in-a-service'
    const { council, councils } = allCouncils(all, 'demo', { measure, period: '2022/23' })
    expect(council).toBeNull()
    expect(councils.some(each => each.isAsking || each.isLike || each.rank !== null)).toBe(false)
    const most = councils.toSorted((a, b) => Number(b.value) - Number(a.value))[0]
    expect(most?.quartile).toBe(1)
    expect(() => allCouncils(all, 'demo', { measure, period: '1999/00' })).toThrow('There are no figures of')
  })
})
