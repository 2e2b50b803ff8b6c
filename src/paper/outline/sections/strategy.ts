/** Every measure of a framework with its verdict, and what is said of measures in words alone. */
import type { RoundRow } from '../../../answers/round/types.ts'
import { withUnit } from '../../../answers/wording.ts'
import { periodInWords } from '../../../shared/period/format-period.ts'
import { capitalised, numberWord } from '../../../shared/words.ts'
import { rowHeader, textColumn, valueCell } from '../cells.ts'
import type { Teller } from '../context.ts'
import { list, paragraph, sentence, strong } from '../say.ts'
import type { Block, Cell, Table } from '../types.ts'
import { measureName, targetCell } from './round/measures.ts'

/** Every measure of the framework: a verdict for those that are rated, then a table of all. */
export const measures: Teller = ({ report }, _, id) => {
  const all = report.strategy.measures
  if (all.length === 0) return []
  const { title, lead } = report.overview.dashboard.headline
  return [
    paragraph([strong(sentence(title)), ` ${lead}`]),
    ...all.flatMap(verdictOf),
    measureTable(all, `${id}-table`, `${report.overview.dashboard.framework.name}: every measure`),
  ]
}

/** What documents say of measures in words, without a figure: comparisons, outliers named as such, and projected outturns. */
export const stated: Teller = ({ report }, _, id) => {
  const all = report.strategy.stated
  if (all.length === 0) return []
  const named = all.flatMap(({ row, stated: said }) =>
    said
      .filter(each => each.tells === 'outlier')
      .map(({ period, text }) => [strong(`${row.indicator.shortName}, ${periodInWords(period)}. `), sentence(text)]),
  )
  return [
    paragraph(
      `${capitalised(numberWord(all.length))} ${all.length === 1 ? 'measure is' : 'measures are'} compared in words${all.every(each => each.row.latest === null) ? ' only' : ''}. The words stand here as they are: no figure is made up from them, and nothing is rated by them.`,
    ),
    ...(named.length === 0 ? [] : [paragraph('Named as an outlier:'), list(named)]),
    ...wordsTable(all, { id: `${id}-compared`, caption: 'Comparisons in words', outturn: false }),
    ...wordsTable(all, { id: `${id}-outturn`, caption: 'Projected outturn, in words', outturn: true }),
  ]
}

type Worded = { readonly id: string; readonly caption: string; readonly outturn: boolean }

function wordsTable(all: readonly RoundRow[], { id, caption, outturn }: Worded): Table[] {
  const rows = all.flatMap(({ row, stated: said }) =>
    said
      .filter(each => (each.tells === 'outturn') === outturn)
      .map(({ period, text }): Cell[] => [
        { text: row.indicator.name },
        { text: periodInWords(period) },
        { text: sentence(text) },
      ]),
  )
  if (rows.length === 0) return []
  return [
    {
      block: 'table',
      id,
      caption,
      description: 'A row for each measure and year: what is said of it in words.',
      columns: [rowHeader('Measure', 3), textColumn('Year', 1), textColumn('What is said', 3.4)],
      rows,
      size: 'text',
    },
  ]
}

/** A rated measure as a verdict: what it is, against what, and by when. */
function verdictOf(measure: RoundRow): Block[] {
  const { indicator, latest } = measure.row
  if (!latest?.rating || latest.shown === null) return []
  const value = `${withUnit(latest.shown, indicator)} in ${periodInWords(latest.period)}`
  return [
    {
      block: 'verdict',
      rating: latest.rating,
      title: `${indicator.shortName}: ${latest.rating}, ${latest.ratingReason}`,
      detail: `${value}, against ${targetInWords(measure)}.`,
    },
  ]
}

function targetInWords({ row: { indicator, latest }, targetBy }: RoundRow): string {
  if (!latest?.target) return latest?.targetReason || 'no target'
  return `a target of ${withUnit(latest.target.shown, indicator)}${targetBy === null ? '' : ` by ${periodInWords(targetBy)}`}`
}

function measureTable(all: readonly RoundRow[], id: string, caption: string): Table {
  return {
    block: 'table',
    id,
    caption,
    description: 'A row for each measure: its latest value with its rating, and its target.',
    columns: [rowHeader('Measure', 3), textColumn('Latest', 1.4), textColumn('Period', 1.2), textColumn('Target', 1.5)],
    rows: all.map((each): Cell[] => {
      const { indicator, latest } = each.row
      return [
        { text: measureName(indicator) },
        latest ? valueCell(latest, indicator) : { text: '[x]' },
        { text: latest ? periodInWords(latest.period) : each.stated.length > 0 ? 'in words only' : 'no figure yet' },
        targetCell(each),
      ]
    }),
    size: 'text',
  }
}
