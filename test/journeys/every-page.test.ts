import { expect, test } from 'vitest'
import { hasArrived, journey, scrollsSideways } from './support.ts'

const { open, url } = journey()

const finding = '5 of the 6 indicators with a target are off target'
const board = 'Vital signs, March 2016 to March 2017'
const delays = /^Number of days delay in transfers of care/

const pages = [
  ['/', 'Choose an organisation'],
  ['/norfolk', finding],
  ['/norfolk?as-at=2017-06-19', finding],
  ['/norfolk/dashboard', board],
  ['/norfolk/dashboard?as-at=2017-06-19&counts=1', board],
  ['/norfolk/dashboard?rating=red&travel=worse&sort=-rating', board],
  ['/norfolk/dashboard?find=nothing+is+called+so&rating=green', board],
  ['/harrowmere/dashboard?section=Help+at+home&counts=1', /^Vital signs/],
  ['/norfolk/dashboard?as-at=2016-01-01', 'Vital signs'],
  ['/harrowmere/dashboard', /^Vital signs/],
  ['/help/accessibility', 'Accessibility statement'],
  ['/norfolk?as-at=2016-01-01', 'Nothing was known on this day'],
  ['/norfolk?day=31&month=2&year=2017', finding],
  ['/harrowmere', '2 of the 3 indicators with a target are just short of it'],
  ['/norfolk/cards/dtoc-social-care-rate?as-at=2017-06-19', delays],
  ['/norfolk/cards/ld-paid-employment', '% People receiving Learning Disabilities services in paid employment'],
  ['/harrowmere/cards/new-measure', 'A measure that nobody has recorded yet'],
  ['/norfolk/indicators/dtoc-social-care-rate?as-at=2017-06-19', delays],
  ['/harrowmere/indicators/safeguarding-outcomes', /^Safeguarding enquiries/],
  ['/harrowmere/indicators/new-measure', 'A measure that nobody has recorded yet'],
  ['/norfolk/cards', 'Report cards'],
  ['/norfolk/exceptions?as-at=2017-06-19', /^Six of .* go to committee$/],
  ['/harrowmere/exceptions', /^No exceptions/],
  ['/norfolk/signal?as-at=2017-06-19', /^No verdict can be given/],
  ['/harrowmere/signal', /a signal of concern$/],
  ['/norfolk/round?as-at=2017-06-19', 'Performance in the round'],
  ['/harrowmere/round', 'Performance in the round'],
  ['/norfolk/forecasts?as-at=2017-06-19', /^Forecast/],
  ['/harrowmere/forecasts', /^Forecast/],
  ['/norfolk/forecasts/dtoc-social-care-rate?as-at=2017-06-19', /what would have been said$/],
  ['/norfolk/summary', 'Summary over the year'],
  ['/norfolk/actions?as-at=2017-06-19', 'Actions'],
  ['/harrowmere/actions', 'Actions'],
  ['/norfolk/strategy?as-at=2017-06-19', 'Strategy'],
  ['/harrowmere/strategy', 'Strategy'],
  ['/harrowmere/cards/safeguarding-outcomes', /^Safeguarding enquiries/],
  ['/norfolk/papers', 'Papers'],
  ['/harrowmere/papers', 'Papers'],
  ['/norfolk/how-ratings-work?as-at=2017-06-19', 'How ratings work'],
  ['/norfolk/how-ratings-work?as-at=2016-01-01', 'How ratings work'],
  ['/norfolk/findings', 'Findings'],
  ['/harrowmere/findings', 'Findings'],
  ['/norfolk/about-the-data', 'About the data'],
  ['/harrowmere/about-the-data', 'About the data'],
  ['/norfolk/search', 'Search'],
  ['/norfolk/search?q=del', 'Search for “del”'],
  ['/norfolk/search?q=dealyed+hospitl&as-at=2017-06-19', 'Search for “dealyed hospitl”'],
  ['/help/glossary', 'Glossary'],
  ['/help/coverage', 'National figures'],
  ['/norfolk/compared', 'Compared with England'],
  ['/harrowmere/compared', 'Compared with others'],
  ['/norfolk/compared/control-over-daily-life?group=family-group', /^People who use services who have control/],
  ['/norfolk/compared/care-staff-leaving', /^Care staff who left/],
  ['/norfolk/compared/control-over-daily-life/map', /: all councils$/],
  ['/harrowmere/compared/care-staff-leaving/map', /: all councils$/],
  ['/norfolk/dashbord', 'Page not found'],
  ['/norfolk/targets', '1 path of targets, 0 agreed'],
  ['/norfolk/targets/reviews-reduce-cease-18-64', /^Reviews that lead/],
  [
    '/norfolk/targets/reviews-reduce-cease-18-64?shape=line&from=2016%2F17&goal=66&by=2020%2F21&until=2020%2F21&first=2017%2F18',
    /^Reviews that lead/,
  ],
  ['/norfolk/targets/nothing-yet?shape=line&goal=lots', 'A measure without figures'],
  ['/norfolk/import', 'Import figures'],
  ['/harrowmere/import', 'Import figures'],
  ['/norfolk/import/waiting/reading', 'The files are being read'],
  ['/norfolk/import/waiting/good', '2 new, 1 revised and 40 unchanged'],
  ['/norfolk/import/waiting/changed', '2 new, 1 revised and 40 unchanged'],
  ['/norfolk/import/waiting/wrong', '3 problems to mend before anything is stored'],
  ['/norfolk/import/waiting/nothing', /^There is nothing to store/],
  ['/norfolk/import/waiting/failed', 'The files could not be imported'],
  ['/norfolk/import/2', 'Stored: 2 new and 1 revised'],
  ['/norfolk/import/3', /^Import 1 undone/],
  ['/norfolk/import/2/undo', 'Undo import 2'],
  ['/norfolk/import/1/undo', 'Undo import 1'],
  ['/norfolk/records', '2 files with 5,100 records'],
  ['/harrowmere/records', 'No client records yet'],
  ['/norfolk/records/import', 'Take records in'],
  ['/norfolk/records/import/reading', 'The records are being taken in'],
  ['/norfolk/records/import/taken', 'Taken in: 1 file with 2,700 records and 1 table'],
  ['/norfolk/records/import/refused', '250 problems: nothing was taken in'],
  ['/norfolk/records/import/failed', 'Nothing was taken in'],
  ['/norfolk/records/files/2', 'cld_20260301T101500.csv'],
  ['/norfolk/records/files/3', 'cld_20260425T101520.csv: left out'],
  ['/norfolk/records/measures', /^ASCOF measures of/],
  ['/norfolk/records/measures?to=2025-06', 'Being worked out'],
  ['/norfolk/records/measures?to=2025-09', 'That cannot be worked out'],
  ['/norfolk/records/measures/ascof-2a', 'ASCOF 2A: 57 of 65, 87.7 %'],
  ['/norfolk/records/measures/ascof-2c', /^ASCOF 2C: 31/],
  ['/norfolk/records/measures/ascof-2a/people', /^You may not look/],
  ['/norfolk/records/tables', 'Tables and waiting times'],
  ['/norfolk/records/tables/waiting-times', 'Waiting times'],
  ['/norfolk/records/tables/lts003', /^LTS003/],
  ['/norfolk/records/tables/lts001b', /^LTS001b/],
  ['/norfolk/records/quality', '40 faults in the latest file'],
  ['/norfolk/records/moved', 'What moved in ASCOF 2A'],
  ['/norfolk/records/equalities', 'ASCOF 2A by group'],
  ['/norfolk/records/equalities?measure=ascof-2c', 'ASCOF 2C by group'],
  ['/norfolk/records/published', '2024/25: 2 of 3 measures beside the published figures'],
  ['/nowhere', 'Page not found'],
  ['/norfolk/cards/broken', 'Sorry, something went wrong'],
] as const

