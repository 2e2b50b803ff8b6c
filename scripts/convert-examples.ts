/**
 * Turns the transcribed tables of three councils into the folders examples/norfolk, examples/leicester and
 * examples/somerset, in the exchange format. What we wrote ourselves (each README.md and findings.csv, the cards of 6 March
 * 2017) is not touched. Running it again gives the same bytes.
 *
 *   node scripts/convert-examples.ts FOLDER
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { parse as parseYaml } from 'yaml'
import { csvOf, problemsAcross, type Row, type Tables } from './support/exchange-tables.ts'
import {
  actionPlaces,
  lostIndicators,
  lostMemberships,
  lostObservations,
  priorityMeasures,
  priorityMore,
  prioritySections,
  roundDefinitions,
  roundFrameworks,
  roundNotes,
  stageOf,
  supportReasons,
} from './support/leicester-round.data.ts'
import { norfolkPaths } from './support/norfolk-paths.data.ts'

type Texts = Readonly<Record<string, string>>
type Example = { readonly tables: Tables; readonly texts: Texts }

const input = process.argv[2]
if (!input) {
  console.error('Name the folder that holds norfolk, leicester and somerset: node scripts/convert-examples.ts FOLDER')
  process.exit(1)
}
const output = join(import.meta.dirname, '..', 'examples')

const noLicence = 'Public committee paper; the document states no licence. Facts and figures only, in our own words.'

/** A role as a document states it; what says that it states none is no role. */
function roleOf(said = ''): string {
  return /^(?:role )?not stated(?: in the document)?$/.test(said) ? '' : said
}

/** The rows of a transcribed table; a cell that is not there reads as empty. */
function rowsOf(council: string, file: string): Row[] {
  return parseCsv(readFileSync(join(String(input), council, file)), { columns: true, bom: true }) as Row[]
}

const by =
  (...pairs: readonly (readonly [column: string, value: string])[]) =>
  (row: Row) =>
    pairs.every(([column, value]) => row[column] === value)

/** What each status of the transcription means as marks. */
const marksOf: Readonly<Record<string, string>> = { published: '', missing: '', provisional: 'provisional' }

function statusMarks(row: Row): string {
  const marks = marksOf[row['status'] ?? '']
  if (marks === undefined) throw new RangeError(`Cannot read the status ${row['status']} of ${row['indicator_id']}`)
  return marks
}

const sourceOf = (row: Row) => row['source_document'] ?? ''

function sourcesOf(council: string, assigned: Readonly<Record<string, string>>): Row[] {
  return rowsOf(council, 'sources.csv').map(row => ({
    document: sourceOf(row),
    title: row['title'] ?? '',
    publisher: row['publisher'] ?? '',
    date: row['meeting_date'] || (assigned[sourceOf(row)] ?? ''),
    date_assigned: row['meeting_date'] ? 'no' : 'yes',
    licence: noLicence,
    note: row['note'] ?? '',
    source: sourceOf(row),
  }))
}

/** The first document, by day, that speaks of an indicator. */
function firstSources(sources: readonly Row[], tables: readonly (readonly Row[])[]): Map<string, string> {
  const days = new Map(sources.map(row => [row['document'] ?? '', row['date'] ?? '']))
  const first = new Map<string, string>()
  for (const row of tables.flat()) {
    const source = sourceOf(row)
    for (const indicator of (row['indicator_id'] || row['indicator_ids'] || '').split(';').filter(id => id !== '')) {
      const before = first.get(indicator)
      if (!before || String(days.get(source)) < String(days.get(before))) first.set(indicator, source)
    }
  }
  return first
}

/** Phrases of the transcription that stood too near to the document's own. */
const reworded: Readonly<Record<string, string>> = {
  'Ceiling of people who could possibly be in employment': 'The highest share that could be in work',
  'Fall in reviews not completed for over 24 months since the end of 2015/16 (section 3.6.3)':
    'Fall since the end of 2015/16 in people without a review for over 24 months (section 3.6.3)',
  'Fall in re-assessments outstanding for more than two years since the end of March 2016 (section 3.6.4)':
    'Fall since March 2016 in reassessments that have waited over two years (section 3.6.4)',
  'A workforce that promotes independence and community-led solutions':
    'A workforce that helps people to be independent, with answers from their communities',
}
const inOurWords = (text = '') => reworded[text] ?? text

const statedFigures = (council: string): Row[] =>
  rowsOf(council, 'narrative_figures.csv').map(row => ({
    figure: row['figure_id'] ?? '',
    indicator: row['indicator_id'] ?? '',
    period: row['period'] ?? '',
    value: row['value'] ?? '',
    unit: row['unit'] ?? '',
    precision: row['precision'] ?? '',
    statement: inOurWords(row['statement']),
    source: sourceOf(row),
  }))

// ------------------------------------------------------------------------------------------------ Norfolk

const march = 'norfolk-pm-2017-03-06'
const june = 'norfolk-pm-2017-06-19'
const targetSheets = 'norfolk-targets-2017'

/** Series in the cards' sentences that help to explain the indicator which decides the card. */
const norfolkSupplementary: Readonly<Record<string, readonly string[]>> = {
  'dtoc-social-care-rate': ['dtoc-nnuh-social-care', 'dtoc-nchc-social-care'],
  'ld-paid-employment': ['ld-voluntary-employment'],
  'mh-paid-employment': ['mh-voluntary-work-training'],
  'res-admissions-18-64-rate': ['community-care-share-18-64'],
  'res-admissions-65-plus-rate': ['res-care-share-65-plus'],
}

/**
 * The trade-off of section 3.18 of the report of 6 March 2017, which speaks of people aged 65 and over. It begins with the short
 * name of the other indicator, so that pages can lead there.
 */
const norfolkLinked: Readonly<Record<string, string>> = {
  'dtoc-social-care-rate':
    'Residential admissions 65+: the two trade off. Both follow pressure on acute hospitals, and quicker discharge can mean more admissions.',
  'res-admissions-65-plus-rate':
    'Delayed transfers (social care): the two trade off. Both follow pressure on acute hospitals, and fewer admissions in a hurry can mean more delays.',
}

