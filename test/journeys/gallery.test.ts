import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { GalleryPage } from '../../gallery/page.tsx'
import { readAssets } from '../../src/web/assets.ts'
import { hasArrived, journey } from './support.ts'
import { htmlFaults } from './valid-html.ts'

/** The gallery as files, to be opened in any browser: .test/gallery/index.html */
const folder = join(import.meta.dirname, '../../.test/gallery')
const address = pathToFileURL(join(folder, 'index.html')).href

const { open } = journey(async () => ({ url: '', close: async () => {} }))

const assets = readAssets()
const html = `<!DOCTYPE html>${await GalleryPage({ assets }).toString()}`

beforeAll(() => {
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), html.replaceAll('"/assets/', '"assets/'))
  for (const [path, { body, type }] of assets.byPath) {
    const isStyle = type.startsWith('text/css')
    const bytes = isStyle ? new TextDecoder().decode(body).replaceAll('url(/assets/', 'url(') : body
    writeFileSync(join(folder, 'assets', basename(path)), bytes)
  }
})

test('the gallery is valid HTML', async () => {
  expect(await htmlFaults(html)).toEqual([])
})

test.each([1280, 320])('every example can be used by everybody, %i wide', async width => {
  const page = await open({ viewport: { width, height: 900 } })
  await page.goto(address)
  await hasArrived(page, 'Gallery')
})

test('text in every chart is at least 13 pixels high, and stays inside of it', async () => {
  const page = await open()
  await page.goto(address)
  await page.evaluate('document.fonts.ready')
  const faults = await page.evaluate(`[...document.querySelectorAll('svg.chart')].flatMap(svg => {
    const around = svg.getBoundingClientRect()
    const scale = around.width / svg.viewBox.baseVal.width
    return [...svg.querySelectorAll('text')].flatMap(text => {
      const at = text.getBoundingClientRect()
      const size = parseFloat(getComputedStyle(text).fontSize) * scale
      const inside = at.left >= around.left - 1 && at.right <= around.right + 1 && at.bottom <= around.bottom + 1
      return size < 12.9 || !inside ? [text.textContent + ' ' + size] : []
    })
  })`)
  expect(faults).toEqual([])
})

test('no two texts of a chart lie over one another as the browser draws them', async () => {
  const page = await open()
  await page.goto(address)
  await page.evaluate('document.fonts.ready')
  const faults = await page.evaluate(`[...document.querySelectorAll('svg.chart')].flatMap(svg => {
    const texts = [...svg.querySelectorAll('text')].map(text => ({ text, at: text.getBBox() }))
    return texts.flatMap(({ text, at: a }, n) => texts.slice(n + 1)
      .filter(({ at: b }) => a.x < b.x + b.width && b.x < a.x + a.width && a.y + 3 < b.y + b.height - 3 && b.y + 3 < a.y + a.height - 3)
      .map(other => text.textContent + ' / ' + other.text.textContent))
  })`)
  expect(faults).toEqual([])
})
