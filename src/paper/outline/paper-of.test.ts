import { expect, test } from 'vitest'
import { dashboard, judgedRows } from '../../answers/dashboard/dashboard.ts'
import { exceptions } from '../../answers/exceptions/exceptions.ts'
import { forecastView } from '../../answers/forecast/forecast.ts'
import { type MadeUp, madeUpFramework } from '../../answers/made-up.data.ts'
import { promptsOf } from '../../answers/prompts/prompts.ts'
import type { ReportAnswer } from '../../answers/report/report.ts'
import { signalView } from '../../answers/signal/signal-view.ts'
import { summary } from '../../answers/summary/summary.ts'
import type { CardAnswer } from '../../answers/types.ts'
import type { Template, TemplateSection } from '../template/template.ts'
import { paperOf } from './paper-of.ts'
import type { Block, Paper } from './types.ts'

/** A report on made-up indicators, with a card without words for each exception. */
function reportOn(given: readonly MadeUp[], more: Partial<ReportAnswer> = {}): ReportAnswer {
  const data = madeUpFramework(given)
  const judged = judgedRows(data)
  const board = dashboard(data, judged)
  const found = exceptions(data, board)
  return {
    moment: board.moment,
    audience: 'public',
    suppression: { hidden: new Set(), below: 0, hiddenFrom: [], publishedIn: [] },
    areaName: 'Anywhere',
    meeting: {
      slug: 'm',
      committee: 'Care Committee',
      date: '2017-06-19',
      title: 'Report',
      recommendations: [],
      earlier: [],
      followUpOptions: [],
    },
    overview: {
      dashboard: board,
      exceptions: found,
      summary: summary(data, judged, board),
      revisions: null,
      lastMeeting: null,
      prompts: new Map(),
      nextMeeting: null,
    },
    cards: found.exceptions.map(
      ({ row }): CardAnswer => ({
        organisation: board.organisation,
        framework: board.framework,
        moment: board.moment,
        slug: row.indicator.slug,
        title: row.indicator.name,
        row,
        verdict: { rating: row.latest?.rating ?? null, title: 'Verdict', detail: 'Detail.' },
        signal: signalView(row.indicator.slug, data),
        forecast: forecastView(row.indicator.slug, data),
        prompts: promptsOf(row.indicator.slug, data, { categories: [], actions: [] }),
        chart: row.history,
        benchmarks: [],
        finding: 'Up',
        subtitle: 'Measure',
        words: null,
        lead: 'Director of Care; Head of Quality',
        dataOwner: '',
        others: [],
        supplementary: [],
        ambitions: [],
        actions: [],
        earlier: [],
      }),
    ),
    linked: [],
    beside: new Map(
      board.rows.map(({ indicator: { slug } }) => [
        slug,
        { signal: signalView(slug, data), forecast: forecastView(slug, data) },
      ]),
    ),
    criteria: { offTargetFrom: 0.05, movesNeeded: 3 },
    actions: { groups: [] },
    actionPlan: { stretches: [], actions: [] },
    strategy: { ...board, priorities: [], measures: [], stated: [] },
    comparisons: [],
    statutory: null,
    round: null,
    lines: null,
    paths: [],
    sheets: [],
    budgetLines: [],
    risks: [],
    ...more,
  }
}

const section = (part: TemplateSection['part'], more: Partial<TemplateSection> = {}): TemplateSection => ({
  part,
  heading: part,
  ranksPublishedLater: false,
  words: [],
  empty: '',
  items: [],
  cards: [],
  comparison: null,
  frameworks: [],
  ...more,
})

const templateOf = (...sections: readonly TemplateSection[]): Template => ({
  title: '',
  statutory: null,
  targetsOf: [],
  frontMatter: [],
  sections,
})