/** Surveys of carers are taken every two years. */
const carersSurvey = /^ascof-(1d|1i2|1i-carers|3b|3c|3d2|3d-carers)$/

/** Goals that are more than a point of their own month, as the design of the rules sets out. */
const norfolkProfiles: readonly {
  indicator: string
  source: string
  profile: string
  baseline?: readonly [period: string, value: string]
}[] = [
  { indicator: 'res-admissions-18-64-rate', source: june, profile: 'line', baseline: ['2016-03', '21.7'] },
  { indicator: 'res-admissions-65-plus-rate', source: june, profile: 'line', baseline: ['2016-03', '623'] },
  { indicator: 'mh-paid-employment', source: june, profile: 'line', baseline: ['2016-03', '2.1'] },
  { indicator: 'dtoc-social-care-rate', source: march, profile: 'flat' },
  { indicator: 'dtoc-social-care-rate', source: june, profile: 'flat' },
  { indicator: 'reablement-home-91-days', source: march, profile: 'flat' },
  { indicator: 'reablement-home-91-days', source: june, profile: 'flat' },
]

/** The target sheets, a path for each: what is proposed is not rated. */
function norfolkTargetPaths(observations: readonly Row[]): Row[] {
  const proposed = Map.groupBy(rowsOf('norfolk', 'targets.csv').filter(isProposed), row => row['indicator_id'] ?? '')
  return [...proposed].map(([indicator, rows]) => {
    const baseline = observations.find(
      by(['indicator_id', indicator], ['period', '2016/17'], ['source_document', targetSheets]),
    )
    const lead = rowsOf('norfolk', 'indicators.csv').find(row => row['indicator_id'] === indicator)?.['lead_officer']
    return {
      indicator,
      geography: 'norfolk',
      baseline_period: '2016/17',
      baseline_value: baseline?.['value'] ?? '',
      targets: rows.map(row => `${row['period']}=${row['target']}`).join('; '),
      path_owner: roleOf(lead),
      ...norfolkPaths[indicator],
      source: targetSheets,
    }
  })
}

const isProposed = (row: Row) => row['kind'] === 'proposed'

function norfolkTargets(): Row[] {
  const stated = rowsOf('norfolk', 'targets.csv').filter(row => !isProposed(row))
  return stated.map(row => {
    const indicator = row['indicator_id'] ?? ''
    const source = sourceOf(row)
    const common = { indicator, geography: 'norfolk', period: row['period'] ?? '', value: row['target'] ?? '', source }
    if (row['kind'] === 'published')
      return { ...common, purpose: 'ambition', profile: 'points', note: row['note'] ?? '' }
    const special =
      row['kind'] === 'profiled'
        ? norfolkProfiles.find(each => each.indicator === indicator && each.source === source)
        : undefined
    return {
      ...common,
      purpose: 'rated',
      profile: special?.profile ?? 'points',
      baseline_period: special?.baseline?.[0] ?? '',
      baseline_value: special?.baseline?.[1] ?? '',
      assigned: special ? 'period;profile' : 'period',
      note: row['note'] ?? '',
    }
  })
}

const ascofSections: Readonly<Record<string, string>> = {
  SALT: 'Short and Long Term Support',
  'Adult Social Care Survey': 'Adult Social Care Survey',
  Health: 'Health',
  'Survey of Adult Carers in England': 'Survey of Adult Carers',
}

/** The statements of the June summary, by the group in which they stand. */
const summaryWords: Readonly<Record<string, string>> = {
  sustained_good: 'named among areas of sustained good performance',
  improved: 'named among areas that improved',
  worsened: 'named among areas where performance worsened',
  challenging: 'named among areas where performance remains challenging',
}

type SummaryItem = { indicator_ids: string[]; stated?: string; exception?: SummaryItem }

function norfolkComparisons(): Row[] {
  const { groups } = JSON.parse(
    readFileSync(join(String(input), 'norfolk', 'expected', 'classification_2016-17.json'), 'utf8'),
  ) as { groups: Record<string, SummaryItem[]> }
  const row = (indicator: string, group: string, stated: string | undefined): Row => ({
    indicator,
    period: '2016/17',
    number: 'summary',
    comparison: `Summary of 2016/17: ${summaryWords[group]}${stated ? ` (${stated})` : ''}.`,
    source: june,
  })
  return Object.entries(groups).flatMap(([group, items]) =>
    items.flatMap(item => [
      ...item.indicator_ids.map(indicator => row(indicator, group, item.stated)),
      ...(item.exception?.indicator_ids ?? []).map(indicator => row(indicator, group, item.exception?.stated)),
    ]),
  )
}

/** One row for each report that lists the item, each with the reports known by then. */
function listedRows(row: Row, make: (listedOn: string, source: string) => Row): Row[] {
  const days = (row['listed_on'] ?? '').split(';')
  return days.map((day, index) => make(days.slice(0, index + 1).join(';'), `norfolk-pm-${day}`))
}

