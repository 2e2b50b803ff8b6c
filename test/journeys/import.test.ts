/** From a file with a wrong cell to a stored figure and back, over the real command and a real register. */
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { homeIn } from '../support/home.ts'
import { serveHome } from '../support/serving.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { focused, hasArrived, journey, tabTo } from './support.ts'

const folder = makeTemporaryFolder()
const home = homeIn(folder.path)
const { open, url } = journey(async () => {
  await home.text(['examples', 'load', 'norfolk'])
  return serveHome(home.path)
})
afterAll(folder.remove)

const table = (rows: string) => ({
  name: 'observations.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`indicator,period,value\n${rows}\n`),
})

/** What the register says of delays in April 2017. */
async function april(): Promise<string | null> {
  const { indicator } = (await home.json(['card', 'dtoc-social-care-rate', '--org', 'norfolk'])) as {
    indicator: { periods: { period: string; value: number | null }[] }
  }
  return String(indicator.periods.find(({ period }) => period === '2017-04')?.value ?? null)
}

/** Chooses files as a keyboard does: Space on the field opens the system's own window. */
async function choose(page: Page, file: ReturnType<typeof table>): Promise<void> {
  await tabTo(page, 'files')
  // The browser may open the window before it was told to hand it to us: then Space is pressed again.
  for (let tries = 0; tries < 5; tries += 1) {
    const chooser = page.waitForEvent('filechooser', { timeout: 5000 }).catch(() => null)
    await page.keyboard.press('Space')
    const opened = await chooser
    if (opened) return opened.setFiles([file])
  }
  throw new Error('Space on the field of files opens no window')
}

async function press(page: Page, words: string): Promise<void> {
  await tabTo(page, words)
  await page.keyboard.press('Enter')
}

describe.each([
  ['with scripts', true],
  ['with scripts off', false],
] as const)('%s', (_, javaScriptEnabled) => {
  test('a file with a wrong cell is mended, stored and undone, by keyboard alone', async () => {
    const page = await open({ javaScriptEnabled })
    // Without scripts axe cannot look at the page: its heading tells where the reader is.
    const arrived = async (heading: string | RegExp) => {
      await page.getByRole('heading', { level: 1, name: heading }).waitFor()
      if (javaScriptEnabled) await hasArrived(page, heading)
    }
    const before = await april()
    await page.goto(url('/norfolk'))
    await press(page, 'More')
    await press(page, 'Import')
    await page.waitForURL('**/norfolk/import')
    await arrived('Import figures')

    await choose(page, table('dtoc-social-care-rate,2017-04,fifty'))
    await knownOn(page)
    await press(page, 'Look at the files')
    await page.waitForURL(/\/waiting\//)
    await arrived('1 problem to mend before anything is stored')
    expect(await page.title()).toMatch(/^Error: /)
    await tabTo(
      page,
      'observations.csv, row 2, column C (value): expected a number, as 12.5; leave the cell empty where there is none',
    )
    await page.keyboard.press('Enter')
    await page.waitForURL(/#error-1$/)
    expect(await page.locator('td.faulty').textContent()).toContain('fifty')

    await choose(page, table('dtoc-social-care-rate,2017-04,4.25'))
    await knownOn(page)
    await press(page, 'Look at the mended files')
    await page.waitForURL(/\/waiting\//)
    await arrived(/^(1 new, 0 revised|0 new, 1 revised) and 0 unchanged$/)
    expect(await april()).toBe(before)
    await press(page, 'Store this fact')
    await page.waitForURL(/\/norfolk\/import\/\d+$/)
    await arrived(/^Stored: /)
    expect(await april()).toBe('4.25')

    const n = /\d+$/.exec(page.url())?.[0]
    await press(page, `Undo import ${n}`)
    await page.waitForURL('**/undo')
    await arrived(`Undo import ${n}`)
    await press(page, `Undo import ${n}`)
    await page.getByText('There is a problem').waitFor()
    await arrived(`Undo import ${n}`)
    expect(await page.title()).toMatch(/^Error: Undo import/)
    await tabTo(page, 'Say why the import is undone')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('why')
    await page.keyboard.type('The figure of another month')
    await press(page, `Undo import ${n}`)
    await page.waitForURL(new RegExp(`/norfolk/import/${Number(n) + 1}$`))
    await arrived(new RegExp(`^Import ${n} undone: `))
    expect(await page.getByRole('main').textContent()).toContain('The figure of another month')
    expect(await april()).toBe(before)
  }, 180_000)
})

/** Says on which day the figures were known. */
async function knownOn(page: Page): Promise<void> {
  await tabTo(page, 'known-on-day')
  await page.keyboard.type('1')
  await tabTo(page, 'known-on-month')
  await page.keyboard.type('July')
  await tabTo(page, 'known-on-year')
  await page.keyboard.type('2017')
}

test('wrong headings of an officer’s spreadsheet are taken as proposed, once that is chosen', async () => {
  const page = await open()
  const csv = ['Indicator,Nov 16,Dec 16,Jan 16,Feb 17', 'dtoc-social-care-rate,1,2,3,4'].join('\n')
  await page.goto(url('/norfolk/import'))
  await page
    .getByLabel('Files', { exact: true })
    .setInputFiles([{ name: 'dash.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }])
  for (const [label, text] of [
    ['Day', '1'],
    ['Month', '7'],
    ['Year', '2017'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Look at the files' }).click()
  await page.waitForURL(/\/waiting\//)
  await hasArrived(page, /problem/)
  await page.getByRole('button', { name: 'Take the headings as proposed' }).click()
  await page.getByRole('heading', { name: /^Look again/ }).waitFor()
  await hasArrived(page, /^0 new, 4 revised and 0 unchanged$/)
  expect(await page.getByRole('heading', { name: /^Look again/ }).count()).toBe(1)
  await page.getByRole('button', { name: 'Do not store' }).click()
  await page.waitForURL('**/norfolk/import')
  await hasArrived(page, 'Import figures')
})
