import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pastImports } from '../../src/intake/imports.ts'
import { CannotUndo, planUndo, undoImport } from '../../src/intake/undo/undo.ts'
import type { Register } from '../../src/register/index.ts'
import { keyOf, type NewFact } from '../../src/shared/facts.ts'
import { roundedText } from '../../src/shared/rounding.ts'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { steadyClock, stores } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const author = { actor: 'person-1', origin: 'test' }
const days = ['2017-01-10', '2017-02-10', '2017-03-10'] as const
const periods = ['2016-11', '2016-12', '2017-01'] as const

type Cell = { readonly period: number; readonly day: number; readonly value: number }

const observation = ({ period, day, value }: Cell): NewFact => ({
  ...keyOf('norfolk', { indicator: 'delays', geography: 'norfolk', period: String(periods[period]), version: '1' }),
  kind: 'observation',
  knownOn: String(days[day]),
  payload: {
    value: roundedText(value, 0),
    numerator: null,
    denominator: null,
    reason: null,
    until: '',
    marks: [],
    note: '',
  },
  from: { document: 'paper', file: 'observations.csv', place: '' },
})

/** Imports facts as they stand; @returns the number of the import */
async function imported(register: Register, facts: readonly NewFact[]): Promise<number> {
  return register.change(author, 'import', async change => {
    await change.add(facts)
    change.describe({ files: ['observations.csv'], owners: ['norfolk'] })
    return change.entry
  })
}

async function undone(register: Register, n: number): Promise<number> {
  const { entry } = await undoImport(register, author, n, { why: 'The wrong file' })
  expect(entry).not.toBeNull()
  return Number(entry)
}

/** What is said of each month as at each day; a value that was withdrawn is as good as none. */
async function said(register: Register): Promise<Record<string, string>> {
  const all: Record<string, string> = {}
  for (const asAt of days)
    for (const { period, payload } of await register.reader.current(['observation'], { asAt }))
      if (payload.value !== null) all[`${asAt} ${period}`] = payload.value
  return all
}

const cell = fc.record({
  period: fc.nat(periods.length - 1),
  day: fc.nat(days.length - 1),
  value: fc.integer({ min: 1, max: 4 }),
})
/** No two cells of one import speak of the same month as at the same day. */
const cells = fc.uniqueArray(cell, { minLength: 1, maxLength: 6, selector: each => `${each.period} ${each.day}` })

