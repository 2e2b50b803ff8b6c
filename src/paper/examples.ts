/** Example papers with every kind of block, for tests and for looking at. The council is invented, its figures too. */
import { examples as charts } from '../charts/line-chart/examples.ts'
import type { Rating } from '../shared/codes.ts'
import type { Block, Cell, Column, Figure, Paper, Section, Table, Words } from './outline/types.ts'

const plain = (text: string): Words => [{ text }]

const months = ['Mar 16', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan 17', 'Feb', 'Mar']
const years = months.map((month, at) => `${month.split(' ')[0]} ${at < 10 ? 2016 : 2017}`)

const names = [
  'Days of delayed transfer of care attributable to social care, per 100,000',
  'Permanent admissions to residential and nursing care, 65 and over, per 100,000',
  'Permanent admissions to residential and nursing care, 18 to 64, per 100,000',
  'Adults with a learning disability in paid employment, %',
  'Adults in contact with secondary mental health services in paid employment, %',
  'People still at home 91 days after discharge into reablement, %',
  'Contacts resolved by information and advice, %',
  'People in community-based care, %',
  'Council service users aged 65 and over, number',
]

const ratings: readonly (Rating | null)[] = ['Red', 'Red', 'Amber', 'Green', null]

function value(row: number, column: number): Cell {
  const number = row % 9 === 8 ? 3523 - column * 12 : ((row * 37 + column * 7) % 900) / 10 + 1.5
  const text = row % 9 === 8 ? number.toLocaleString('en-GB') : number.toFixed(1)
  const rating = ratings[(row + (column > 7 ? 1 : 0)) % ratings.length] ?? null
  if ((row + column) % 23 === 0) return { text: '[x]' }
  return { text, value: number, rating, strong: column === months.length - 1 }
}

/** A dashboard of so many indicators by thirteen months. */
export function dashboard(rows: number): Table {
  const number = (heading: string): Column => ({ heading, align: 'right', isRowHeader: false, width: 1 })
  return {
    block: 'table',
    id: `dashboard-${rows}`,
    caption: 'Vital signs, March 2016 to March 2017',
    description: 'A row for each indicator, a column for each month, then the target and the direction of travel.',
    size: 'wide',
    columns: [
      { heading: 'Indicator', align: 'left', isRowHeader: true, width: 5 },
      ...months.map(number),
      number('Target'),
      { heading: 'On a year ago', align: 'left', isRowHeader: false, width: 1.6 },
    ],
    rows: Array.from({ length: rows }, (_, row) => [
      { text: `${row >= names.length ? `${row + 1}. ` : ''}${names[row % names.length]}` },
      ...months.map((_, column) => value(row, column)),
      { text: row % 3 ? '12.0' : '–' },
      {
        text: ['better', 'worse', 'no change'][row % 3] as string,
        compared: (['better', 'worse', 'same'] as const)[row % 3] ?? null,
      },
    ]),
  }
}

function chartOf(name: string, id: string): Figure {
  const chart = charts[name]
  if (!chart) throw new RangeError(`Cannot find the example chart ${name}`)
  return {
    block: 'figure',
    id,
    title: 'Delays have more than doubled in a year',
    subtitle: 'Days of delay per 100,000 population, Harrowmere, March 2016 to March 2017',
    sentence: `Days of delay per 100,000 population rose. ${chart.sentence}`,
    chart,
    table: {
      block: 'table',
      id: `${id}-values`,
      caption: 'The values of the chart',
      description: 'A row for each month with its value and its target.',
      size: 'text',
      columns: [
        { heading: 'Month', align: 'left', isRowHeader: true, width: 2 },
        { heading: 'Harrowmere', align: 'right', isRowHeader: false, width: 1 },
        { heading: 'Target', align: 'right', isRowHeader: false, width: 1 },
      ],
      rows: chart.points.map((point, at) => [
        { text: years[at] ?? point.period },
        {
          text: point.shown ?? '[x]',
          ...(point.value === null ? {} : { value: point.value }),
          rating: point.value !== null && point.value > 2 ? 'Red' : null,
        },
        { text: chart.targets.find(target => target.period === point.period)?.shown ?? '–' },
      ]),
    },
  }
}

const story: readonly [heading: string, items: readonly string[]][] = [
  ['Why this is important', ['Staying in hospital longer than needed harms health and the experience of care.']],
  [
    'What explains performance',
    [
      'The rate almost doubled in April 2016, eased, and climbed to its highest level, 3.56, in March 2017.',
      'Delays from one acute hospital drive the rise: none before April, over 200 in four of five months after.',
      'Faster discharge has brought more referrals to social care.',
    ],
  ],
  ['What success looks like', ['Low, steady levels below target.', 'People get care promptly once medically fit.']],
  [
    'Action required',
    [
      'Integrated discharge arrangements with health partners.',
      'Reablement first; no permanent placement from hospital.',
      'One agreed set of figures with the acute hospitals.',
    ],
  ],
]

/** A report card on a page of its own; `length` repeats its story, for cards that say much. */
export function card(number: number, chart = 'far above a flat target', length = 1): Section {
  const id = `card-${number}`
  const parts = story.flatMap(([text, items], at): Block[] => [
    { block: 'heading', level: 2, id: `${id}-${at}`, text },
    { block: 'list', ordered: false, items: Array.from({ length }, () => items.map(plain)).flat() },
  ])
  return {
    id,
    heading: names[number % names.length] as string,
    kind: 'card',
    orientation: 'landscape',
    newPage: true,
    blocks: [
      {
        block: 'verdict',
        rating: ratings[number % ratings.length] ?? null,
        title: [
          'Red, off target by 137 %',
          'Red, off target by 10.6 %',
          'Amber, off target by 3.1 %',
          'Green, on target',
          'Not rated: no target',
        ][number % 5] as string,
        detail: '3.56 in March 2017, target 1.5. Worse in each of the last four months.',
      },
      chartOf(chart, `${id}-chart`),
      ...parts,
      {
        block: 'facts',
        facts: [
          { label: 'Lead', text: 'Director of Integrated Care' },
          { label: 'Data', text: 'Business Intelligence and Performance' },
          { label: 'Linked with', text: 'Admissions to residential care, 65 and over' },
        ],
      },
    ],
  }
}

/** Words that mean something to Typst, XML, HTML, spreadsheets or the order of letters, and words without an end. */
export const hostile = [
  '#let x = 1; #panic("ran") #read("/etc/passwd") $x^2$ *bold* _it_ `raw` \\u{41} @label <label> = Heading',
  '</w:t></w:r><script>alert(1)</script> & &amp; &#65; <![CDATA[x]]> "quoted" \'single\' <?xml version="1.0"?>',
  'Right-to-left \u202eedoc evil\u202c and \u2067isolated\u2069, Arabic \u0645\u0631\u062d\u0628\u0627, a smile \u{1f600}, a flag \u{1f3f4}\u200d\u2620\ufe0f',
  '=HYPERLINK("https://example.org","x") +1 -1 @SUM(A1) ﬁ ½ ≥ ± Ŵŷ – — … €',
  'w'.repeat(10_000),
]

const front = [
  { label: 'Item', text: '9' },
  { label: 'Meeting date', text: '19 June 2017' },
  { label: 'Responsible director', text: 'Executive Director of Adult Social Services' },
]

const summary: Section = {
  id: 'summary',
  heading: 'Summary',
  kind: 'summary',
  orientation: 'portrait',
  newPage: false,
  blocks: [
    {
      block: 'paragraph',
      text: [
        { text: 'Five of the six indicators with a target are ' },
        { text: 'off target', strong: true },
        { text: '. The ' },
        { text: 'dashboard', to: '#dashboard' },
        { text: ' shows each month; the rules are on ' },
        { text: 'the council’s site', to: 'https://www.example.org/rules' },
        { text: '. Some values are provisional [note 1].' },
      ],
    },
    { block: 'verdict', rating: 'Amber', title: 'Amber, off target by 3.1 %', detail: '613 in July 2016, target 602.' },
    { block: 'verdict', rating: 'Green', title: 'Green, on target', detail: '' },
    { block: 'heading', level: 2, id: 'worsened', text: 'Worsened' },
    { block: 'list', ordered: false, items: names.slice(0, 3).map(plain) },
    { block: 'heading', level: 3, id: 'worsened-why', text: 'Why' },
    { block: 'list', ordered: true, items: ['More people', 'Fewer beds', 'Later referrals'].map(plain) },
    { block: 'facts', facts: front },
  ],
}

const results: Table = {
  block: 'table',
  id: 'results',
  caption: 'Results against target',
  description: 'A row for each indicator with its latest value, its target and what it is compared with.',
  size: 'text',
  columns: [
    { heading: 'Indicator', align: 'left', isRowHeader: true, width: 4 },
    { heading: 'Latest', align: 'right', isRowHeader: false, width: 1 },
    { heading: 'Target', align: 'right', isRowHeader: false, width: 1 },
    { heading: 'Compared with the same month last year', align: 'left', isRowHeader: false, width: 2 },
  ],
  rows: names.slice(0, 5).map((text, row) => [
    { text },
    value(row, 11),
    { text: '12.0', value: 12 },
    {
      text: ['up by 0.4', 'worse by 1.2', '0.0'][row % 3] as string,
      compared: (['better', 'worse', 'same'] as const)[row % 3] ?? null,
    },
  ]),
}

function section(id: string, heading: string, blocks: readonly Block[], over: Partial<Section> = {}): Section {
  return { id, heading, kind: 'analysis', orientation: 'portrait', newPage: false, blocks, ...over }
}

function paper(sections: readonly Section[]): Paper {
  return {
    title: 'Performance management report',
    language: 'en-GB',
    organisation: 'Harrowmere County Council',
    committee: 'Adult Social Care Committee',
    meetingDay: '2017-06-19',
    status: 'Not published: as known on 19 June 2017',
    frontMatter: front,
    sections,
    symbols: [
      { symbol: '[x]', means: 'not available' },
      { symbol: '[p]', means: 'provisional' },
    ],
    notes: ['Values of the last two months are provisional until the year is closed.'],
  }
}

const wide: Partial<Section> = { kind: 'dashboard', orientation: 'landscape', newPage: true }

/** Every kind of block, dashboards of 15 and of 60 rows, cards short and long. */
export const everything: Paper = paper([
  summary,
  section('results-section', 'Results', [results, chartOf('far above a flat target', 'chart')]),
  section('dashboard', 'Dashboard', [dashboard(15)], wide),
  section('dashboard-long', 'Dashboard of every indicator', [dashboard(60)], wide),
  card(0),
  card(1, 'off a path to the goal, axis not from zero', 2),
  card(2, 'a gap, a break and provisional months', 4),
  card(3, 'no values'),
  card(4, 'quarters, large numbers, a long name', 3),
  section('actions', 'Actions and recommendations', [
    { block: 'list', ordered: true, items: [plain('Note the report.')] },
  ]),
])

/** The same words everywhere that a register could hold something unforeseen. */
export const hostilePaper: Paper = {
  ...paper([
    section('hostile', `Hostile ${hostile[0]}`, [
      { block: 'heading', level: 3, id: 'hostile', text: hostile[1] as string },
      ...hostile.map((text): Block => ({ block: 'paragraph', text: [{ text, strong: true, to: '#no-such-place' }] })),
      { block: 'paragraph', text: [{ text: 'a link that is none', to: 'javascript:alert(1)' }] },
      { block: 'list', ordered: false, items: hostile.map(plain) },
      { block: 'verdict', rating: 'Red', title: hostile[2] as string, detail: hostile[4] as string },
      { block: 'facts', facts: hostile.map(text => ({ label: text.slice(0, 40), text })) },
      {
        ...results,
        id: 'hostile-table',
        caption: hostile[0] as string,
        description: hostile[1] as string,
        rows: hostile.map(text => [
          { text },
          { text: text.slice(0, 30) },
          { text: '' },
          { text: '1', rating: 'Red' as const },
        ]),
      },
      {
        ...chartOf('words that mean something to SVG', 'hostile-chart'),
        title: hostile[0] as string,
        sentence: hostile[1] as string,
      },
    ]),
    {
      ...card(0, 'words that mean something to SVG'),
      heading: hostile[1] as string,
      blocks: [...card(0).blocks, ...hostile.map((text): Block => ({ block: 'paragraph', text: plain(text) }))],
    },
    section('', '', []),
  ]),
  title: hostile[0] as string,
  organisation: hostile[2] as string,
  frontMatter: hostile.map(text => ({ label: text.slice(0, 20), text })),
}
