/** The last line of `npm test` is only as good as its counting: whatever did not run is a failure. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'

type Count = (report: string, code: number | null) => { passed: number; failed: number; sentences: string[] }

const script = new URL('../../scripts/support/vitest-totals.js', import.meta.url)
const { vitestTotals } = (await import(script.href)) as { vitestTotals: Count }

const file = (name: string, statuses: string[], more: object = {}) => ({
  name,
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status, i) => ({ status, fullName: `${name} ${i + 1}` })),
  ...more,
})

function count(files: object[], code: number) {
  const report = join(temporaryFolder(), 'report.json')
  writeFileSync(report, JSON.stringify({ testResults: files }))
  const { passed, failed } = vitestTotals(report, code)
  return { passed, failed }
}

test('vitestTotals() counts what passed and failed', () => {
  expect(count([file('a', ['passed', 'passed']), file('b', ['passed'])], 0)).toEqual({ passed: 3, failed: 0 })
  expect(count([file('a', ['passed', 'failed'])], 1)).toEqual({ passed: 1, failed: 1 })
})

test('vitestTotals() counts a test that is switched off as failed', () => {
  const off = file('a', ['passed', 'skipped', 'todo', 'pending', 'disabled'])
  expect(count([off], 0)).toEqual({ passed: 1, failed: 4 })
})

test('vitestTotals() counts a file that holds no test, or none that could be read, as failed', () => {
  expect(count([file('a', [], { status: 'failed', message: 'no such module' })], 1)).toEqual({ passed: 0, failed: 1 })
  expect(count([file('a', [])], 0)).toEqual({ passed: 0, failed: 1 })
})

test('vitestTotals() counts a failure outside the tests', () => {
  expect(count([file('a', ['passed'], { status: 'failed', message: 'afterAll' })], 1)).toEqual({ passed: 1, failed: 1 })
  expect(count([file('a', ['passed'])], 1)).toEqual({ passed: 1, failed: 1 })
})

test('vitestTotals() counts a run without tests, and one without a report, as failed', () => {
  expect(count([], 0)).toEqual({ passed: 0, failed: 1 })
  expect(vitestTotals(join(temporaryFolder(), 'none.json'), null)).toMatchObject({ passed: 0, failed: 1 })
})
