import { expect, test } from 'vitest'
import { createApp } from '../app.tsx'
import { fixtureServices } from '../fixtures/services.ts'
import { fixtureSettings } from '../fixtures/settings.ts'

const app = createApp(fixtureServices(), fixtureSettings())
const textOf = async (path: string) => {
  const html = await (await app.request(path)).text()
  return { html, words: html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ') }
}

test('the strategy shows each objective with its measures, their ratings in words, and what is said without a figure', async () => {
  const { html, words } = await textOf('/norfolk/strategy?as-at=2017-06-19')
  expect(words).toContain('1 priority and 2 objectives with 4 measures')
  expect(words).toContain('Under one of them no measure stands.')
  expect(words).toMatch(/Red: [\d.]+ % (above|below) target/)
  expect(words).toContain('2016/17 (an outlier): Still an outlier.')
  expect(words).toContain('2017/18 (projected outturn): In line with the year before.')
  // Links keep the day.
  expect(html).toMatch(/href="\/norfolk\/indicators\/[a-z0-9-]+\?as-at=2017-06-19"/)
  expect(html).toContain('href="/norfolk/actions?as-at=2017-06-19"')
})

test('what is said of measures that stand under an objective is not said twice', async () => {
  const { words } = await textOf('/norfolk/strategy?as-at=2017-06-19')
  expect(words).toContain('Said in words of other measures')
  expect(words.match(/Still an outlier/g)).toHaveLength(2)
})

test('without priorities the page says where they come from', async () => {
  expect((await textOf('/harrowmere/strategy')).words).toContain('They come with an import, in the table priorities.')
})

test('the first page offers England beside the organisations once national figures are known', async () => {
  expect((await textOf('/')).words).toContain('National figures of 153 councils')
  expect((await textOf('/?as-at=2016-06-01')).words).not.toContain('National figures of 153')
})
