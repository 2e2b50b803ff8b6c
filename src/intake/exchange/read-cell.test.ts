import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../grid.ts'
import type { Column } from './columns.ts'
import { readCell, signOf, withGuard, withoutGuard } from './read-cell.ts'
import { commonColumns, historyColumns, tables } from './tables.data.ts'

const text = (held: string): Cell => ({ type: held === '' ? 'empty' : 'text', held, shown: held.trim() })
const number = (held: string, shown = held): Cell => ({ type: 'number', held, shown })
const columns: readonly Column[] = [...tables.flatMap(table => table.columns), ...commonColumns, ...historyColumns]
const column = (type: Column['type'], more: Partial<Column> = {}): Column => ({ name: 'any', type, about: '', ...more })

describe('readCell()', () => {
  test('readCell() never throws, whatever stands in a cell, and says what it expected where it takes nothing', () => {
    const types = fc.constantFrom<Cell['type']>('empty', 'text', 'number', 'date', 'boolean', 'error')
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double().map(String),
      fc.constantFrom(
        '2016-13',
        '1e999',
        '-',
        '%',
        '£',
        '=',
        '2016/17-Q9',
        '__proto__=1',
        'a=b=c',
        ';;',
        '9'.repeat(400),
      ),
    )
    const cell = fc.record({ type: types, held: anything, shown: anything })
    fc.assert(
      fc.property(cell, fc.constantFrom(...columns), fc.boolean(), (given, at, verbatim) => {
        const read = readCell(given, at, verbatim)
        if (!read.ok) expect(read.expected.length).toBeGreaterThan(10)
        else expect(read.value).not.toBeUndefined()
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['79.0', '79.0'],
    ['86.3%', '86.3'],
    ['1,234,567.8', '1234567.8'],
    ['£1,200', '1200'],
    ['−3.5', '-3.5'],
    ['–3.5', '-3.5'],
    ['-0', '0'],
    [' 12 ', '12'],
  ])('readCell() takes the decimal %j as %s, with the decimals of the source', (held, value) => {
    expect(readCell(text(held), column('decimal'))).toEqual({ ok: true, value })
  })

  test.each(['abc', '1.2.3', '1e3', '12,34', '1 234', '007', 'n/a', '/', '-', '.', 'NaN', 'Infinity', '0x10'])(
    'readCell() takes %j for no decimal',
    held => {
      expect(readCell(text(held), column('decimal'))).toMatchObject({ ok: false, code: 'not-a-number' })
    },
  )

  test.each(['1000000000000000', '0.0000000000001', '-9999999999999999'])('readCell() takes %s for too large', held => {
    expect(readCell(text(held), column('decimal'))).toMatchObject({ ok: false, code: 'number-too-large' })
  })

  test.each([
    ['a format that only adds decimals', number('79', '79.0'), '79.0'],
    ['a format that hides some', number('3.56', '3.6'), '3.56'],
    ['a percentage', number('0.863', '86.3%'), '86.3'],
    ['a percentage with decimals hidden', number('0.8634', '86%'), '86.34'],
    ['thousands', number('3523', '3,523'), '3523'],
    ['binary noise', number('0.30000000000000004', '0.3'), '0.3'],
    ['a small number', number('0.0000001', '1E-07'), '0.0000001'],
  ])('readCell() takes a number of a workbook with %s', (_, cell, value) => {
    expect(readCell(cell, column('decimal'))).toEqual({ ok: true, value })
  })

  test('signOf() is the sign of a unit that stands with a number', () => {
    const signs = ['45%', '£12', '-£12', '−£1,200', '12'].map(held => signOf(text(held), column('decimal')))
    expect(signs).toEqual(['%', '£', '£', '£', null])
    expect(signOf(number('0.863', '86.3%'), column('decimal'))).toBe('%')
    expect(signOf(text('about 45%'), column('text'))).toBeNull()
  })

  test('readCell() tells an error of a formula, an empty cell where something is needed, and a fallback', () => {
    const error: Cell = { type: 'error', held: '#DIV/0!', shown: '#DIV/0!' }
    for (const each of columns) expect(readCell(error, each)).toMatchObject({ ok: false, code: 'formula-error' })
    expect(readCell(text(''), column('slug', { required: true, about: 'The area.' }))).toEqual({
      ok: false,
      code: 'missing',
      expected: 'a value is needed here: The area.',
    })
    expect(readCell(text(''), column('yes_no', { fallback: 'yes' }))).toEqual({ ok: true, value: true })
    expect(readCell(text(''), column('decimal'))).toEqual({ ok: true, value: null })
    expect(readCell(text(''), column('list'))).toEqual({ ok: true, value: [] })
  })

  test.each([
    ['Dec 2016', '2016-12'],
    ['2016-12', '2016-12'],
    ['2017/18-Q2', '2017/18-Q2'],
    ['2016/17', '2016/17'],
  ])('readCell() takes the period %j', (held, value) => {
    expect(readCell(text(held), column('period'))).toEqual({ ok: true, value })
  })

  test('readCell() takes a date of a workbook for its month, and a bare date in a text for no period', () => {
    const date: Cell = { type: 'date', held: '2016-12-01', shown: 'Dec-16' }
    expect(readCell(date, column('period'))).toEqual({ ok: true, value: '2016-12' })
    expect(readCell(date, column('day'))).toEqual({ ok: true, value: '2016-12-01' })
    expect(readCell(text('2017-13'), column('period'))).toMatchObject({ ok: false, code: 'bad-period' })
    expect(readCell(text('2017-02-30'), column('day'))).toMatchObject({ ok: false, code: 'bad-day' })
  })

  test.each([
    ['<b>bold</b>', false],
    ['a <script>', false],
    ['<br/>', false],
    ['<a href="https://example.org">', false],
    ['<svg/onload=x>', false],
    ['<b\n>', false],
    ['<?xml version="1.0"?>', false],
    ['<!doctype html>', false],
    ['< br/> is none, as a space follows', true],
    ['see <https://example.org/a?b=c> or <mailto:a@example.org>', true],
    ['a<b, and b > c', true],
    ['<!-- no -->', false],
    ['</p>', false],
    ['fewer than 5: <5', true],
    ['a < b is fine with a space and a digit: x < 3', true],
    ['5 > 3 and 3 < 5', true],
  ])('readCell() of the words %j: taken %s', (held, taken) => {
    for (const type of ['text', 'markdown'] as const)
      expect(readCell(text(held), column(type))).toMatchObject(taken ? { ok: true } : { ok: false, code: 'raw-html' })
  })

  test.each([
    ['age=65+; sex=female', 'age=65+;sex=female'],
    ['sex=female;age=65+', 'age=65+;sex=female'],
    ['', ''],
  ])('readCell() puts the breakdown %j in order', (held, value) => {
    expect(readCell(text(held), column('breakdown'))).toEqual({ ok: true, value })
  })

  test.each(['age', 'age=', '=65+', 'age=65+;age=18-64', 'Age=65+', 'age=1=2'])(
    'readCell() takes no breakdown %j',
    held => {
      expect(readCell(text(held), column('breakdown'))).toMatchObject({ ok: false, code: 'bad-breakdown' })
    },
  )

  test('readCell() takes codes as people write them, in the order of the list', () => {
    const marks = column('list', { codes: ['provisional', 'estimated', 'break', 'not_comparable'] })
    expect(readCell(text('Not comparable; provisional'), marks)).toEqual({
      ok: true,
      value: ['provisional', 'not_comparable'],
    })
    expect(readCell(text('perhaps'), marks)).toMatchObject({ ok: false, code: 'unknown-code' })
    expect(readCell(text('on target'), column('code', { codes: ['on_target'] }))).toEqual({
      ok: true,
      value: 'on_target',
    })
  })

  test('readCell() takes settings that can be written again, and no others', () => {
    expect(readCell(text('amber_below=0.05; green_band=0.025'), column('settings'))).toEqual({
      ok: true,
      value: { amber_below: 0.05, green_band: 0.025 },
    })
    for (const held of ['amber', 'a=-1', 'a=1e5', `a=${'9'.repeat(25)}`, 'a=0.0000000000001'])
      expect(readCell(text(held), column('settings'))).toMatchObject({ ok: false, code: 'bad-settings' })
    expect(readCell(text('amber_below=0.1; amber_below=0.2'), column('settings'))).toMatchObject({
      code: 'bad-settings',
    })
    expect(readCell(text('amber_belo=0.3'), column('settings'))).toMatchObject({ ok: false, code: 'unknown-setting' })
    expect(readCell(text('sustained=90'), column('settings'))).toMatchObject({
      ok: false,
      code: 'setting-out-of-range',
    })
    expect(readCell(text('sustained=90'), column('settings'), true)).toMatchObject({ ok: true })
  })
})

describe('withGuard()', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+44', "'+44"],
    ['-', "'-"],
    ['@here', "'@here"],
    ['\tx', "'\tx"],
    [' =x', "' =x"],
    ["'=x", "''=x"],
    ["'quoted'", "'quoted'"],
    ['plain = text', 'plain = text'],
  ])('withGuard(%j) is %j', (given, expected) => {
    expect(withGuard(given)).toBe(expected)
  })

  test('withoutGuard() undoes withGuard(), and takes nothing off a text that carries none', () => {
    const parts = fc.array(fc.constantFrom("'", '=', '-', '+', '@', ' ', '\t', '\n', 'a', '1', '＝'))
    fc.assert(
      fc.property(parts, each => {
        const given = each.join('')
        expect(withoutGuard(withGuard(given))).toBe(given)
        expect(withGuard(given)).not.toMatch(/^\s*[=+\-@＝]/)
      }),
    )
  })
})
