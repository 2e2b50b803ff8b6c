import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { arrive, focused, hasArrived, journey, pagesOf, tabTo } from './support.ts'

const { open, url } = journey()

const finding = '5 of the 6 indicators with a target are off target'
const board = 'Vital signs, March 2016 to March 2017'
const delays = /^Number of days delay in transfers of care/

const band = (page: Page) => page.getByRole('region', { name: 'Day as known' })

test('a reader with a keyboard skips to the finding, chooses a day, reads a card and comes back', async () => {
  const page = await open()
  await arrive(page, url('/norfolk'), finding)

  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Skip to main content')
  expect(await page.locator('.skip-link').boundingBox()).toMatchObject({ x: 0, y: 0 })
  await page.keyboard.press('Enter')
  expect(await page.evaluate('document.activeElement.id')).toBe('main')

  await page.goto(url('/norfolk'))
  await tabTo(page, 'Choose another day')
  await page.keyboard.press('Enter')
  await tabTo(page, 'as-at-day')
  await page.keyboard.type('19')
  await page.keyboard.press('Tab')
  await page.keyboard.type('6')
  await page.keyboard.press('Tab')
  await page.keyboard.type('2017')
  await page.keyboard.press('Enter')
  await page.waitForURL(url('/norfolk?as-at=2017-06-19'))
  await hasArrived(page, finding)
  expect(await band(page).textContent()).toContain('As known on 19 June 2017 · data to March 2017 · Back to today')

  await tabTo(page, 'Dashboard')
  await page.keyboard.press('Enter')
  await page.waitForURL(url('/norfolk/dashboard?as-at=2017-06-19'))
  await hasArrived(page, board)
  await tabTo(page, 'Delayed transfers (social care)')
  await page.keyboard.press('Enter')
  await page.waitForURL(url('/norfolk/indicators/dtoc-social-care-rate?as-at=2017-06-19'))
  await hasArrived(page, delays)

  await tabTo(page, 'Norfolk County Council: Vital signs')
  await page.keyboard.press('Enter')
  await page.waitForURL(url('/norfolk/dashboard?as-at=2017-06-19'))
  await tabTo(page, 'Back to today')
  await page.keyboard.press('Enter')
  await page.waitForURL(url('/norfolk/dashboard'))
  await hasArrived(page, board)
})

test('what has the focus is never hidden behind something else', async () => {
  const page = await open({ viewport: { width: 800, height: 600 } })
  await page.goto(url('/norfolk'))
  for (let pressed = 0; pressed < 45; pressed += 1) {
    await page.keyboard.press('Tab')
    const seen = await page.evaluate(`(() => {
      const at = document.activeElement.getBoundingClientRect()
      const x = Math.min(Math.max(at.left + 4, 1), innerWidth - 2), y = Math.min(Math.max(at.top + 4, 1), innerHeight - 2)
      const top = document.elementFromPoint(x, y)
      return document.activeElement.contains(top) || top.contains(document.activeElement)
    })()`)
    expect(seen, await focused(page)).toBe(true)
  }
})

