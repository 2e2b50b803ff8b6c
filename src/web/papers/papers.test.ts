import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { createApp } from '../app.tsx'
import { fixtureServices } from '../fixtures/services.ts'
import { fixtureSettings } from '../fixtures/settings.ts'
import { sizeInWords } from './view.tsx'

const app = createApp(fixtureServices(), fixtureSettings())

test('PapersPage lists each version with its files, sizes and what it corrects, the latest first', async () => {
  const html = await (await app.request('/norfolk/papers')).text()
  const links = [...html.matchAll(/href="(\/norfolk\/papers\/[^"]+)"/g)].map(([, link]) => link)
  expect(links).toHaveLength(9)
  expect(links[0]).toBe('/norfolk/papers/2017-06-19/2/norfolk-2017-06-19-performance-management-report.html')
  expect(links.at(-1)).toContain('/2017-03-06/1/')
  for (const words of ['Version 1, corrected since', 'Why: One case was counted twice.', '2 places differ', '404 kB'])
    expect(html.replaceAll(/<[^>]+>/g, '')).toContain(words)
  for (const link of links) expect((await app.request(String(link))).status).toBe(200)
  expect(await (await app.request('/norfolk')).text()).toContain('<a href="/norfolk/papers">Papers</a>')
  expect(await (await app.request('/norfolk')).text()).toContain('href="/norfolk/papers#meeting-2017-06-19"')
})

test('paperFile() gives the frozen bytes with their type, to be kept under a name that tells the version', async () => {
  const file = 'norfolk-2017-06-19-performance-management-report.pdf'
  const response = await app.request(`/norfolk/papers/2017-06-19/2/${file}`)
  expect(await response.text()).toBe('as it was published\n')
  expect(response.headers.get('content-type')).toBe('application/pdf')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('content-disposition')).toBe(
    'attachment; filename="norfolk-2017-06-19-version-2-performance-management-report.pdf"',
  )
})

test('paperFile() has a page opened, as a page that may do nothing but show itself', async () => {
  const file = 'norfolk-2017-06-19-performance-management-report.html'
  const page = '<!DOCTYPE html><style>p{color:red}</style><p>As published</p>'
  const services = { ...fixtureServices(), publishedFile: async () => new TextEncoder().encode(page) }
  const response = await createApp(services, fixtureSettings()).request(`/norfolk/papers/2017-06-19/2/${file}`)
  expect(response.headers.get('content-disposition')).toMatch(/^inline; filename="norfolk-2017-06-19-version-2-/)
  const policy = String(response.headers.get('content-security-policy')).split('; ')
  const hash = createHash('sha256').update('p{color:red}').digest('base64')
  expect(policy).toContain(`style-src 'sha256-${hash}'`)
  expect(policy).toContain("default-src 'none'")
  expect(policy[0]).toMatch(/^sandbox /)
  expect(policy[0]).not.toMatch(/allow-(?:scripts|same-origin|forms)/)
  expect(await response.text()).toBe(page)
})

test('sizeInWords() says sizes as readers know them', () => {
  expect([1, 999, 1000, 403_977, 999_499, 999_500, 1_721_581].map(sizeInWords)).toEqual(
    '1 byte,999 bytes,1 kB,404 kB,999 kB,1.0 MB,1.7 MB'.split(','),
  )
})
