import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadComparing } from '../../src/answers/compared/asking.ts'
import type { PublishersFiles } from '../../src/answers/round/ranks-by-file.ts'
import { round } from '../../src/answers/round/round.ts'
import { openRegister } from '../../src/register/index.ts'
import { askingIn } from '../support/benchmarks.ts'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// The ranks that Leicester's report of 12 December 2017 prints, beside those that the publishers' figures give today.

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'register'))
const { ask, refusal } = askingIn(home.path)
const example = (name: string, table: string) =>
  parseCsv(readFileSync(join(root, 'examples', name, `${table}.csv`)), { columns: true }) as Record<string, string>[]

beforeAll(async () => {
  await home.text(['examples', 'load', 'england', 'leicester'])
}, 120_000)
afterAll(folder.remove)

describe("Leicester's ranks of 2016/17", () => {
  // The measures that the department's tables hold for 2016/17, by the codes of then; 2D is in the file of Oflog.
  const checkable = {
    'ascof-1a': '2022/23:1A',
    'ascof-1b': '2022/23:1B',
    'ascof-1d': '2022/23:1D',
    'ascof-1i-users': '2022/23:1I(1)',
    'ascof-1i-carers': '2022/23:1I(2)',
    'ascof-1j': '2022/23:1J',
    'ascof-2d': '2022/23:2D',
    'ascof-3a': '2022/23:3A',
    'ascof-3b': '2022/23:3B',
    'ascof-3c': '2022/23:3C',
    'ascof-3d-users': '2022/23:3D(1)',
    'ascof-3d-carers': '2022/23:3D(2)',
    'ascof-4a': '2022/23:4A',
  } as const
  const printed = example('leicester', 'ranks').filter(row => row['period'] === '2016/17')
  const ranked = new Map(printed.map(row => [String(row['indicator']), Number(row['rank'])]))

  test('come out equal or one place off for eleven of the twelve that the tables hold, and equal for 2D; the revised 1J is two off', async () => {
    const off = new Map<string, number>()
    for (const [slug, code] of Object.entries(checkable)) {
      const answer = await ask('leicester', code, '2016/17')
      off.set(slug, Number(answer.rank) - Number(ranked.get(slug)))
      expect(answer.publisher, slug).toBe(slug === 'ascof-2d' ? 'oflog' : 'dhsc')
    }
    // Values were revised since, and the survey of users has 151 councils where the report counts 150.
    expect([...off]).toEqual([
      ['ascof-1a', 0],
      ['ascof-1b', 0],
      ['ascof-1d', 1],
      ['ascof-1i-users', 1],
      ['ascof-1i-carers', -1],
      ['ascof-1j', 2],
      ['ascof-2d', 0],
      ['ascof-3a', 0],
      ['ascof-3b', 0],
      ['ascof-3c', -1],
      ['ascof-3d-users', 1],
      ['ascof-3d-carers', 0],
      ['ascof-4a', 0],
    ])
  })

  test('of 1J: the value was revised from 0.372 to 0.367, which no report of 2017 could know', async () => {
    expect(await ask('leicester', '1B', '2016/17')).toMatchObject({ value: 0.367, rank: 133, of: 151 })
    const own = await ask('leicester', 'ascof-1j', '2016/17')
    expect(own).toMatchObject({ value: 0.372, indicator: 'ascof-1j', measure: 'quality-of-life-impact-of-services' })
  })

  test('of 1I and 3D: the printed code is of two measures, and the indicator says which it is; a local variant is none', async () => {
    expect(await ask('leicester', 'ascof-1i-users', '2016/17')).toMatchObject({ measure: 'social-contact-users' })
    expect(await ask('leicester', 'ascof-3d-carers', '2016/17')).toMatchObject({
      measure: 'easy-to-find-information-carers',
    })
    expect(await refusal(['--org', 'leicester', '--indicator', 'ascof-2bi-local'])).toMatch(
      /^ascof-2bi-local is an indicator of Leicester alone/,
    )
  })

  test('of the other fourteen are not checkable here: nobody publishes 2016/17 of them in these files', async () => {
    const others = [...ranked.keys()].filter(slug => !(slug in checkable))
    expect(others).toHaveLength(14)
    for (const code of ['1C(1A)', '1E', '1G', '2A(1)', '2B(1)', '2C(1)', '4B'])
      expect(await refusal(['--org', 'leicester', '--indicator', `2022/23:${code}`, '--period', '2016/17'])).toMatch(
        /^There are no figures of [a-z0-9-]+ for 2016\/17, only for 2018\/19, 2019\/20/,
      )
  })

  test('stand in the report in the round beside those of the command, each with what is different', async () => {
    const round: {
      ranks: { rows: { indicator: string; rank: string; byFile: { rank: string; says: string } | null }[] }[]
    } = await home.json(['round', '--org', 'leicester'])
    const rows = round.ranks.flatMap(each => each.rows)
    expect(rows).toHaveLength(27)
    for (const { indicator, byFile } of rows) {
      const code = Object.entries(checkable).find(([slug]) => slug === indicator)?.[1]
      if (code === undefined) {
        expect([indicator, byFile?.rank, byFile?.says]).toEqual([
          indicator,
          '',
          expect.stringMatching(/^not checkable here: /),
        ])
        continue
      }
      const { rank, of, tied } = await ask('leicester', code, '2016/17')
      expect([indicator, byFile?.rank]).toEqual([indicator, `${rank}${tied ? '=' : ''} of ${of}`])
    }
    const says = (slug: string) => rows.find(row => row.indicator === slug)?.byFile?.says
    expect(says('ascof-1j')).toMatch(/^value revised from 0\.372 to 0\.367/)
    expect(says('ascof-2d')).toBe('the same place')
  })

  test('are the same by the files that pages keep as by those that are loaded for them', async () => {
    const register = await openRegister(
      { file: join(home.path, 'register.sqlite') },
      { now: () => '2026-01-01T00:00:00.000Z', randomHex: () => '' },
    )
    for (const asAt of ['2026-11-22', '2017-12-12']) {
      const question = { owner: 'leicester', moment: { asAt }, audience: 'member' } as const
      const files: PublishersFiles = moment => loadComparing(register.reader, moment)
      const [loaded, kept] = [
        await round(register.reader, question),
        await round(register.reader, { ...question, files }),
      ]
      expect(loaded?.ranks).not.toEqual([])
      expect(kept).toEqual(loaded)
    }
    await register.close()
  })

  test('stand beside nothing where no file was known: on the day of the meeting', async () => {
    const round: { ranks: { rows: { byFile: unknown }[] }[] } = await home.json([
      'round',
      ...['--org', 'leicester', '--as-at', '2017-12-12'],
    ])
    expect(round.ranks.flatMap(each => each.rows).some(row => row.byFile !== null)).toBe(false)
  })

  test('compare with the last time as the report says: 1A was 147, 2D was 129', async () => {
    expect((await ask('leicester', '1A', '2016/17')).previous).toMatchObject({
      period: '2015/16',
      rank: 147,
      of: 150,
      direction: 'improved',
    })
    expect((await ask('leicester', '2022/23:2D', '2016/17')).previous).toMatchObject({
      rank: 129,
      direction: 'improved',
    })
  })
})
