import type { RoundAnswer, RoundHeading, Tally } from '../../../../answers/round/types.ts'
import { periodInWords } from '../../../../shared/period/format-period.ts'
import { listed, numberWord } from '../../../../shared/words.ts'
import { numberColumn, rowHeader } from '../../cells.ts'
import type { Teller } from '../../context.ts'
import { anchor, list, paragraph, strong } from '../../say.ts'
import type { Cell, Run, Table } from '../../types.ts'

type Count = readonly [label: string, of: (tally: Tally) => number]

const forecasts: readonly Count[] = [
  ['Meet', tally => tally.rating.Green],
  ['Just short', tally => tally.rating.Amber],
  ['Miss', tally => tally.rating.Red],
  ['Not judged', tally => tally.rating.none],
]
const directions: readonly Count[] = [
  ['Better', tally => tally.travel.better],
  ['Same', tally => tally.travel.no_change],
  ['Worse', tally => tally.travel.worse],
  ['Not told', tally => tally.travel.none],
]

/** The anchor of a heading of the work. */
export function headingId(framework: string): string {
  return anchor(`round-${framework}`)
}

/** Every heading of the work with its counts, this quarter beside the last, and what changed, each leading to its measures. */
export const tiles: Teller = ({ report, printed }, _, id) => {
  const { round } = report
  if (!round) return []
  const told = round.headings.filter(heading => heading.now.withValue > 0)
  const untold = round.headings.filter(heading => heading.now.withValue === 0)
  const [now, before] = [periodInWords(round.quarter), periodInWords(round.quarterBefore)]
  const named = (heading: RoundHeading): Run => ({
    text: heading.framework.name,
    strong: true,
    ...(printed.has(heading.framework.slug) ? { to: `#${headingId(heading.framework.slug)}` } : {}),
  })
  return [
    paragraph(
      `Each heading of the work in ${now}, beside ${before}. A measure can stand under several headings. Targets are those of the year: “meet” and “miss” are forecasts of its end where the heading rates by forecast.`,
    ),
    countsTable(round, told, forecasts, `${id}-targets`, 'Against their targets'),
    countsTable(round, told, directions, `${id}-directions`, 'Direction, by what each is compared with'),
    paragraph([strong('What changed. '), 'Each heading leads to its measures.']),
    list(told.map(heading => [named(heading), `: ${heading.difference}`])),
    ...(untold.length === 0
      ? []
      : [
          paragraph(
            `${listed(untold.map(heading => heading.framework.name))} ${untold.length === 1 ? 'has' : 'have'} measures, and no figure of any is known; ${untold.length === 1 ? 'it is' : `these ${numberWord(untold.length)} are`} told in words.`,
          ),
        ]),
  ]
}

function countsTable(
  { quarter, quarterBefore }: RoundAnswer,
  headings: readonly RoundHeading[],
  counts: readonly Count[],
  id: string,
  caption: string,
): Table {
  const [now, before] = [periodInWords(quarter).slice(0, 2), periodInWords(quarterBefore).slice(0, 2)]
  return {
    block: 'table',
    id,
    caption: `${caption}: ${periodInWords(quarterBefore)} and ${periodInWords(quarter)}`,
    description: 'A row for each heading: how many of its measures stand where, in the last quarter and in this one.',
    columns: [
      rowHeader('Heading', 4),
      ...counts.flatMap(([label]) => [numberColumn(`${label}, ${before}`), numberColumn(`${label}, ${now}`)]),
    ],
    rows: headings.map((heading): Cell[] => [
      { text: heading.framework.name },
      ...counts.flatMap(([, of]) => [
        heading.before === null ? { text: '[x]' } : { text: String(of(heading.before)), value: of(heading.before) },
        { text: String(of(heading.now)), value: of(heading.now), strong: true },
      ]),
    ]),
    size: 'text',
  }
}
