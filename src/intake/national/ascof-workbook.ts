import { compareText } from '../../shared/compare-text.ts'
import { financialYear } from '../../shared/period/period.ts'
import { counted, listed } from '../../shared/words.ts'
import { columnLetter, type Grid, type Problem } from '../grid.ts'
import { excerpt, problemOf } from '../read/problems.ts'
import type { NationalCatalogue } from './catalogue.ts'
import type { Figure, ReadFigures } from './figures.ts'
import { textAt } from './headings.ts'
import { publishedIn } from './published.ts'
import { userSurveyMarks } from './user-survey.ts'

const owner = 'dhsc'

/** The fields of a figure that a column may give, by how the heading ends. */
const fields = [
  { field: 'value', ending: 'outcome' },
  { field: 'numerator', ending: 'numerator' },
  { field: 'denominator', ending: 'denominator' },
  { field: 'respondents', ending: 'number of respondents' },
  { field: 'marginOfError', ending: 'margin of error' },
] as const
type Field = (typeof fields)[number]['field']

/** The columns of one measure, breakdown and year. */
type Block = { readonly period: string; readonly breakdown: string; readonly at: Partial<Record<Field, number>> }

/** Whether a sheet is a table of the official ASCOF workbook: areas down, years across. */
export function isAscofTable(grid: Grid): boolean {
  return headingRow(grid) >= 0 && codeOf(grid) !== ''
}

/** Reads one table of the official ASCOF workbook, as it is published. */
export function readAscofTable(grid: Grid, catalogue: NationalCatalogue): ReadFigures {
  const code = codeOf(grid)
  const measure = catalogue.measure(owner, 'ascof-2024-25', code)
  if (measure === null) {
    const expected = `the catalogue of national measures has no ${code}; add it to catalogue/national, or take the sheet out`
    return {
      figures: [],
      understood: [],
      problems: [problemOf(grid.file, 'unknown-measure', expected, { sheet: grid.sheet })],
    }
  }
  const top = headingRow(grid)
  const problems: Problem[] = []
  const blocks = blocksOf(grid, top, code, problems)
  const last =
    blocks
      .map(block => block.period)
      .sort(compareText)
      .at(-1) ?? ''
  const document = `ascof-${last.replace('/', '-')}`
  const source = catalogue.hasSource(owner, document) ? document : ''
  const unknown: string[] = []
  const figures = grid.rows.slice(top + 1).flatMap((cells, index): Figure[] => {
    const row = top + 1 + index
    const named = { cassrCode: textAt(cells, 0), name: textAt(cells, 1), onsCode: textAt(cells, 2) }
    if (named.name === '' && named.cassrCode === '') return []
    return blocks.flatMap((block): Figure[] => {
      const read = (field: Field) => {
        const at = block.at[field]
        const published = publishedIn(at === undefined ? undefined : cells[at])
        if (published.kind === 'fault' && at !== undefined)
          problems.push(
            problemOf(grid.file, 'not-a-number', published.expected, where(grid, row, at, textAt(cells, at))),
          )
        return published
      }
      const value = read('value')
      if (value.kind === 'fault') return []
      const area = catalogue.areas.find(named, block.period)
      if (!area) {
        if (value.kind === 'number') unknown.push(named.name)
        return []
      }
      const count = (field: Field) => {
        const published = read(field)
        return published.kind === 'number' ? published.text : null
      }
      const isPublished = value.kind === 'number'
      const other = isPublished ? value.bracketed : null
      return [
        {
          owner,
          measure,
          area: area.slug,
          breakdown: block.breakdown,
          period: block.period,
          value: isPublished ? value.text : null,
          numerator: isPublished ? count('numerator') : null,
          denominator: isPublished ? count('denominator') : null,
          respondents: isPublished ? count('respondents') : null,
          marginOfError: isPublished ? count('marginOfError') : null,
          reason: value.kind === 'none' ? value.reason : null,
          marks: isPublished && catalogue.isUserSurvey(owner, measure) ? userSurveyMarks(block.period) : [],
          note: other === null ? '' : `${other} on the eligibility of before`,
          source,
          row,
          column: block.at.value ?? 0,
        },
      ]
    })
  })
  const first = blocks.map(block => block.period).sort(compareText)[0]
  const areas = new Set(figures.filter(figure => figure.value !== null).map(figure => figure.area))
  const understood = `${grid.sheet}: measure ${code}, ${first === last ? last : `${first} to ${last}`}, ${counted(areas.size, 'area')} with figures.`
  const names = [...new Set(unknown)]
  const left = names.length === 0 ? '' : ` Left out, as the catalogue has no such area: ${listed(names)}.`
  return { figures, problems, understood: [understood + left] }
}

function headingRow(grid: Grid): number {
  return grid.rows
    .slice(0, 20)
    .findIndex(cells => /^(local authority|council) code$/i.test(textAt(cells, 0)) && /^ons /i.test(textAt(cells, 2)))
}

/** The code in the title: “Table 3c(1): …” is 3C(1). */
function codeOf(grid: Grid): string {
  const title = /^table (\d[a-z](?:\(\d[a-z]?\))?)/i.exec(textAt(grid.rows[0] ?? [], 0))
  return title ? String(title[1]).replace(/[a-z]/, letter => letter.toUpperCase()) : ''
}

function blocksOf(grid: Grid, top: number, code: string, problems: Problem[]): Block[] {
  const blocks = new Map<string, Block>()
  grid.rows[top]?.forEach((cell, at) => {
    if (at < 3 || cell.type === 'empty') return
    const heading = /^(\d{4}) to (\d{4}) ?[-–] ?(.+)$/.exec(cell.shown.trim())
    const rest = String(heading?.[3]).toLowerCase()
    const field = fields.find(each => rest.endsWith(each.ending))
    if (!heading || !field || Number(heading[2]) !== Number(heading[1]) + 1) {
      const expected = 'expected a heading such as “2023 to 2024 - outcome”; mend it, or take the column out'
      problems.push(problemOf(grid.file, 'bad-heading', expected, where(grid, top, at, cell.shown)))
      return
    }
    const period = financialYear(Number(heading[1]))
    const part = rest.slice(0, -field.ending.length).trim()
    const isTotal = part === '' || part === code.toLowerCase()
    const breakdown = isTotal ? '' : `rating=${part.replaceAll(/[^a-z0-9]+/g, '-')}`
    const key = `${period} ${breakdown}`
    const before = blocks.get(key)
    blocks.set(key, { period, breakdown, at: { ...before?.at, [field.field]: at } })
  })
  return [...blocks.values()].filter(block => block.at.value !== undefined)
}

function where(grid: Grid, row: number, column: number, found: string) {
  return { sheet: grid.sheet, row: row + 1, column: columnLetter(column), found: excerpt(found) }
}
