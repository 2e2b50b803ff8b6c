import type { ExceptionRule } from '../../../answers/types.ts'
import { figure } from '../../../answers/wording.ts'
import { numberColumn, rowHeader, textColumn } from '../cells.ts'
import type { Context, Teller } from '../context.ts'
import { list, paragraph, sentence, strong } from '../say.ts'
import type { Block, Cell, Table } from '../types.ts'

/** Indicators that an officer has linked with the budget, and the lines of the budget that are known. */
export const finance: Teller = (context, _, id) => {
  const lines = context.report.budgetLines
  const linked = linkedBy('budget', context)
  if (linked.length === 0) return []
  return [paragraph('Officers have linked these indicators with the budget:'), ...linked, ...budgetTable(lines, id)]
}

/** Indicators that an officer has linked with a corporate risk, and the risks that are known. */
export const issues: Teller = (context, _, id) => {
  const { risks } = context.report
  const linked = linkedBy('risk', context)
  if (linked.length === 0) return []
  const table: Table = {
    block: 'table',
    id: `${id}-risks`,
    caption: 'Corporate risks',
    description: 'A row for each risk: its score, who owns it, and what is noted.',
    columns: [rowHeader('Risk', 3), textColumn('Score'), textColumn('Owned by', 2), textColumn('Note', 2)],
    rows: risks.map(({ name, score, ownerRole, note }) => [
      { text: name },
      { text: score || 'not stated' },
      { text: ownerRole || 'not stated' },
      { text: note || 'none' },
    ]),
    size: 'text',
  }
  return [
    paragraph('Officers have linked these indicators with corporate risks:'),
    ...linked,
    ...(risks.length === 0 ? [] : [table]),
  ]
}

function linkedBy(rule: ExceptionRule, { report }: Context): Block[] {
  const items = report.overview.dashboard.rows.flatMap(row =>
    row.reasons
      .filter(reason => reason.rule === rule)
      .map(reason => [
        strong(`${row.indicator.shortName}. `),
        sentence(`${reason.detail.charAt(0).toUpperCase()}${reason.detail.slice(1)}`),
      ]),
  )
  return items.length === 0 ? [] : [list(items)]
}

function budgetTable(lines: Context['report']['budgetLines'], id: string): Table[] {
  if (lines.length === 0) return []
  const money = (value: string | null): Cell =>
    value === null ? { text: '[x]' } : { text: figure(value), value: Number(value) }
  return [
    {
      block: 'table',
      id: `${id}-budget`,
      caption: 'Lines of the budget',
      description: 'A row for each line: its year, what was budgeted, what is forecast, and what is noted.',
      columns: [
        rowHeader('Line', 3),
        textColumn('Year'),
        textColumn('Unit', 0.8),
        numberColumn('Budget'),
        numberColumn('Forecast'),
        textColumn('Note', 2),
      ],
      rows: lines.map(({ name, period, unit, budget, forecast, note }) => [
        { text: name },
        { text: period },
        { text: unit || 'not stated' },
        money(budget),
        money(forecast),
        { text: note || 'none' },
      ]),
      size: 'text',
    },
  ]
}
