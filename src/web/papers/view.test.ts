import { expect, test } from 'vitest'
import { createApp } from '../app.tsx'
import { fixtureServices } from '../fixtures/services.ts'
import { fixtureSettings } from '../fixtures/settings.ts'

const app = createApp(fixtureServices(), fixtureSettings())
const page = async (path: string) => (await app.request(path)).text()

test('the papers of a past day are those of its meetings, and that more were published since is said', async () => {
  const then = await page('/norfolk/papers?as-at=2017-03-06')
  expect(then).toContain('id="meeting-2017-03-06"')
  expect(then).not.toContain('id="meeting-2017-06-19"')
  expect(then).toContain('1 paper was published since')
  const now = await page('/norfolk/papers')
  expect(now).toContain('id="meeting-2017-06-19"')
  expect(now).not.toContain('published since')
})

test('the first page of a past day leads to no paper of a later meeting', async () => {
  expect(await page('/norfolk?as-at=2017-03-06')).not.toContain('#meeting-2017-06-19')
  expect(await page('/norfolk')).toContain('#meeting-2017-06-19')
})
