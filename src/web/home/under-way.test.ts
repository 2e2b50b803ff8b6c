import { expect, test } from 'vitest'
import { createApp } from '../app.tsx'
import { fixtureServices } from '../fixtures/services.ts'
import { fixtureSettings } from '../fixtures/settings.ts'

test('the first page says what is being made in the background, and no longer once it is made', async () => {
  let doing: string | null = 'taking the records in'
  const underWay = (organisation: string) => (organisation === 'harrowmere' ? doing : null)
  const app = createApp({ ...fixtureServices(), underWay }, fixtureSettings())
  const text = async (path: string) => (await app.request(path)).text()
  expect(await text('/harrowmere')).toContain('being made (taking the records in)')
  expect(await text('/norfolk')).not.toContain('being made')
  doing = 'computing the measures of every month'
  expect(await text('/harrowmere')).toContain('being made (computing the measures of every month)')
  doing = null
  expect(await text('/harrowmere')).not.toContain('being made')
})
