import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { arrive, focused, hasArrived, journey, tabTo } from './support.ts'

const { open, url } = journey()

const board = 'Vital signs, March 2016 to March 2017'
const delays = /^Number of days delay in transfers of care/

const historyOf = (page: Page) => page.getByRole('table', { name: 'Versions of each value, the latest period first' })

test('with a keyboard alone a reader goes from the dashboard to an indicator, reads its values and goes back in time', async () => {
  const page = await open()
  await arrive(page, url('/norfolk/dashboard'), board)
  await tabTo(page, 'Delayed transfers (social care)', 90)
  await page.keyboard.press('Enter')
  await page.waitForURL(url('/norfolk/indicators/dtoc-social-care-rate'))
  await hasArrived(page, delays)

  const values = page.getByRole('table', { name: /^Delayed transfers/ })
  expect(await values.getByRole('row', { name: /^March 2017/ }).textContent()).toContain('3.56')
  await tabTo(page, 'Every value’s history')
  await page.keyboard.press('Enter')
  await page.waitForURL(/#history$/)
  expect(await historyOf(page).getByRole('columnheader').allTextContents()).toEqual([
    'Period',
    'What was recorded',
    'Known on',
    'Recorded here',
    'From',
  ])

  await page.goto(url('/norfolk/indicators/dtoc-social-care-rate'))
  await tabTo(page, 'Choose another day')
  await page.keyboard.press('Enter')
  await tabTo(page, 'as-at-day')
  for (const part of ['6', 'Tab', '3', 'Tab', '2017', 'Enter']) {
    if (/^\d/.test(part)) await page.keyboard.type(part)
    else await page.keyboard.press(part)
  }
  await page.waitForURL(url('/norfolk/indicators/dtoc-social-care-rate?as-at=2017-03-06'))
  await hasArrived(page, delays)
  expect(await page.getByRole('table', { name: /^Delayed transfers/ }).textContent()).not.toContain('3.56')
})

test('an arrow key moves along the points of the chart and says each; nothing inside of the chart takes the focus', async () => {
  const page = await open()
  await arrive(page, url('/norfolk/indicators/dtoc-social-care-rate?as-at=2017-06-19'), delays)
  const slider = page.getByRole('slider', { name: 'Read the chart point by point' })
  await slider.focus()
  expect(await slider.getAttribute('aria-valuetext')).toBe(
    'March 2017: 3.56\u00a0per 100,000, Red, target 1.5\u00a0per 100,000',
  )
  await page.keyboard.press('ArrowLeft')
  expect(await slider.getAttribute('aria-valuetext')).toBe(
    'February 2017: 3.5\u00a0per 100,000, Red, target 1.5\u00a0per 100,000',
  )
  await page.keyboard.press('Home')
  expect(await slider.getAttribute('aria-valuetext')).toBe('March 2016: 1.5\u00a0per 100,000')
  expect(await page.locator('#values-chart .chart-wide .chart-point-read').count()).toBe(1)
  expect(await page.locator('svg [tabindex], svg a, svg [focusable="true"]').count()).toBe(0)
  expect(await page.locator('#values-chart svg').first().getAttribute('role')).toBe('img')
  await hasArrived(page, delays)
})

test('the slider says why a point is missing, and grows none', async () => {
  const page = await open()
  await page.goto(url('/norfolk/indicators/cqc-good-or-above?as-at=2017-06-19'))
  const slider = page.getByRole('slider')
  await slider.focus()
  expect(await slider.getAttribute('aria-valuetext')).toBe('March 2017: not available')
  expect(await page.locator('.chart-point-read').count()).toBe(0)
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowLeft')
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/^December 2016: 72\.8/)
  const points = page.locator('#values-chart .chart-wide .chart-point circle')
  expect(await points.last().getAttribute('class')).toContain('chart-point-read')
})

