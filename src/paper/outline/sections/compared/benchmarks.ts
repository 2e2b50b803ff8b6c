/** The benchmarking appendix: every measure of a framework beside England and the groups, then chosen ones as dots. */
import { ordinal } from '../../../../answers/compared/place-in-words.ts'
import type { ComparedRow } from '../../../../answers/compared/types.ts'
import type { GroupPlace, MeasureComparison, PaperComparison } from '../../../../answers/paper-comparison/types.ts'
import { symbolsOf } from '../../../../answers/wording.ts'
import type { RankedDotsInput } from '../../../../charts/ranked-dots/ranked-dots.ts'
import { entryOf, reasons } from '../../../../shared/codes.ts'
import { codeKey } from '../../../../shared/measure-code.ts'
import { capitalised, counted, grouped, listed } from '../../../../shared/words.ts'
import { numberColumn, rowHeader, textColumn } from '../../cells.ts'
import type { Context, Teller } from '../../context.ts'
import { anchor, heading, list, paragraph, sentence } from '../../say.ts'
import type { Block, Cell, Figure, Table } from '../../types.ts'
import { comparisonOf, outliersOf } from './comparative.ts'
import {
  againstEngland,
  atDecimals,
  councilIn,
  directionInWords,
  laterInWords,
  leftOutInWords,
  nameOf,
  placeInWords,
  sourcesInWords,
  withItsUnit,
} from './words.ts'

/** A table for England and for each group, then the chosen measures drawn over all councils. */
export const benchmarks: Teller = (context, { comparison }, id) => {
  const answer = comparisonOf(context, comparison)
  if (!answer) return []
  if (answer.because !== '') return [paragraph(`Nothing is compared here: ${sentence(answer.because)}`)]
  const left = leftOutInWords(answer)
  return [
    ...laterInWords(answer, context.report.meeting.date),
    paragraph(standingsInWords(answer)),
    ...outliersOf(answer),
    paragraph(
      'In a table, place is counted from the best, with “=” where councils share it; the places in brackets are those between which it lies in 95 of 100 draws from what is published of each figure’s chance. Quartile 1 is the best. Mean and median count each council once.',
    ),
    ...tablesOf(context, answer, id),
    ...drawn(answer, id),
    ...(left.length === 0 ? [] : [heading('What is not compared', `${id}-without`), list(left)]),
    ...sourcesInWords(answer),
  ]
}

/** In how many measures the council is better, similar or worse than England by more than chance explains. */
function standingsInWords(answer: PaperComparison): string {
  const standing = (wanted: string) => answer.measures.filter(({ row }) => row.significance.standing === wanted).length
  const told = [
    { count: standing('better'), words: 'significantly better than England' },
    { count: standing('similar'), words: 'similar to England' },
    { count: standing('worse'), words: 'significantly worse than England' },
  ].filter(each => each.count > 0)
  const first = `${counted(answer.measures.length, 'measure is', 'measures are')} compared, each in the latest year with a figure of ${councilIn(answer)}.`
  const sum = told.reduce((total, { count }) => total + count, 0)
  if (sum === 0) return `${first} Of none can be told whether it differs from England by more than chance.`
  return `${first} Of the ${sum} of which it can be told, ${listed(told.map(({ count, words }) => `${count} ${count === 1 ? 'is' : 'are'} ${words}`))}.`
}

function tablesOf(context: Context, answer: PaperComparison, id: string): Table[] {
  const places = answer.measures[0]?.places ?? []
  return places.map(({ asked, name }, at) =>
    (asked === 'england' ? againstAll : groupTable)(context, answer, at, name, `${id}-${at + 1}`),
  )
}

/** Against England: the value, what is published of the whole, and whether the difference is more than chance. */
function againstAll(context: Context, answer: PaperComparison, at: number, _: string, id: string): Table {
  const council = councilIn(answer)
  return {
    block: 'table',
    id: anchor(`${id}-table`),
    caption: `${council} and England`,
    description: `A row for each measure: its year, the figures of ${council} and of England, whether they differ by more than chance, and the place among the councils of England.`,
    columns: [
      ...firstColumns(council),
      numberColumn('England', 0.9),
      textColumn('Against England', 1.2),
      ...placeColumns,
      numberColumn('Median', 0.9),
      numberColumn('Councils', 0.9),
    ],
    rows: answer.measures.map((each): Cell[] => {
      const place = each.places[at]
      const { england, standing } = each.row.significance
      return [
        ...firstCells(each, context),
        england === null ? { text: '[x]' } : { text: atDecimals(england, each.row), value: england },
        { text: standing ?? 'cannot be told', ...comparedAs(standing) },
        ...placeCells(place),
        figureCell(place, 'median'),
        councilsCell(place),
      ]
    }),
    size: 'wide',
  }
}

