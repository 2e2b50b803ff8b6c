import { financialYear } from '../../shared/period/period.ts'
import { counted } from '../../shared/words.ts'
import type { Grid } from '../grid.ts'
import type { NationalCatalogue } from './catalogue.ts'
import type { Figure, ReadFigures } from './figures.ts'
import { columnsBy } from './headings.ts'
import { figureOf, readLongTable } from './long-table.ts'

const owner = 'ons'

const spellings = {
  year: ['mid_year'],
  ons: ['code'],
  name: ['name'],
  sex: ['sex'],
  all: ['all_ages'],
  young: ['age_0_17'],
  adults: ['age_18_64'],
  older: ['age_65_plus'],
  from65: ['age_65_74'],
  from75: ['age_75_84'],
  from85: ['age_85_plus'],
} as const

/** What each column counts. */
const bands = [
  { column: 'all', measure: 'population', age: '' },
  { column: 'young', measure: 'population-0-17', age: '' },
  { column: 'adults', measure: 'population-18-64', age: '' },
  { column: 'older', measure: 'population-65-plus', age: '' },
  { column: 'from65', measure: 'population-65-plus', age: 'age=65-74' },
  { column: 'from75', measure: 'population-65-plus', age: 'age=75-84' },
  { column: 'from85', measure: 'population-65-plus', age: 'age=85+' },
] as const

const sexes: Readonly<Record<string, string>> = { persons: '', males: 'sex=male', females: 'sex=female' }

/** Whether a sheet is mid-year population estimates in the age bands of adult social care. */
export function isPopulation(grid: Grid): boolean {
  return columnsBy(grid, spellings) !== null
}

/** Reads mid-year population estimates: that of 30 June 2016 lies in the financial year 2016/17. */
export function readPopulation(grid: Grid, catalogue: NationalCatalogue): ReadFigures {
  const { made, problems, left } = readLongTable(grid, spellings, catalogue, (given): Figure[] => {
    const year = /^20\d\d$/.exec(given.text('year'))
    const sex = sexes[given.text('sex').toLowerCase()]
    if (!year) given.tell('year', 'bad-period', 'expected a year, as 2016')
    if (sex === undefined) given.tell('sex', 'unknown-code', 'expected Persons, Males or Females')
    if (!year || sex === undefined) return []
    const period = financialYear(Number(year[0]))
    const area = given.area({ onsCode: given.text('ons'), cassrCode: '', name: given.text('name') }, period)
    if (!area) return []
    return bands.flatMap(({ column, measure, age }): Figure[] => {
      const value = given.published(column)
      const breakdown = [age, sex].filter(part => part !== '').join(';')
      const subject = { owner, measure, area: area.slug, period, source: 'mid-year-population', row: given.row }
      return value ? [figureOf({ ...subject, column: given.at[column] }, value, { breakdown })] : []
    })
  })
  const understood = `Mid-year populations: ${counted(made.length, 'figure')}. ${left}`
  return { figures: made, problems, understood: [understood.trim()] }
}
