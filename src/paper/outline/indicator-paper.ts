/** The figures of one indicator as a paper of tables alone: what its spreadsheet and its table for machines hold. */
import type { Breakdown, IndicatorAnswer } from '../../answers/indicator/types.ts'
import type { IndicatorView } from '../../answers/types.ts'
import { figure } from '../../answers/wording.ts'
import { entryOf, frequencies, kinds, polarities } from '../../shared/codes.ts'
import { periodInShort, periodInWords } from '../../shared/period/format-period.ts'
import { toPeriod } from '../../shared/period/period.ts'
import { dayInWords } from '../../shared/words.ts'
import { countCell, numberColumn, rowHeader, textColumn, valueCell } from './cells.ts'
import { symbolsIn } from './symbols.ts'
import type { Paper, Section, Table } from './types.ts'

/** Every table of an indicator: its values, its categories, each value's history, what defines it. */
export function indicatorPaper(answer: IndicatorAnswer): Paper {
  const { organisation, moment, row, framework } = answer
  const sections: Section[] = [
    {
      id: 'figures',
      heading: row.indicator.name,
      kind: 'analysis',
      orientation: 'landscape',
      newPage: false,
      blocks: [
        valuesTable(answer),
        ...answer.breakdowns.map((breakdown, at) => breakdownTable(breakdown, row.indicator, at)),
        ...(answer.history.length > 0 ? [historyTable(answer)] : []),
        definitionTable(answer),
      ],
    },
  ]
  return {
    title: row.indicator.name,
    language: 'en-GB',
    organisation: organisation.name,
    committee: framework.name,
    meetingDay: moment.asAt,
    status: `As known on ${dayInWords(moment.asAt)}`,
    frontMatter: [
      { label: 'Indicator', text: row.indicator.slug },
      { label: 'As known on', text: dayInWords(moment.asAt) },
      ...(organisation.licence === '' ? [] : [{ label: 'Licence of the figures', text: organisation.licence }]),
      ...(organisation.notice === '' ? [] : [{ label: 'Notice', text: organisation.notice }]),
    ],
    sections,
    symbols: symbolsIn(sections),
    notes: [],
  }
}

function valuesTable({ row: { indicator, history } }: IndicatorAnswer): Table {
  return {
    block: 'table',
    id: 'values',
    caption: `Values: ${indicator.shortName}, ${indicator.unitLabel}`,
    description: 'A row for each period with its value, the counts behind it, its target and its rating.',
    columns: [
      rowHeader('Period', 2),
      numberColumn('Value'),
      numberColumn('Numerator'),
      numberColumn('Denominator'),
      numberColumn('Target'),
      textColumn('Rating', 2),
      textColumn('Known on', 2),
      textColumn('Note', 2),
    ],
    rows: history.map(cell => [
      { text: periodInWords(cell.period), short: periodInShort(cell.period) },
      valueCell(cell, indicator),
      countCell(cell, 'numerator'),
      countCell(cell, 'denominator'),
      cell.target ? { text: figure(cell.target.shown), value: cell.target.value } : { text: '[x]' },
      { text: [cell.rating, cell.ratingReason].filter(Boolean).join(': ') },
      { text: cell.knownOn ?? '[x]' },
      { text: cell.note || 'none' },
    ]),
    size: 'wide',
  }
}

function breakdownTable({ name, periods, rows }: Breakdown, indicator: IndicatorView, at: number): Table {
  return {
    block: 'table',
    id: `breakdown-${at + 1}`,
    caption: `By ${name.toLowerCase()}`,
    description: 'A row for each category, a column for each period.',
    columns: [rowHeader(name, 2), ...periods.map(period => numberColumn(periodInWords(period)))],
    rows: rows.map(row => [
      { text: row.name },
      ...row.cells.map(cell => (cell === null ? { text: '[x]' } : valueCell({ ...cell, rating: null }, indicator))),
    ]),
    size: 'wide',
  }
}

function historyTable({ history }: IndicatorAnswer): Table {
  return {
    block: 'table',
    id: 'history',
    caption: 'Every value’s history',
    description:
      'A row for each version of each value: what it was, when it was known and recorded, by whom, and from where.',
    columns: [
      rowHeader('Version', 2),
      textColumn('What was recorded', 3),
      numberColumn('Value'),
      textColumn('Counts'),
      textColumn('Known on'),
      textColumn('Recorded at', 2),
      textColumn('Recorded by', 2),
      textColumn('Document', 3),
      textColumn('File', 2),
      textColumn('Place', 2),
    ],
    rows: history.flatMap(({ period, definition, versions }) =>
      versions.map((version, at) => [
        {
          text: [periodInWords(period), definition && `definition ${definition}`, `version ${at + 1}`]
            .filter(Boolean)
            .join(', '),
        },
        { text: version.sentence },
        version.shown === null ? { text: '[x]' } : { text: figure(version.shown), value: Number(version.shown) },
        { text: version.counts || '[x]' },
        { text: version.knownOn },
        { text: version.recordedAt },
        { text: version.recordedBy || '[x]' },
        { text: version.document || '[x]' },
        { text: version.file || '[x]' },
        { text: version.place || '[x]' },
      ]),
    ),
    size: 'wide',
  }
}

function definitionTable({ row: { indicator }, counts, source, definitions, targets }: IndicatorAnswer): Table {
  const facts: [string, string][] = [
    ['Name', indicator.name],
    ['Unit', [...new Set([indicator.unitLabel, indicator.unitNote])].filter(Boolean).join(', ')],
    ['Polarity', entryOf(polarities, indicator.polarity).label],
    ['Kind', entryOf(kinds, indicator.kind).label],
    ['Frequency', entryOf(frequencies, indicator.frequency).label],
    ['Numerator', counts.numerator],
    ['Denominator', counts.denominator],
    ['Source', source],
    ['Lead', indicator.lead],
    ['Data owner', indicator.dataOwner],
    ...definitions.map(({ version, from, text }): [string, string] => [
      `Definition ${version}${from === '' ? '' : ` from ${periodInWords(toPeriod(from))}`}`,
      text,
    ]),
    ...targets.map(({ period, says, note }): [string, string] => [
      `Target for ${periodInWords(period)}`,
      note === '' ? says : `${says} (${note})`,
    ]),
  ]
  return {
    block: 'table',
    id: 'definition',
    caption: 'What it is',
    description: 'A row for each thing that defines the indicator.',
    columns: [rowHeader('What', 1), textColumn('Says', 3)],
    rows: facts.map(([what, says]) => [{ text: what }, { text: says || 'not stated' }]),
    size: 'text',
  }
}