function norfolk(): Example {
  const sources = sourcesOf('norfolk', { [targetSheets]: '2017-09-30' })
  const indicators = rowsOf('norfolk', 'indicators.csv')
  const observations = rowsOf('norfolk', 'observations.csv')
  const targets = rowsOf('norfolk', 'targets.csv')
  const ranks = rowsOf('norfolk', 'ranks.csv')
  const figures = rowsOf('norfolk', 'narrative_figures.csv')
  const first = firstSources(sources, [observations, targets, ranks, figures])
  const family = rowsOf('norfolk', 'family_group.csv')

  const isAscof = (row: Row) => (row['indicator_id'] ?? '').startsWith('ascof-')
  const isSupplementary = (row: Row) =>
    Object.values(norfolkSupplementary).some(list => list.includes(row['indicator_id'] ?? ''))
  const isVitalSign = (row: Row) =>
    observations.some(
      by(['indicator_id', row['indicator_id'] ?? ''], ['source_document', march], ['period', '2016-01']),
    )
  const inSheets = (row: Row) =>
    observations.some(by(['indicator_id', row['indicator_id'] ?? ''], ['source_document', targetSheets]))
  const membership =
    (framework: string, section: (row: Row) => string, reference: (row: Row) => string, source: string) =>
    (row: Row, index: number): Row => ({
      framework,
      indicator: row['indicator_id'] ?? '',
      section: section(row),
      order: String(index + 1),
      reference: reference(row),
      source,
    })

  const cards = readdirSync(join(String(input), 'norfolk', 'report_cards')).toSorted()
  return {
    texts: Object.fromEntries(cards.map(file => [`cards/2017-06-19/${file}`, norfolkCard(file)])),
    tables: {
      organisations: [
        {
          organisation: 'norfolk',
          name: 'Norfolk County Council',
          type: 'council',
          geography: 'norfolk',
          committee_framework: 'vital-signs',
          invented: 'no',
          licence: noLicence,
          source: march,
        },
      ],
      sources,
      geographies: [
        { geography: 'norfolk', name: 'Norfolk', type: 'council', source: march },
        {
          geography: 'family-group',
          name: 'Family group',
          type: 'group',
          in_sentence: 'the family group',
          source: march,
        },
        {
          geography: 'eastern-region',
          name: 'Eastern region',
          type: 'region',
          in_sentence: 'the Eastern region',
          source: march,
        },
        { geography: 'england', name: 'England', type: 'nation', source: march },
        ...family.map(row => ({
          geography: row['slug'] ?? '',
          name: row['council'] ?? '',
          type: 'council',
          source: sourceOf(row),
        })),
      ],
      groups: [
        {
          group: 'family-group',
          name: 'Family group',
          description: '15 councils that the Care Quality Commission holds to be like Norfolk, in the printed order.',
          members: family.map(row => row['slug']).join(';'),
          source: march,
        },
      ],
      frameworks: [
        {
          framework: 'vital-signs',
          name: 'Vital Signs',
          edition: '2016/17',
          description:
            'The indicators that the Adult Social Care Committee sees at each meeting, in the printed order.',
          rating: 'target',
          source: march,
        },
        {
          framework: 'ascof-2016',
          name: 'ASCOF',
          edition: '2016/17',
          description: 'The statutory Adult Social Care Outcomes Framework, as the report of June 2017 prints it.',
          rating: 'target',
          source: june,
        },
        {
          framework: 'best-practice-targets',
          name: 'Targets 2017/18 to 2020/21',
          description: 'Measures of demand, reablement, reviews and admissions with proposed targets to 2020/21.',
          rating: 'target',
          source: targetSheets,
        },
      ],
      indicators: indicators.map(row => ({
        ...indicatorOf(row),
        decimals: row['indicator_id'] === 'reablement-no-further-care' ? '2' : '',
        kind: 'not_stated',
        frequency: carersSurvey.test(row['indicator_id'] ?? '') ? 'every_two_years' : (row['frequency'] ?? ''),
        source: first.get(row['indicator_id'] ?? '') ?? '',
      })),
      memberships: [
        ...indicators
          .filter(row => isVitalSign(row) && !isSupplementary(row))
          .map(
            membership(
              'vital-signs',
              () => 'Vital signs',
              () => '',
              march,
            ),
          ),
        ...indicators.filter(isAscof).map(
          membership(
            'ascof-2016',
            row => ascofSections[row['source'] ?? ''] ?? '',
            row => row['ascof_reference'] ?? '',
            june,
          ),
        ),
        ...indicators.filter(inSheets).map(
          membership(
            'best-practice-targets',
            () => 'Proposed targets',
            () => '',
            targetSheets,
          ),
        ),
      ],
      observations: observations.map(row => ({
        indicator: row['indicator_id'] ?? '',
        geography: row['geography'] ?? '',
        period: row['period'] ?? '',
        value: row['value'] ?? '',
        numerator: row['numerator'] ?? '',
        denominator: row['denominator'] ?? '',
        reason: row['value'] ? '' : 'not_available',
        marks: statusMarks(row),
        note: row['note'] ?? '',
        source: sourceOf(row),
      })),
      targets: norfolkTargets(),
      target_paths: norfolkTargetPaths(observations),
      meetings: [march, june].map(source => ({
        meeting: `asc-${source.slice(-10)}`,
        framework: 'vital-signs',
        committee: 'Adult Social Care Committee',
        date: source.slice(-10),
        title: 'Performance management report',
        source,
      })),
      recommendations: norfolkRecommendations,
      actions: rowsOf('norfolk', 'actions.csv').flatMap(row =>
        listedRows(row, (listedOn, source) => ({
          action: row['action_id'] ?? '',
          indicators: row['indicator_ids'] ?? '',
          description: row['description'] ?? '',
          owner_role: roleOf(row['responsible']),
          raised_on: row['raised_on'] ?? '',
          listed_on: listedOn,
          note: source === june ? (row['updates'] ?? '') : '',
          source,
        })),
      ),
      follow_up_options: rowsOf('norfolk', 'follow_up_options.csv')
        // The June report lists the sixth option too, at the end of its last page.
        .map(row => ({ ...row, listed_on: '2017-03-06;2017-06-19' }) as Row)
        .flatMap(row =>
          listedRows(row, (listedOn, source) => ({
            option: optionSlugs[Number(row['option_number']) - 1] ?? '',
            order: row['option_number'] ?? '',
            name: row['option'] ?? '',
            description: `${row['description']}.`,
            listed_on: listedOn,
            source,
          })),
        ),
      ranks: ranks.map(row => ({
        indicator: row['indicator_id'] ?? '',
        geography: row['geography'] ?? '',
        period: row['period'] ?? '',
        group: row['comparator_group'] ?? '',
        rank: row['rank'] ?? '',
        of: row['out_of'] ?? '',
        tied: row['tied'] ?? '',
        basis: row['rank_basis'] ?? '',
        note: row['note'] ?? '',
        source: sourceOf(row),
      })),
      stated_figures: statedFigures('norfolk'),
      stated_comparisons: norfolkComparisons(),
    },
  }
}

