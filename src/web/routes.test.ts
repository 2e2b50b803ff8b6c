import { expect, test } from 'vitest'
import { audiences, maySee } from '../shared/audience.ts'
import { createApp } from './app.tsx'
import { fixtureServices } from './fixtures/services.ts'
import { fixtureSettings } from './fixtures/settings.ts'
import { routes } from './routes.ts'

const nameOf = ({ method, path }: { readonly method: string; readonly path: string }) => `${method} ${path}`

test.each(audiences)('the server answers what the table declares for %s, and nothing else', audience => {
  const app = createApp(fixtureServices(), fixtureSettings({ audience }))
  const declared = routes.filter(row => maySee(audience, row.audience))
  // What is registered for every method refuses: other methods of a path, and what no path has.
  const answering = app.routes.filter(({ method }) => method !== 'ALL').map(nameOf)
  expect([...new Set(answering)].toSorted()).toEqual(declared.map(nameOf).toSorted())
  const refusing = app.routes.filter(({ method, path }) => method === 'ALL' && path !== '/*').map(({ path }) => path)
  expect(refusing).toEqual([...new Set(declared.map(({ path }) => path))])
})

test('no address stands in the table twice, and a fixed path stands before those of organisations', () => {
  expect(new Set(routes.map(nameOf)).size).toBe(routes.length)
  const first = routes.findIndex(({ path }) => path.startsWith('/:org'))
  expect(routes.slice(first).filter(({ path }) => !path.startsWith('/:org'))).toEqual([])
})

test('in public there are published papers, the statement, the looks, and a page that says so for all else', async () => {
  const app = createApp(fixtureServices(), fixtureSettings({ audience: 'public' }))
  for (const path of ['/', '/norfolk', '/norfolk/dashboard', '/norfolk/cards/ld-paid-employment', '/norfolk/import']) {
    const response = await app.request(path)
    expect(response.status, path).toBe(404)
    expect(await response.text(), path).toContain('This site shows only papers that were published for everybody')
  }
  const papers = await app.request('/norfolk/papers')
  const html = await papers.text()
  expect(papers.status).toBe(200)
  expect(html).not.toContain('Day as known')
  const own = [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, href]) => String(href))
  for (const path of own) expect((await app.request(path)).status, path).toBe(200)
  expect((await app.request('/help/accessibility')).status).toBe(200)
})
