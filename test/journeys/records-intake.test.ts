/** An officer sends a file of records, mends it, takes it in, leaves it out and counts it again: real command, real browser. */
import { afterAll, describe, expect, test } from 'vitest'
import { submissionText, yearOf } from '../fixtures/cld/submission.ts'
import { homeIn } from '../support/home.ts'
import { serveHome } from '../support/serving.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { hasArrived, journey, tabTo } from './support.ts'

const folder = makeTemporaryFolder()
const home = homeIn(folder.path)
const { open, url } = journey(async () => {
  await home.text(['examples', 'load', 'norfolk'])
  return serveHome(home.path)
})
afterAll(folder.remove)

const file = (text: string, name: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
const rows = (people: number) => yearOf({ 'LA Code': '607' }, people)

describe.each([
  ['a desk, with scripts', 1, { javaScriptEnabled: true, viewport: { width: 1280, height: 900 } }],
  ['a phone, with scripts off', 2, { javaScriptEnabled: false, viewport: { width: 375, height: 800 } }],
] as const)('on %s', (_, people, options) => {
  test('records are sent, refused with their place, mended, taken in, left out and counted again', async () => {
    const page = await open(options)
    const arrived = async (heading: string | RegExp) => {
      await page.getByRole('heading', { level: 1, name: heading }).waitFor({ timeout: 60_000 })
      // Without scripts axe cannot look at the page: its heading tells where the reader is.
      if (options.javaScriptEnabled) await hasArrived(page, heading)
    }
    const send = async (text: string) => {
      await page.getByLabel('Files', { exact: true }).setInputFiles([file(text, `cld_2026042${people}T101520.csv`)])
      await tabTo(page, 'Take in the files', 120)
      await page.keyboard.press('Enter')
    }
    await page.goto(url('/norfolk/records'))
    await arrived(people === 1 ? 'No client records yet' : '1 file with 13 records')
    await page.getByRole('link', { name: 'Take records in' }).click()
    await arrived('Take records in')
    await page.getByRole('button', { name: 'Take in the files' }).click()
    await page.getByText('There is a problem').waitFor()
    expect(await page.title()).toMatch(/^Error: Take records in/)

    await send(submissionText([...rows(people), { 'LA Code': '607', 'Date of Birth': '17/05/40' }]))
    await arrived('1 problem: nothing was taken in')
    expect(await page.getByRole('alert').textContent()).toContain('column Date of Birth: a date written as 2025-04-30')
    await send(submissionText(rows(people)))
    await arrived(`Taken in: 1 file with ${people * 13} records`)

    await page.getByRole('link', { name: /^Leave it out/ }).click()
    await arrived(/^cld_/)
    await page.getByRole('button', { name: 'Leave this file out' }).click()
    await page.getByText('There is a problem').waitFor()
    await page.getByLabel('Why it should not count').fill('It came from the test system')
    await page.getByRole('button', { name: 'Leave this file out' }).click()
    await arrived(/: left out$/)
    expect(await page.getByRole('main').textContent()).toContain('It came from the test system')
    await page.getByRole('button', { name: 'Count this file again' }).click()
    await arrived(/\.csv$/)
    await page.getByRole('link', { name: 'Overview' }).click()
    await arrived(people === 1 ? '1 file with 13 records' : '2 files with 39 records')
  }, 180_000)
})

test('the audit of these journeys is whole', async () => {
  expect(await home.json(['audit', 'verify'])).toMatchObject({ whole: true, redacted: 0 })
})
