import { describe, expect, test } from 'vitest'
import type { OrganisationView } from '../answers/types.ts'
import { createApp } from './app.tsx'
import { fixtureServices } from './fixtures/services.ts'
import { fixtureSettings } from './fixtures/settings.ts'

const heard: unknown[] = []
const app = createApp(fixtureServices({ report: error => heard.push(error) }), fixtureSettings())
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })

const pages = [
  ['/', 200, 'Choose an organisation'],
  ['/norfolk', 200, '5 of the 6 indicators with a target are off target'],
  ['/norfolk?as-at=2017-06-19', 200, '5 of the 6 indicators with a target are off target'],
  ['/norfolk/', 200, '5 of the 6 indicators with a target are off target'],
  ['/norfolk/dashboard', 200, 'Vital signs, '],
  ['/norfolk/dashboard?as-at=2017-06-19&counts=1&rating=red', 200, 'Vital signs, March 2016 to March 2017'],
  ['/norfolk/dashboard?as-at=2016-01-01', 200, 'Vital signs'],
  ['/norfolk/dashboard?as-at=2017-02-30', 400, 'Vital signs, '],
  ['/norfolk/round', 200, 'Performance in the round'],
  ['/harrowmere/round', 200, 'Performance in the round'],
  ['/help/accessibility', 200, 'Accessibility statement'],
  ['/nowhere/dashboard', 404, 'Page not found'],
  ['/norfolk/dashboard?framework=nothing', 404, 'Page not found'],
  ['/nowhere/dashboard.csv', 404, 'Page not found'],
  ['/help/glossary', 200, 'Glossary'],
  ['/help/coverage', 200, 'National figures'],
  ['/norfolk/compared', 200, 'Compared with England'],
  ['/norfolk/compared?group=family-group', 200, 'Compared with the family group'],
  ['/norfolk/compared?group=friends', 404, 'No such group'],
  ['/norfolk/compared/control-over-daily-life?group=%3Cb%3E', 404, 'No such group'],
  ['/norfolk/compared/control-over-daily-life?limits=widened', 200, 'People who use services who have control'],
  ['/harrowmere/compared', 200, 'Compared with others'],
  ['/norfolk/compared/control-over-daily-life', 200, 'People who use services who have control'],
  ['/norfolk/compared/control-over-daily-life?period=1999%2F00', 404, 'No figures of that year'],
  ['/norfolk/compared/care-staff-leaving', 200, 'Care staff who left'],
  ['/norfolk/compared/nothing', 404, 'Page not found'],
  ['/norfolk/compared/nothing/councils.csv', 404, 'Page not found'],
  ['/norfolk/compared/control-over-daily-life/map', 200, 'People who use services who have control'],
  ['/norfolk/compared/care-staff-leaving/map', 200, 'Care staff who left'],
  ['/harrowmere/compared/control-over-daily-life/map', 200, 'People who use services who have control'],
  ['/norfolk/compared/nothing/map', 404, 'Page not found'],
  ['/norfolk/compared/control-over-daily-life/map?period=1999%2F00', 404, 'No figures of that year'],
  ['/norfolk/compared/nothing/map.csv', 404, 'Page not found'],
  ['/norfolk/how-ratings-work?as-at=2017-06-19', 200, 'How ratings work'],
  ['/norfolk/how-ratings-work?as-at=2016-01-01', 200, 'How ratings work'],
  ['/nowhere/how-ratings-work', 404, 'Page not found'],
  ['/norfolk/findings', 200, 'Findings'],
  ['/harrowmere/findings', 200, 'Findings'],
  ['/norfolk/about-the-data?as-at=2017-06-19', 200, 'About the data'],
  ['/harrowmere/about-the-data', 200, 'About the data'],
  ['/norfolk/about-the-data?as-at=2016-01-01', 200, 'About the data'],
  ['/norfolk/search', 200, 'Search'],
  ['/norfolk/search?q=del', 200, 'Search for “del”'],
  ['/norfolk/search?q=xyzzy', 200, 'Search for “xyzzy”'],
  ['/norfolk/search?q=%3Cscript%3Ealert(1)%3C/script%3E', 200, 'Search for “&lt;script&gt;alert(1)&lt;/script&gt;”'],
  ['/norfolk/search?q=%E2%80%AEdel&as-at=2017-02-30', 400, 'Search for'],
  ['/norfolk/dashbord', 404, 'Page not found'],
  ['/norfolk?as-at=2017-03-06', 200, '5 of the 6 indicators with a target are off target'],
  ['/norfolk?as-at=2016-01-01', 200, 'Nothing was known on this day'],
  ['/norfolk?as-at=2017-02-30', 400, '5 of the 6 indicators with a target are off target'],
  ['/harrowmere', 200, '2 of the 3 indicators with a target are just short of it'],
  ['/harrowmere/cards/safeguarding-outcomes', 200, 'Safeguarding enquiries in which the outcome'],
  ['/harrowmere/cards/new-measure', 200, 'A measure that nobody has recorded yet'],
  ['/norfolk/indicators/dtoc-social-care-rate?as-at=2017-06-19', 200, 'Number of days delay in transfers of care'],
  ['/norfolk/indicators/cqc-good-or-above?history=changed', 200, '% of CQC ratings'],
  ['/harrowmere/indicators/new-measure', 200, 'A measure that nobody has recorded yet'],
  ['/norfolk/indicators/nothing', 404, 'Page not found'],
  ['/norfolk/indicators/cqc-good-or-above?as-at=2016-01-01', 404, 'Not known on 1 January 2016'],
  ['/norfolk/indicators/cqc-good-or-above/other.csv', 404, 'Page not found'],
  ['/norfolk/indicators/cqc-good-or-above/cqc-good-or-above.exe', 404, 'Page not found'],
  ['/norfolk/cards', 200, 'Report cards'],
  ['/norfolk/cards?show=old', 200, 'Report cards'],
  ['/norfolk/exceptions?as-at=2017-06-19', 200, 'Six of '],
  ['/norfolk/exceptions?as-at=2016-01-01', 200, 'Exceptions'],
  ['/harrowmere/exceptions', 200, 'No exceptions'],
  ['/norfolk/signal?as-at=2017-06-19', 200, 'No verdict can be given for any of 15 indicators'],
  ['/norfolk/signal?as-at=2016-01-01', 200, 'Signal'],
  ['/norfolk/signal?framework=nothing', 404, 'Page not found'],
  ['/norfolk/forecasts?as-at=2017-06-19', 200, 'Forecast: the chance of meeting'],
  ['/norfolk/forecasts?as-at=2016-01-01', 200, 'Forecast'],
  ['/norfolk/forecasts?framework=nothing', 404, 'Page not found'],
  ['/norfolk/forecasts/dtoc-social-care-rate?as-at=2017-06-19', 200, 'Delayed transfers'],
  ['/norfolk/forecasts/nothing', 404, 'Page not found'],
  ['/harrowmere/signal', 200, 'None of 2 indicators that can be judged shows a signal of concern'],
  ['/norfolk/summary?as-at=2017-06-19', 200, 'Summary over the year'],
  ['/norfolk/summary?as-at=2016-01-01', 200, 'Summary over the year'],
  ['/norfolk/actions', 200, 'Actions'],
  ['/norfolk/actions?state=no-update&owner=&meeting=&indicator=', 200, 'Actions'],
  ['/harrowmere/actions', 200, 'Actions'],
  ['/norfolk/strategy?as-at=2017-06-19', 200, 'Strategy'],
  ['/harrowmere/strategy', 200, 'Strategy'],
  ['/norfolk/targets', 200, '1 path of targets, 0 agreed'],
  ['/norfolk/targets?as-at=2016-01-01', 200, 'No path of targets is proposed yet'],
  ['/norfolk/targets/reviews-reduce-cease-18-64', 200, 'Reviews that lead to fewer services'],
  ['/norfolk/targets/reviews-reduce-cease-18-64?as-at=2017-06-19', 200, 'Reviews that lead to fewer services'],
  [
    '/norfolk/targets/reviews-reduce-cease-18-64?shape=line&from=2016%2F17&goal=66&by=2020%2F21&until=2020%2F21&first=2017%2F18',
    200,
    'Reviews that lead to fewer services',
  ],
  ['/norfolk/targets/reviews-reduce-cease-18-64?shape=line&goal=lots', 400, 'Reviews that lead to fewer services'],
  ['/norfolk/targets/nothing-yet', 200, 'A measure without figures'],
  ['/norfolk/targets/nothing-yet?shape=hold', 400, 'A measure without figures'],
  ['/norfolk/targets/unknown', 404, 'Page not found'],
  ['/norfolk/import', 200, 'Import figures'],
  ['/harrowmere/import', 200, 'Import figures'],
  ['/norfolk/import/waiting/reading', 200, 'The files are being read'],
  ['/norfolk/import/waiting/good', 200, '2 new, 1 revised and 40 unchanged'],
  ['/norfolk/import/waiting/changed', 409, '2 new, 1 revised and 40 unchanged'],
  ['/norfolk/import/waiting/wrong', 200, '3 problems to mend before anything is stored'],
  ['/norfolk/import/waiting/nothing', 200, 'There is nothing to store'],
  ['/norfolk/import/waiting/storing', 200, 'The figures are being stored'],
  ['/norfolk/import/waiting/failed', 200, 'The files could not be imported'],
  ['/norfolk/import/waiting/unknown', 404, 'Page not found'],
  ['/norfolk/import/2', 200, 'Stored: 2 new and 1 revised'],
  ['/norfolk/import/3', 200, 'Import 1 undone: 3 facts restored, 2 withdrawn and 1 left as they were'],
  ['/norfolk/import/4', 404, 'Page not found'],
  ['/harrowmere/import/2', 404, 'Page not found'],
  ['/norfolk/import/2/undo', 200, 'Undo import 2'],
  ['/norfolk/import/1/undo', 200, 'Undo import 1'],
  ['/norfolk/cards/dtoc-social-care-rate?as-at=2017-06-19', 200, 'Number of days delay in transfers of care'],
  ['/norfolk/cards/ld-paid-employment', 200, '% People receiving Learning Disabilities services'],
  ['/norfolk/cards/cqc-good-or-above?day=31&month=6&year=2017', 400, '% of CQC ratings'],
  ['/norfolk/cards/nothing', 404, 'Page not found'],
  ['/norfolk/cards/cqc-good-or-above?as-at=2016-01-01', 404, 'Not known on 1 January 2016'],
  ['/norfolk/papers', 200, 'Papers'],
  ['/harrowmere/papers', 200, 'Papers'],
  ['/nowhere/papers', 404, 'Page not found'],
  ['/norfolk/papers/2017-06-19/3/data.json', 404, 'Page not found'],
  ['/norfolk/papers/2017-06-19/1/manifest.json', 404, 'Page not found'],
  ['/norfolk/papers/2017-06-19/1/..%2f1%2fdata.json', 404, 'Page not found'],
  ['/norfolk/papers/..%2f2017-06-19/1/data.json', 404, 'Page not found'],
  ['/norfolk/records', 200, '2 files with 5,100 records'],
  ['/harrowmere/records', 200, 'No client records yet'],
  ['/harrowmere/records/measures', 200, 'No client records yet'],
  ['/norfolk/records?council=999', 404, 'The records do not have that'],
  ['/norfolk/records/import', 200, 'Take records in'],
  ['/norfolk/records/import/reading', 200, 'The records are being taken in'],
  ['/norfolk/records/import/nothing', 404, 'The records do not have that'],
  ['/norfolk/records/files/2', 200, 'cld_20260301T101500.csv'],
  ['/norfolk/records/files/9', 404, 'The records do not have that'],
  ['/norfolk/records/measures', 200, 'ASCOF measures of the twelve months to December 2025'],
  ['/norfolk/records/measures?to=1999-01', 404, 'The records do not have that'],
  ['/norfolk/records/measures?to=2025-06', 200, 'Being worked out'],
  ['/norfolk/records/measures?to=2025-09', 409, 'That cannot be worked out'],
  ['/norfolk/records/measures/ascof-2a?breakdown=Total&to=2025-10', 200, 'ASCOF 2A: 57 of 65, 87.7 %'],
  ['/norfolk/records/measures/ascof-2c', 200, 'ASCOF 2C: 31, and no population was imported'],
  ['/norfolk/records/measures/ascof-9z', 404, 'The records do not have that'],
  ['/norfolk/records/measures/ascof-2a?breakdown=None', 404, 'The records do not have that'],
  ['/norfolk/records/measures/ascof-2a/people', 403, 'You may not look at people’s records here'],
  ['/norfolk/records/measures/files/other.csv', 404, 'The records do not have that'],
  ['/norfolk/records/measures/files/measures.exe', 404, 'The records do not have that'],
  ['/norfolk/records/tables', 200, 'Tables and waiting times'],
  ['/norfolk/records/tables/waiting-times', 200, 'Waiting times'],
  ['/norfolk/records/tables/lts003', 200, 'LTS003: Unpaid carers supported during the year'],
  ['/norfolk/records/tables/lts999', 404, 'The records do not have that'],
  ['/norfolk/records/tables/lts003/files/lts004.csv', 404, 'The records do not have that'],
  ['/norfolk/records/quality', 200, '40 faults in the latest file'],
  ['/norfolk/records/moved', 200, 'What moved in ASCOF 2A'],
  ['/norfolk/records/moved?measure=ascof-2a&from=2025-12&to=2025-10', 400, 'What moved in ASCOF 2A'],
  ['/norfolk/records/moved?from=1999-01', 404, 'The records do not have that'],
  ['/nowhere', 404, 'Page not found'],
  ['/nowhere?as-at=2016-01-01', 404, 'Page not found'],
  ['/norfolk/nothing/here', 404, 'Page not found'],
  ['/norfolk%', 400, 'The address cannot be read'],
  ['/norfolk/cards/broken', 500, 'Sorry, something went wrong'],
] as const