test('an earlier day shows what was known then, and no more', async () => {
  const page = await open()
  await arrive(page, url('/norfolk?as-at=2017-03-06'), finding)
  expect(await page.getByRole('heading', { name: 'What changed since' }).count()).toBe(0)
  await arrive(page, url('/norfolk/dashboard?as-at=2017-03-06'), /^Vital signs/)
  const table = page.getByRole('table', { name: /Each indicator/ })
  expect(await table.getByRole('columnheader').last().textContent()).toContain('January 2017')
  expect(await table.textContent()).not.toContain('3.56')

  await band(page).getByText('Choose another day').click()
  await page.getByLabel('Day', { exact: true }).fill('30')
  await page.getByLabel('Month', { exact: true }).fill('2')
  await page.getByRole('button', { name: 'Show this day' }).click()
  await page.getByRole('link', { name: 'The day must be a real one, such as 19 6 2017' }).waitFor()
  await hasArrived(page, board)
  expect(await page.title()).toMatch(/^Error: /)
  await page.getByRole('link', { name: 'The day must be a real one, such as 19 6 2017' }).click()
  await page.waitForURL(/#as-at-day$/)
  await expect.poll(() => focused(page)).toBe('as-at-day')
  expect(await page.getByLabel('Day', { exact: true }).inputValue()).toBe('30')

  // The link may move the focus once more while another field is being filled, which then stays as it was.
  await expect
    .poll(async () => {
      await page.getByLabel('Day', { exact: true }).fill('19')
      await page.getByLabel('Month', { exact: true }).fill('June')
      return [
        await page.getByLabel('Day', { exact: true }).inputValue(),
        await page.getByLabel('Month', { exact: true }).inputValue(),
      ]
    })
    .toEqual(['19', 'June'])
  await page.getByRole('button', { name: 'Show this day' }).click()
  await page.waitForURL(url('/norfolk/dashboard?as-at=2017-06-19'))
  expect(await page.getByRole('table', { name: /Each indicator/ }).textContent()).toContain('3.56')
})

test('counts are shown on demand, and the day stays', async () => {
  const page = await open()
  await arrive(page, url('/norfolk/dashboard?as-at=2017-06-19'), board)
  await page.getByRole('checkbox', { name: 'Show counts' }).check()
  await page.waitForURL(url('/norfolk/dashboard?as-at=2017-06-19&counts=1'))
  await hasArrived(page, board)
  expect(await page.getByRole('cell', { name: /413\s+of\s+466/ }).count()).toBe(1)
})

test('without JavaScript everything works', async () => {
  const page = await open({ javaScriptEnabled: false })
  await page.goto(url('/'))
  await page.getByRole('main').getByRole('link', { name: 'Norfolk County Council' }).click()
  await page.waitForURL(url('/norfolk'))
  await page.getByText('Choose another day').click()
  await page.getByLabel('Day', { exact: true }).fill('19')
  await page.getByLabel('Month', { exact: true }).fill('6')
  await page.getByLabel('Year', { exact: true }).fill('2017')
  await page.getByRole('button', { name: 'Show this day' }).click()
  await page.waitForURL(url('/norfolk?as-at=2017-06-19'))
  await page.getByRole('link', { name: 'Delayed transfers (social care)' }).first().click()
  await page.getByRole('heading', { level: 1, name: delays }).waitFor()
  await page.getByText('The values as a table').first().click()
  expect(await page.getByRole('table', { name: /Delayed transfers/ }).textContent()).toContain('3.56')
})

test('the dashboard’s rating can be heard and seen without colour', async () => {
  const page = await open()
  await page.goto(url('/norfolk/dashboard?as-at=2017-06-19'))
  const row = page.getByRole('row', { name: /^Delayed transfers/ })
  expect(await row.getByRole('cell', { name: '3.56 Red' }).count()).toBe(1)
  expect(await row.getByRole('cell', { name: /worse than Feb 2017/ }).count()).toBe(1)
  expect(await row.locator('.letter').last().textContent()).toBe('R')
  const shapes = await page.locator('.legend path').evaluateAll(paths => paths.map(path => path.getAttribute('d')))
  expect(new Set(shapes.slice(0, 3)).size).toBe(3)
})

test('a count leads to its rows on the dashboard, and the day stays', async () => {
  const page = await open()
  await arrive(page, url('/norfolk?as-at=2017-06-19'), finding)
  const rows = page.getByRole('table', { name: /Each indicator/ }).locator('tbody tr')
  await page.getByRole('link', { name: '5 Red: off target' }).click()
  await page.waitForURL(url('/norfolk/dashboard?as-at=2017-06-19&rating=red'))
  await hasArrived(page, board)
  expect(await rows.count()).toBe(5)
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await expect.poll(() => rows.count()).toBeGreaterThan(5)
})

test('the wide table scrolls by itself, and by keyboard', async () => {
  const page = await open({ viewport: { width: 800, height: 900 } })
  await arrive(page, url('/norfolk/dashboard'), board)
  const region = page.getByRole('region', { name: /Each indicator/ })
  await region.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => region.evaluate(node => node.scrollLeft)).toBeGreaterThan(0)
})

test('on a phone each indicator is a card of its own', async () => {
  const page = await open({ viewport: { width: 320, height: 640 } })
  await arrive(page, url('/norfolk/dashboard?as-at=2017-06-19'), board)
  expect(await page.getByRole('table', { name: /Each indicator/ }).count()).toBe(0)
  const card = page.getByRole('article').filter({ hasText: 'MH paid employment' })
  expect(await card.textContent()).toMatch(/2\.0\s%\s+in March 2017/)
  expect(await card.textContent()).toMatch(/Red: 45\.9 % below target of 3\.7/)
})

test('in a reader’s own colours lines and shapes take the ink of the text', async () => {
  const page = await open({ forcedColors: 'active', colorScheme: 'dark' })
  // without axe, which takes the ground to be white whatever colours the reader has chosen
  await page.goto(url('/norfolk/cards/dtoc-social-care-rate?as-at=2017-06-19'))
  const styleOf = (selector: string) => `getComputedStyle(document.querySelector(${JSON.stringify(selector)}))`
  const ink = await page.evaluate(`${styleOf('h1')}.color`)
  expect(ink).not.toBe(await page.evaluate(`${styleOf('body')}.backgroundColor`))
  for (const line of ['.chart-wide .chart-line', '.chart-wide path.chart-target', '.brand-mark'])
    expect(await page.evaluate(`${styleOf(line)}.stroke`), line).toBe(ink)
  expect(await page.evaluate(`${styleOf('.verdict .mark')}.fill`)).toBe(ink)
  keep('forced-colours-card.png', await page.screenshot({ fullPage: true }))
  await page.goto(url('/norfolk'))
  keep('forced-colours-home.png', await page.screenshot({ fullPage: true }))
})

test.each(['dtoc-social-care-rate', 'ld-paid-employment', 'cqc-good-or-above'])(
  'the card of %s prints on one page, A4 across',
  async slug => {
    const page = await open()
    await page.goto(url(`/norfolk/cards/${slug}?as-at=2017-06-19`))
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    expect(pagesOf(pdf)).toBe(1)
    keep(`${slug}.pdf`, pdf)
  },
)

/** Pictures to look at after a run; none is compared. */
function keep(name: string, bytes: Uint8Array): void {
  const folder = join(import.meta.dirname, '../../.test/pictures')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), bytes)
}
