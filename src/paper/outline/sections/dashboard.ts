import type { CellView, DashboardAnswer, DashboardRow } from '../../../answers/types.ts'
import { figure, unitLine } from '../../../answers/wording.ts'
import { type Direction, entryOf, frequencies } from '../../../shared/codes.ts'
import { monthsElapsed, type Period } from '../../../shared/period/period.ts'
import { counted } from '../../../shared/words.ts'
import { besideRatings } from '../beside-table.ts'
import { countsCell, numberColumn, periodColumn, rowHeader, textColumn, valueCell } from '../cells.ts'
import type { Teller } from '../context.ts'
import { poundsScale, type Scale } from '../pounds.ts'
import { paragraph } from '../say.ts'
import type { Cell, Table } from '../types.ts'

const directions: Record<Direction, Cell> = {
  better: { text: 'Better', compared: 'better' },
  worse: { text: 'Worse', compared: 'worse' },
  no_change: { text: 'No change', compared: 'same' },
}

/** What the column of the direction of travel compares with; the words above the table say it in full. */
const travelHeading = 'Since the time before'

/** Every indicator with its values and ratings, and then the counts behind them. */
export const dashboard: Teller = (context, _, id) => {
  const { rows, headline } = context.report.overview.dashboard
  const { red, amber, green, withTarget } = headline.counts
  if (rows.length === 0) return []
  const rated = `${counted(withTarget, 'indicator is', 'indicators are')} rated against a target at the latest value: ${red} Red, ${amber} Amber and ${green} Green.`
  return [
    paragraph(
      `${rated} A value's letter is its rating: G for Green, A for Amber, R for Red; a value without a letter has no target for its period. The latest value is in bold.`,
    ),
    paragraph(
      'The last column compares the latest value with the time before: with the period before, or, for what adds up through the year, with the same period a year before. The groups of the year look back over twelve months, so an indicator can be better than the time before and still have worsened over the year.',
    ),
    valuesTable(context.report.overview.dashboard, id, {
      note: context.note,
      isRevised: (row, cell) =>
        (context.report.overview.revisions?.revisions ?? []).some(
          item =>
            item.change === 'revised' &&
            item.inEarlierDashboard &&
            item.indicator.slug === row.indicator.slug &&
            item.period === cell.period,
        ),
    }),
    ...besideRatings(context, id),
    ...countsTable(context.report.overview.dashboard, id),
  ]
}

type Telling = {
  /** Keeps a note for the end, once, and gives its reference: "[note 1]". */
  readonly note: (text: string) => string
  /** Whether the value is another one than the last meeting saw. */
  readonly isRevised: (row: DashboardRow, cell: CellView) => boolean
}

/** The rows of a dashboard as a table: values with their ratings, targets, directions of travel. */
export function valuesTable({ periods, rows, framework }: DashboardAnswer, id: string, telling: Telling): Table {
  return {
    block: 'table',
    id: `${id}-values`,
    caption: `${framework.name}: values with their ratings`,
    description:
      'A row for each indicator: its value in each period with the letter of its rating, the target of its latest value, and its direction of travel.',
    columns: [
      rowHeader('Indicator', 4.4),
      ...periods.map(period => periodColumn(period, 1.05)),
      numberColumn('Target', 1.5),
      textColumn(travelHeading, 1.6),
    ],
    rows: rows.map(row => {
      const scale = poundsScale(row.indicator, [...row.cells, row.latest])
      return [
        nameCell(row, scale),
        ...row.cells.map((cell, at) => (cell ? dashboardCell(telling, row, cell, scale) : emptyCell(row, periods[at]))),
        targetCell(telling, row, scale),
        directionCell(row),
      ]
    }),
    size: 'wide',
  }
}

/** Where the answer has no cell: nothing was known yet, or no period of the indicator ends in the column. */
function emptyCell({ indicator }: DashboardRow, column: Period | undefined): Cell {
  const { months } = entryOf(frequencies, indicator.frequency)
  const ends = column !== undefined && monthsElapsed(column) % Math.min(months, 12) === 0
  return { text: ends ? '[x]' : '[z]' }
}

function directionCell({ indicator, travel: { direction } }: DashboardRow): Cell {
  if (indicator.polarity === 'none') return { text: '[z]' }
  return direction === null ? { text: '[x]' } : directions[direction]
}

function nameCell({ indicator }: DashboardRow, scale: Scale | null): Cell {
  const { unitLabel } = indicator
  const line = unitLine({ ...indicator, unitLabel: scale?.words ?? unitLabel })
  return { text: `${indicator.shortName} (${line.replaceAll(' · ', ', ')})`, slug: indicator.slug }
}

function dashboardCell({ isRevised }: Telling, row: DashboardRow, cell: CellView, scale: Scale | null): Cell {
  const symbols = isRevised(row, cell) ? ['[r]'] : []
  return valueCell(cell, row.indicator, { strong: cell.period === row.latest?.period, symbols, scale })
}

function targetCell({ note }: Telling, { latest }: DashboardRow, scale: Scale | null): Cell {
  const target = latest?.target
  if (!target) return { text: 'none' }
  const notes = [
    ...(target.assigned
      ? [
          note(
            'The document that states this target leaves its month or its path open; both were assigned, and the source says so.',
          ),
        ]
      : []),
    ...(target.derived ? [note('This target is worked out for its period from the path to a goal.')] : []),
  ]
  return { text: [scale?.shownAs(target.value) ?? figure(target.shown), ...notes].join(' '), value: target.value }
}

/** The counts behind the values of a dashboard; none where no row has any. */
export function countsTable({ periods, rows, framework }: DashboardAnswer, id: string): Table[] {
  const counting = rows.filter(row => row.cells.some(cell => cell !== null && cell.numerator !== null))
  if (counting.length === 0) return []
  return [
    {
      block: 'table',
      id: `${id}-counts`,
      caption: `${framework.name}: the counts behind the values`,
      description: 'A row for each indicator with counts: numerator of denominator in each period.',
      columns: [rowHeader('Indicator', 3.2), ...periods.map(period => periodColumn(period, 1.3))],
      rows: counting.map(row => [
        { text: row.indicator.shortName, slug: row.indicator.slug },
        ...row.cells.map((cell, at) => (cell ? countsCell(cell) : emptyCell(row, periods[at]))),
      ]),
      size: 'wide',
    },
  ]
}