describe.each(pages)('%s', (path, status, heading) => {
  test(`answers ${status} with a page under one heading`, async () => {
    const response = await get(path)
    const html = await response.text()
    expect(response.status).toBe(status)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toContain(`<h1>${heading}`)
    expect(html).toMatch(/<title>[^<]+ – Tidemark<\/title>/)
    expect(html).toMatch(/^<!DOCTYPE html><html lang="en-GB">/)
  })

  test('runs nothing and takes nothing from elsewhere', async () => {
    const response = await get(path)
    const html = await response.text()
    // Only scripts of our own, from files: nothing stands in the page itself.
    const inline = html.replaceAll(/<script type="module" src="\/assets\/[\w.-]+\.js"><\/script>/g, '')
    expect(inline).not.toMatch(/<script| style=| on\w+=/)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('referrer-policy')).toBe('same-origin')
    // A form goes to one visitor, and is never shown again from a store; nor is what stands of people, or that it may not be seen.
    const isForOne = html.includes('name="form-token"') || path.endsWith('/people')
    expect(response.headers.get('cache-control')).toBe(isForOne ? 'no-store' : 'private, no-cache')
  })

  test('says nothing that a machine would', async () => {
    const words = (await (await get(path)).text()).replace(/<[^>]*>/g, ' ')
    expect(words).not.toMatch(/\bundefined\b|\bNaN\b|\[object|\bnull\b| {2}1 (indicators|figures|periods)\b/)
    expect(words).not.toMatch(/\b1 (indicators|figures|periods)\b/)
  })
})