/** Every sentence of a paper's sections, as one text. */
function said(paper: Paper): string {
  const textOf = (block: Block): string[] => {
    if (block.block === 'paragraph') return [block.text.map(run => run.text).join('')]
    if (block.block === 'list') return block.items.map(item => item.map(run => run.text).join(''))
    if (block.block === 'heading') return [block.text]
    return block.block === 'table' ? [block.caption] : []
  }
  return paper.sections.flatMap(({ heading, blocks }) => [heading, ...blocks.flatMap(textOf)]).join('\n')
}

const one = reportOn([
  { slug: 'calls', cells: { '2017-02': '50.0', '2017-03': '40.0' }, targets: { '2017-03': '80.0' } },
])

test('paperOf() speaks of one indicator in the singular', () => {
  const paper = paperOf(
    one,
    templateOf(section('summary'), section('introduction'), section('criteria'), section('cards')),
  )
  const text = said(paper)
  expect(text).toContain('The only indicator with a target is off target.')
  expect(text).toContain('1 report card is in this report by exception')
  expect(text).toContain('calls: off target (40.0 % against a target of 80.0 % in March 2017, 50.0 % below target).')
  expect(text).toContain('This report covers the 1 indicator of')
  expect(text).toContain(
    'Its figures run to March 2017, the end of the financial year 2016/17. It shows what was known on 19 June 2017.',
  )
  expect(text).toContain('1 of the 1 indicator meets a criterion on this occasion.')
  expect(text).toContain('One card follows, on a page of its own, with the reasons why it is reported.')
  expect(text).toContain('No card written. Its words are due from: Director of Care and Head of Quality.')
})

test('paperOf() says for whom it is by what was hidden from them, and from others', () => {
  const nothing = { hidden: new Set<string>(), below: 0, hiddenFrom: [], publishedIn: [] }
  const noteOf = (audience: ReportAnswer['audience'], more: Partial<ReportAnswer['suppression']>) =>
    paperOf({ ...one, audience, suppression: { ...nothing, ...more } }, templateOf(section('summary'))).notes.at(-1)
  const some = { hidden: new Set(['falls']), below: 10 }
  expect(noteOf('public', { ...some, hiddenFrom: ['public', 'member'] })).toBe(
    'This paper is for the public. [c] stands in place of a number of people from 1 to 9, of a percentage or rate made from one, and of other figures from which one could be worked out. Zero is shown as zero.',
  )
  expect(noteOf('member', { hiddenFrom: ['public'] })).toBe(
    'This paper is for members. No figure in it is hidden as a small number. It shows small numbers of people that are hidden from the public: do not pass it on.',
  )
  expect(noteOf('officer', { hiddenFrom: ['public', 'member'] })).toContain('hidden from members and the public')
  expect(noteOf('public', { publishedIn: ['Report, 2017-06-19'] })).toBe(
    'This paper is for the public. No figure in it is hidden as a small number. Small numbers are not hidden in figures that are published already: Report, 2017-06-19.',
  )
  expect(noteOf('public', { ...some, hiddenFrom: ['public'], publishedIn: ['Report, 2017-06-19'] })).toMatch(
    /\[c\] stands .* published already: Report, 2017-06-19\.$/,
  )
})

test('paperOf() numbers sections, what stands below them, and appendices', () => {
  const paper = paperOf(
    one,
    templateOf(
      section('summary'),
      section('introduction'),
      section('year'),
      section('cards'),
      section('prompts', { items: ['Why?'] }),
    ),
  )
  expect(paper.sections.map(each => each.heading)).toEqual([
    'summary',
    '1 introduction',
    '2 year',
    '3 cards',
    '3.1 calls',
    'Appendix A: prompts',
  ])
  expect(said(paper)).toMatch(/^2\.1 /m)
  expect(paper.sections[4]).toMatchObject({ id: 'card-calls', kind: 'card', newPage: true, orientation: 'landscape' })
})

