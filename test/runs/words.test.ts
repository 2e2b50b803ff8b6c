import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RulesExplainedAnswer } from '../../src/answers/rules-explained/types.ts'
import { servicesOver } from '../../src/cli/services.ts'
import { openHome, type World } from '../../src/cli/world.ts'
import type { Register } from '../../src/register/index.ts'
import type { Services } from '../../src/web/services.ts'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// What the pages that explain say of the examples, over a real register.

const folder = makeTemporaryFolder()
const path = join(folder.path, 'register')
const home = homeIn(path)
const world: World = { env: {}, now: () => new Date('2026-11-22T12:00:00Z'), print: () => {}, warn: () => {} }
const june = { asAt: '2017-06-19' }
const now = { asAt: '2026-11-22' }
const councils = ['norfolk', 'leicester', 'somerset', 'demo'] as const
let register: Register
let services: Services

beforeAll(async () => {
  for (const name of councils) await home.text(['import', join(root, 'examples', name)])
  register = await openHome(path, world)
  services = servicesOver(register, world, path)
})
afterAll(async () => {
  await register.close()
  folder.remove()
})

const examplesOf = ({ rules }: RulesExplainedAnswer) =>
  rules.flatMap(rule => rule.cases.map(each => ({ rule: rule.slug, case: each.name, ...each.example })))

/** What a sum says it comes to, and what it comes to when somebody works it out. */
function workedOut(sum: string): { said: number; is: number; digits: number } | null {
  const [left = '', result = ''] = sum.split(' = ')
  const plain = (text: string) => text.replaceAll(',', '').replaceAll('−', '-').replaceAll('…', '')
  const expression = plain(left).replaceAll('×', '*').replaceAll('÷', '/')
  if (!/^[\d.()*/+\s-]+$/.test(expression)) return null
  const said = /^-?[\d.]+/.exec(plain(result))?.[0] ?? ''
  const value = Function(`"use strict"; return (${expression.replaceAll('--', '- -')})`)() as number
  return { said: Number(said), is: result.includes('%') ? value * 100 : value, digits: said.split('.')[1]?.length ?? 0 }
}

describe('how ratings work', () => {
  test.each(councils)('every sum of %s comes out when it is worked out by hand', async council => {
    const sums = examplesOf(await services.rulesExplained(council, now, 'officer')).flatMap(each => each.sum ?? [])
    const results = sums.flatMap(sum => workedOut(sum) ?? [])
    expect(results.length).toBeGreaterThanOrEqual(council === 'somerset' ? 0 : 4)
    // Figures in a sum are cut to four decimals, so that its last digit may differ by what was cut.
    for (const { said, is, digits } of results) expect(Math.abs(said - is)).toBeLessThan(0.6 * 10 ** -digits + 0.02)
  })

  test('Norfolk’s examples of June 2017 are figures of its report', async () => {
    const told = examplesOf(await services.rulesExplained('norfolk', june, 'officer'))
    const of = (rule: string, name: string) => told.find(each => each.rule === rule && each.case === name)
    expect(of('value', 'Worked out from its counts')?.sum).toEqual(['413 × 100 ÷ 466 = 88.6266…'])
    expect(of('rating', 'Red')).toMatchObject({
      indicator: { slug: 'res-admissions-18-64-rate' },
      sum: ['(19.3 − 16.5) ÷ 16.5 = 17.0\u00a0%'],
      verdict: 'Red: 17.0 % above target',
    })
    expect(of('summary', 'Remains challenging')?.sum).toEqual(['(623 − 633) ÷ 623 = −1.6\u00a0%: 1.6\u00a0% worse'])
    expect(of('rating', 'Amber')?.verdict).toBeUndefined()
    expect(of('revisions', 'Revised')?.verdict).toContain('65.0')
  })

  test('a rule is told only where the framework rates so, with the numbers that it has changed', async () => {
    const slugs = async (council: string) =>
      (await services.rulesExplained(council, now, 'officer')).rules.map(({ slug }) => slug)
    expect(await slugs('norfolk')).not.toContain('forecast')
    expect(await slugs('leicester')).not.toContain('rating')
  })

  test('each example of a rating has the rating that the dashboard gives', async () => {
    for (const council of councils) {
      const { dashboard } = await services.overview(council, now, 'officer')
      const rating = new Map(dashboard.rows.map(row => [row.indicator.slug, row.latest?.rating]))
      for (const each of examplesOf(await services.rulesExplained(council, now, 'officer')))
        if (['Green', 'Amber', 'Red'].includes(each.case) && each.indicator)
          expect([each.case, each.rating]).toEqual([rating.get(each.indicator.slug), rating.get(each.indicator.slug)])
    }
  })
})

