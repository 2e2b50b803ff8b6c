/** What `npm run pictures` does: docs/pictures, taken from the running pages over the examples, so that README.md shows what there is. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.js'
import { capture } from './support/child.js'
import { prepare } from './support/prepare.js'
import { providePrograms } from './support/programs.js'
import { root } from './support/runtime.js'

/** Each picture's name below docs/pictures, its page, and the window's size. */
const pictures = /** @type {const} */ ([
  ['home', '/norfolk?as-at=2017-06-19', { width: 1280, height: 860 }],
  ['dashboard', '/norfolk/dashboard?as-at=2017-06-19', { width: 1440, height: 1120 }],
  ['phone', '/norfolk/dashboard?as-at=2017-06-19&rating=red', { width: 390, height: 1100 }],
  ['map', '/norfolk/compared/control-over-daily-life/map', { width: 1280, height: 1250 }],
  ['report-card', '/norfolk/cards/dtoc-social-care-rate?as-at=2017-06-19', { width: 1440, height: 1000 }],
])

const runtime = await prepare(console.log)
await build()
const { chromium: executablePath } = await providePrograms(console.log)
const { chromium } = await import('playwright-core')
const home = mkdtempSync(join(tmpdir(), 'tidemark-pictures-'))
const command = [join(root, 'dist', 'main.js')]
const env = { PATH: process.env['PATH'], TIDEMARK_HOME: home }

try {
  const loaded = await capture(runtime, [...command, 'examples', 'load', 'norfolk', 'england'], { env })
  if (!loaded.ok) throw new Error(loaded.output)
  const server = spawn(runtime, [...command, 'serve', '--port', '0'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const browser = await chromium.launch({ executablePath, headless: true, args: ['--headless', '--no-sandbox'] })
  try {
    const [said] = await once(server.stdout, 'data')
    const [url] = /http:\S+/.exec(String(said)) ?? []
    for (const [name, path, viewport] of pictures) {
      const page = await browser.newPage({ viewport, locale: 'en-GB' })
      await page.goto(`${url}${path}`)
      await page.evaluate('document.fonts.ready')
      await page.screenshot({ path: join(root, 'docs', 'pictures', `${name}.png`) })
      await page.close()
      console.log(`docs/pictures/${name}.png`)
    }
  } finally {
    await browser.close()
    server.kill()
    await once(server, 'close')
  }
} finally {
  rmSync(home, { recursive: true, force: true })
}
