import { expect, test } from 'vitest'
import { organisationOf } from '../fixtures/build.ts'
import { bareFrame, type Frame } from '../frame/frame.ts'
import { linksOf } from '../frame/links.ts'
import { routes } from '../routes.ts'
import { waysOn } from './ways-on.ts'

const organisations = [organisationOf('norfolk', 'Norfolk County Council'), organisationOf('leicester', 'Leicester')]

function frameAt(path: string, asAt?: string): Frame {
  const organisation = organisations.find(({ slug }) => slug === path.split('/')[1]) ?? null
  const links = linksOf(routes, {
    organisations,
    organisation,
    asAt,
    known: new Set(organisations.map(({ slug }) => slug)),
    path,
  })
  const bare = bareFrame({ stylesheet: '', mark: '', font: '', scripts: {} })
  return { ...bare, organisations, organisation, asAt, links }
}

test.each([
  ['/norflok', '/norfolk'],
  ['/Leicster/dashboard', '/leicester'],
  ['/norfolk/dashbord', '/norfolk/dashboard'],
  ['/norfolk/about-data', '/norfolk/about-the-data'],
  ['/norfolk/wp-login.php', undefined],
  ['/admin', undefined],
  [`/${'x'.repeat(5000)}`, undefined],
])('%s may have meant %s', (path, meant) => {
  expect(waysOn(path, frameAt(path)).meant?.href).toBe(meant)
})

test('what an address says is looked for within the organisation, as words', () => {
  expect(waysOn('/norfolk/cards/dtoc-social_care', frameAt('/norfolk/cards/dtoc-social_care')).search).toEqual({
    action: '/norfolk/search',
    words: 'dtoc social care',
  })
  expect(waysOn('/norfolk/%3Cscript%3E', frameAt('/norfolk/x')).search?.words).toBe('script')
  expect(waysOn('/nowhere/cards/x', frameAt('/nowhere')).search).toBeNull()
})

test('the day as known stays', () => {
  expect(waysOn('/norfolk/dashbord', frameAt('/norfolk/dashbord', '2017-06-19')).meant?.href).toBe(
    '/norfolk/dashboard?as-at=2017-06-19',
  )
})
