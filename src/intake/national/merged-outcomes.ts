import { financialYear } from '../../shared/period/period.ts'
import { counted, listed } from '../../shared/words.ts'
import type { Grid } from '../grid.ts'
import { breakdownOf } from './breakdown.ts'
import type { NationalCatalogue } from './catalogue.ts'
import type { Figure, ReadFigures } from './figures.ts'
import { columnsBy } from './headings.ts'
import { figureOf, readLongTable } from './long-table.ts'
import { outcomeNames } from './outcome-names.data.ts'

const owner = 'nhs-digital'

/** Years of which the publisher's own file is at hand, with counts and margins: a copy without them is not taken. */
const hasOwnFile = new Set<string>(['2020/21'])

const spellings = {
  name: ['geographical description'],
  ons: ['ons code'],
  measure: ['measure group description'],
  category: ['disaggregation level'],
  value: ['measure value'],
  year: ['year'],
} as const

/** Whether a sheet is ASCOF outcomes of one year that a third party merged with other data. */
export function isMergedOutcomes(grid: Grid): boolean {
  return columnsBy(grid, spellings) !== null
}

/**
 * Reads merged ASCOF outcomes: only what the ASCOF itself published is taken. Where users and carers share one name, the first
 * of an area's two figures is of the users; a single one is too, as no year lacks them.
 */
export function readMergedOutcomes(grid: Grid, catalogue: NationalCatalogue): ReadFigures {
  const times = new Map<string, number>()
  const shared = new Set<string>()
  const passedOver = new Set<string>()
  const { made, problems, left } = readLongTable(grid, spellings, catalogue, (given): Figure[] => {
    const title = given.text('measure').toLowerCase().replace(/^the /, '')
    const measures = outcomeNames[title]
    const breakdown = breakdownOf(given.text('category'))
    const end = /^20\d\d$/.exec(given.text('year'))
    if (!measures) given.tell('measure', 'unknown-measure', 'no measure of the ASCOF is known by this name')
    if (breakdown === null) given.tell('category', 'unknown-code', 'expected Total, an age as 18-64, Male or Female')
    if (!end) given.tell('year', 'bad-period', 'expected the calendar year in which the financial year ends, as 2019')
    const value = given.published('value')
    if (!measures || breakdown === null || !end || !value) return []
    const period = financialYear(Number(end[0]) - 1)
    if (hasOwnFile.has(period)) {
      passedOver.add(period)
      return []
    }
    const named = { onsCode: given.text('ons'), cassrCode: '', name: given.text('name') }
    const key = [title, breakdown, period, named.onsCode].join(' ')
    const before = times.get(key) ?? 0
    times.set(key, before + 1)
    const measure = measures[before]
    if (measure === undefined) {
      given.tell('value', 'said-twice', 'the same of the same area stands above already; keep one of the two')
      return []
    }
    if (before > 0) shared.add(title)
    const area = given.area(named, period)
    if (!area) return []
    const document = `ascof-${period.replace('/', '-')}`
    const source = catalogue.hasSource(owner, document) ? document : ''
    const subject = { owner, measure, area: area.slug, period, source, row: given.row, column: given.at.value }
    return [figureOf(subject, value, { breakdown })]
  })
  const years = [...new Set(made.map(figure => figure.period))]
  const understood = [
    `ASCOF outcomes merged by a third party${years.length > 0 ? `, of ${listed(years)}` : ''}: ${counted(made.length, 'figure')}; the other columns are not read. ${left}`,
    ...[...passedOver].map(year => `${year} is passed over: import the open data of its publisher, which have counts.`),
    ...(shared.size === 0
      ? []
      : [
          `${counted(shared.size, 'name')} of users and carers alike: the first figure of an area is read as the users’, the second as the carers’.`,
        ]),
  ]
  return { figures: made, problems, understood: understood.map(sentence => sentence.trim()) }
}