const optionSlugs = [
  'approve-actions',
  'other-actions',
  'refer-to-management-team',
  'refer-to-task-and-finish-group',
  'escalate-to-leadership-team',
  'escalate-to-policy-and-resources-committee',
]

const norfolkRecommendations: readonly Row[] = [
  {
    recommendation: 'asc-2017-03-06-1',
    meeting: 'asc-2017-03-06',
    number: '1',
    verb: 'note',
    text: 'For each exception, look at the data and analysis in the report cards and at the benchmarking report, and comment on them.',
    source: march,
  },
  {
    recommendation: 'asc-2017-03-06-2',
    meeting: 'asc-2017-03-06',
    number: '2',
    verb: 'agree',
    text: 'For each exception, decide whether the actions in the report card are right or something else is needed.',
    source: march,
  },
  {
    recommendation: 'asc-2017-06-19-1',
    meeting: 'asc-2017-06-19',
    number: '1',
    verb: 'agree',
    text: 'Discuss the performance data and agree it.',
    source: june,
  },
  {
    recommendation: 'asc-2017-06-19-2',
    meeting: 'asc-2017-06-19',
    number: '2',
    verb: 'agree',
    text: 'Agree the actions in the report cards.',
    source: june,
  },
  {
    recommendation: 'asc-2017-06-19-3',
    meeting: 'asc-2017-06-19',
    number: '3',
    verb: 'delegate',
    text: 'Leave it to the Director to submit the data of the statutory returns.',
    source: june,
  },
  {
    recommendation: 'asc-2017-06-19-4',
    meeting: 'asc-2017-06-19',
    number: '4',
    verb: 'receive',
    text: 'Receive a report in September 2017 with targets for 2017 to 2020.',
    due: '2017-09-30',
    source: june,
  },
]

type CardMatter = { title: string; lead: string; data_owner: string; source_document: string }

/** A transcribed report card, with the front matter of the exchange format. */
function norfolkCard(file: string): string {
  const text = readFileSync(join(String(input), 'norfolk', 'report_cards', file), 'utf8')
  const parts = /^---\n(?<matter>[\s\S]*?)\n---\n(?<body>[\s\S]*)$/.exec(text)?.groups
  if (!parts) throw new RangeError(`Cannot read the card ${file}: it has no front matter`)
  const matter = parseYaml(String(parts['matter'])) as CardMatter
  const card = file.replace(/\.md$/, '')
  const front: readonly (readonly [string, string])[] = [
    ['card', card],
    ['title', JSON.stringify(matter.title)],
    ['indicators', `[${card}]`],
    ['supplementary', `[${(norfolkSupplementary[card] ?? []).join(', ')}]`],
    ['lead', JSON.stringify(roleOf(matter.lead))],
    ['data_owner', JSON.stringify(matter.data_owner)],
    ['linked', JSON.stringify(norfolkLinked[card] ?? '')],
    ['source', matter.source_document],
  ]
  const body = String(parts['body']).trim()
  return `---\n${front.map(([name, value]) => `${name}: ${value}\n`).join('')}---\n\n${body}\n`
}

/** What both councils' tables of indicators say in the same columns. */
function indicatorOf(row: Row): Row {
  return {
    indicator: row['indicator_id'] ?? '',
    name: row['name'] ?? '',
    short_name: row['short_name'] ?? '',
    polarity: row['polarity'] ?? '',
    unit: row['unit'] ?? '',
    counts: 'exact',
    numerator_label: row['numerator_label'] ?? '',
    denominator_label: row['denominator_label'] ?? '',
    lead: roleOf(row['lead_officer']),
    data_owner: row['data_owner'] ?? '',
    data_source: row['source'] ?? '',
    related: row['related_indicator_ids'] ?? '',
  }
}

// ------------------------------------------------------------------------------------------------ Leicester

const december = 'leicester-pm-2017-12-12'

/** The national measures of rows whose printed code says 1I or 3D of two; local variants are none, whatever their code. */
const leicesterMeasures: Readonly<Record<string, string>> = {
  'ascof-1i-users': 'social-contact-users',
  'ascof-1i-carers': 'social-contact-carers',
  'ascof-3d-users': 'easy-to-find-information-users',
  'ascof-3d-carers': 'easy-to-find-information-carers',
  'ascof-2bi-local': 'none',
  'ascof-2bii-local': 'none',
}

/** Rows that the transcription kept as indicators of their own and that are categories of one. */
const leicesterBreakdowns: Readonly<Record<string, readonly [indicator: string, breakdown: string]>> = {
  'sg-individuals-18-64': ['sg-individuals', 'age=18-64'],
  'sg-individuals-65-plus': ['sg-individuals', 'age=65+'],
  'sg-individuals-female': ['sg-individuals', 'sex=female'],
  'sg-individuals-male': ['sg-individuals', 'sex=male'],
  'sg-individuals-white': ['sg-individuals', 'ethnicity=white'],
  'sg-individuals-asian': ['sg-individuals', 'ethnicity=asian'],
  'sg-individuals-black': ['sg-individuals', 'ethnicity=black'],
  'sg-abuse-neglect': ['sg-abuse', 'abuse=neglect'],
  'sg-abuse-psychological': ['sg-abuse', 'abuse=psychological-emotional'],
  'sg-abuse-physical': ['sg-abuse', 'abuse=physical'],
  'sg-location-care-home': ['sg-location', 'location=care-home'],
  'sg-location-residential-home': ['sg-location', 'care-home=residential; location=care-home'],
  'sg-location-nursing-home': ['sg-location', 'care-home=nursing; location=care-home'],
  'sg-location-own-home': ['sg-location', 'location=own-home'],
}

