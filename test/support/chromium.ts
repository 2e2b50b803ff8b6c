import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'

/** WCAG 2.0, 2.1 and 2.2, levels A and AA, as axe names them: it has no rule that is new at level A of 2.2. */
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Nothing but the page may speak, and to this machine only. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

/** Starts Chromium with a fresh profile, which goes when the browser is closed. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = process.env['TIDEMARK_TEST_CHROMIUM']
  if (!executablePath) {
    throw new Error('Cannot start a browser as TIDEMARK_TEST_CHROMIUM is not set: run the tests with npm test')
  }
  return chromium.launch({ executablePath, headless: true, args: flags })
}

export type AccessibilityFault = {
  readonly rule: string
  readonly says: string
  readonly impact: string
  /** Where on the page, as selectors. */
  readonly at: readonly string[]
}

/** axe waits for ever where it cannot run, so we do not, in milliseconds. */
const patience = 60_000

/**
 * What axe finds wrong on the page by WCAG 2.2 AA; an empty list is a pass.
 * The page comes from a context of newContext() with JavaScript on: axe is a script in the page.
 */
export async function accessibilityFaults(page: Page): Promise<AccessibilityFault[]> {
  // In the page itself: the other way opens a page more for each check, and is for frames from elsewhere, which no page has.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).withTags(wcag)
  const { violations } = await inTime(axe.analyze(), page.url())
  return violations.map(violation => ({
    rule: violation.id,
    says: violation.help,
    impact: violation.impact ?? 'unknown',
    at: violation.nodes.map(node => node.target.flat().join(' ')),
  }))
}

async function inTime<Answer>(work: Promise<Answer>, url: string): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const sentence = `Cannot check ${url} as axe gave no answer in ${patience} ms: is the page's JavaScript off?`
    timer = setTimeout(() => reject(new Error(sentence)), patience)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
