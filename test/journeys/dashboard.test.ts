/** The dashboard in a browser: what a reader chooses, with a keyboard, without scripts, and with them. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { arrive, focused, hasArrived, journey, pagesOf, scrollsSideways, tabTo } from './support.ts'

const { open, url } = journey()

const board = 'Vital signs, March 2016 to March 2017'
const day = '/norfolk/dashboard?as-at=2017-06-19'
const rows = (page: Page) => page.getByRole('table', { name: /Each indicator/ }).locator('tbody tr')
const said = (page: Page) => page.getByRole('status')
const chips = (page: Page) => page.getByRole('list', { name: 'Filters in effect' })

/** Waits until the rows are those of the latest choice. */
async function shows(page: Page, words: string): Promise<void> {
  await expect.poll(async () => ` ${await said(page).textContent()}`).toContain(` ${words}`)
}

/** Presses Tab until the field of this id has the focus. */
async function tabToField(page: Page, id: string): Promise<void> {
  for (let pressed = 0; pressed < 40 && (await focusedField(page)) !== id; pressed += 1)
    await page.keyboard.press('Tab')
  expect(await focusedField(page)).toBe(id)
}

/** The control with a label that has the focus. */
const focusedField = (page: Page) => page.evaluate('document.activeElement.id')

describe.each([true, false])('with scripts: %s', javaScriptEnabled => {
  test('a reader with a keyboard filters the dashboard and opens an indicator', async () => {
    const page = await open({ javaScriptEnabled })
    await page.goto(url(day))
    await tabToField(page, 'filter-find')
    await page.keyboard.type('employment')
    await page.keyboard.press('Enter')
    await shows(page, '2 of 15 indicators shown')
    expect(await rows(page).count()).toBe(2)
    expect(new URL(page.url()).searchParams.get('find')).toBe('employment')
    expect(new URL(page.url()).searchParams.get('as-at')).toBe('2017-06-19')

    if (!javaScriptEnabled) await tabToField(page, 'filter-find')
    await tabToField(page, 'filter-rating')
    await page.keyboard.type('Gr')
    if (!javaScriptEnabled) {
      await tabTo(page, 'Apply')
      await page.keyboard.press('Enter')
    }
    await shows(page, '0 of 15 indicators shown')
    expect(await page.getByRole('heading', { name: 'No indicator fits every filter' }).count()).toBe(1)

    await tabTo(page, 'Take off the filter \nRating: Green')
    await page.keyboard.press('Enter')
    await shows(page, '2 of 15 indicators shown')
    await tabTo(page, 'MH paid employment')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/norfolk\/indicators\/mh-paid-employment\?as-at=2017-06-19$/)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/Mental Health/)
  })

  test('the heads of columns sort their rows, and say so', async () => {
    const page = await open({ javaScriptEnabled })
    await page.goto(url(day))
    const head = page.getByRole('columnheader', { name: 'Rating' })
    const names = () => rows(page).getByRole('rowheader').allInnerTexts()
    const before = await names()
    expect(await head.getAttribute('aria-sort')).toBe('none')
    await head.getByRole('link').press('Enter')
    await shows(page, 'worst rating first')
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('ascending')
    expect((await names())[0]).toContain('Delayed transfers')
    await head.getByRole('link').press('Enter')
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('descending')
    expect(await page.getByRole('table', { name: /best rating first/ }).count()).toBe(1)
    await head.getByRole('link').press('Enter')
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('none')
    expect(await names()).toEqual(before)
  })

  test('the view is kept as a file with the same rows', async () => {
    const page = await open({ javaScriptEnabled, acceptDownloads: true })
    await page.goto(url(`${day}&rating=red&sort=name`))
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'CSV' }).click()
    expect((await download).suggestedFilename()).toBe('norfolk-vital-signs-to-2017-03-as-at-2017-06-19.csv')
  })
})

