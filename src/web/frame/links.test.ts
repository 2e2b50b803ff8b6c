import { expect, test } from 'vitest'
import { organisationOf } from '../fixtures/build.ts'
import type { Route } from '../route.ts'
import { linksOf } from './links.ts'

const norfolk = organisationOf('norfolk', 'Norfolk County Council')
const leicester = organisationOf('leicester', 'Leicester City Council')
const answer = async () => new Response()
const row = (path: string, place: 'organisation' | 'more' | 'footer' | 'search', words: string): Route => {
  return { method: 'GET', path, audience: 'public', answer, link: { place, words } }
}
const table = [row('/:org', 'organisation', 'Home'), row('/:org/cards', 'organisation', 'Report cards')]
const at = (path: string, more: readonly Route[] = []) =>
  linksOf([...table, ...more], {
    organisations: [norfolk, leicester],
    organisation: norfolk,
    asAt: '2017-06-19',
    known: new Set(['norfolk']),
    path,
  })

test('linksOf() links to what is declared, keeps the day, and marks where the page stands', () => {
  expect(at('/norfolk').organisation).toEqual([
    { href: '/norfolk?as-at=2017-06-19', words: 'Home', current: 'page' },
    { href: '/norfolk/cards?as-at=2017-06-19', words: 'Report cards', current: undefined },
  ])
  expect(at('/norfolk/cards').organisation.map(each => each.current)).toEqual([undefined, 'page'])
  expect(at('/norfolk/cards/delays').organisation.map(each => each.current)).toEqual([undefined, 'true'])
  expect(at('/norfolk/cardsharps').organisation.map(each => each.current)).toEqual([undefined, undefined])
})

test('linksOf() keeps what is asked for less among the others, save the page itself', () => {
  const more = [row('/:org/findings', 'more', 'Findings'), row('/:org/signal', 'more', 'Signal')]
  expect(at('/norfolk', more).more.map(each => each.words)).toEqual(['Findings', 'Signal'])
  expect(at('/norfolk/findings', more).organisation.map(each => each.words)).toEqual([
    'Home',
    'Report cards',
    'Findings',
  ])
  expect(at('/norfolk/findings', more).more.map(each => each.words)).toEqual(['Signal'])
})

test('linksOf() gives search, first page and links of the footer only once they are declared', () => {
  expect(at('/norfolk')).toMatchObject({ search: null, start: null, footer: [] })
  const more = [row('/:org/search', 'search', 'Search'), row('/help/glossary', 'footer', 'Glossary')]
  expect(at('/norfolk', more).search).toBe('/norfolk/search')
  expect(at('/help/glossary', more).footer).toEqual([
    { href: '/help/glossary?as-at=2017-06-19', words: 'Glossary', current: 'page' },
  ])
})

test('linksOf() keeps the day only towards organisations that were known on it', () => {
  expect(at('/norfolk').organisations.map(({ href }) => href)).toEqual(['/norfolk?as-at=2017-06-19', '/leicester'])
})