/** Within a group: what it comes to, and the place in it. */
function groupTable(context: Context, answer: PaperComparison, at: number, name: string, id: string): Table {
  const council = councilIn(answer)
  const hasWhole = answer.measures.some(each => each.places[at]?.whole)
  return {
    block: 'table',
    id: anchor(`${id}-table`),
    caption: `${council} and ${name}`,
    description: `A row for each measure: its year, the figure of ${council}, what the group comes to, and the place in it.`,
    columns: [
      ...firstColumns(council),
      ...(hasWhole ? [numberColumn('Published', 0.9)] : []),
      numberColumn('Mean', 0.9),
      numberColumn('Median', 0.9),
      numberColumn('Councils', 0.9),
      ...placeColumns,
    ],
    rows: answer.measures.map((each): Cell[] => {
      const place = each.places[at]
      return [
        ...firstCells(each, context),
        ...(hasWhole
          ? [
              place?.whole
                ? { text: atDecimals(place.whole.value, place.row), value: place.whole.value }
                : { text: '[x]' },
            ]
          : []),
        figureCell(place, 'mean'),
        figureCell(place, 'median'),
        councilsCell(place),
        ...placeCells(place),
      ]
    }),
    size: 'wide',
  }
}

const firstColumns = (council: string) => [
  rowHeader('Measure', 4.2),
  textColumn('Year', 0.9),
  textColumn('Good is', 0.8),
  numberColumn(council, 1),
]
const placeColumns = [textColumn('Place', 2.2), textColumn('Quartile', 0.9)]
const goodIs = { bigger: 'High', smaller: 'Low', on_target: 'On target', none: 'neither' } as const

/** Fewer councils have no quartiles. */
const fewestQuartered = 4

function firstCells({ row, marks }: MeasureComparison, { note }: Context): Cell[] {
  const symbols = symbolsOf({ reason: null, marks: marks.filter(mark => mark !== 'not_comparable') })
  const said = marks.includes('not_comparable')
    ? [note(`${nameOf({ row })}: the figure of ${row.period} is not comparable with other years.`)]
    : []
  return [
    { text: nameOf({ row }) },
    { text: row.period },
    { text: goodIs[row.polarity] },
    row.value === null || row.shown === null
      ? { text: row.reason === null || row.reason === 'not_recorded' ? '[x]' : entryOf(reasons, row.reason).shorthand }
      : { text: [atDecimals(row.value, row), ...symbols, ...said].join(' '), value: row.value },
  ]
}

function placeCells(place: GroupPlace | undefined): Cell[] {
  const rank = place?.row.rank
  // Alone nobody has a place.
  if (!rank || !place.figures) return [{ text: 'none' }, { text: 'none' }]
  const between = place.between ? ` (${place.between.lower} to ${place.between.upper})` : ''
  return [
    { text: `${rank.rank}${rank.tied ? '=' : ''} of ${rank.of}${between}`, value: rank.rank },
    place.quartile && rank.of >= fewestQuartered
      ? { text: String(place.quartile), value: place.quartile }
      : { text: 'none' },
  ]
}

function figureCell(place: GroupPlace | undefined, which: 'mean' | 'median'): Cell {
  const value = place?.figures?.[which]
  // A mean lies between values: one decimal more than they have.
  const more = { decimals: (place?.row.decimals ?? 0) + (which === 'mean' ? 1 : 0) }
  return value === undefined ? { text: '[x]' } : { text: atDecimals(value, more), value }
}

function councilsCell(place: GroupPlace | undefined): Cell {
  const councils = place?.figures?.councils
  return councils === undefined ? { text: '[x]' } : { text: grouped(String(councils)), value: councils }
}

function comparedAs(standing: ComparedRow['significance']['standing']): Pick<Cell, 'compared'> {
  if (standing === 'better' || standing === 'worse') return { compared: standing }
  return {}
}