describe('findings', () => {
  const docs = readFileSync(join(root, 'docs/findings.md'), 'utf8')
  // What is told of national figures speaks of no council's document.
  const ofCouncils = docs.slice(0, docs.indexOf('\n## National figures'))
  const tables = ofCouncils
    .split('\n')
    .filter(line => line.startsWith('|') && !/^\|[-|]+\|?$/.test(line.replaceAll(' ', '')))
  const heads = [/^\| printed \|/, /^\| measure \|/, /^\| item \|/]
  const told = tables.filter(line => !heads.some(head => head.test(line))).map(cellsOf)
  const written = (['norfolk', 'leicester', 'somerset'] as const).flatMap(council =>
    parseCsv<Record<string, string>>(readFileSync(join(root, `examples/${council}/findings.csv`)), { columns: true }),
  )

  function cellsOf(line: string): string[] {
    const cells = line
      .replace(/^\|/, '')
      .replace(/\|\s*$/, '')
      .split('|')
    return cells.map(cell => cell.replaceAll('*Our arithmetic:*', 'Our arithmetic:').trim()).filter(cell => cell !== '')
  }

  test('what docs/findings.md tells is what the examples hold, row by row', () => {
    expect(told.length).toBeGreaterThan(80)
    expect(written).toHaveLength(told.length)
    told.forEach((cells, at) => {
      const { subject, printed, given, why } = written[at] ?? {}
      const text = [subject, printed, given, why].join('\n')
      for (const cell of cells) expect(text).toContain(cell)
    })
  })

  test('Norfolk’s printed percentages that their counts do not give are found by themselves', async () => {
    const { mismatches, documents } = await services.findings('norfolk', june, 'officer')
    expect(mismatches.map(({ indicator, printed, computed }) => [indicator.slug, printed, computed])).toEqual([
      ['ascof-1b', '79.0\u00a0%', '79.3\u00a0%'],
      ['ascof-1i1', '49.0\u00a0%', '49.3\u00a0%'],
      ['ascof-3a', '65.0\u00a0%', '64.8\u00a0%'],
      ['ascof-3d1', '73.0\u00a0%', '73.1\u00a0%'],
      ['ascof-4a', '70.0\u00a0%', '70.3\u00a0%'],
      ['ascof-4b', '83.0\u00a0%', '83.3\u00a0%'],
    ])
    expect(documents.map(({ date }) => date)).toEqual(['2017-03-06', '2017-06-19'])
  })

  test('every indicator that a finding names is one of its council', async () => {
    for (const council of ['norfolk', 'leicester', 'somerset'] as const) {
      const { documents } = await services.findings(council, now, 'officer')
      const named = documents.flatMap(each => each.parts.flatMap(part => part.findings.flatMap(one => one.indicators)))
      const given = written
        .filter(({ source = '' }) => source.startsWith(council))
        .flatMap(({ indicators = '' }) => indicators.split(';').filter(Boolean))
      expect(named.map(({ slug }) => slug)).toEqual(given)
    }
  })
})

describe('about the data', () => {
  test('Norfolk’s delays are told as the report has them', async () => {
    const { frameworks, sources } = await services.aboutData('norfolk', june, 'officer')
    const row = frameworks[0]?.rows.find(({ indicator }) => indicator.slug === 'dtoc-social-care-rate')
    expect(row).toMatchObject({ last: '2017-03', knownOn: '2017-06-19', lateness: { next: '2017-04' } })
    expect(sources.map(({ date, dateAssigned }) => [date, dateAssigned])).toEqual([
      ['2017-03-06', false],
      ['2017-06-19', false],
    ])
  })

  test('the values that are counted are those of the register', async () => {
    const { counts } = await services.aboutData('norfolk', june, 'officer')
    const facts = await register.reader.current(['observation'], june, {
      owner: 'norfolk',
      geographies: ['norfolk'],
      breakdown: '',
    })
    const memberships = await register.reader.current(['membership', 'indicator'], june, { owner: 'norfolk' })
    const members = new Set(memberships.filter(({ kind }) => kind === 'membership').map(fact => fact.indicator))
    expect(counts.indicators).toBe(members.size)
    const valued = facts.filter(
      fact => members.has(fact.indicator) && (fact.payload.value ?? fact.payload.numerator) !== null,
    )
    expect(counts.values).toBe(valued.length)
  })

  test('an own copy holds every version that was known on the day, the same bytes each time', async () => {
    const files = unzipSync(await services.ownCopy('norfolk', now))
    expect(await services.ownCopy('norfolk', now)).toEqual(await services.ownCopy('norfolk', now))
    const rows = parseCsv<Record<string, string>>(strFromU8(files['observations.csv'] as Uint8Array), { columns: true })
    const history = await register.reader.history(['observation'], { owner: 'norfolk' })
    expect(rows).toHaveLength(history.length)
    expect(rows.every(({ owner }) => owner === 'norfolk')).toBe(true)
    const early = unzipSync(await services.ownCopy('norfolk', { asAt: '2017-03-06' }))
    expect(strFromU8(early['observations.csv'] as Uint8Array)).not.toContain('2017-06-19')
    await expect(services.ownCopy('norfolk', { asAt: '2000-01-01' })).rejects.toThrow('Nothing is known')
  })
})

describe('search', () => {
  const first = async (text: string, moment = now) =>
    (await services.search('norfolk', text, moment, 'officer')).groups.map(
      ({ kind, found }) => `${kind} ${found[0]?.name}`,
    )

  test('an indicator is found by the code of its framework', async () => {
    expect((await first('2A(1)'))[0]).toBe('indicator ascof-2a1')
    expect((await first('2a(2)'))[0]).toBe('indicator ascof-2a2')
  })

  test('what was not known on the day is not found', async () => {
    expect(await first('2A(1)', { asAt: '2017-03-06' })).toEqual([])
  })

  test('a new fact is found at once', async () => {
    expect(await first('zymurgy')).toEqual([])
    const author = { actor: await register.actorFor('somebody', 'test'), origin: 'test' }
    const [card] = await register.reader.current(['card'], now, { owner: 'norfolk' })
    if (!card) throw new Error('Norfolk has no card')
    const payload = { ...card.payload, why: 'A word of its own: **zymurgy**.' }
    await register.change(author, 'test', change => change.add([{ ...card, payload, knownOn: '2026-11-22' }]))
    expect(await first('zymurgy')).toEqual([`card ${card.name}`])
  })
})
