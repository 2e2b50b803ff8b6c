import { financialYear } from '../../shared/period/period.ts'
import { counted } from '../../shared/words.ts'
import type { Grid } from '../grid.ts'
import { problemOf } from '../read/problems.ts'
import { breakdownOf } from './breakdown.ts'
import type { NationalCatalogue } from './catalogue.ts'
import type { Figure, ReadFigures } from './figures.ts'
import { columnsBy } from './headings.ts'
import { figureOf, readLongTable } from './long-table.ts'
import type { Published } from './published.ts'
import { userSurveyMarks } from './user-survey.ts'

const owner = 'nhs-digital'

const spellings = {
  cassr: ['geographical code', 'cassr_code'],
  name: ['geographical description', 'area_name'],
  ons: ['ons code', 'ons_code'],
  category: ['disaggregation level', 'disaggregation'],
  type: ['measure type', 'measure_type'],
  value: ['measure value', 'value'],
  group: ['measure group', 'measure_group'],
} as const

const parts = {
  outcome: 'value',
  numerator: 'numerator',
  denominator: 'denominator',
  base: 'respondents',
  'margin of error': 'marginOfError',
} as const
type Part = (typeof parts)[keyof typeof parts]

/** Whether a sheet is the open-data file of an ASCOF year: a row for each area, measure and type of number. */
export function isOpenData(grid: Grid): boolean {
  return columnsBy(grid, spellings) !== null
}

type Given = Pick<Figure, 'measure' | 'area' | 'breakdown' | 'row' | 'column'> & {
  readonly part: Part
  readonly published: Exclude<Published, { kind: 'fault' }>
}

/** Reads the open-data file of an ASCOF year, as it is published. Its year stands in its name only. */
export function readOpenData(grid: Grid, catalogue: NationalCatalogue): ReadFigures {
  const period = yearOfName(grid.file)
  if (period === null) {
    const expected = 'nothing in the file says which year it is of; its name should, as ascof-2020-21.csv'
    return { figures: [], understood: [], problems: [problemOf(grid.file, 'no-year', expected)] }
  }
  const { made, problems, left } = readLongTable(grid, spellings, catalogue, (given): Given[] => {
    const part = Object.entries(parts).find(([name]) => name === given.text('type').toLowerCase())?.[1]
    const measure = catalogue.measure(owner, 'ascof-2022-23', given.text('group'))
    const breakdown = breakdownOf(given.text('category'))
    if (!part) given.tell('type', 'unknown-code', 'expected Outcome, Numerator, Denominator, Base or Margin Of Error')
    if (measure === null)
      given.tell('group', 'unknown-measure', 'the catalogue of national measures has no such code; add it there')
    if (breakdown === null) given.tell('category', 'unknown-code', 'expected Total, an age as 18-64, Male or Female')
    const published = given.published('value')
    if (!part || measure === null || breakdown === null || !published) return []
    const named = { onsCode: given.text('ons'), cassrCode: given.text('cassr'), name: given.text('name') }
    const area = given.area(named, period)
    if (!area) return []
    return [{ measure, area: area.slug, breakdown, row: given.row, column: given.at.value, part, published }]
  })
  const document = `ascof-${period.replace('/', '-')}`
  const source = catalogue.hasSource(owner, document) ? document : ''
  const groups = Map.groupBy(made, ({ measure, area, breakdown }) => [measure, area, breakdown].join(' '))
  const figures = [...groups.values()].flatMap((group): Figure[] => {
    const value = group.find(each => each.part === 'value')
    if (!value) return []
    const { measure, area, breakdown, row, column, published } = value
    const number = (part: Part) => {
      const found = group.find(each => each.part === part)?.published
      return published.kind === 'number' && found?.kind === 'number' ? found.text : null
    }
    const isMarked = published.kind === 'number' && catalogue.isUserSurvey(owner, measure)
    const subject = { owner, measure, area, period, source, row, column }
    const counts = {
      numerator: number('numerator'),
      denominator: number('denominator'),
      respondents: number('respondents'),
      marginOfError: number('marginOfError'),
    }
    return [figureOf(subject, published, { breakdown, ...counts, marks: isMarked ? userSurveyMarks(period) : [] })]
  })
  const measures = new Set(figures.map(figure => figure.measure))
  const understood = `ASCOF open data of ${period}: ${counted(measures.size, 'measure')}, ${counted(figures.length, 'figure')} with their counts. ${left}`
  return { figures, problems, understood: [understood.trim()] }
}

/** The year that a file's name says: `ascof_2020_21_long.csv`, or `meas-from-asc-of-eng-2021-…` for the year that ends in 2021. */
function yearOfName(file: string): string | null {
  const span = /(20\d\d)[-_ ](\d\d)(?!\d)/.exec(file)
  if (span && (Number(span[1]) + 1) % 100 === Number(span[2])) return financialYear(Number(span[1]))
  const end = /eng-(20\d\d)/.exec(file)
  return end ? financialYear(Number(end[1]) - 1) : null
}