/** Indicators that stand for the categories above and have no row of their own in the transcription. */
const leicesterWholes: readonly Row[] = [
  {
    indicator_id: 'sg-abuse',
    name: 'Abuse recorded in concluded safeguarding enquiries',
    short_name: 'Categories of abuse',
  },
  {
    indicator_id: 'sg-location',
    name: 'Location of risk in concluded safeguarding enquiries',
    short_name: 'Location of risk',
  },
].map(row => ({
  ...row,
  polarity: 'none',
  unit: 'count',
  decimals: '0',
  frequency: 'quarterly',
  strategic_priority: 'SP1',
}))

/** Only what the document says of a kind: "cumulative measure", "as at snapshot date", "in the quarter". */
const leicesterKinds: Readonly<Record<string, string>> = {
  'ascof-2ai': 'cumulative',
  'ascof-2aii': 'cumulative',
  'ascof-1cia': 'snapshot',
  'ascof-1ciia': 'snapshot',
  'sg-alerts': 'in_period',
  'sg-threshold-met': 'in_period',
  'sg-individuals': 'in_period',
}

/** Lines of the ASCOF table that its own summary of 28 measures does not count. */
const uncounted = ['ascof-2bi-statutory', 'ascof-2bii-statutory', 'ascof-2cii-local']

/** Why the figures of 2017/18 are not comparable with their target. */
const notComparable: Readonly<Record<string, string>> = {
  'ascof-2bii-local': 'not comparable with its target: the rate uses hospital discharges of 2015 as a stand-in',
  'ascof-2ci': 'not comparable with its target: bed days instead of the snapshot count behind ASCOF',
  'ascof-2cii': 'not comparable with its target: bed days instead of the snapshot count behind ASCOF',
}

/** Admissions of the years before, which the document marks as over-counted: nothing of 2017/18 is compared with them. */
const overCounted = ['ascof-2ai', 'ascof-2aii']
const isOverCounted = (row: Row) =>
  overCounted.includes(row['indicator_id'] ?? '') && row['note'] === 'marked as over-counted'

const leicesterDefinitions: readonly Row[] = [
  ...['ascof-2ci', 'ascof-2cii'].flatMap(indicator => [
    { indicator, version: '1', text: "The NHS's snapshot count of delayed patients." },
    {
      indicator,
      version: '2',
      from: '2017/18-Q1',
      breaks: 'yes',
      text: 'The NHS stopped the snapshot count. A monthly average of delayed bed days is proposed; the document says that it is not comparable with earlier data.',
    },
  ]),
  ...['ascof-2ai', 'ascof-2aii'].flatMap(indicator => [
    {
      indicator,
      version: '1',
      text: 'Admissions as counted to 2016/17; the document marks these figures as over-counted.',
    },
    {
      indicator,
      version: '2',
      from: '2017/18-Q1',
      breaks: 'yes',
      text: 'Admissions by a revised method. No earlier figure is printed on this basis.',
    },
  ]),
].map(row => ({ ...row, source: december }))

const forecasts = new Set([
  'budget-forecast-underspend 2017/18',
  'budget-growth-in-need 2017/18',
  'budget-growth-in-need-rate 2017/18',
  'service-user-growth 2017/18',
])

/** What the text says of measures beside the table, in our words. */
const leicesterSayings: readonly (readonly [indicators: readonly string[], comparison: string])[] = [
  [
    ['ascof-2ai', 'ascof-2aii'],
    'Called markedly higher than in Q2 of the year before on a like for like basis, and on track for the target by the revised method (section 3.5.4).',
  ],
  [['ascof-2bi-local'], 'Slightly better than in Q1 and well below 2016/17 (section 3.5.4).'],
  [['ascof-2ci', 'ascof-2cii'], 'Called deteriorating, on published data up to August (section 3.5.4).'],
  [['ascof-1e', 'ascof-1g'], 'Slightly down on Q1 and further below the baseline (section 3.5.4).'],
  [['ascof-1h'], 'Above the baseline in Q1, now below it and well off target (section 3.5.4).'],
  [['ascof-1cia', 'ascof-1cib', 'ascof-1ciia', 'ascof-1ciib'], 'Called strong still (section 3.5.3).'],
  [
    ['ascof-2d'],
    'Slightly lower than in Q1, 20% better than a year before and forecast to meet its target (section 3.5.3).',
  ],
  [['ascof-1a', 'ascof-1b'], 'Called the highest score since the survey began (section 3.7.3).'],
]

function leicesterReason(row: Row): string {
  if (row['value']) return ''
  return row['note'] === 'no carers survey' ? 'not_applicable' : 'not_available'
}

/** Survey years that the table's comments speak of: results due in May 2018, or no survey of carers. */
function leicesterSurveyYears(table: readonly Row[]): Row[] {
  return table.flatMap(row => {
    const comment = row['comment'] ?? ''
    const common = { indicator: row['indicator_id'] ?? '', geography: 'leicester', period: '2017/18', source: december }
    if (comment.includes('due in May 2018') || comment.includes('taken from the user survey'))
      return [{ ...common, reason: 'not_due', until: '2018-05-31', note: 'user survey results due in May 2018' }]
    if (comment.includes('No carers survey'))
      return [{ ...common, reason: 'not_applicable', note: 'no carers survey in 2017/18' }]
    return []
  })
}

