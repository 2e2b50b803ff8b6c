import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paperEffects } from '../../src/cli/paper-effects.ts'
import { hostilePaper } from '../../src/paper/examples.ts'
import { renderHtml } from '../../src/paper/html/render-html.ts'
import { homeIn } from '../support/home.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { arrive, journey, scrollsSideways } from './support.ts'

// Papers as HTML files in a real browser, opened from the folder in which they were written.

const folder = makeTemporaryFolder()
const { open } = journey(async () => ({ url: '', close: async () => {} }))
const fileOf = (name: string) => pathToFileURL(join(folder.path, name)).href

beforeAll(async () => {
  const home = homeIn(join(folder.path, 'register'))
  await home.text(['examples', 'load', 'norfolk', 'demo'])
  for (const [org, meeting] of [
    ['norfolk', '2017-06-19'],
    ['demo', '2026-06-15'],
  ] as const)
    await home.text(['report', '--org', org, '--meeting', meeting, '--out', folder.path])
  writeFileSync(join(folder.path, 'hostile.html'), renderHtml(hostilePaper, paperEffects.webFonts()))
})
afterAll(folder.remove)

test.each([
  ['norfolk-2017-06-19-performance-management-report.html', 1280],
  ['norfolk-2017-06-19-performance-management-report.html', 320],
  ['demo-2026-06-15-performance-management-report.html', 1280],
  ['demo-2026-06-15-performance-management-report.html', 320],
] as const)('%s can be used by everybody, %i wide', async (name, width) => {
  const page = await open({ viewport: { width, height: 900 } })
  await arrive(page, fileOf(name), 'Performance management report')
})

test('a keyboard comes to the report past its head, and to the wide tables', async () => {
  const page = await open()
  await page.goto(fileOf('norfolk-2017-06-19-performance-management-report.html'))
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate('document.activeElement.id')).toBe('content')
  await page.locator('section.scroll').first().focus()
  expect(await page.evaluate('document.activeElement.className')).toBe('scroll')
})

test('words that mean something to a browser are shown as words, and stay within the page', async () => {
  const page = await open({ viewport: { width: 320, height: 900 } })
  await page.goto(fileOf('hostile.html'))
  expect(await page.locator('script, iframe, img, [onerror], a[href^="javascript"]').count()).toBe(0)
  expect(await page.evaluate('document.querySelector("main").innerText')).toContain('<script>alert(1)</script>')
  expect(await scrollsSideways(page)).toBe(false)
})
