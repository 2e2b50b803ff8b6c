import { expect, test } from 'vitest'
import type { Found } from '../../answers/search/search.ts'
import { createApp } from '../app.tsx'
import { fixtureServices } from '../fixtures/services.ts'
import { fixtureSettings } from '../fixtures/settings.ts'

test('an action that was found leads to itself among the actions, on the same day', async () => {
  const services = fixtureServices()
  const name = 'recruit'
  const pieces = { titleInPieces: [{ text: 'Recruit', isHit: true }], alsoInPieces: null, excerpt: null }
  const action: Found = { kind: 'action', name, title: 'Recruit', also: [], text: '', indicator: 'stays', ...pieces }
  const found = { asked: 'recruit', count: 1, groups: [{ kind: 'action' as const, found: [action] }], suggestions: [] }
  const app = createApp({ ...services, search: async () => found }, fixtureSettings())
  const html = await (await app.request('/norfolk/search?q=recruit&as-at=2017-06-19')).text()
  expect(html).toContain('href="/norfolk/actions?as-at=2017-06-19#action-recruit"')
})
