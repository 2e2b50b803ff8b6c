import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inPieces, type Searchable, search, searchKinds } from './search.ts'

const one = (name: string, title: string, more: Partial<Searchable> = {}): Searchable => ({
  kind: 'indicator',
  name,
  title,
  also: [],
  text: '',
  indicator: name,
  ...more,
})

const all = [
  one('dtoc', 'Delayed transfers of care from hospital', { also: ['DTOC', '2C(1)'], text: 'Seen by the committee' }),
  one('nnuh', 'Social care delays at the hospital of Norwich'),
  one('admissions', 'Permanent admissions 18–64', { also: ['2A(1)'] }),
  one('older', 'Permanent admissions 65+', { also: ['2A(2)'] }),
  one('home', 'At home after 91 days', { text: 'Fewer delays in hospital, and the café’s guests are at home.' }),
  one('card', 'Getting out of hospital', { kind: 'card', text: 'Why delays matter.' }),
]

const namesOf = (text: string) =>
  search(all, text).groups.flatMap(({ kind, found }) => found.map(each => `${kind} ${each.name}`))

test.each([
  ['2A(1)', ['indicator admissions']],
  ['2a(1)', ['indicator admissions']],
  ['dtoc', ['indicator dtoc']],
  ['DELAY', ['indicator dtoc', 'indicator nnuh', 'indicator home', 'card card']],
  ['hospital delay', ['indicator dtoc', 'indicator nnuh', 'indicator home', 'card card']],
  ['cafe', ['indicator home']],
  ['CAFÉ’S', ['indicator home']],
  ["cafe's", ['indicator home']],
  ['  permanent \n 65+ ', ['indicator older']],
  ['layed', []],
  ['', []],
  ['()', []],
  ['%', []],
])('search() for %j finds %j, in this order', (asked, found) => {
  expect(namesOf(asked)).toEqual(found)
})

test('what is called so stands before what only speaks of it', () => {
  const speaking = one('a', 'Annual review', { text: 'reablement' })
  const called = one('z', 'Reablement')
  expect(search([speaking, called], 'reablement').groups[0]?.found.map(({ name }) => name)).toEqual(['z', 'a'])
})

test('the words that were asked for are marked where they begin a word, in the spelling of the text', () => {
  const [found] = search(all, 'cafe hosp').groups[0]?.found ?? []
  expect(found?.excerpt?.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['hosp', 'café'])
})

test('an excerpt of a long text holds its first match, and not much more', () => {
  const long = one('long', 'Long', { text: `${'before '.repeat(500)}needle ${'after '.repeat(500)}` })
  const text =
    search([long], 'needle')
      .groups[0]?.found[0]?.excerpt?.map(piece => piece.text)
      .join('') ?? ''
  expect(text).toMatch(/^… before .*needle after .* …$/)
  expect(text.length).toBeLessThan(300)
})

test('when nothing is found, words that are written much alike are suggested', () => {
  expect(search(all, 'dealyed').suggestions).toEqual(['delayed'])
  expect(search(all, 'xyzzy').suggestions).toHaveLength(5)
})

test('the pieces of a text are the text, and hits are the words asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', minLength: 1 }), (text, word) => {
      const pieces = inPieces(text, [word.toLowerCase()])
      expect(pieces.map(piece => piece.text).join('')).toBe(text)
      expect(pieces.every(({ isHit }, at) => at === 0 || isHit !== pieces[at - 1]?.isHit)).toBe(true)
    }),
  )
})

test('whatever is typed gets an answer whose count is that of what it shows', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), typed => {
      const { asked, count, groups, suggestions } = search(all, typed)
      expect(asked.length).toBeLessThanOrEqual(100)
      expect(groups.flatMap(({ found }) => found)).toHaveLength(count)
      expect(groups.map(({ kind }) => kind)).toEqual(
        searchKinds.filter(kind => groups.some(group => group.kind === kind)),
      )
      if (count > 0) expect(suggestions).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('the name of anything finds it', () => {
  for (const { title, name } of all)
    expect(
      namesOf(title).some(found => found.endsWith(` ${name}`)),
      title,
    ).toBe(true)
})

test('hostile patterns are answered at once', () => {
  const text = one('long', 'a'.repeat(20_000), { text: 'ab '.repeat(50_000) })
  const started = process.hrtime.bigint()
  for (const typed of ['a'.repeat(1e6), '(a+)+$', 'ab '.repeat(3e5), '.*'.repeat(5e4), '\u0301'.repeat(1e5)])
    search([text], typed)
  expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(5000)
})
