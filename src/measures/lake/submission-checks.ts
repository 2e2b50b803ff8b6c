/** What is wrong or odd in a file of records, told by file, row and field; never by what stands there. */
import type { Problem } from '../../intake/grid.ts'
import { counted } from '../../shared/words.ts'
import { type Engine, quoted, type Row } from '../engine.ts'
import type { Placed } from './columns.ts'
import { exchangedDates } from './exchanged-dates.ts'
import { faults, notListed } from './record-sql.ts'

/** A problem of a file of records. */
export function problem(
  file: string,
  level: Problem['level'],
  code: string,
  expected: string,
  row: number | null = null,
  column = '',
): Problem {
  return { level, file, sheet: '', row, column, found: '', expected, code }
}

/** Headings that are missing, unknown or there twice. */
export function headingProblems(file: string, placed: Placed): Problem[] {
  const guessed = new Set(placed.unknown.map(({ meant }) => meant))
  return [
    ...placed.unknown.map(({ heading, column, meant }) => {
      const named = /\d{4}/.test(heading) ? `The heading of column ${column + 1}` : `“${heading}”`
      return meant
        ? problem(
            file,
            'error',
            'renamed-column',
            `${named} is no heading of the specification: is it ${meant.label}?`,
            1,
          )
        : problem(file, 'warning', 'unknown-column', `${named} is not in the specification: the column is left out`, 1)
    }),
    ...placed.missing
      .filter(field => !guessed.has(field))
      .map(field => problem(file, 'error', 'missing-column', `the column ${field.label} is missing`, 1)),
    ...placed.twice.map(field => problem(file, 'error', 'column-twice', `the column ${field.label} is there twice`, 1)),
  ]
}

const rejections: Readonly<Record<string, string>> = {
  'MISSING COLUMNS': 'the line has fewer columns than the headings: is it half a file, or is a comma missing?',
  'TOO MANY COLUMNS':
    'the line has more columns than the headings: a text with a comma needs quotation marks around it',
  'UNQUOTED VALUE': 'a quotation mark is opened and never closed',
  'LINE SIZE OVER MAXIMUM': 'the line is too long: a quotation mark may be missing',
  'INVALID ENCODING': 'the line holds letters that are not UTF-8: save the file as CSV in UTF-8',
}

/** Lines that could not be read as a row. */
export async function rejectedLines(engine: Engine, file: string): Promise<Problem[]> {
  const rows = await engine.rows(`
    select line, replace(cast(error_type as varchar), '_', ' ') as kind from rejected
    where error_type <> 'CAST' order by line limit 20`)
  return rows.map(row => {
    const says = rejections[String(row['kind'])] ?? 'the line cannot be read'
    return problem(file, 'error', 'unreadable-line', says, Number(row['line']))
  })
}

/** What a file of records says of itself, and how often each fault occurs. */
export type Findings = {
  readonly rows: number
  readonly councils: readonly string[]
  readonly statedStart: string
  readonly statedEnd: string
  readonly problems: readonly Problem[]
}

type Asked = {
  readonly file: string
  readonly parquet: string
  /** The coded fields, by their label and their column in the lake. */
  readonly values: readonly { readonly label: string; readonly column: string }[]
  /** The release that the file is said to be. */
  readonly release: string | null
}

const dateWanted = 'a date written as 2025-04-30 or 30/04/2025 is wanted'

type Check = {
  readonly bit: number
  readonly level: Problem['level']
  readonly code: string
  readonly column: string
  readonly says: string
}

const dates = [
  'Event Start Date',
  'Event End Date',
  'Date of Birth',
  'Date of Death',
  'Reporting Period Start Date',
  'Reporting Period End Date',
] as const

const checks: readonly Check[] = [
  ...dates.map(name => ({
    bit: faults[name],
    level: 'error' as const,
    code: 'bad-date',
    column: name,
    says: dateWanted,
  })),
  {
    bit: faults.council,
    level: 'error',
    code: 'no-council',
    column: 'LA Code',
    says: 'the code of the council is missing',
  },
  {
    bit: faults.swapped,
    level: 'warning',
    code: 'ends-before-start',
    column: 'Event End Date',
    says: 'the event ends before it starts: are the two dates swapped? Measures that test this leave the row out',
  },
  {
    bit: faults['check digit'],
    level: 'warning',
    code: 'nhs-number',
    column: 'NHS Number',
    says: 'the number fails its check digit: a digit may be mistyped. It is kept as the person’s identifier',
  },
  {
    bit: faults['no ten digits'],
    level: 'warning',
    code: 'nhs-number',
    column: 'NHS Number',
    says: 'an NHS number has ten digits; this is kept as the person’s identifier as it stands',
  },
  {
    bit: faults.nobody,
    level: 'warning',
    code: 'nobody',
    column: 'NHS Number',
    says: 'there is neither an NHS number nor a local identifier: no measure counts the row',
  },
  ...(['Unit Cost', 'Planned units per week', 'No of adults being cared for'] as const).map(name => ({
    bit: faults[name],
    level: 'warning' as const,
    code: 'not-a-number',
    column: name,
    says: 'a number is wanted; it is taken as blank',
  })),
]