function leicester(): Example {
  const transcribed = rowsOf('leicester', 'indicators.csv')
  const table = rowsOf('leicester', 'ascof_table.csv')
  const indicators = [...transcribed.filter(row => !leicesterBreakdowns[row['indicator_id'] ?? '']), ...leicesterWholes]
  const isUncounted = (row: Row) => uncounted.includes(row['indicator_id'] ?? '')
  const memberships = (framework: string, rows: readonly Row[], section: (row: Row) => string): Row[] =>
    rows.map((row, index) => ({
      framework,
      indicator: row['indicator_id'] ?? '',
      section: section(row),
      order: String(index + 1),
      reference: row['ascof_reference'] ?? '',
      source: december,
    }))
  return {
    texts: {},
    tables: {
      organisations: [
        {
          organisation: 'leicester',
          name: 'Leicester City Council',
          type: 'council',
          geography: 'leicester',
          committee_framework: 'ascof-2017',
          invented: 'no',
          licence: noLicence,
          source: december,
        },
      ],
      sources: sourcesOf('leicester', {}),
      geographies: [
        { geography: 'leicester', name: 'Leicester', type: 'council', source: december },
        { geography: 'england', name: 'England', type: 'nation', source: december },
      ],
      frameworks: [
        {
          framework: 'ascof-2017',
          stage: stageOf['ascof-2017'] ?? '',
          name: 'ASCOF',
          edition: '2017/18',
          description:
            "The statutory Adult Social Care Outcomes Framework: the 28 measures that the report's summary counts, rated by the forecast of the year end.",
          rating: 'forecast',
          baseline_period: '2016/17',
          source: december,
        },
        {
          framework: 'ascof-2017-other-lines',
          name: 'ASCOF: other lines of the table',
          edition: '2017/18',
          description:
            'Statutory variants that have a local one beside them, and one local figure: printed, not counted.',
          rating: 'forecast',
          baseline_period: '2016/17',
          source: december,
        },
        {
          framework: 'strategic-priorities-2017',
          stage: stageOf['strategic-priorities-2017'] ?? '',
          name: 'Strategic priorities',
          edition: '2017/18',
          description: 'Figures of the report by strategic priority. Which priority they serve is our reading.',
          rating: 'forecast',
          baseline_period: '2016/17',
          source: december,
        },
        {
          framework: 'resources-2017',
          stage: stageOf['resources-2017'] ?? '',
          name: 'Managing our resources: budget',
          edition: '2017/18',
          description: 'Budget, demand and contracted beds, as the text gives them.',
          rating: 'forecast',
          source: december,
        },
        ...roundFrameworks,
      ],
      indicators: indicators
        .map(
          (row): Row => ({
            ...indicatorOf(row),
            name: (row['name'] ?? '').replace(' (name cut short in the text)', ''),
            description: (row['name'] ?? '').includes('cut short')
              ? 'The name is cut short in the text and was completed from the visible words.'
              : '',
            decimals: row['decimals'] ?? '',
            topic: leicesterTopic(row),
            unit: row['unit'] === 'currency' ? 'pounds' : (row['unit'] ?? ''),
            unit_note: row['unit_note'] === 'GBP million' ? 'million pounds' : (row['unit_note'] ?? ''),
            kind: leicesterKinds[row['indicator_id'] ?? ''] ?? 'not_stated',
            frequency: carersSurvey.test(row['indicator_id'] ?? '') ? 'every_two_years' : (row['frequency'] ?? ''),
            measure: leicesterMeasures[row['indicator_id'] ?? ''] ?? '',
            ...(row['indicator_id'] === 'budget-staffing-savings-identified' ? { polarity: 'bigger' } : {}),
            source: december,
          }),
        )
        .concat(lostIndicators),
      definitions: [...leicesterDefinitions, ...roundDefinitions],
      memberships: [
        ...memberships(
          'ascof-2017',
          table.filter(row => !isUncounted(row)),
          () => 'Adult Social Care Outcomes Framework',
        ),
        ...memberships(
          'ascof-2017-other-lines',
          table.filter(isUncounted),
          () => 'Adult Social Care Outcomes Framework',
        ),
        ...priorityMemberships(table),
        ...memberships(
          'safeguarding-2017',
          indicators.filter(row => row['strategic_priority'] === 'SP1'),
          () => 'Safeguarding enquiries',
        ),
        ...memberships(
          'customer-2017',
          indicators.filter(row => row['strategic_priority'] === 'SP6'),
          () => 'Customer experience',
        ),
        ...lostMemberships('customer-2017', 3),
        ...['workforce-2017', 'processes-2017', 'activity-2017'].flatMap(framework => lostMemberships(framework, 1)),
        ...memberships(
          'resources-2017',
          indicators.filter(row => leicesterTopic(row) === 'Resources'),
          () => 'Resources',
        ),
      ],
      observations: [
        ...rowsOf('leicester', 'observations.csv').map(row => {
          const id = row['indicator_id'] ?? ''
          const [indicator, breakdown] = leicesterBreakdowns[id] ?? [id, '']
          const period = row['period'] ?? ''
          const barred = period.startsWith('2017/18') && row['value'] ? notComparable[indicator] : undefined
          const estimated = forecasts.has(`${indicator} ${period}`)
          return {
            indicator,
            geography: row['geography'] ?? '',
            breakdown,
            period,
            value: row['value'] ?? '',
            numerator: row['numerator'] ?? '',
            denominator: row['denominator'] ?? '',
            reason: leicesterReason(row),
            marks: [
              statusMarks(row),
              estimated ? 'estimated' : '',
              barred || isOverCounted(row) ? 'not_comparable' : '',
            ]
              .filter(Boolean)
              .join(';'),
            note: [barred, row['note'], estimated && !row['note'] ? 'forecast' : ''].filter(Boolean).join('; '),
            source: sourceOf(row),
          }
        }),
        ...leicesterSurveyYears(table),
        ...supportReasons,
        ...lostObservations,
      ],
      targets: rowsOf('leicester', 'targets.csv')
        .filter(row => row['target'])
        .map(
          (row): Row => ({
            indicator: row['indicator_id'] ?? '',
            geography: 'leicester',
            period: row['period'] ?? '',
            purpose: 'rated',
            value: row['target'] ?? '',
            profile: 'points',
            note: row['note'] ?? '',
            source: sourceOf(row),
          }),
        )
        .concat(savingsTarget),
      commentary: table
        .filter(row => row['comment'] && row['comment'] !== 'The comment gives the 2016/17 Q2 position.')
        .map(row => ({
          indicator: row['indicator_id'] ?? '',
          period: '2017/18-Q2',
          name: 'ascof-table',
          text: `${row['comment']?.replace('; the 2016/17 Q2 position is given', '')}${row['indicator_id'] === 'ascof-2ci' ? ' The target cell gives no number: it points to the 2016/17 target of the Better Care Fund plan.' : ''}`,
          author_role: '',
          source: december,
        })),
      actions: rowsOf('leicester', 'actions.csv').map(row => ({
        action: row['action_id'] ?? '',
        indicators: row['indicator_ids'] ?? '',
        description: row['description'] ?? '',
        owner_role: roleOf(row['responsible']),
        raised_on: row['raised_on'] ?? '',
        listed_on: row['raised_on'] ?? '',
        note: row['updates'] ?? '',
        ...actionPlaces[row['action_id'] ?? ''],
        source: december,
      })),
      notes: roundNotes,
      meetings: [
        {
          meeting: 'scrutiny-2017-12-12',
          framework: 'ascof-2017',
          committee: 'Adult Social Care Scrutiny Commission',
          date: '2017-12-12',
          title: 'ASC Integrated Performance Report 2017/18, Quarter 2',
          source: december,
        },
      ],
      recommendations: [
        {
          recommendation: 'scrutiny-2017-12-12-1',
          meeting: 'scrutiny-2017-12-12',
          number: '1',
          verb: 'note',
          text: 'Note what went well and what needs to improve.',
          source: december,
        },
      ],
      budget_lines: [
        {
          line: 'adult-social-care',
          period: '2017/18',
          name: 'Adult social care',
          budget: '105.5',
          forecast: '101.9',
          unit: '£m',
          note: 'Printed: a budget of 105.5 and a forecast of 3.6 less. The forecast of 101.9 is our arithmetic.',
          source: december,
        },
      ],
      ranks: rowsOf('leicester', 'ranks.csv').map(row => ({
        indicator: row['indicator_id'] ?? '',
        geography: row['geography'] ?? '',
        period: row['period'] ?? '',
        group: 'england',
        rank: row['rank'] ?? '',
        of: row['out_of'] ?? '',
        tied: row['tied'] ?? '',
        previous_rank: row['previous_rank'] ?? '',
        previous_of: row['previous_out_of'] ?? '',
        direction: row['rank_direction'] ?? '',
        note: row['note'] ?? '',
        source: sourceOf(row),
      })),
      stated_figures: statedFigures('leicester'),
      stated_comparisons: leicesterSayings.flatMap(([ids, comparison]) =>
        ids.map(indicator => ({ indicator, period: '2017/18-Q2', number: 'text', comparison, source: december })),
      ),
      priorities: rowsOf('leicester', 'strategic_priorities.csv').map((row, index) => ({
        priority: String(row['priority_id']).toLowerCase(),
        type: 'priority',
        order: String(index + 1),
        text: row['description'] ?? '',
        indicators: (priorityMeasures[row['priority_id'] ?? ''] ?? []).join(';'),
        ...priorityMore[row['priority_id'] ?? ''],
        source: december,
      })),
    },
  }
}

