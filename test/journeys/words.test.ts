import { expect, test } from 'vitest'
import { arrive, hasArrived, journey, tabTo } from './support.ts'

const { open, url } = journey()

test('without scripts a reader searches from the header, finds a word explained, and comes back', async () => {
  const page = await open({ javaScriptEnabled: false })
  await page.goto(url('/norfolk?as-at=2017-06-19'))
  await page.getByRole('search').getByLabel('Search', { exact: true }).fill('exception')
  await page.getByRole('search').getByRole('button').click()
  await page.waitForURL(url('/norfolk/search?as-at=2017-06-19&q=exception'))
  expect(await page.locator('h1').textContent()).toBe('Search for “exception”')
  expect(await page.locator('mark').first().textContent()).toBe('Exception')
  await page.getByRole('link', { name: 'Exception', exact: true }).click()
  await page.waitForURL(url('/help/glossary#exception'))
  expect(await page.locator('#exception').textContent()).toBe('Exception')
  await page.goBack()
  expect(await page.getByLabel('Words to look for').inputValue()).toBe('exception')
})

test('a search that finds nothing says what to do next, and its suggestions find something', async () => {
  const page = await open()
  await arrive(page, url('/norfolk/search?q=dealyed'), 'Search for “dealyed”')
  await page.getByRole('main').getByRole('link', { name: 'delayed' }).click()
  await hasArrived(page, 'Search for “delayed”')
  expect(await page.getByRole('main').textContent()).toMatch(/\d+ results? at Norfolk County Council/)
})

test('a reader with a keyboard goes from a rating to its rule, an example, and the figures behind it', async () => {
  const page = await open()
  await arrive(page, url('/norfolk?as-at=2017-06-19'), /off target/)
  await tabTo(page, 'More')
  await page.keyboard.press('Enter')
  await tabTo(page, 'How ratings work')
  await page.keyboard.press('Enter')
  await page.waitForURL(url('/norfolk/how-ratings-work?as-at=2017-06-19'))
  await hasArrived(page, 'How ratings work')
  await tabTo(page, 'Rating against target')
  await page.keyboard.press('Enter')
  await page.waitForURL(url('/norfolk/how-ratings-work?as-at=2017-06-19#rating'))
  const example = page.locator('.worked').filter({ has: page.getByRole('heading', { name: 'Red', exact: true }) })
  expect(await example.textContent()).toMatch(/÷ .* = [\d.]+\u00a0%/)
  await example.getByRole('link').click()
  await page.waitForURL(/\/norfolk\/indicators\//)
  await hasArrived(page, /./)
  expect(page.url()).toContain('/norfolk/indicators/')
  expect(page.url()).toContain('as-at=2017-06-19')
})

test('a wrong address leads on: to the page that was meant, or to a search for its words', async () => {
  const page = await open()
  await arrive(page, url('/norfolk/dashbord'), 'Page not found')
  await page.getByRole('link', { name: 'Dashboard' }).last().click()
  await hasArrived(page, /^Vital signs/)
  await arrive(page, url('/norfolk/cards/delayed-transfers'), 'Page not found')
  const again = page.getByRole('search', { name: 'Search again' })
  expect(await again.getByLabel('Words to look for').inputValue()).toBe('delayed transfers')
  await again.getByRole('button').click()
  await hasArrived(page, 'Search for “delayed transfers”')
  await arrive(page, url('/norflok'), 'Page not found')
  await page.getByRole('main').getByText('Did you mean').getByRole('link').click()
  await page.waitForURL(url('/norfolk'))
})

test.each([320, 768, 1440])('with forced colours, %i wide, what was found is still told apart', async width => {
  const page = await open({ forcedColors: 'active', viewport: { width, height: 900 } })
  for (const [path, heading] of [
    ['/norfolk/search?q=del', 'Search for “del”'],
    ['/norfolk/findings', 'Findings'],
    ['/norfolk/about-the-data', 'About the data'],
    ['/norfolk/how-ratings-work', 'How ratings work'],
    ['/help/glossary', 'Glossary'],
    ['/help/accessibility', 'Accessibility statement'],
  ] as const)
    await arrive(page, url(path), heading)
  await page.goto(url('/norfolk/search?q=del'))
  const look =
    'getComputedStyle(document.querySelector("mark")).boxShadow + getComputedStyle(document.querySelector("mark")).backgroundColor'
  expect(await page.evaluate(look)).toContain('rgb(255, 242, 179)')
})
