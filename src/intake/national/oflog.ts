import { financialYear } from '../../shared/period/period.ts'
import { counted } from '../../shared/words.ts'
import type { Grid } from '../grid.ts'
import type { NationalCatalogue } from './catalogue.ts'
import type { Figure, ReadFigures } from './figures.ts'
import { columnsBy } from './headings.ts'
import { figureOf, readLongTable } from './long-table.ts'

const owner = 'oflog'

const spellings = {
  year: ['financial year'],
  ons: ['local authority code'],
  name: ['local authority name'],
  code: ['code'],
  value: ['value'],
  median: ['median'],
} as const

/** Whether a sheet is the file of the Office for Local Government. */
export function isOflog(grid: Grid): boolean {
  return columnsBy(grid, spellings) !== null
}

/** Reads the adult social care measures of the Office for Local Government; medians and ranks are not taken from it. */
export function readOflog(grid: Grid, catalogue: NationalCatalogue): ReadFigures {
  const { made, problems, left } = readLongTable(grid, spellings, catalogue, (given): Figure[] => {
    const measure = catalogue.measure(owner, 'oflog-adult-social-care', given.text('code'))
    const year = /^(20\d\d)[-/](\d\d)$/.exec(given.text('year'))
    const isYear = year !== null && (Number(year[1]) + 1) % 100 === Number(year[2])
    if (measure === null) given.tell('code', 'unknown-measure', 'expected ASC1 to ASC7')
    if (!isYear) given.tell('year', 'bad-period', 'expected a financial year, as 2016-17')
    const value = given.published('value')
    if (measure === null || !isYear || !value) return []
    const period = financialYear(Number(year[1]))
    const area = given.area({ onsCode: given.text('ons'), cassrCode: '', name: given.text('name') }, period)
    if (!area) return []
    const subject = { owner, measure, area: area.slug, period, source: 'oflog-2024' }
    return [figureOf({ ...subject, row: given.row, column: given.at.value }, value)]
  })
  const understood = `Measures of the Office for Local Government: ${counted(made.length, 'figure')}. ${left}`
  return { figures: made, problems, understood: [understood.trim()] }
}