test.each(pages)(
  '%s can be used by everybody on a desk, and zoomed in to 400 % or on a phone',
  async (path, heading) => {
    const page = await open({ viewport: { width: 1280, height: 900 } })
    await page.goto(url(path))
    // A page that shows itself anew while something is worked out has to hold still while it is looked at.
    await page.route(page.url(), route => route.fulfill({ status: 204 }))
    await hasArrived(page, heading)
    await page.setViewportSize({ width: 320, height: 640 })
    await hasArrived(page, heading)
  },
)

test('between phone and desk no page scrolls sideways', async () => {
  const page = await open()
  for (const path of [
    '/',
    '/norfolk',
    '/norfolk/dashboard?counts=1',
    '/harrowmere/dashboard',
    '/norfolk/cards/dtoc-social-care-rate',
    '/norfolk/indicators/dtoc-social-care-rate',
    '/norfolk/cards',
    '/norfolk/exceptions',
    '/norfolk/signal',
    '/harrowmere/signal',
    '/norfolk/forecasts',
    '/norfolk/forecasts/dtoc-social-care-rate',
    '/norfolk/summary',
    '/norfolk/actions',
    '/norfolk/strategy',
    '/norfolk/how-ratings-work',
    '/norfolk/findings',
    '/norfolk/about-the-data',
    '/norfolk/search?q=del',
    '/help/glossary',
    '/help/coverage',
    '/norfolk/compared',
    '/norfolk/compared/control-over-daily-life',
    '/norfolk/records',
    '/norfolk/records/measures',
    '/norfolk/records/moved',
    '/norfolk/records/equalities',
    '/norfolk/records/published',
    '/norfolk/records/quality',
    '/norfolk/compared/control-over-daily-life/map',
    '/norfolk/dashbord',
  ]) {
    await page.goto(url(path))
    for (const width of [480, 640, 760, 900, 1024, 1180, 1600]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await scrollsSideways(page), `${path} at ${width}`).toBe(false)
    }
  }
})