test('with scripts a choice is shown at once, announced, and the focus stays where it was', async () => {
  const page = await open()
  await arrive(page, url(day), board)
  expect(await page.getByRole('button', { name: 'Apply' }).count()).toBe(0)
  // Marks that a new page would not carry: the change of words is heard only in an element that was there before.
  await page.evaluate('window.before = document.querySelector("[role=status]")')

  await page.getByRole('combobox', { name: 'Rating' }).focus()
  await page.keyboard.type('Red')
  await shows(page, '5 of 15 indicators shown')
  expect(await focusedField(page)).toBe('filter-rating')
  expect(page.url()).toBe(url(`${day}&rating=red`))
  expect(await page.evaluate('window.before.isConnected && window.before.textContent')).toContain('5 of 15')
  await hasArrived(page, board)

  await page.getByRole('searchbox', { name: 'Find an indicator' }).focus()
  await page.keyboard.type('paid', { delay: 20 })
  await shows(page, '2 of 15 indicators shown')
  expect(await focusedField(page)).toBe('filter-find')
  await page.keyboard.type(' ld', { delay: 20 })
  await shows(page, '1 of 15 indicators shown')
  expect(await page.getByRole('searchbox', { name: 'Find an indicator' }).inputValue()).toBe('paid ld')

  await page.getByRole('columnheader', { name: 'Indicator' }).getByRole('link').press('Enter')
  await shows(page, 'by name, A to Z')
  expect(await focused(page)).toBe('Indicator')
  expect(await page.getByRole('combobox', { name: 'Sort' }).inputValue()).toBe('name')
  expect(await page.evaluate('window.before?.isConnected')).toBe(true)
})

test('back leads from choice to choice, fields and rows alike; one typed word is one step', async () => {
  const page = await open()
  await page.goto(url(day))
  await page.getByRole('combobox', { name: 'Rating' }).selectOption('Red')
  await shows(page, '5 of 15 indicators shown')
  await page.getByRole('searchbox', { name: 'Find an indicator' }).pressSequentially('emp', { delay: 20 })
  await shows(page, '2 of 15 indicators shown')
  await page.getByRole('searchbox', { name: 'Find an indicator' }).pressSequentially('loyment', { delay: 20 })
  await page.waitForURL(/find=employment/)

  await page.goBack()
  await shows(page, '5 of 15 indicators shown')
  expect(page.url()).toBe(url(`${day}&rating=red`))
  expect(await page.getByRole('searchbox', { name: 'Find an indicator' }).inputValue()).toBe('')
  expect(await page.getByRole('combobox', { name: 'Rating' }).inputValue()).toBe('red')
  await page.goBack()
  await shows(page, '15 of 15 indicators shown')
  expect(await page.getByRole('combobox', { name: 'Rating' }).inputValue()).toBe('')
  await page.goForward()
  await shows(page, '5 of 15 indicators shown')
})

test('another framework and an earlier last month are a choice each; sections that it does not have are forgotten', async () => {
  const page = await open()
  await page.goto(url('/harrowmere/dashboard?section=Resources+and+reviews'))
  await shows(page, '3 of 6 indicators shown')
  await page.getByRole('combobox', { name: 'Framework' }).selectOption('ASCOF, 2016/17')
  await shows(page, '2 of 2 indicators shown')
  expect(await chips(page).count()).toBe(0)
  await page.getByRole('combobox', { name: 'Months up to' }).selectOption('September 2026')
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toMatch(/ASCOF, .* to September 2026/)
  expect(await page.title()).toMatch(/September 2026/)
  expect(page.url()).toContain('framework=ascof-2016&to=2026-09')
})

