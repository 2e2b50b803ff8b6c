/** The long rows of a table as the published one looks: rows and columns in words, with their sums. */
import type { Row } from '../../../measures/engine.ts'
import { dayInWords } from '../../../shared/words.ts'
import {
  ageAndSex,
  ageBands,
  carerSupport,
  carers,
  clientTypes,
  combinations,
  employments,
  ethnicities,
  genders,
  howFound,
  type Listed,
  noValidStatus,
  sequels,
  settings,
  settledHomes,
  supportReasons,
  unsettledHomes,
  whatFollowed,
} from './lists.data.ts'
import { everyCouncil } from './shape.ts'

/** A table with a heading for each row and column; its last row and column may be sums. */
export type Grid = {
  readonly title: string
  readonly rowHeading: string
  readonly columns: readonly string[]
  readonly rows: readonly GridRow[]
}

type GridRow = {
  readonly heading: string
  readonly cells: readonly (number | null)[]
  readonly isSum?: boolean
}

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value))
const numberOf = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value))

/** The values that occur, in the order of a list, and its words; with `all`, also those of the list that do not occur. */
function inOrder(values: Iterable<string>, list: Listed, all = false): Listed {
  const there = new Set(values)
  const known = list.filter(([value]) => all || there.has(value))
  const others = [...there].filter(value => !list.some(([each]) => each === value)).sort()
  return [...known, ...others.map(value => [value, value || 'not given'] as const)]
}

type Crossed = {
  readonly title: string
  readonly rowHeading: string
  readonly rowOf: (row: Row) => string
  readonly rowList: Listed
  readonly columnOf: (row: Row) => string
  readonly columnList: Listed
  /** The column of the long rows that counts. */
  readonly count: string
  /** Whether rows of the list without anybody are shown too. */
  readonly hasEveryRow?: boolean
  /** The rows whose columns are shown, where parts of a table have the same ones. */
  readonly among?: readonly Row[]
}

/** Counts crossed by two things, with sums of rows and columns. */
function crossed(rows: readonly Row[], how: Crossed): Grid[] {
  if (rows.length === 0) return []
  const columns = inOrder((how.among ?? rows).map(how.columnOf), how.columnList)
  const down = inOrder(rows.map(how.rowOf), how.rowList, how.hasEveryRow)
  const sum = (own: readonly Row[]) => own.reduce((total, row) => total + (numberOf(row[how.count]) ?? 0), 0)
  const line = (own: readonly Row[]) => [
    ...(columns.length > 1 ? columns.map(([value]) => sum(own.filter(row => how.columnOf(row) === value))) : []),
    sum(own),
  ]
  return [
    {
      title: how.title,
      rowHeading: how.rowHeading,
      columns: [...(columns.length > 1 ? columns.map(([, words]) => words) : []), 'All'],
      rows: [
        ...down.map(([value, heading]) => ({ heading, cells: line(rows.filter(row => how.rowOf(row) === value)) })),
        { heading: 'All', cells: line(rows), isSum: true },
      ],
    },
  ]
}

const settingOf = (row: Row) => `${textOf(row['service_type'])} | ${textOf(row['delivery_mechanism'])}`

const reason = ['Primary support reason', supportReasons] as const
const ethnicity = ['Ethnicity', ethnicities] as const

/** The parts of the tables of people with long-term support, by the name of the part. */
const longTerm: Readonly<Record<string, readonly [title: string, rowHeading: string, rows: Listed]>> = {
  'LTS001a T1a': ['Table 1a: people of 18 to 64', ...reason],
  'LTS001a T1b': ['Table 1b: people of 65 and above', ...reason],
  'LTS001b T1a': ['Table 1a: people of 18 to 64', ...reason],
  'LTS001b T1b': ['Table 1b: people of 65 and above', ...reason],
  'LTS001b T2': ['Table 2: by whether they have an unpaid carer', 'Has an unpaid carer', carers],
  'LTS001b T3a': ['Table 3a: men by ethnicity', ...ethnicity],
  'LTS001b T3b': ['Table 3b: women by ethnicity', ...ethnicity],
}