test.each([320, 1280])('what unfolds can be used by everybody, %i wide', async width => {
  const page = await open({ viewport: { width, height: 640 } })
  for (const path of [
    '/harrowmere',
    '/harrowmere/dashboard',
    '/norfolk/papers',
    '/norfolk/cards/dtoc-social-care-rate',
    '/norfolk/indicators/dtoc-social-care-rate',
    '/norfolk/exceptions',
    '/norfolk/records/quality',
  ]) {
    await page.goto(url(path))
    await page.evaluate('document.querySelectorAll("details").forEach(each => { each.open = true })')
    await hasArrived(page, /./)
  }
})

test('nothing is lost when a reader spaces out the text', async () => {
  const page = await open({ viewport: { width: 320, height: 640 }, bypassCSP: true })
  for (const path of [
    '/norfolk',
    '/norfolk/dashboard',
    '/norfolk/cards/dtoc-social-care-rate',
    '/norfolk/indicators/dtoc-social-care-rate',
    '/norfolk/actions',
    '/norfolk/how-ratings-work',
    '/norfolk/search?q=del',
    '/help/glossary',
    '/norfolk/compared/control-over-daily-life',
    '/norfolk/compared/control-over-daily-life/map',
  ]) {
    await page.goto(url(path))
    await page.addStyleTag({
      content:
        '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
    })
    expect(await scrollsSideways(page), path).toBe(false)
  }
})

test('no page asks for anything from elsewhere, and the browser has nothing to complain of', async () => {
  const page = await open()
  const asked: string[] = []
  const complaints: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).origin))
  page.on('console', message => complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  await page.goto(url('/norfolk'))
  await page.goto(url('/norfolk/dashboard'))
  await page.goto(url('/norfolk/cards/dtoc-social-care-rate'))
  await page.goto(url('/norfolk/indicators/dtoc-social-care-rate'))
  expect(new Set(asked)).toEqual(new Set([new URL(url('/')).origin]))
  expect(complaints).toEqual([])
  expect(await page.evaluate('document.fonts.check("16px \\"Atkinson Hyperlegible Next\\"")')).toBe(true)
})