/** The measures of each priority, in its section. */
function priorityMemberships(table: readonly Row[]): Row[] {
  return Object.entries(priorityMeasures)
    .flatMap(([priority, measures]) => measures.map(indicator => ({ priority, indicator })))
    .map(({ priority, indicator }, at) => ({
      framework: 'strategic-priorities-2017',
      indicator,
      section: prioritySections[priority] ?? '',
      order: String(at + 1),
      reference: table.find(row => row['indicator_id'] === indicator)?.['ascof_reference'] ?? '',
      source: december,
    }))
}

/** The saving asked of staffing this year, beside which the text gives what is found already. */
const savingsTarget: Row = {
  indicator: 'budget-staffing-savings-identified',
  geography: 'leicester',
  period: '2017/18',
  purpose: 'rated',
  value: '0.85',
  profile: 'points',
  source: december,
}

function leicesterTopic(row: Row): string {
  const id = row['indicator_id'] ?? ''
  if (id.startsWith('ascof-')) return 'ASCOF'
  if (row['strategic_priority'] === 'SP1') return 'Safeguarding'
  return row['strategic_priority'] === 'SP6' ? 'Customer experience' : 'Resources'
}

// ------------------------------------------------------------------------------------------------ Somerset

const november = 'somerset-asc-update-2017-11'

/** The papers of which the document tells, each on the last day of its month: it gives no day itself. */
const somersetMeetings = ['2017-03-31', '2017-06-30', '2017-11-30'] as const
const [somersetFirst] = somersetMeetings
const lastOfMonth = (month: string) => somersetMeetings.find(day => day.startsWith(month)) ?? ''

/** The document says that key metrics stand under each objective and names none: these are our reading. */
const somersetMetrics: Readonly<Record<string, string>> = {
  '2': 'dtoc-social-care-rate',
  '4': 'ld-measures-ascof;personal-budget-share;res-admissions-18-64;res-admissions-65-plus',
}

/** What a comparison tells besides. */
function tellsOf(comparison: string): string {
  if (comparison.includes('outlier')) return 'outlier'
  return comparison.startsWith('projected outturn') ? 'outturn' : ''
}