/** Looks at the records of a file that have just been made. */
export async function findingsOf(engine: Engine, asked: Asked): Promise<Findings> {
  const { file } = asked
  const from = `from read_parquet(${quoted(asked.parquet)}, file_row_number = true)`
  const rowOf = 'file_row_number + 2'
  const [all] = await engine.rows(`
    select count(*) as row_count, min(stated_start) as stated_start, min(stated_end) as stated_end,
      min(case when stated_start <> (select min(stated_start) ${from}) or stated_end <> (select min(stated_end) ${from})
        then ${rowOf} end) as other_period,
      ${[...checks.map(check => check.bit), faults['release 1'], faults['release 2']]
        .map(
          bit => `count(case when faults & ${bit} > 0 then 1 end) as count_${bit},
      min(case when faults & ${bit} > 0 then ${rowOf} end) as first_${bit}`,
        )
        .join(',\n')},
      ${asked.values
        .map(
          ({ column }) => `count(case when ${column} = '${notListed}' then 1 end) as count_${column},
      min(case when ${column} = '${notListed}' then ${rowOf} end) as first_${column}`,
        )
        .join(',\n')}
    ${from}`)
  const councils = await engine.rows(
    `select la_code, min(${rowOf}) as first_row ${from} where la_code is not null group by la_code order by count(*) desc, la_code`,
  )
  const exchanged = await exchangedDates(engine, asked.parquet)
  const found = all ?? {}
  const several = (first: unknown, count: number) =>
    count > 1 ? ` (${counted(count, 'row')}, the first is row ${first})` : ''
  const told = (check: Omit<Check, 'bit'>, name: string | number): Problem[] => {
    const count = Number(found[`count_${name}`])
    if (!(count > 0)) return []
    const first = Number(found[`first_${name}`])
    return [problem(file, check.level, check.code, `${check.says}${several(first, count)}`, first, check.column)]
  }
  const [, second] = councils
  return {
    rows: Number(found['row_count']),
    councils: councils.map(row => String(row['la_code'])),
    statedStart: String(found['stated_start']),
    statedEnd: String(found['stated_end']),
    problems: [
      ...checks.flatMap(check => told(check, check.bit)),
      ...exchanged.map(({ row, column, says }) => problem(file, 'error', 'exchanged-dates', says, row, column)),
      ...otherPeriod(file, found),
      ...(second
        ? [
            problem(
              file,
              'error',
              'several-councils',
              'the row belongs to another council than most rows: a file holds the records of one council',
              Number(second['first_row']),
              'LA Code',
            ),
          ]
        : []),
      ...releaseProblems(file, found, asked.release),
      ...asked.values.flatMap(({ label, column }) =>
        told(
          {
            level: 'warning',
            code: 'unlisted-value',
            column: label,
            says: 'the value is not in the list of values: measures take it as not given',
          },
          column,
        ),
      ),
    ],
  }
}

function otherPeriod(file: string, found: Row): Problem[] {
  const row = found['other_period']
  const says = 'the reporting period differs from that of other rows: a file states one reporting period'
  if (row !== null) return [problem(file, 'error', 'several-periods', says, Number(row), 'Reporting Period Start Date')]
  if (String(found['stated_start']) <= String(found['stated_end'])) return []
  return [
    problem(
      file,
      'error',
      'swapped-period',
      'the reporting period ends before it starts: are the two dates swapped?',
      2,
      'Reporting Period Start Date',
    ),
  ]
}

/** From this day on the collection takes Release 2 only. */
const onlyRelease2From = '2025-10-01'

function releaseProblems(file: string, found: Row, release: string | null): Problem[] {
  const inWords = (mask: number) =>
    `${counted(Number(found[`count_${mask}`]), 'row')}, the first is row ${found[`first_${mask}`]}`
  const [one, two] = [faults['release 1'], faults['release 2']]
  const [ones, twos] = [Number(found[`count_${one}`]), Number(found[`count_${two}`])]
  if (release === '2' && ones > 0) {
    const says = `the file is said to be of Release 2, and holds values of Release 1 (${inWords(one)})`
    return [problem(file, 'error', 'wrong-release', says)]
  }
  if (release === '1' && twos > 0) {
    const says = `the file is said to be of Release 1, and holds values of Release 2 (${inWords(two)})`
    return [problem(file, 'error', 'wrong-release', says)]
  }
  if (release === null && ones > 0 && String(found['stated_end']) >= onlyRelease2From) {
    const says = `values of Release 1 stand where Release 2 is due (${inWords(one)}); they are translated`
    return [problem(file, 'warning', 'release-1', says)]
  }
  return []
}
