import { expect, test } from 'vitest'
import { createApp } from '../../src/web/app.tsx'
import { fixtureServices } from '../../src/web/fixtures/services.ts'
import { fixtureSettings } from '../../src/web/fixtures/settings.ts'
import { htmlFaults } from './valid-html.ts'

const app = createApp(fixtureServices(), fixtureSettings())

test.each([
  '/',
  '/norfolk',
  '/norfolk?as-at=2017-06-19',
  '/norfolk/dashboard?as-at=2017-06-19&counts=1',
  '/norfolk/dashboard?rating=red&travel=worse&sort=-rating',
  '/norfolk/dashboard?find=%22%3E%3Cscript%3E&lead=x',
  '/harrowmere/dashboard?section=Help+at+home&to=2026-09',
  '/norfolk/dashboard?as-at=2016-01-01',
  '/norfolk/dashboard?as-at=2017-02-30',
  '/harrowmere/dashboard',
  '/help/accessibility',
  '/norfolk?as-at=2017-03-06',
  '/norfolk?as-at=2016-01-01',
  '/norfolk?as-at=2017-02-30',
  '/harrowmere',
  '/harrowmere/cards/safeguarding-outcomes',
  '/harrowmere/cards/new-measure',
  '/norfolk/indicators/dtoc-social-care-rate?as-at=2017-06-19',
  '/norfolk/indicators/cqc-good-or-above?history=changed',
  '/harrowmere/indicators/new-measure',
  '/harrowmere/indicators/safeguarding-outcomes',
  '/norfolk/cards?as-at=2017-06-19',
  '/norfolk/cards?show=owed',
  '/norfolk/cards?as-at=2016-01-01',
  '/norfolk/exceptions?as-at=2017-06-19&reason=deteriorating',
  '/norfolk/exceptions?as-at=2016-01-01',
  '/harrowmere/exceptions',
  '/norfolk/signal?as-at=2017-06-19',
  '/harrowmere/signal',
  '/norfolk/forecasts?as-at=2017-06-19',
  '/norfolk/forecasts?as-at=2016-01-01',
  '/norfolk/forecasts/dtoc-social-care-rate?as-at=2017-06-19',
  '/norfolk/summary?as-at=2017-06-19',
  '/norfolk/summary?as-at=2016-01-01',
  '/norfolk/actions?as-at=2017-06-19&state=no-update',
  '/norfolk/actions?owner=Nobody',
  '/harrowmere/actions',
  '/norfolk/cards/dtoc-social-care-rate?as-at=2017-06-19',
  '/norfolk/cards/ld-paid-employment',
  '/norfolk/cards/cqc-good-or-above?day=31&month=6&year=2017',
  '/norfolk/cards/cqc-good-or-above?as-at=2016-01-01',
  '/norfolk/papers',
  '/harrowmere/papers',
  '/norfolk/how-ratings-work?as-at=2017-06-19',
  '/norfolk/how-ratings-work?as-at=2016-01-01',
  '/norfolk/findings',
  '/harrowmere/findings',
  '/norfolk/about-the-data',
  '/norfolk/about-the-data?as-at=2016-01-01',
  '/norfolk/search',
  '/norfolk/search?q=del%3Cb%3E&as-at=2017-06-19',
  '/norfolk/search?q=xyzzy',
  '/help/glossary',
  '/help/coverage',
  '/norfolk/compared?group=family-group',
  '/harrowmere/compared',
  '/norfolk/compared/control-over-daily-life',
  '/norfolk/compared/care-staff-leaving',
  '/norfolk/dashbord',
  '/norfolk/import',
  '/harrowmere/import',
  '/norfolk/import/waiting/reading',
  '/norfolk/import/waiting/good',
  '/norfolk/import/waiting/changed',
  '/norfolk/import/waiting/wrong',
  '/norfolk/import/waiting/nothing',
  '/norfolk/import/waiting/failed',
  '/norfolk/import/2',
  '/norfolk/import/3',
  '/norfolk/import/2/undo',
  '/norfolk/import/1/undo',
  '/nowhere',
  '/norfolk/cards/broken',
])('%s is valid HTML', async path => {
  expect(await htmlFaults(await (await app.request(path)).text())).toEqual([])
})

test('the first page is valid HTML without any organisation', async () => {
  const none = createApp(fixtureServices({ organisations: async () => [] }), fixtureSettings())
  expect(await htmlFaults(await (await none.request('/')).text())).toEqual([])
})

test('htmlFaults() finds what is wrong', async () => {
  const page =
    '<!DOCTYPE html><html lang="en-GB"><head><title>x</title></head><body><p id="a"></p><p id="a"></p></body></html>'
  expect(await htmlFaults(page)).toEqual([expect.stringMatching(/^no-dup-id: /)])
})