describe.each(stores)('on $name', ({ name, make }) => {
  const runs = name === 'sqlite' ? 25 : 3

  test('imports undone from the last to the first lead back through every state, as at every day', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cells, { minLength: 1, maxLength: 4 }), async imports => {
        const place = await make()
        const register = await place.open(steadyClock())
        const before: { n: number; state: Record<string, string> }[] = []
        for (const each of imports) {
          const state = await said(register)
          before.push({ n: await imported(register, each.map(observation)), state })
        }
        for (const { n, state } of before.toReversed()) {
          await undone(register, n)
          expect(await said(register)).toEqual(state)
        }
        expect(await register.verifyAudit()).toMatchObject({ whole: true })
        await register.close()
        await place.remove()
      }),
      { numRuns: runs },
    )
  })

  test('an undoing can be undone, and what it undid undone again', async () => {
    await fc.assert(
      fc.asyncProperty(cells, cells, async (first, second) => {
        const place = await make()
        const register = await place.open(steadyClock())
        await imported(register, first.map(observation))
        const without = await said(register)
        const n = await imported(register, second.map(observation))
        const withIt = await said(register)
        const undoing = await undone(register, n)
        expect(await said(register)).toEqual(without)
        await undone(register, undoing)
        expect(await said(register)).toEqual(withIt)
        await undone(register, n)
        expect(await said(register)).toEqual(without)
        await register.close()
        await place.remove()
      }),
      { numRuns: runs },
    )
  })

  test('what a later import changed stays, and only that', async () => {
    await fc.assert(
      fc.asyncProperty(cells, cells, cells, async (first, second, third) => {
        const place = await make()
        const register = await place.open(steadyClock())
        await imported(register, first.map(observation))
        const without = await said(register)
        const n = await imported(register, second.map(observation))
        await imported(register, third.map(observation))
        const now = await said(register)
        const later = new Set(third.map(each => each.period))
        const { plan } = await undoImport(register, author, n, { why: 'The wrong file' })
        const expected = [...Object.entries(without), ...Object.entries(now)].filter(
          ([at], index) =>
            later.has(periods.findIndex(each => at.endsWith(` ${each}`))) === index >= Object.keys(without).length,
        )
        expect(await said(register)).toEqual(Object.fromEntries(expected))
        expect(plan.left).toHaveLength(second.filter(each => later.has(each.period)).length)
        expect(plan.left.every(({ why }) => why === 'changed-since')).toBe(true)
        await register.close()
        await place.remove()
      }),
      { numRuns: runs },
    )
  })

  test('nothing is lost: every version stays, and the audit says who undid what and why', async () => {
    const place = await make()
    const register = await place.open(steadyClock())
    const n = await imported(register, [observation({ period: 0, day: 0, value: 1 })])
    const undoing = await undone(register, n)
    const values = (await register.reader.history(['observation'])).map(({ payload }) => payload.value)
    expect(values).toEqual(['1', null])
    expect(await pastImports(register.reader)).toMatchObject([
      { n: undoing, actor: 'person-1', undid: { n, why: 'The wrong file', restored: 0, withdrawn: 1, left: 0 } },
      { n, undid: null, undoneBy: undoing },
    ])
    await expect(planUndo(register.reader, n)).rejects.toThrow(`Import ${n} is undone already, by import ${undoing}`)
    await expect(planUndo(register.reader, 99)).rejects.toThrow(CannotUndo)
    await register.close()
    await place.remove()
  })

  test('what cannot be withdrawn, and what was taken out on purpose, stays and is named', async () => {
    const place = await make()
    const register = await place.open(steadyClock())
    const commentary: NewFact = {
      ...keyOf('norfolk', { indicator: 'delays', period: '2016-11', name: '1' }),
      kind: 'commentary',
      knownOn: days[0],
      payload: { text: 'It was the winter', authorRole: 'Head of service' },
      from: { document: '', file: '', place: '' },
    }
    const first = await imported(register, [observation({ period: 0, day: 0, value: 1 })])
    const n = await imported(register, [commentary, observation({ period: 0, day: 0, value: 2 })])
    const [redacted] = await register.reader.recordedIn(first)
    await register.redact(author, [Number(redacted?.seq)], 'A name stood in it')
    const { plan, entry } = await undoImport(register, author, n, { why: 'x' })
    expect(plan.left.map(({ fact, why }) => [fact.kind, why])).toEqual([
      ['commentary', 'cannot-be-withdrawn'],
      ['observation', 'redacted'],
    ])
    expect(entry).toBeNull()
    await register.close()
    await place.remove()
  })

  test('only the plan that was agreed to is stored', async () => {
    const place = await make()
    const register = await place.open(steadyClock())
    const n = await imported(register, [observation({ period: 0, day: 0, value: 1 })])
    expect(await undoImport(register, author, n, { why: 'x', agreed: 'another' })).toMatchObject({ entry: null })
    expect(await said(register)).not.toEqual({})
    await register.close()
    await place.remove()
  })
})

test('tidemark imports and tidemark undo: shown first, then done, told in words and as JSON', async () => {
  const home = homeIn(temporaryFolder())
  expect(await home.text(['imports'])).toBe('Nothing has been imported yet.\n')
  await home.text(['import', join(root, 'examples/norfolk')])
  const folder = temporaryFolder()
  const file = join(folder, 'observations.csv')
  writeFileSync(file, 'indicator,period,value,owner,known_on\ndtoc-social-care-rate,2017-03,9.99,norfolk,2017-06-19\n')
  const dashboard = () => home.text(['dashboard', '--org', 'norfolk', '--as-at', '2017-06-19', '--json'])
  const before = JSON.parse(await dashboard())
  const { import: n } = (await home.json(['import', file])) as { import: number }
  expect(JSON.parse(await dashboard())).not.toEqual(before)
  const dry = await home.text(['undo', String(n), '--dry-run'])
  expect(dry).toMatch(
    /^restored {2}observation dtoc-social-care-rate 2017-03: 9\.99 → 3\.56.*\nWould undo import 2: 1 restored, 0 withdrawn, 0 left\.\n$/,
  )
  expect((await home.run(['undo', String(n)])).stderr).toContain('--why is missing')
  expect((await home.run(['undo', 'two'])).code).toBe(2)
  expect(await home.text(['undo', String(n), '--why', 'The wrong month'])).toBe(
    'Undid import 2 by import 3: 1 restored, 0 withdrawn, 0 left.\n',
  )
  expect(JSON.parse(await dashboard())).toEqual(before)
  const again = await home.run(['undo', String(n), '--why', 'Twice'])
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('undone already, by import 3')])
  const list = await home.text(['imports', '--org', 'norfolk'])
  expect(list).toMatch(
    /^3 .* norfolk {2}undid import 2: 1 restored, .*; The wrong month\n2 .*\(undone by import 3\)\n1 /,
  )
  expect(await home.json(['undo', '3', '--dry-run'])).toMatchObject({
    stored: false,
    undone: 3,
    counts: { restored: 1 },
  })
})