function somerset(): Example {
  const indicators = rowsOf('somerset', 'indicators.csv')
  const comparisons = rowsOf('somerset', 'qualitative_comparisons.csv')
  const numbered = new Map<string, number>()
  return {
    texts: {},
    tables: {
      organisations: [
        {
          organisation: 'somerset',
          name: 'Somerset County Council',
          type: 'council',
          geography: 'somerset',
          committee_framework: 'performance-update',
          invented: 'no',
          licence: noLicence,
          known_on: somersetFirst,
          source: november,
        },
      ],
      sources: sourcesOf('somerset', { [november]: '2017-11-30' }),
      geographies: [
        { geography: 'somerset', name: 'Somerset', type: 'council', known_on: somersetFirst, source: november },
      ],
      frameworks: [
        {
          framework: 'performance-update',
          name: 'Performance update',
          edition: '2017/18',
          description: 'The measures that the Scrutiny Committee is told about each quarter.',
          rating: 'forecast',
          known_on: somersetFirst,
          source: november,
        },
      ],
      indicators: indicators.map(row => ({
        ...indicatorOf(row),
        description:
          row['unit_note'] === 'no figure in the text' ? 'The text compares it in words and prints no figure.' : '',
        kind: 'not_stated',
        known_on: somersetFirst,
        source: november,
        frequency: row['frequency'] ?? '',
      })),
      memberships: indicators.map((row, index) => ({
        framework: 'performance-update',
        indicator: row['indicator_id'] ?? '',
        section: index === 0 ? 'Delayed transfers of care' : 'ASCOF',
        order: String(index + 1),
        known_on: somersetFirst,
        source: november,
      })),
      observations: rowsOf('somerset', 'observations.csv').map(row => ({
        indicator: row['indicator_id'] ?? '',
        geography: row['geography'] ?? '',
        period: row['period'] ?? '',
        value: row['value'] ?? '',
        note: row['note'] ?? '',
        source: sourceOf(row),
      })),
      targets: rowsOf('somerset', 'targets.csv').map(row => ({
        indicator: row['indicator_id'] ?? '',
        geography: 'somerset',
        period: row['period'] ?? '',
        purpose: 'rated',
        value: row['target'] ?? '',
        profile: 'points',
        note: row['note'] ?? '',
        source: sourceOf(row),
      })),
      actions: somersetMeetings.flatMap((day, at) =>
        rowsOf('somerset', 'actions.csv').map(row => ({
          action: row['action_id'] ?? '',
          indicators: row['indicator_ids'] ?? '',
          description: row['description'] ?? '',
          owner_role: row['responsible'] ?? '',
          listed_on: somersetMeetings.slice(0, at + 1).join(';'),
          note: `First listed in a paper of March 2017${numberIn(day, row['number_printed'])}.`,
          known_on: day,
          source: november,
        })),
      ),
      action_updates: rowsOf('somerset', 'action_updates.csv').map(row => ({
        action: row['action_id'] ?? '',
        date: row['update_date'] ?? '',
        state: 'open',
        text: row['text'] ?? '',
        complete: row['complete_in_source'] ?? '',
        known_on: lastOfMonth(row['update_date'] ?? ''),
        source: november,
      })),
      meetings: somersetMeetings.map(day => ({
        meeting: `scrutiny-${day.slice(0, 7)}`,
        framework: 'performance-update',
        committee: 'Scrutiny Committee',
        date: day,
        title: 'Adult Social Care Performance Update',
        known_on: day,
        source: november,
      })),
      stated_comparisons: comparisons.map(row => {
        const key = `${row['indicator_id']} ${row['period']}`
        numbered.set(key, (numbered.get(key) ?? 0) + 1)
        return {
          indicator: row['indicator_id'] ?? '',
          period: row['period'] ?? '',
          number: String(numbered.get(key)),
          comparison: sentence(row['comparison'] ?? ''),
          tells: tellsOf(row['comparison'] ?? ''),
          source: sourceOf(row),
        }
      }),
      priorities: rowsOf('somerset', 'strategy_objectives.csv').map(row => ({
        priority: `objective-${row['objective_number']}`,
        type: 'objective',
        order: row['objective_number'] ?? '',
        text: inOurWords(row['description']),
        indicators: somersetMetrics[row['objective_number'] ?? ''] ?? '',
        note: somersetMetrics[row['objective_number'] ?? '']
          ? 'Which measures serve it is our reading: the document says that key metrics stand under each objective, and names none.'
          : 'The document says that key metrics stand under it, and names none.',
        source: november,
      })),
    },
  }
}

/** Only the paper of November is there, so that only its numbers are known. */
function numberIn(day: string, printed: string | undefined): string {
  if (!day.startsWith('2017-11')) return ''
  return printed ? `; number ${printed} in that of November` : '; no number printed in that of November'
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

// ------------------------------------------------------------------------------------------------ writing

/**
 * Every figure of these councils stands in a published paper: the frameworks name it, and what was known by its day is not
 * suppressed. A framework that a later paper prints again names that paper from then on.
 */
function withCitations(tables: Tables): Tables {
  const sources = new Map((tables['sources'] ?? []).map(row => [row['document'], row]))
  const cited = (row: Row) => {
    const { title, publisher, date = '' } = (sources.get(row['source']) ?? {}) as Record<string, string | undefined>
    return { ...row, published_elsewhere: [title, publisher, date].join(', '), published_on: date }
  }
  const again = (row: Row) =>
    (tables['meetings'] ?? [])
      .filter(meeting => meeting['framework'] === row['framework'] && meeting['source'] !== row['source'])
      .map(meeting => ({ ...row, source: meeting['source'] ?? '' }))
  const frameworks = (tables['frameworks'] ?? []).flatMap(row => [row, ...again(row)]).map(cited)
  return { ...tables, frameworks }
}

function write(name: string, example: Example): void {
  const { texts } = example
  const tables = withCitations(example.tables)
  const problems = problemsAcross(tables)
  if (problems.length > 0) throw new RangeError(`Cannot write examples/${name}:\n${problems.join('\n')}`)
  const folder = join(output, name)
  mkdirSync(folder, { recursive: true })
  for (const file of readdirSync(folder))
    if (file.endsWith('.csv') && file !== 'findings.csv') rmSync(join(folder, file))
  for (const [table, rows] of Object.entries(tables)) writeFileSync(join(folder, `${table}.csv`), csvOf(table, rows))
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const rows = Object.values(tables).reduce((sum, each) => sum + each.length, 0)
  console.log(
    `examples/${name}: ${Object.keys(tables).length} tables, ${rows} rows, ${Object.keys(texts).length} cards`,
  )
}

write('norfolk', norfolk())
write('leicester', leicester())
write('somerset', somerset())
