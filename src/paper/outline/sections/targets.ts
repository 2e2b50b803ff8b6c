import type { Path, PathsAnswer } from '../../../answers/paths/paths.ts'
import { figure } from '../../../answers/wording.ts'
import { periodInShort, periodInWords } from '../../../shared/period/format-period.ts'
import { counted, listed } from '../../../shared/words.ts'
import { numberColumn, rowHeader, textColumn } from '../cells.ts'
import type { Teller } from '../context.ts'
import { paragraph } from '../say.ts'
import type { Block, Cell, Table } from '../types.ts'

/** The targets of the periods to come, a table for each framework that has some; ambitions are told apart. */
export const targets: Teller = ({ report, fill }, { empty }, id) => {
  const withPaths = report.paths.filter(answer => answer.paths.length > 0)
  if (withPaths.length === 0) return []
  const rated = withPaths.some(answer => answer.paths.some(path => path.purpose === 'rated'))
  return [
    ...(rated || empty === ''
      ? []
      : [paragraph(fill(empty)), paragraph(`There are ${listed(unrated(withPaths))}, which are shown and not rated:`)]),
    ...withPaths.flatMap((answer, at): Block[] => [pathTable(answer, `${id}-${at + 1}`)]),
  ]
}

function unrated(answers: readonly PathsAnswer[]): string[] {
  const purposes = new Set(answers.flatMap(answer => answer.paths.map(path => path.purpose)))
  return [...(purposes.has('ambition') ? ['ambitions'] : []), ...(purposes.has('proposed') ? ['proposals'] : [])]
}

/** What kind of promise a path is. */
const kindOf: Record<Path['purpose'], string> = { rated: 'Target', ambition: 'Ambition', proposed: 'Proposed' }

function pathTable({ framework, periods, paths }: PathsAnswer, id: string): Table {
  const hasBaseline = paths.some(path => path.baseline !== null)
  return {
    block: 'table',
    id,
    caption: `${framework.name}: ${counted(paths.length, 'path', 'paths')} of targets to come`,
    description:
      'A row for each indicator: what kind of target it is, from where it starts, and the target of each period.',
    columns: [
      rowHeader('Indicator', 3),
      textColumn('Kind', 1.2),
      ...(hasBaseline ? [textColumn('Starts from', 1.6)] : []),
      ...periods.map(period => numberColumn(periodInShort(period))),
    ],
    rows: paths.map((path): Cell[] => [
      { text: `${path.indicator.shortName} (${path.indicator.unitLabel})` },
      { text: kindOf[path.purpose] },
      ...(hasBaseline ? [baselineCell(path)] : []),
      ...periods.map(period => {
        const point = path.points.find(each => each.period === period)
        return point ? { text: figure(point.shown), value: point.value } : { text: '[x]' }
      }),
    ]),
    size: 'text',
  }
}

function baselineCell({ baseline }: Path): Cell {
  return { text: baseline ? `${figure(baseline.shown)} in ${periodInWords(baseline.period)}` : 'not stated' }
}
