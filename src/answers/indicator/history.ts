import { noRating } from '../../judgement/rating/rate.ts'
import { judgedValue } from '../../judgement/value/judged-value.ts'
import { valueInWords } from '../../judgement/value/value-in-words.ts'
import { compareText } from '../../shared/compare-text.ts'
import type { Fact } from '../../shared/facts.ts'
import type { Indicator } from '../../shared/indicator.ts'
import { comparePeriods, toPeriod } from '../../shared/period/period.ts'
import { grouped } from '../../shared/words.ts'
import { cellView } from '../cell-view.ts'
import { asRecorded } from '../observations.ts'
import { revisionBetween, sentenceOf } from '../revisions/revisions.ts'
import type { CellView } from '../types.ts'
import type { FigureHistory, VersionOfFigure } from './types.ts'

/** How the figures of an indicator are read. */
export type Reading = { readonly indicator: Indicator; readonly decimals: number; readonly asAt: string }

/** A recorded figure by itself: no target, no rating. */
export function plainCell(
  fact: Fact<'observation'>,
  { indicator: { unit, counts }, decimals, asAt }: Reading,
): CellView {
  const { value, numerator, denominator, marks } = fact.payload
  const judged = judgedValue({ published: value, numerator, denominator }, { unit, counts, decimals })
  const none = 'rated only in the total'
  return cellView(
    toPeriod(fact.period),
    { fact: asRecorded(fact), judged, marks },
    { target: { none }, verdict: noRating(none), decimals, asAt },
  )
}

export type Beside = {
  /** Titles of documents, by their names. */
  readonly documents: ReadonlyMap<string, string>
  /** The people behind opaque ids. */
  readonly people: ReadonlyMap<string, { readonly name: string; readonly role: string }>
  /** Where each change was made, by the instant at which the register wrote it: "pages", "command line". */
  readonly origins: ReadonlyMap<string, string>
}

/**
 * Every version of every figure, the latest period first, each version set beside the one that it followed.
 * @param versions of the totals of one area
 */
export function historyOf(versions: readonly Fact<'observation'>[], reading: Reading, beside: Beside): FigureHistory[] {
  const isSplit = new Set(versions.map(fact => fact.version)).size > 1
  const figures = Map.groupBy(versions, fact => `${fact.period} ${fact.version}`)
  return [...figures.values()]
    .map(all => all.toSorted(inOrder))
    .flatMap(all => {
      const [first] = all
      if (!first) return []
      return [
        {
          period: toPeriod(first.period),
          definition: isSplit ? first.version : '',
          versions: all.map((fact, at) => versionOf(fact, all[at - 1], reading, beside)),
        },
      ]
    })
    .sort((a, b) => comparePeriods(b.period, a.period) || compareText(b.definition, a.definition))
}

/** As knowledge came: by the day on which it was known, then by when it was recorded. */
function inOrder(a: Fact, b: Fact): number {
  return compareText(a.knownOn, b.knownOn) || compareText(a.recordedAt, b.recordedAt) || a.seq - b.seq
}

function versionOf(
  fact: Fact<'observation'>,
  before: Fact<'observation'> | undefined,
  reading: Reading,
  { documents, people, origins }: Beside,
): VersionOfFigure {
  const { unit } = reading.indicator
  const fresh = plainCell(fact, reading)
  const old = before ? plainCell(before, reading) : null
  const change = old ? revisionBetween(old, fresh) : null
  const { numerator, denominator } = fresh
  const counts = [numerator, denominator].filter(each => each !== null).map(each => grouped(String(each)))
  const said = fresh.shown === null ? `no value: ${fresh.reasonInWords}` : valueInWords(fresh.shown, unit)
  const { document, file, place } = fact.from
  return {
    shown: fresh.shown,
    counts: counts.join(' of '),
    change,
    sentence: old ? (change ? sentenceOf(change, old, fresh, { unit }) : `still ${said}`) : `first recorded: ${said}`,
    knownOn: fact.knownOn,
    recordedAt: fact.recordedAt,
    recordedBy: recorder(people.get(fact.actor), origins.get(fact.recordedAt)),
    document: documents.get(document) ?? document,
    file,
    place,
  }
}

type Person = { readonly name: string; readonly role: string }

/** A person may record from several places: where a change was made, only its entry in the audit says. */
function recorder(person: Person | undefined, origin: string | undefined): string {
  if (!person) return ''
  const { name, role } = person
  if (origin !== undefined) return `${name || role} (${origin === 'pages' ? 'in these pages' : origin})`
  return name === '' || role === '' ? name || role : `${name} (${role})`
}
