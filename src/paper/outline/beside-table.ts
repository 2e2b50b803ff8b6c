/** Signal and forecast beside the ratings: a row for each indicator, in every format. */
import { chanceInShort, onTrackInShort } from '../../answers/forecast/forecast-sentences.ts'
import type { ForecastView } from '../../answers/forecast/types.ts'
import type { ReportAnswer } from '../../answers/report/report.ts'
import type { SignalView } from '../../answers/signal/types.ts'
import { assuranceNames, variationNames } from '../../answers/signal/words.ts'
import type { BoardAnswer, DashboardAnswer, DashboardRow } from '../../answers/types.ts'
import { figure } from '../../answers/wording.ts'
import { iconsOfSignal } from '../../charts/signal-icons/icons-of-signal.ts'
import { periodInShort, periodInWords } from '../../shared/period/format-period.ts'
import { roundedText } from '../../shared/rounding.ts'
import { counted } from '../../shared/words.ts'
import { numberColumn, rowHeader, textColumn } from './cells.ts'
import type { Context } from './context.ts'
import { paragraph } from './say.ts'
import { isForecast } from './signal-words.ts'
import type { Block, Cell, Table } from './types.ts'

type Note = Context['note']
type Beside = NonNullable<ReturnType<ReportAnswer['beside']['get']>>

/** What signal and forecast say of every indicator; one sentence where they can say nothing of any. */
export function besideRatings({ report, note }: Context, id: string): Block[] {
  const { rows, framework } = report.overview.dashboard
  const told = rows.flatMap(row => {
    const beside = report.beside.get(row.indicator.slug)
    return beside ? [{ row, ...beside }] : []
  })
  if (told.length === 0) return []
  const saying = told.filter(each => hasSigns(each.signal) || isForecast(each.forecast))
  if (saying.length === 0)
    return [
      paragraph(
        `Whether a change is a signal or only chance, and where the year will end, can be said of none of the ${counted(rows.length, 'indicator')}${whyNone(told)}`,
      ),
    ]
  const table: Table = {
    block: 'table',
    id: `${id}-beside`,
    caption: `${framework.name}: signal and forecast beside the ratings`,
    description:
      'A row for each indicator: its rating, whether its latest value is a signal or only chance, what will become of its target, where its year will end, and how likely the target is met.',
    columns: [
      rowHeader('Indicator', 3.4),
      textColumn('Rating', 1.2),
      textColumn('Signal', 2.3),
      textColumn('Target by signal', 1.8),
      textColumn('Year’s end', 1.5),
      numberColumn('Expected', 1.3),
      numberColumn('Eight times in ten', 2.2),
      numberColumn('Its target', 1.3),
      textColumn('Chance of meeting it', 1.7),
      textColumn('Back on track', 2),
    ],
    rows: told.map(each => besideRow(each, note)),
    size: 'wide',
  }
  return [
    paragraph(
      'Ratings compare one value with its target; they change with every chance rise and fall. The next table says which values are a signal that something has changed, and where the year will end should all go on as before. It changes no rating.',
    ),
    table,
  ]
}

const hasSigns = (view: SignalView) => iconsOfSignal(view).variation !== null

/** The reason that all of them share, if they share one. */
function whyNone(told: readonly Beside[]): string {
  const [reason = '', ...others] = new Set(told.map(({ signal }) => signal.reason))
  return others.length > 0 || reason === '' ? '.' : `. ${reason}`
}

function besideRow({ row, signal, forecast }: Beside & { row: DashboardRow }, note: Note): Cell[] {
  return [...besideNames(row), ...signalCells(signal, note), ...forecastCells(forecast, note)]
}

/** The signs and chances that stand beside the ratings on a dashboard, as a table; none where there are none. */
export function signsAndChances(
  { rows, framework }: DashboardAnswer,
  { signals, chances }: Pick<BoardAnswer, 'signals' | 'chances'>,
  id: string,
  note: Note,
): Table[] {
  const told = rows.flatMap(row => {
    const signal = signals.get(row.indicator.slug)
    return signal ? [{ row, signal, chance: chances.get(row.indicator.slug) }] : []
  })
  if (!told.some(({ signal, chance }) => chance !== undefined || hasSigns(signal))) return []
  return [
    {
      block: 'table',
      id: `${id}-beside`,
      caption: `${framework.name}: signal and chance beside the ratings`,
      description:
        'A row for each indicator: its rating, whether its latest value is a signal or only chance, what will become of its target, and how likely the target of the year’s end is met.',
      columns: [
        rowHeader('Indicator', 3),
        textColumn('Rating'),
        textColumn('Signal', 2),
        textColumn('Target by signal', 2),
        textColumn('Chance of meeting the target of the year’s end', 2),
      ],
      rows: told.map(({ row, signal, chance }) => [
        ...besideNames(row),
        ...signalCells(signal, note),
        chance ? { text: chance.shown, value: chance.chance } : { text: '[z]' },
      ]),
      size: 'wide',
    },
  ]
}

function besideNames({ indicator, latest }: DashboardRow): Cell[] {
  const rating = latest?.rating ?? null
  return [{ text: indicator.shortName, slug: indicator.slug }, rating ? { text: rating, rating } : { text: 'none' }]
}

function signalCells(view: SignalView, note: Note): Cell[] {
  const { variation, assurance } = iconsOfSignal(view)
  const { meaning } = view.variation
  if (variation === null || meaning === null)
    return [{ text: `none ${note(view.reason || view.variation.sentence)}` }, { text: '[z]' }]
  const way = variation.endsWith('_high') ? ', high' : variation.endsWith('_low') ? ', low' : ''
  const name = meaning === 'high' || meaning === 'low' ? 'Signal' : variationNames[meaning]
  return [
    { text: `${name}${way}`, sign: variation },
    assurance === null ? { text: 'none' } : { text: assuranceNames[assurance], sign: assurance },
  ]
}

function forecastCells(view: ForecastView, note: Note): Cell[] {
  const { indicator, yearEnd, latest, reason, target, chance, onTrack, tested } = view
  const none: Cell = { text: '[z]' }
  if (!yearEnd || !latest) return [{ text: `none ${note(reason)}` }, none, none, none, none, none]
  const { expected, period } = yearEnd
  const say = (value: number) => figure(roundedText(value, indicator.decimals))
  const goal: Cell = target ? { text: figure(target.shown), value: target.value } : { text: 'none' }
  const end = { text: periodInWords(period), short: periodInShort(period) }
  if (expected.method === 'last_value')
    return [end, { text: `none ${note(`No forecast: ${expected.because}.`)}` }, none, goal, none, none]
  return [
    end,
    { text: say(expected.value), value: expected.value },
    {
      text: expected.likely
        ? `${say(expected.likely.lower)} to ${say(expected.likely.upper)}${view.words.caveat.length === 0 ? '' : ` ${note(view.words.caveat.join(' '))}`}`
        : '[x]',
    },
    goal,
    chance === null || !target
      ? none
      : { text: chanceInShort(chance, target.shown, { yearEnd: period, indicator, tested }).shown, value: chance },
    onTrack ? { text: onTrackInShort(view) } : none,
  ]
}