test('without scripts the indicator has all but the slider, and its filters stand in the address', async () => {
  const page = await open({ javaScriptEnabled: false })
  await page.goto(url('/norfolk/indicators/cqc-good-or-above?as-at=2017-06-19'))
  expect(await page.getByRole('slider').count()).toBe(0)
  await page.getByRole('link', { name: 'Show only those that changed' }).click()
  await page.waitForURL(/history=changed/)
  const changed = await historyOf(page).textContent()
  expect(changed).toContain('65.0 became 65.2')
  expect(changed).toContain('observations.csv, row 9, cell C9')
  expect(changed).toContain('Robin Example (analyst)')
  expect(changed).not.toContain('March 2016')
  await page.getByRole('link', { name: 'Back to today' }).click()
  await page.waitForURL(url('/norfolk/indicators/cqc-good-or-above?history=changed'))
})

test('the figures can be had as files that say when they were known', async () => {
  const page = await open()
  await page.goto(url('/norfolk/indicators/cqc-good-or-above?as-at=2017-06-19'))
  for (const format of ['CSV', 'ODS', 'JSON']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: `CQC rated good or above: ${format}` }).click(),
    ])
    expect(download.suggestedFilename()).toBe(`norfolk-cqc-good-or-above-as-known-2017-06-19.${format.toLowerCase()}`)
  }
})

test('cards are chosen by the state of their words, and lead to earlier ones', async () => {
  const page = await open()
  await arrive(page, url('/norfolk/cards'), 'Report cards')
  await page.getByRole('link', { name: /^Words owed/ }).click()
  await page.waitForURL(url('/norfolk/cards?show=owed'))
  const main = page.getByRole('main')
  expect(await main.textContent()).toContain('No words have been written for this card yet')
  expect(await main.getByRole('link', { name: '% People receiving Learning' }).count()).toBe(0)
  await page.getByRole('link', { name: /^Older than a quarter/ }).click()
  await page.getByRole('link', { name: /^6 March 2017.*Number of days/ }).click()
  await page.waitForURL(url('/norfolk/cards/dtoc-social-care-rate?as-at=2017-03-06'))
  await hasArrived(page, delays)
})

test('exceptions are chosen by their rule', async () => {
  const page = await open()
  await arrive(page, url('/norfolk/exceptions?as-at=2017-06-19'), /^Six of 15 indicators go to committee$/)
  await page.getByRole('link', { name: /^Deteriorating/ }).click()
  await page.waitForURL(url('/norfolk/exceptions?as-at=2017-06-19&reason=deteriorating'))
  expect(await page.locator('.evidence-item h2').allInnerTexts()).toEqual([
    'Delayed transfers (social care)',
    'Assessments ending in information only',
  ])
})

test('actions are chosen by state with a link and by the rest with a form, without scripts', async () => {
  const page = await open({ javaScriptEnabled: false })
  await page.goto(url('/norfolk/actions?as-at=2017-06-19'))
  await page.getByRole('link', { name: /^Overdue/ }).click()
  await page.waitForURL(url('/norfolk/actions?as-at=2017-06-19&state=overdue'))
  expect(await page.locator('.logged-action h2').count()).toBe(1)
  expect(await page.locator('.updates').textContent()).toContain('2 May 2017: First meeting held')
  await page.getByLabel('State', { exact: true }).selectOption('No update since the last meeting')
  await page.getByLabel('Owner', { exact: true }).selectOption('Director of Integrated Care')
  await page.getByRole('button', { name: 'Show these' }).click()
  await page.waitForURL(/as-at=2017-06-19.*state=no-update/)
  expect(await page.locator('.logged-action h2').allInnerTexts()).toEqual([
    expect.stringMatching(/^Work on agreed priorities/),
  ])
})

test('with a keyboard the links of an indicator’s page are seen where they have the focus', async () => {
  const page = await open({ viewport: { width: 800, height: 600 } })
  await page.goto(url('/norfolk/indicators/dtoc-social-care-rate'))
  await tabTo(page, 'Definition')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Try a path of targets, or see what is proposed')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Residential admissions 65+')
})

test('in a reader’s own colours the point read is told from the others', async () => {
  const page = await open({ forcedColors: 'active' })
  await page.goto(url('/norfolk/indicators/dtoc-social-care-rate'))
  await page.getByRole('slider').focus()
  const fill = (selector: string) => page.evaluate(`getComputedStyle(document.querySelector('${selector}')).fill`)
  expect(await fill('#values-chart .chart-wide .chart-point-read')).not.toBe(
    await fill('#values-chart .chart-wide .chart-point'),
  )
})