/** The chosen measures over all councils, each with its words and a table of the group. */
function drawn(answer: PaperComparison, id: string): Block[] {
  const wanted = new Set(answer.asked.charts.map(codeKey))
  const isWanted = ({ asked, slug, row }: MeasureComparison) =>
    [asked, slug, row.code].some(each => wanted.has(codeKey(each)))
  return answer.measures
    .filter(isWanted)
    .flatMap(each => [
      heading(nameOf(each), `${id}-${each.slug}`),
      paragraph(wordsOf(each, answer)),
      dotsFigure(each, answer, `${id}-${each.slug}-chart`),
    ])
}

function wordsOf(each: MeasureComparison, answer: PaperComparison): string {
  const council = councilIn(answer)
  return [
    directionInWords(council, each),
    againstEngland(each),
    ...each.places.map(place => placeInWords(council, place)),
    ...betweenInWords(each),
  ]
    .filter(text => text !== '')
    .join(' ')
}

function betweenInWords({ places }: MeasureComparison): string[] {
  const [england] = places
  if (!england?.between || !england.row.rank) return []
  const { lower, upper } = england.between
  return [
    `Given the chance in the figures, the place in England may be anywhere from ${ordinal(lower)} to ${ordinal(upper)} of ${england.row.rank.of}.`,
  ]
}

function dotsFigure(each: MeasureComparison, answer: PaperComparison, id: string): Figure {
  const { row, councils } = each
  const council = councilIn(answer)
  const group = each.places[1]
  const england = row.significance.england
  const title = `${council}: ${row.place ? `${row.place} in England` : withItsUnit(Number(row.value), row)}`
  const said = `${capitalised(council)} had ${withItsUnit(Number(row.value), row)} in ${row.period}. ${againstEngland(each)}`
  const chart: RankedDotsInput = {
    sentence: said,
    owner: `${council} ${grouped(String(row.shown))}`,
    like: group ? `in ${group.inWords}` : '',
    ends: row.rank ? ['Worst', 'Best'] : ['Lowest', 'Highest'],
    england: england === null ? null : { value: england, shown: atDecimals(england, row) },
    dots: councils.map(({ slug, value, significance, isAsking }) => ({
      value,
      lower: significance.lower,
      upper: significance.upper,
      standing: significance.standing ?? 'unknown',
      who: isAsking ? 'asking' : group?.members.includes(slug) ? 'like' : 'other',
    })),
  }
  return {
    block: 'figure',
    id: anchor(id),
    title,
    subtitle: `${nameOf(each)}, ${row.period}, ${counted(councils.length, 'council')}`,
    sentence: `${title}. ${said}`,
    size: 'main',
    chart,
    table: rangeTable(each, council, id),
  }
}

/** What stands behind the dots, without all of the councils: worst to best of each group. */
function rangeTable({ row, places }: MeasureComparison, council: string, id: string): Table {
  const cell = (value: number | null | undefined): Cell =>
    value == null ? { text: '[x]' } : { text: atDecimals(value, row), value }
  const isSmaller = row.polarity === 'smaller'
  const lines = [
    ['Highest', 'most'],
    ['Upper quartile', 'upperQuartile'],
    ['Median', 'median'],
    ['Lower quartile', 'lowerQuartile'],
    ['Lowest', 'least'],
  ] as const
  return {
    block: 'table',
    id: anchor(`${id}-values`),
    caption: `Values: ${row.name}, ${row.period}`,
    description: `A row for ${council}, for England, and for where the councils of each group lie; ${isSmaller ? 'low is good' : row.polarity === 'bigger' ? 'high is good' : 'no end is the good one'}.`,
    columns: [rowHeader('What', 2), ...places.map(place => numberColumn(place.name))],
    rows: [
      [{ text: council }, ...places.map(() => cell(row.value))],
      [
        { text: 'Whole area, as published' },
        ...places.map(place => cell(place.asked === 'england' ? row.significance.england : place.whole?.value)),
      ],
      ...lines.map(([words, which]) => [{ text: words }, ...places.map(place => cell(place.figures?.[which]))]),
      [
        { text: 'Councils with a figure' },
        ...places.map(place => {
          const count = place.figures?.councils
          return count === undefined ? { text: '[x]' } : { text: grouped(String(count)), value: count }
        }),
      ],
    ],
    size: 'text',
  }
}