test('a page that fails says so plainly, and only the operator hears why', async () => {
  heard.length = 0
  const html = await (await get('/norfolk/cards/broken')).text()
  expect(html).not.toContain('disk on fire')
  expect(heard.map(String)).toEqual(['Error: disk on fire at /secret/path'])
})

test('a page that fails stands even where the organisations cannot be read', async () => {
  const failing = fixtureServices({ organisations: () => Promise.reject(new Error('gone')) })
  const response = await createApp(failing, fixtureSettings()).request('/')
  expect(response.status).toBe(500)
  expect(await response.text()).toContain('Sorry, something went wrong')
})

describe('the Host header', () => {
  const named = createApp(fixtureServices(), fixtureSettings({ allowedHosts: ['localhost:3000', '127.0.0.1'] }))
  test.each([
    ['localhost:3000', 200],
    ['LOCALHOST:3000', 200],
    ['127.0.0.1', 200],
    ['127.0.0.1:8080', 200],
    ['localhost:3001', 421],
    ['localhost', 421],
    ['attacker.example', 421],
    ['127.0.0.1.attacker.example', 421],
  ])('%s is answered with %i', async (host, status) => {
    const response = await named.request('/', { headers: { host } })
    expect(response.status).toBe(status)
    if (status === 421) expect(await response.text()).toMatch(/^This server does not answer to that name\./)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})

describe('the day as known', () => {
  test('the form leads to the address with the day in it', async () => {
    const response = await get('/norfolk/dashboard?day=19&month=6&year=2017&counts=1&other=1')
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('/norfolk/dashboard?as-at=2017-06-19&counts=1')
  })

  test('the form with today leads to the plain address', async () => {
    const response = await get('/norfolk/cards/cqc-good-or-above?day=22&month=11&year=2026')
    expect(response.headers.get('location')).toBe('/norfolk/cards/cqc-good-or-above')
  })

  test('a past day is said, and kept by every link to another page', async () => {
    const html = await (await get('/norfolk?as-at=2017-06-19')).text()
    expect(html).toMatch(/As known on <strong>19 June 2017<\/strong> · data to March 2017/)
    expect(html).toContain('<a href="/norfolk">Back to today</a>')
    const links = [...html.matchAll(/href="(\/norfolk\/[^"]*)"/g)].map(([, href]) => String(href))
    expect(links.length).toBeGreaterThan(15)
    expect(links.filter(href => !href.includes('?as-at=2017-06-19'))).toEqual([])
  })

  test('the day can be changed on the page that says that nothing was known on it', async () => {
    const html = await (await get('/norfolk/cards/cqc-good-or-above?as-at=2016-01-01')).text()
    expect(html).toContain('As known on <strong>1 January 2016</strong>')
    expect(html).toContain('Choose another day')
  })

  test('today is said too', async () => {
    expect(await (await get('/norfolk')).text()).toMatch(/As known today, <strong>22 November 2026<\/strong>/)
  })
})

test('the first page leads straight to the only organisation', async () => {
  const [norfolk] = (await fixtureServices().organisations('officer')) as [OrganisationView]
  const one = createApp(fixtureServices({ organisations: async () => [norfolk] }), fixtureSettings())
  const response = await one.request('/')
  expect([response.status, response.headers.get('location')]).toEqual([302, '/norfolk'])
})

test('the first page says how to begin where there is no organisation', async () => {
  const none = createApp(fixtureServices({ organisations: async () => [] }), fixtureSettings())
  const html = await (await none.request('/')).text()
  expect(html).toContain('The register holds no organisation yet.')
})

test('more organisations than the header has room for are chosen on the first page', async () => {
  const [norfolk] = (await fixtureServices().organisations('officer')) as [OrganisationView]
  const many = Array.from({ length: 9 }, (_, at) => ({ ...norfolk, slug: at ? `norfolk-${at}` : 'norfolk' }))
  const app = createApp(fixtureServices({ organisations: async () => many }), fixtureSettings())
  const html = await (await app.request('/norfolk')).text()
  expect(html).toContain('Norfolk County Council: choose another')
  expect(html).not.toContain('/norfolk-3')
})

test('stylesheet, typeface and mark are served for good, under names of their content', async () => {
  const html = await (await get('/')).text()
  const paths = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => String(path))
  expect(paths.length).toBeGreaterThanOrEqual(3)
  for (const path of paths) {
    const response = await get(path)
    expect(response.status, path).toBe(200)
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100)
    const again = await get(path, { 'if-none-match': String(response.headers.get('etag')) })
    expect(again.status).toBe(304)
  }
  const css = await (await get(String(paths.find(path => path.endsWith('.css'))))).text()
  const fonts = [...css.matchAll(/url\((\/[^)]+)\)/g)].map(([, path]) => String(path))
  expect(fonts).toHaveLength(3)
  for (const font of fonts) expect((await get(font)).status, font).toBe(200)
  expect((await get('/assets/nothing.css')).status).toBe(404)
  expect((await get('/assets/..%2f..%2fpackage.json')).status).toBe(404)
})

