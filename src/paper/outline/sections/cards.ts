import { forecastInBrief } from '../../../answers/forecast/forecast-sentences.ts'
import { finding } from '../../../answers/sentences.ts'
import type { CardAnswer, SeriesView } from '../../../answers/types.ts'
import { definitionLine, unitLine, withUnit } from '../../../answers/wording.ts'
import { periodInWords } from '../../../shared/period/format-period.ts'
import { counted, dayInWords, listed } from '../../../shared/words.ts'
import { figureOf, seriesTable } from '../cells.ts'
import type { Context, Teller } from '../context.ts'
import { markdownBlocks } from '../markdown.ts'
import { heading, list, paragraph, sentence, strong } from '../say.ts'
import { isForecast, signalLines } from '../signal-words.ts'
import type { Block, Section } from '../types.ts'
import { briefReasons, cardId } from './summary.ts'

const parts = [
  { part: 'why', title: 'Why is this important?' },
  { part: 'explains', title: 'What explains current performance?' },
  { part: 'success', title: 'What will success look like?' },
  { part: 'action', title: 'Action required' },
] as const

/** How many cards follow. Which they are, contents and executive summary say. */
export const cards: Teller = ({ report }) => {
  const count = report.cards.length
  if (count === 0) return []
  return [
    paragraph(
      count === 1
        ? 'One card follows, on a page of its own, with the reasons why it is reported.'
        : `${counted(count, 'card', 'cards')} follow, each on a page of its own, with the reasons why it is reported.`,
    ),
  ]
}

/** The section of each report card, which begins a page. */
export function cardSections(context: Context): Section[] {
  return context.report.cards.map(card => ({
    id: cardId(card),
    heading: card.title,
    kind: 'card',
    orientation: 'landscape',
    newPage: true,
    blocks: cardBlocks(card, context),
  }))
}

function cardBlocks(card: CardAnswer, { report, owner }: Context): Block[] {
  const { row, verdict, forecast, finding: title, subtitle, chart, benchmarks, ambitions } = card
  const id = cardId(card)
  const { latest, indicator } = row
  const target = latest?.target
    ? `Target ${withUnit(latest.target.shown, indicator)} in ${periodInWords(latest.period)}`
    : ''
  return [
    { block: 'verdict', ...verdict, beside: besideVerdict(card, report) },
    paragraph(`Reported by exception: ${sentence(briefReasons(card, report.overview.exceptions.exceptions))}`),
    figureOf({
      id: `${id}-figure`,
      indicator,
      cells: chart,
      benchmarks,
      forecast,
      owner,
      title,
      subtitle,
      sentence: [title, subtitle, target].filter(Boolean).join('. '),
      size: 'main',
    }),
    ...besideIt(card, owner, id),
    ...(ambitions.length === 0
      ? []
      : [
          list(
            ambitions.map(
              ({ period, shown, note }) =>
                `Ambition for ${periodInWords(period)}: ${withUnit(shown, indicator)}, not rated${note === '' ? '.' : ` (${note}).`}`,
            ),
          ),
        ]),
    ...forecastBlocks(card, id),
    ...wordBlocks(card, id),
    { block: 'facts', facts: factsOf(card) },
  ]
}

/** Where the year will end, in a few sentences; nothing where the verdict says already that neither can be told. */
function forecastBlocks({ forecast, signal }: CardAnswer, id: string): Block[] {
  if (!isForecast(forecast) && !signal.icons) return []
  if (!isForecast(forecast))
    return [paragraph([strong('Where will the year end? '), forecast.words.expected.join(' ')])]
  return [heading('Where will the year end?', `${id}-forecast`), paragraph(forecastInBrief(forecast).join(' '))]
}

/** What signal says, or why nothing; of a paper that can say nothing of any indicator, its dashboard says so once. */
function besideVerdict({ signal, forecast }: CardAnswer, { beside }: Context['report']) {
  const isTold = [...beside.values()].some(each => each.signal.icons || isForecast(each.forecast))
  return isTold ? signalLines(signal, forecast) : []
}

function wordBlocks({ words, lead }: CardAnswer, id: string): Block[] {
  if (words === null)
    return [
      paragraph([
        strong('No card written.'),
        lead === '' ? ' No lead is named.' : ` Its words are due from: ${roles(lead)}.`,
      ]),
    ]
  return parts.flatMap(({ part, title }) => {
    const blocks = markdownBlocks(words[part])
    return [
      heading(title, `${id}-${part}`),
      ...(blocks.length === 0 ? [paragraph('No words have been written under this heading.')] : blocks),
    ]
  })
}

/** Several roles are parted by semicolons. */
export function roles(text: string): string {
  const each = text
    .split(';')
    .map(role => role.trim())
    .filter(Boolean)
  return listed(each)
}

function factsOf({ lead, dataOwner, words, row }: CardAnswer) {
  return [
    { label: 'Lead', text: roles(lead) || 'not stated' },
    { label: 'Data owner', text: roles(dataOwner) || 'not stated' },
    { label: 'Measured as', text: definitionLine(row.indicator).replaceAll(' · ', ', ') },
    ...(words && words.linked !== '' ? [{ label: 'Linked with', text: words.linked }] : []),
    ...(words ? [{ label: 'Words of', text: dayInWords(words.knownOn) }] : []),
  ]
}

/** The card's other indicators and supplementary series: a small chart where there is more than one value, else a table. */
function besideIt(card: CardAnswer, owner: string, id: string): Block[] {
  const series = [...card.others, ...card.supplementary].filter(each => each.cells.length > 0)
  if (series.length === 0) return []
  return series.flatMap(each => besideBlock(each, owner, id))
}

function besideBlock({ indicator, cells, benchmarks }: SeriesView, owner: string, id: string): Block[] {
  const own = `${id}-${indicator.slug}`
  const known = cells.filter(cell => cell.value !== null)
  const says = finding(cells, indicator.unit)
  if (known.length < 2)
    return [paragraph(`${indicator.shortName}: ${says}.`), seriesTable({ indicator, cells, benchmarks }, own)]
  const drawn = figureOf({
    id: own,
    indicator,
    cells,
    benchmarks,
    owner,
    title: `${indicator.shortName}: ${says.charAt(0).toLowerCase()}${says.slice(1)}`,
    subtitle: `${indicator.name}, ${unitLine(indicator).replaceAll(' · ', ', ')}`,
    sentence: `${indicator.name}. ${says}`,
    size: 'small',
  })
  return [drawn]
}
