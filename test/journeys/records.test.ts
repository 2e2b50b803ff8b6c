/** From a figure to the people behind it and back, over client-level records, the real command and a real browser. */
import { afterAll, describe, expect, test } from 'vitest'
import { exampleInput } from '../fixtures/cld/expected.ts'
import { homeIn } from '../support/home.ts'
import { serveHome } from '../support/serving.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { hasArrived, journey, tabTo } from './support.ts'

const folder = makeTemporaryFolder()
const home = homeIn(folder.path)
const { open, url } = journey(async () => {
  await home.text(['examples', 'load', 'demo'])
  await home.text(['cld', 'import', exampleInput])
  return serveHome(home.path, { env: { TIDEMARK_PEOPLE: '1' } })
})
afterAll(folder.remove)

describe.each([
  ['a desk, with scripts', { javaScriptEnabled: true, viewport: { width: 1280, height: 900 } }],
  ['a phone, with scripts off', { javaScriptEnabled: false, viewport: { width: 375, height: 800 } }],
] as const)('on %s', (_, options) => {
  test('a reader goes from the records to a measure, its steps, its people, what moved and what is wrong', async () => {
    const page = await open(options)
    const arrived = async (heading: string | RegExp) => {
      // A question that takes long shows a page that comes anew by itself.
      await page.getByRole('heading', { level: 1, name: heading }).waitFor({ timeout: 60_000 })
      // Without scripts axe cannot look at the page: its heading tells where the reader is.
      if (options.javaScriptEnabled) await hasArrived(page, heading)
    }
    const follow = async (words: string) => {
      await tabTo(page, words, 200)
      await page.keyboard.press('Enter')
    }
    await page.goto(url('/demo'))
    await tabTo(page, 'More')
    await page.keyboard.press('Enter')
    await follow('Client records')
    await arrived(/^\d+ files with [\d,]+ records$/)
    await page.locator('#choose-council').selectOption('902')
    await page.getByRole('button', { name: 'Show' }).click()
    await page.waitForURL(/council=902/)
    await follow('Data quality')
    await arrived(/^[\d,]+ faults in the latest file$/)
    await follow('Measures')
    await arrived(/^ASCOF measures of/)
    expect(await page.locator('.eyebrow').textContent()).toContain('Northfold')
    await page.locator('#choose-to').selectOption('2025-12')
    await page.getByRole('button', { name: 'Show' }).click()
    await arrived('ASCOF measures of the twelve months to December 2025')
    await follow('ASCOF 2E, 65 and above | Total')
    await arrived(/^ASCOF 2E: [\d,]+ of [\d,]+, [\d.]+ %$/)
    const counted = /: ([\d,]+) of/.exec(String(await page.locator('h1').textContent()))?.[1]
    const last = page.locator('tbody tr').last()
    expect(await last.textContent()).toMatch(new RegExp(`The numerator0${counted}$`))

    await follow('Who is in the numerator')
    await arrived(`ASCOF 2E: ${counted} people in the numerator`)
    const person = page.locator('.records-person').first()
    await person.locator('summary').click()
    expect(await person.locator('tbody tr').count()).toBeGreaterThan(0)
    if (options.javaScriptEnabled) await hasArrived(page, /in the numerator$/)

    await follow('How the figure came about')
    await arrived(/^ASCOF 2E: /)
    await follow('What moved between two months')
    await arrived('What moved in ASCOF 2E')
    await follow('Tables and waiting times')
    await arrived('Tables and waiting times')
  }, 180_000)
})

test('every look of these journeys is in the audit, which is whole', async () => {
  expect(await home.json(['audit', 'verify'])).toMatchObject({ whole: true, redacted: 0 })
})