describe('pages of publishers’ figures', () => {
  const [profile, measure, map] = ['', '/control-over-daily-life', '/control-over-daily-life/map'].map(
    path => `/norfolk/compared${path}`,
  )
  const attribution = 'Contains public sector information licensed under the Open Government Licence v3.0.'

  test.each([profile, measure, map])('%s states the publishers’ licence and not the council’s', async path => {
    const body = await (await get(String(path))).text()
    const foot = body.slice(body.indexOf('<footer'))
    expect(foot).toContain(`Figures: Department. ${attribution}`)
    expect(foot.split('Licence').length).toBe(3)
  })

  test.each([`${measure}/councils.csv`, `${map}.csv`])(
    '%s names its source and its licence in every row',
    async path => {
      const [head, ...rows] = (await (await get(path)).text()).trim().split(/\r?\n/)
      expect(head).toMatch(/,quartile,.*,source,licence$/)
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows)
        expect(row.endsWith(`,Measures from the ASCOF (Department),Figures: Department. ${attribution}`)).toBe(true)
    },
  )

  test('say how sure a place is, and how neighbours come', async () => {
    const body = await (await get(String(measure))).text()
    expect(body).toContain('Given the published margins of error, its place may be anywhere from 2nd to 6th.')
    expect(await (await get(String(profile))).text()).toContain('Nearest neighbours are not among the groups')
  })

  test('say of a group or a year that is not there which are, with links that keep what else was asked', async () => {
    const page = await (await get(`${measure}?group=%3Cb%3Efriends&period=2016%2F17`)).text()
    expect(page).toContain('There is no group “&lt;b&gt;friends” to compare with.')
    expect(page).toContain(`href="${measure}?group=family-group&amp;period=2016%2F17"`)
    expect(page).toContain(`href="${measure}?period=2016%2F17"`)
    const year = await (await get(`${measure}?group=family-group&period=1999%2F00`)).text()
    expect(year).toContain(`href="${measure}?group=family-group&amp;period=2016%2F17"`)
    expect(await (await get(`${profile}?group=${'x'.repeat(500)}`)).text()).toContain(`“${'x'.repeat(40)}…”`)
  })

  test('tell what the council prints of its own group, and how many councils are too far out to draw', async () => {
    const body = await (await get(String(measure))).text()
    expect(body).toContain('78.0<span class="compared-beside">printed by Norfolk</span>')
    expect(await (await get(String(profile))).text()).toContain('Further out: 1 council at 61.2')
  })

  test('widen the limits of a funnel where the address asks for it: in the key, the table and the words', async () => {
    const [chance, widened] = await Promise.all(
      [String(measure), `${measure}?limits=widened`].map(async path => (await get(path)).text()),
    )
    expect(chance).not.toContain('Spiegelhalter')
    expect(widened).toContain('95 %, widened (Spiegelhalter 2005)')
    expect(widened).toContain('In the funnel<span class="compared-beside">limits widened</span>')
    expect(widened).toContain('14 times what chance alone would give')
    expect(widened).toContain(`href="${measure}?group=family-group&amp;limits=widened"`)
    const file = await (await get(`${measure}/councils.csv`)).text()
    expect(file.split(/\r?\n/)[0]).toContain(',funnel,funnel_widened,')
    expect(file).toContain(',"better, beyond 99.8 %",within,')
  })
})