test('paperOf() leaves out a part without anything to say, or prints what the template says then', () => {
  const none = reportOn([{ slug: 'calls', cells: { '2017-03': '90.0' }, targets: { '2017-03': '80.0' } }])
  const paper = paperOf(
    none,
    templateOf(
      section('statutory'),
      section('actions'),
      section('targets', { empty: 'None in {area} for the {committee}.' }),
      section('formats', { words: ['Ask {organisation}.'] }),
    ),
  )
  expect(paper.sections.map(each => [each.id, each.orientation])).toEqual([
    ['targets', 'portrait'],
    ['formats', 'portrait'],
  ])
  expect(said(paper)).toContain('None in Anywhere for the Care Committee.')
})

test('paperOf() explains only the symbols that occur', () => {
  const cells = { '2017-01': '90.0', '2017-02': 'not_available', '2017-03': '91.0' }
  const paper = paperOf(reportOn([{ slug: 'calls', cells }]), templateOf(section('dashboard')))
  expect(paper.symbols).toEqual([{ symbol: '[x]', means: 'not available, or not due yet' }])
  const table = paper.sections[0]?.blocks.find(block => block.block === 'table')
  const row = table?.block === 'table' ? table.rows[0] : []
  expect(row?.map(cell => cell.text).slice(-5)).toEqual(['90.0', '[x]', '91.0', 'none', '[x]'])
  expect(row?.at(-3)).toEqual({
    text: '91.0',
    rating: null,
    value: 91,
    strong: true,
    fact: { indicator: 'calls', period: 'March 2017', unit: '%' },
  })
})

test('paperOf() tells what became of actions, and owns up to those that this paper does not list', () => {
  const action = {
    slug: 'a',
    description: 'Hire two nurses',
    ownerRole: '',
    raisedOn: '2017-03-06',
    dueOn: '',
    state: 'open',
    updates: [],
    listedOn: ['2017-03-06', '2017-06-19'],
    indicators: ['calls'],
    note: '',
  } as const
  const left = { ...action, slug: 'b', description: 'Ask the trust.', listedOn: ['2017-03-06'] }
  const cut = { ...action, slug: 'c', updates: [{ date: '2017-06-01', text: 'Two were', complete: false }] }
  const groups = [{ indicator: 'calls', name: 'Calls', actions: [action, left, cut] }]
  const paper = paperOf({ ...one, actions: { groups } }, templateOf(section('actions')))
  expect(said(paper)).toContain('2 actions are reported: 2 open.')
  expect(said(paper)).toContain(
    '1 action of an earlier report is neither listed for this meeting nor recorded as done:',
  )
  expect(said(paper)).toContain('Ask the trust. Raised on 6 March 2017.')
  expect(JSON.stringify(paper)).toContain('1 June 2017: Two were … (the source breaks off here)')
})

test('paperOf() says when something is due once, and whom no card names', () => {
  const asked = { number: 1, verb: 'receive' } as const
  const recommendations = [
    { ...asked, text: 'Receive a report in September 2017.', due: '2017-09-30' },
    { ...asked, text: 'Receive a report in September 2017.', due: '2017-09-15' },
    { ...asked, text: 'Receive a report by 15 September 2017.', due: '2017-09-15' },
  ]
  const [card] = one.cards
  const cards = card ? [card, { ...card, title: 'Nobody leads', lead: '', dataOwner: '' }] : []
  const paper = paperOf(
    { ...one, cards, meeting: { ...one.meeting, recommendations } },
    templateOf(section('recommendations'), section('contact')),
  )
  expect(said(paper).match(/Due by [^.]*\./g)).toEqual(['Due by 15 September 2017.'])
  const roles = paper.sections[1]?.blocks[0]
  const rows = roles?.block === 'table' ? roles.rows.map(row => row.map(cell => cell.text)) : []
  expect(rows.at(-1)).toEqual(['Nobody leads', 'not stated', 'not stated'])
})

test('paperOf() names the framework whose first meeting it is', () => {
  const text = said(paperOf(one, templateOf(section('revisions'))))
  expect(text).toContain(`This is the first meeting about ${one.overview.dashboard.framework.name} that the register`)
})
