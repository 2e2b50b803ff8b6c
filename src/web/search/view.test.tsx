import { describe, expect, test } from 'vitest'
import { createApp } from '../app.tsx'
import { fixtureServices } from '../fixtures/services.ts'
import { fixtureSettings } from '../fixtures/settings.ts'
import { routes } from '../routes.ts'

const app = createApp(fixtureServices(), fixtureSettings())
const html = async (path: string) => (await app.request(path)).text()

describe('search', () => {
  test('marks what was asked for, counts what was found, and leads to it as known on the day', async () => {
    const found = await html('/norfolk/search?q=Delayed&as-at=2017-06-19')
    expect(found).toContain('<mark>Delayed</mark> transfers (social care)')
    expect(found).toMatch(/\d+ results? at Norfolk County Council/)
    expect(found).toContain('href="/norfolk/indicators/dtoc-social-care-rate?as-at=2017-06-19"')
  })

  test('what was typed is shown as text, in the field and on the page', async () => {
    const found = await html('/norfolk/search?q=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E')
    expect(found).not.toContain('<img')
    expect(found).toContain('value="&quot;&gt;&lt;img')
  })

  test('an indicator leads to its own page where there is one', async () => {
    const [home] = routes.filter(({ path }) => path === '/:org')
    if (!home) throw new Error('No home')
    const pages = [...routes, { ...home, link: undefined, path: '/:org/indicators/:indicator' }].map(
      ({ link, ...row }) => (link ? { ...row, link } : row),
    )
    const other = createApp(fixtureServices(), fixtureSettings(), pages)
    const found = await (await other.request('/norfolk/search?q=delayed')).text()
    expect(found).toContain('href="/norfolk/indicators/dtoc-social-care-rate"')
  })

  test('much that is typed is cut, and answered', async () => {
    const response = await app.request(`/norfolk/search?q=${'delay%20'.repeat(2000)}`)
    expect(response.status).toBe(200)
  })
})

test('a member is not offered a copy in which nothing is suppressed, nor given one', async () => {
  const member = createApp(fixtureServices(), fixtureSettings({ audience: 'member' }))
  expect(await (await member.request('/norfolk/about-the-data')).text()).not.toContain('everything.zip')
  expect((await member.request('/norfolk/about-the-data/everything.zip')).status).toBe(404)
  const copy = await app.request('/norfolk/about-the-data/everything.zip?as-at=2017-06-19')
  expect(copy.headers.get('content-type')).toBe('application/zip')
  expect(copy.headers.get('content-disposition')).toBe('attachment; filename="norfolk-as-known-on-2017-06-19.zip"')
})