function longTermSupport(rows: readonly Row[]): Grid[] {
  const parts = [...Map.groupBy(rows, row => textOf(row['table']))]
  const among = rows.filter(row => longTerm[textOf(row['table'])] !== undefined)
  const whole = parts.flatMap(([part, own]) => {
    const [title, rowHeading, rowList] = longTerm[part] ?? []
    if (title === undefined || rowHeading === undefined || rowList === undefined) return []
    const rowOf = (row: Row) => textOf(row['row_value'])
    const columns = { columnOf: settingOf, columnList: settings, count: 'people', hasEveryRow: true, among }
    return crossed(own, { title, rowHeading, rowOf, rowList, ...columns })
  })
  // Those of another or unknown gender are counted by nothing else.
  const others = parts.filter(([part]) => longTerm[part] === undefined).flatMap(([, own]) => own)
  const total = others.reduce((sum, row) => sum + Number(row['people']), 0)
  if (others.length === 0) return whole
  const rest = { title: 'Table 3c: people of another or unknown gender', rowHeading: 'Gender', columns: ['All'] }
  return [...whole, { ...rest, rows: [{ heading: 'Other or unknown', cells: [total] }] }]
}

/** The parts of the table of people with a learning disability. */
const learningDisability: Readonly<Record<string, readonly [title: string, rowHeading: string, rows: Listed]>> = {
  'LTS004 T1': ['Table 1: employment', 'Employment', employments],
  'LTS004 T1 excluded': ['Not in table 1: no valid status of employment', 'Employment', noValidStatus],
  'LTS004 T2a': ['Table 2a: settled accommodation', 'Accommodation', settledHomes],
  'LTS004 T2b': ['Table 2b: unsettled accommodation', 'Accommodation', unsettledHomes],
  'LTS004 T2 excluded': ['Not in table 2: no valid status of accommodation', 'Accommodation', noValidStatus],
}

function employmentAndHomes(rows: readonly Row[]): Grid[] {
  return Object.entries(learningDisability).flatMap(([part, [title, rowHeading, rowList]]) =>
    crossed(
      rows.filter(row => row['table'] === part),
      {
        title,
        rowHeading,
        rowOf: row => textOf(row['status']),
        rowList,
        columnOf: row => textOf(row['gender']),
        columnList: genders,
        count: 'people',
        hasEveryRow: true,
        among: rows,
      },
    ),
  )
}

const byHowFound =
  (title: string, rowHeading: string, rowList: Listed) =>
  (rows: readonly Row[]): Grid[] =>
    crossed(rows, {
      title,
      rowHeading,
      rowOf: row => textOf(row['category']),
      rowList,
      columnOf: row => textOf(row['record_type']),
      columnList: howFound,
      count: 'rows',
      hasEveryRow: true,
    })

/** Parts of whole, whose rows are groups that may overlap: nothing is summed. */
function groupsOfPeople(rows: readonly Row[], columns: Listed): Grid[] {
  return [...Map.groupBy(rows, row => textOf(row['area']))].flatMap(([area, ofArea]) =>
    inOrder(
      ofArea.map(row => textOf(row['client_type'])),
      clientTypes,
    ).map(([type, words]) => ({
      title: `${areaWords(area)}: ${lowered(words)}`,
      rowHeading: 'Group',
      columns: columns.map(([, heading]) => heading),
      rows: inOrder(
        ageAndSex.map(([value]) => value),
        ageAndSex,
      ).flatMap(([group, heading]) => {
        const found = ofArea.find(row => row['client_type'] === type && row['group'] === group)
        const cells = columns.map(([column]) => numberOf(found?.[column]))
        return found ? [{ heading, cells, isSum: group === 'Total' }] : []
      }),
    })),
  )
}

const areaWords = (area: string) => (area === everyCouncil ? 'Every council of these records' : area)

const lowered = (words: string) => `${words.charAt(0).toLowerCase()}${words.slice(1)}`

