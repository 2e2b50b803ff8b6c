import { expect, test } from 'vitest'
import { chanceFrom, wholeFrom } from '../../src/shared/chance.ts'
import { type Given, writeSubmission } from '../fixtures/cld/submission.ts'
import { homeIn } from '../support/home.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const day = (count: number) => new Date(Date.UTC(2025, 3, 1) + count * 86_400_000).toISOString().slice(0, 10)

/** Requests of a year, some days long, as a council sends them. */
const requests: readonly Given[] = Array.from({ length: 900 }, (_, at) => {
  const chance = chanceFrom(at + 1)
  const end = wholeFrom(chance, 0, 364)
  return {
    'LA Person Unique Identifier': `E${at}`,
    'Event Type': 'Request',
    'Event Start Date': day(end - wholeFrom(chance, 0, 20)),
    'Event End Date': day(end),
    'Service Type': '',
    'Service Component': '',
  }
})

const exchanged = (date: string) => date.replace(/-(\d\d)-(\d\d)$/, '-$2-$1')
const isEarly = (date: string) => Number(date.slice(8)) <= 12

/** Takes in the requests with their ends, and perhaps their starts, written otherwise. */
async function taken(write: (date: string) => string, fields = ['Event Start Date', 'Event End Date']) {
  const home = homeIn(temporaryFolder())
  const rows = requests.map(row => ({
    ...row,
    ...Object.fromEntries(fields.map(field => [field, write(row[field] ?? '')])),
  }))
  return home.run(['cld', 'import', writeSubmission(temporaryFolder(), rows)])
}

test('a file with its dates as they are is taken in', async () => {
  const ran = await taken(date => date)
  expect(ran).toMatchObject({ code: 0 })
  expect(ran.stderr).not.toContain('exchanged')
})

test('a column with the month first throughout is refused by its name, where its other dates were left out too', async () => {
  const monthFirst = (date: string) => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`
  const unread = await taken(monthFirst, ['Event End Date'])
  expect(unread.code).toBe(1)
  expect(unread.stderr).toMatch(
    /row \d+, column Event End Date: none of \d+ dates lies after the 12th of a month, and \d+ dates cannot be read/,
  )
  const leftOut = await taken(date => (isEarly(date) ? monthFirst(date) : ''), ['Event End Date'])
  expect(leftOut.code).toBe(1)
  expect(leftOut.stderr).toMatch(
    /column Event End Date: none of \d+ dates lies after the 12th of a month: day and month/,
  )
  expect(leftOut.stderr).not.toContain('column Event Start Date')
})

test('dates that a program exchanged where it could, and left where it could not, are refused', async () => {
  const ran = await taken(date => (isEarly(date) ? exchanged(date) : date))
  expect(ran.code).toBe(1)
  expect(ran.stderr).toMatch(
    /column Event End Date: \d+ dates up to the 12th of a month lie outside the reporting period/,
  )
})

test('a file whose every service began on the first day of a year is taken in', async () => {
  const ran = await taken(() => '2025-04-01', ['Event Start Date'])
  expect(ran).toMatchObject({ code: 0 })
})
