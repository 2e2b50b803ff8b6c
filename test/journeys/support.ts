/** How a journey travels: over real pages in a real browser, checked for accessibility wherever it arrives. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { fixtureServices } from '../../src/web/fixtures/services.ts'
import { fixtureSettings } from '../../src/web/fixtures/settings.ts'
import { type Serving, serveApp } from '../../src/web/serve.ts'
import { accessibilityFaults, launchChromium } from '../support/chromium.ts'

/** The pages under test. To travel over others, serve them here: nothing else knows where they come from. */
function servePages(): Promise<Pick<Serving, 'url' | 'close'>> {
  return serveApp(fixtureServices(), fixtureSettings(), { port: 0 })
}

export type Journey = {
  /** Opens a page on its own, as a reader with a fresh browser would. */
  readonly open: (options?: BrowserContextOptions) => Promise<Page>
  readonly url: (path: string) => string
}

/** Starts pages and browser for the journeys of a file, and ends both after them. */
export function journey(serve: () => Promise<Pick<Serving, 'url' | 'close'>> = servePages): Journey {
  let browser: Browser | undefined
  let pages: Pick<Serving, 'url' | 'close'> | undefined
  beforeAll(async () => {
    pages = await serve()
    browser = await launchChromium()
  })
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close()
  })
  afterAll(async () => {
    await browser?.close()
    await pages?.close()
  })
  return {
    url: path => `${pages?.url}${path}`,
    open: async (options = {}) => {
      if (!browser) throw new Error('Cannot open a page before the browser has started')
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', ...options })
      return context.newPage()
    },
  }
}

/** Goes to a page and checks that it is the right one and can be used by everybody. */
export async function arrive(page: Page, url: string, heading: string | RegExp): Promise<void> {
  await page.goto(url)
  await hasArrived(page, heading)
}

/**
 * Waits until a journey has come to the page of this heading, and checks that it can be used by everybody. Where the page before
 * has the same heading, wait for the address first.
 */
export async function hasArrived(page: Page, heading: string | RegExp): Promise<void> {
  const wanted = [typeof heading === 'string' ? heading : expect.stringMatching(heading)]
  await expect.poll(() => page.locator('h1').allInnerTexts()).toEqual(wanted)
  await page.waitForLoadState('load')
  expect(await accessibilityFaults(page), page.url()).toEqual([])
  expect(await scrollsSideways(page), `${page.url()} is wider than its window`).toBe(false)
}

/** Whether the page as a whole can be scrolled sideways: what scrolls by itself, as a wide table, does not count. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
}

/** What has the focus, by its words or its name. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate(
    '(document.activeElement?.innerText || document.activeElement?.id || document.activeElement?.tagName || "").trim()',
  )
}

/** Presses Tab until this has the focus. */
export async function tabTo(page: Page, words: string, within = 60): Promise<void> {
  const seen: string[] = []
  for (let pressed = 0; pressed < within; pressed += 1) {
    await page.keyboard.press('Tab')
    const now = await focused(page)
    if (now === words) return
    seen.push(now)
  }
  throw new Error(`Cannot reach “${words}” by keyboard: Tab led to ${seen.join(', ')}`)
}

/** How many pages a PDF has. */
export function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}