const stayed: Listed = [
  ['numerator', 'Stayed at home'],
  ['denominator', 'Spells'],
  ['outcome_percent', 'Share, %'],
  ['died', 'Died'],
  ['readmitted', 'Readmitted'],
  ['entered_care', 'Entered care'],
]

const went: Listed = [
  ['numerator', 'Into reablement'],
  ['denominator', 'Discharges'],
  ['outcome_percent', 'Share, %'],
]

function whatBecame(rows: readonly Row[]): Grid[] {
  return [...Map.groupBy(rows, row => textOf(row['area']))].flatMap(([area, own]) =>
    crossed(own, {
      title: areaWords(area),
      rowHeading: 'What became of them',
      rowOf: row => textOf(row['died_readmitted_care']),
      rowList: combinations,
      columnOf: row => textOf(row['client_type']),
      columnList: clientTypes,
      count: 'clusters',
      hasEveryRow: true,
    }),
  )
}

const outcomeParts = [
  ['yes', 'yes', 'In the numerator: no further support was needed'],
  ['yes', 'no', 'In the denominator only: support went on'],
  ['no', 'no', 'In neither'],
] as const

function outcomes(rows: readonly Row[]): Grid[] {
  return outcomeParts.flatMap(([denominator, numerator, title]) =>
    crossed(
      rows.filter(row => row['in_denominator'] === denominator && row['in_numerator'] === numerator),
      {
        title,
        rowHeading: 'What followed',
        rowOf: row => textOf(row['final_outcome']),
        rowList: [],
        columnOf: row => textOf(row['age_band']),
        columnList: ageBands,
        count: 'clusters',
      },
    ),
  )
}

const waits = [
  ['Wait time to first response', 'Days to the first response'],
  ['Wait time to first service', 'Days to the first service'],
] as const

/** Medians are of their own people each, so that nothing is summed. */
function waitingTimes(rows: readonly Row[]): Grid[] {
  return waits.flatMap(([metric, title]) => {
    const own = rows.filter(row => row['metric'] === metric)
    const bands = inOrder(
      own.map(row => textOf(row['age_band'])),
      ageBands,
    )
    const quarters = [...new Set(own.map(row => textOf(row['quarter_start'])))].sort().reverse()
    const rowsOf = quarters.map(quarter => ({
      heading: `From ${dayInWords(quarter)}`,
      cells: bands.flatMap(([band]) => {
        const found = own.find(row => row['quarter_start'] === quarter && row['age_band'] === band)
        return [numberOf(found?.['median_days']), numberOf(found?.['n'])]
      }),
    }))
    const columns = bands.flatMap(([, words]) => [`${words}: median days`, `${words}: waits`])
    return own.length === 0 ? [] : [{ title, rowHeading: 'Quarter of the request', columns, rows: rowsOf }]
  })
}

/** How the long rows of each table become grids, by the table's slug. */
const pivots: Readonly<Record<string, (rows: readonly Row[]) => readonly Grid[]>> = {
  lts001a: longTermSupport,
  lts001b: longTermSupport,
  lts003: rows =>
    crossed(rows, {
      title: 'Unpaid carers by the support that they had',
      rowHeading: 'Support',
      rowOf: row => textOf(row['support_provided']),
      rowList: carerSupport,
      columnOf: () => '',
      columnList: [],
      count: 'carers',
      hasEveryRow: true,
    }),
  lts004: employmentAndHomes,
  sts001: byHowFound('Requests by sequel, and how it was found', 'Sequel', sequels),
  sts002a: byHowFound('Spells by what followed, and how it was found', 'What followed', whatFollowed),
  '2d-1': rows => groupsOfPeople(rows, stayed),
  '2d-2': rows => groupsOfPeople(rows, went),
  '2d-combinations': whatBecame,
  '2a-outcomes': outcomes,
  'waiting-times': waitingTimes,
}

/** A table as it is published: its parts, each with a title. @param rows the long ones, of one council */
export function gridsOf(slug: string, rows: readonly Row[]): readonly Grid[] {
  return pivots[slug]?.(rows) ?? []
}
