/** Comparative charts: a council beside England and its groups, a chart and a few sentences for each measure. */
import type { GroupPlace, MeasureComparison, PaperComparison } from '../../../../answers/paper-comparison/types.ts'
import { barsInWords } from '../../../../charts/bars/in-words.ts'
import type { BarGroup } from '../../../../charts/bars/input.ts'
import { numberColumn, rowHeader } from '../../cells.ts'
import type { Context, Teller } from '../../context.ts'
import { anchor, heading, list, paragraph, sentence, strong } from '../../say.ts'
import type { Block, Cell, Figure } from '../../types.ts'
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

/** The comparison that a section asks for. */
export function comparisonOf({ report }: Context, wish: PaperComparison['asked'] | null): PaperComparison | undefined {
  const key = JSON.stringify(wish)
  return report.comparisons.find(each => JSON.stringify(each.asked) === key)
}

/** A chart for each measure, with which way it goes and how it stands to the others; outliers are named before. */
export const comparative: Teller = (context, { comparison }, id) => {
  const answer = comparisonOf(context, comparison)
  if (!answer) return []
  if (answer.because !== '') return [paragraph(`Nothing is compared here: ${sentence(answer.because)}`)]
  const left = leftOutInWords(answer)
  return [
    ...laterInWords(answer, context.report.meeting.date),
    ...outliersOf(answer),
    ...answer.measures.flatMap(each => measureBlocks(each, answer, id)),
    ...(left.length === 0 ? [] : [heading('What is not compared', `${id}-without`), list(left)]),
    ...sourcesInWords(answer),
  ]
}

/** The measures in which the council is far out of a group, named as such. */
export function outliersOf(answer: PaperComparison): Block[] {
  const council = councilIn(answer)
  const found = answer.measures.flatMap(each =>
    each.places
      .filter(place => place.outlier !== null)
      .map(({ outlier, inWords }) => [
        strong(`${nameOf(each)}. `),
        `Far ${outlier === 'low' ? 'below' : 'above'} the rest of ${inWords} (${each.row.period}).`,
      ]),
  )
  if (found.length === 0)
    return [
      paragraph(
        `${council} is an outlier in none of these measures: no figure of it lies far beyond the middle half of a group.`,
      ),
    ]
  return [paragraph(`${council} is an outlier in these measures:`), list(found)]
}

/** England's councils are told of where nothing is published of England, no other group is asked for, or the council is far out. */
const isTold =
  ({ row, places }: MeasureComparison) =>
  ({ asked, outlier }: GroupPlace) =>
    asked !== 'england' || row.significance.england === null || places.length === 1 || outlier !== null

function measureBlocks(each: MeasureComparison, answer: PaperComparison, id: string): Block[] {
  const council = councilIn(answer)
  return [
    heading(nameOf(each), `${id}-${each.slug}`),
    paragraph(
      [
        directionInWords(council, each),
        againstEngland(each),
        ...each.places.filter(isTold(each)).map(place => placeInWords(council, place)),
      ]
        .filter(text => text !== '')
        .join(' '),
    ),
    barsBeside(each, council, `${id}-${each.slug}-chart`),
  ]
}

/** The last time, this time, England and the groups as bars. */
function barsBeside(each: MeasureComparison, council: string, id: string): Figure {
  const { row, before } = each
  const barOf = (value: number) => ({ value, shown: atDecimals(value, row) })
  const others = each.places.flatMap(({ asked, name, whole, figures }): BarGroup[] => {
    const published = asked === 'england' ? row.significance.england : (whole?.value ?? null)
    if (published !== null) return [{ name: `${name} ${row.period}`, beside: barOf(published) }]
    return figures ? [{ name: `${name} (median) ${row.period}`, beside: barOf(figures.median) }] : []
  })
  const groups: BarGroup[] = [
    ...(before ? [{ name: `${council} ${before.period}`, beside: barOf(before.value) }] : []),
    { name: `${council} ${row.period}`, main: barOf(Number(row.value)) },
    ...others,
  ]
  const said = `${council} had ${withItsUnit(Number(row.value), row)} in ${row.period}${row.significance.england === null ? '' : `, England ${withItsUnit(row.significance.england, row)}`}`
  return {
    block: 'figure',
    id: anchor(id),
    title: said,
    subtitle: `${nameOf(each)}, ${row.period}`,
    sentence: [`${said}.`, barsInWords({ groups })].join(' '),
    size: 'main',
    chart: { direction: 'across', groups, sentence: barsInWords({ groups }) },
    table: {
      block: 'table',
      id: anchor(`${id}-values`),
      caption: `Values: ${nameOf(each)}`,
      description: 'A row for each area and year with its value.',
      columns: [rowHeader('Area and year', 2), numberColumn('Value')],
      rows: groups.map(({ name, main, beside }): Cell[] => {
        const bar = main ?? beside
        return [{ text: name }, { text: bar?.shown ?? '[x]', ...(bar?.value == null ? {} : { value: bar.value }) }]
      }),
      size: 'text',
    },
  }
}