test.each([true, false])(
  'at 1280 pixels nothing scrolls sideways until a reader asks for all months, with scripts: %s',
  async javaScriptEnabled => {
    const page = await open({ javaScriptEnabled, viewport: { width: 1280, height: 900 } })
    const months = () => page.getByRole('columnheader', { name: /20\d\d/ }).count()
    const scrolls = () =>
      page.evaluate(`(() => {
      const { scrollWidth, clientWidth } = document.querySelector('.table-scroll')
      return scrollWidth > clientWidth + 1
    })()`)
    for (const path of [day, '/harrowmere/dashboard']) {
      await page.goto(url(path))
      expect(await page.getByRole('columnheader', { name: 'Latest' }).count()).toBe(1)
      expect([await months(), await scrolls()]).toEqual([6, false])
    }
    await page.goto(url(day))
    await page.getByRole('link', { name: 'Show all 13 months' }).click()
    await expect.poll(months).toBe(13)
    expect(new URL(page.url()).searchParams.get('periods')).toBe('all')
    await page.getByRole('link', { name: 'Show the latest six months only' }).click()
    await expect.poll(months).toBe(6)
  },
)

test('on a phone the choices fold away, and each indicator is a card with its last three months', async () => {
  const page = await open({ viewport: { width: 320, height: 640 } })
  await arrive(page, url(day), board)
  const rating = page.getByRole('combobox', { name: 'Rating' })
  expect(await rating.isVisible()).toBe(false)
  await page.getByText('Filter and sort').click()
  await rating.selectOption('Red')
  await shows(page, '5 of 15 indicators shown')
  expect(await rating.isVisible()).toBe(true)
  await hasArrived(page, board)
  const card = page.getByRole('article').filter({ hasText: 'MH paid employment' })
  expect(await card.getByRole('columnheader').allTextContents()).toEqual([
    expect.stringContaining('January 2017'),
    expect.stringContaining('February 2017'),
    expect.stringContaining('March 2017'),
  ])
  expect(await card.getByRole('cell').allInnerTexts()).toHaveLength(3)
})

test('heads that stay in sight never cover what has the focus', async () => {
  const page = await open({ viewport: { width: 1440, height: 500 } })
  await page.goto(url(day))
  await expect.poll(() => page.locator('.table-fits').count()).toBe(1)
  await page.getByRole('link', { name: 'Carers supported' }).focus()
  for (let pressed = 0; pressed < 14; pressed += 1) {
    await page.keyboard.press('Shift+Tab')
    const seen = await page.evaluate(`(() => {
      const at = document.activeElement.getBoundingClientRect()
      const top = document.elementFromPoint(at.left + 4, at.top + 3)
      return document.activeElement.contains(top) || top.contains(document.activeElement)
    })()`)
    expect(seen, await focused(page)).toBe(true)
  }
})

test.each([320, 768, 1440])('spaced text and every choice open: nothing is cut, %i wide', async width => {
  const page = await open({ viewport: { width, height: 800 }, bypassCSP: true })
  for (const path of [day, `${day}&counts=1`, '/harrowmere/dashboard', '/norfolk']) {
    await page.goto(url(path))
    await page.evaluate('document.querySelectorAll("details").forEach(each => { each.open = true })')
    await page.addStyleTag({
      content:
        '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
    })
    await expect.poll(() => scrollsSideways(page), { message: path }).toBe(false)
  }
})

test('every target is at least 24 pixels wide and high, or has that room around it', async () => {
  const page = await open()
  await page.goto(url(`${day}&rating=red`))
  const small =
    await page.evaluate(`[...document.querySelectorAll('main a, main button, main input, main select, main summary')]
    .map(each => ({ words: each.innerText || each.id, at: each.getBoundingClientRect() }))
    .filter(({ at }) => at.width > 0 && (at.width < 24 || at.height < 24))
    .map(({ words, at }) => words + ' ' + at.width + ' x ' + at.height)`)
  expect(small).toEqual([])
})

test.each([
  ['A4', 2],
  ['A3', 1],
] as const)('prints on %s across, every column on the sheet', async (format, most) => {
  const page = await open()
  await page.goto(url(day))
  const pdf = await page.pdf({ format, landscape: true, printBackground: true })
  expect(pagesOf(pdf)).toBeLessThanOrEqual(most)
})
