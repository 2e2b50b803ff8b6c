import { expect, test } from 'vitest'
import type { RevisionItem, RevisionsAnswer } from '../../answers/types.ts'
import { fixtureServices } from '../fixtures/services.ts'
import { Revisions, shownRevisions } from './revisions.tsx'

const overview = await fixtureServices().overview('norfolk', { asAt: '2017-06-19' }, 'officer')
const given = overview.revisions as RevisionsAnswer

const words = (revisions: RevisionsAnswer) =>
  String(<Revisions revisions={revisions} meeting="Scrutiny Committee" />)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

const changed = (change: RevisionItem['change'], inEarlierDashboard = true): RevisionItem => ({
  ...(given.revisions[0] as RevisionItem),
  change,
  inEarlierDashboard,
})

test('only what could be read in the earlier dashboard is shown, and no hidden detail', () => {
  const revisions = [changed('revised'), changed('detail'), changed('added', false), changed('withdrawn')]
  expect(shownRevisions({ ...given, revisions }).map(item => item.change)).toEqual(['revised', 'withdrawn'])
})

test('one of a kind is said in the singular', () => {
  expect(words({ ...given, revisions: [changed('revised')], others: [] })).toContain('1 figure revised')
  expect(words(given)).toContain('3 figures revised')
})

test('more than three additions of an indicator are said as a span', () => {
  expect(words(given)).toContain('Assessments ending in information only : 4 periods from October 2016 to January 2017')
  expect(words(given)).toContain('LD paid employment : 3.3 in January 2017')
})

test('nothing changed is said', () => {
  expect(words({ ...given, revisions: [], others: [] })).toContain(
    'Nothing has changed in the months of the dashboard that the Scrutiny Committee saw.',
  )
})
