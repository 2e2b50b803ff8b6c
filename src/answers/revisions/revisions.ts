import { revisionOf, type Version } from '../../judgement/revision/revision-of.ts'
import { valueInWords } from '../../judgement/value/value-in-words.ts'
import { entryOf, frequencies, kinds, marks, type Profile, polarities, type Unit } from '../../shared/codes.ts'
import type { Fact } from '../../shared/facts.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { comparePeriods, type Period, toPeriod } from '../../shared/period/period.ts'
import { listed } from '../../shared/words.ts'
import { columnsByPeriod } from '../dashboard/columns.ts'
import { dashboard, judgedRows } from '../dashboard/dashboard.ts'
import { type FrameworkData, frameworkView } from '../framework-data.ts'
import { indicatorRow } from '../indicator-row.ts'
import { unitLabel } from '../sentences.ts'
import type { CellView, IndicatorView, OtherRevision, RevisionItem, RevisionsAnswer, VersionView } from '../types.ts'

/**
 * What changed of a framework between two days (rule 11): every value added, withdrawn or revised, details, and changes of
 * targets, definitions and membership.
 * @param before the framework as at the earlier day; null when it was not known yet
 */
export function revisions(from: string, before: FrameworkData | null, now: FrameworkData): RevisionsAnswer {
  const earlierRows = before ? judgedRows(before) : []
  const columns = before ? dashboard(before, earlierRows).periods : []
  const items = now.members.flatMap(member => {
    const slug = member.indicator.indicator
    const later = indicatorRow(slug, now)
    const earlier = before?.indicators.has(slug) ? indicatorRow(slug, before) : null
    const periods = new Set<Period>([
      ...(earlier?.view.history.map(cell => cell.period) ?? []),
      ...later.view.history.map(cell => cell.period),
    ])
    return [...periods].sort(comparePeriods).flatMap(period => {
      const old = earlier?.cellAt(period) ?? null
      const fresh = later.cellAt(period)
      // What is hidden on one of the days is not said of the other either: it would give away what is hidden beside it.
      if (isHidden(old) || isHidden(fresh)) return []
      const change = revisionBetween(old, fresh)
      return change ? [itemOf(later.view.indicator, period, change, old, fresh, columns)] : []
    })
  })
  return {
    organisation: now.organisation,
    framework: frameworkView(now.framework),
    from,
    to: now.moment.asAt,
    revisions: items,
    others: [...targetRevisions(before, now), ...definitionRevisions(before, now), ...memberRevisions(before, now)],
  }
}

function isHidden(cell: CellView | null): boolean {
  return cell !== null && cell.value === null && cell.suppressedFor.length > 0
}

/** What happened to a figure from one version of it to another (rule 11); null: nothing that is shown. */
export function revisionBetween(old: CellView | null, fresh: CellView | null): RevisionItem['change'] | null {
  return revisionOf(versionOf(old), versionOf(fresh))
}

function versionOf(cell: CellView | null): Version | null {
  if (!cell) return null
  return {
    value: cell.value,
    shown: cell.shown,
    numerator: cell.numerator === null ? null : String(cell.numerator),
    denominator: cell.denominator === null ? null : String(cell.denominator),
    reason: cell.reason,
    marks: cell.marks,
  }
}

function itemOf(
  indicator: IndicatorView,
  period: Period,
  change: RevisionItem['change'],
  old: CellView | null,
  fresh: CellView | null,
  columns: readonly Period[],
): RevisionItem {
  return {
    indicator,
    period,
    change,
    old: viewOf(old),
    new: viewOf(fresh),
    oldShown: old?.shown ?? null,
    newShown: fresh?.shown ?? null,
    inEarlierDashboard: columnsByPeriod(columns)(period) >= 0,
    sentence: sentenceOf(change, old, fresh, indicator),
  }
}

function viewOf(cell: CellView | null): VersionView | null {
  if (!cell) return null
  const { value, numerator, denominator, reason } = cell
  return { value, numerator, denominator, reason }
}

/** A change of a figure in words: "65.0 % became 65.2 %". */
export function sentenceOf(
  change: RevisionItem['change'],
  old: CellView | null,
  fresh: CellView | null,
  indicator: Pick<IndicatorView, 'unit'>,
): string {
  const say = (cell: CellView | null) => (cell?.shown ? valueInWords(cell.shown, indicator.unit) : 'no value')
  if (change === 'added') return `${say(fresh)} added`
  if (change === 'withdrawn') return `${say(old)} withdrawn: ${fresh?.reasonInWords ?? 'nothing recorded'}`
  if (change === 'detail') return `still ${say(fresh)}; counts or other details differ`
  if (say(old) !== say(fresh)) return `${say(old)} became ${say(fresh)}`
  const words = (cell: CellView | null) =>
    listed((cell?.marks ?? []).map(mark => entryOf(marks, mark).label)) || 'unmarked'
  return `still ${say(fresh)}; was ${words(old)}, now ${words(fresh)}`
}

function compared<T>(
  before: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
  say: (each: T) => string | null,
): { key: string; change: OtherRevision['change']; old: string | null; new: string | null }[] {
  return [...new Set([...before.keys(), ...now.keys()])].flatMap(key => {
    const earlier = before.get(key)
    const later = now.get(key)
    const old = earlier === undefined ? null : say(earlier)
    const fresh = later === undefined ? null : say(later)
    if (old === fresh) return []
    return [
      { key, change: old === null ? 'added' : fresh === null ? 'withdrawn' : 'revised', old, new: fresh } as const,
    ]
  })
}

function targetRevisions(before: FrameworkData | null, now: FrameworkData): OtherRevision[] {
  const own = new Set(now.members.map(member => member.indicator.indicator))
  const keyed = (data: FrameworkData | null) =>
    new Map(
      (data?.targetFacts ?? [])
        .filter(fact => own.has(fact.indicator))
        .map(fact => [[fact.indicator, fact.period, fact.name].join(' '), fact]),
    )
  const said = (fact: Fact<'target'>) =>
    targetInWords(fact, now.indicators.get(fact.indicator)?.payload.unit ?? 'score')
  return compared(keyed(before), keyed(now), said).map(({ key, ...rest }) => {
    const [indicator = '', period = ''] = key.split(' ')
    return { what: 'target', indicator, name: nameOf(indicator, now), period, ...rest }
  })
}

/** What a target promises: "1.5 in every period of the year"; null where it was withdrawn. */
export function targetInWords({ payload }: Fact<'target'>, unit: Unit): string | null {
  const { value, profile, purpose, baselinePeriod, baselineValue } = payload
  if (value === null) return null
  const goal = valueInWords(value, unit)
  if (purpose === 'ambition') return `${goal}, an ambition that is not rated`
  const says: Record<Profile, string> = {
    points: `${goal} for that period only`,
    flat: `${goal} in every period of the year`,
    line: `${goal} at the end of a straight line from ${baselineValue === null ? 'the baseline' : valueInWords(baselineValue, unit)}${baselinePeriod === '' ? '' : ` in ${periodInWords(toPeriod(baselinePeriod))}`}`,
    seasonal: `${goal} for the year, spread by the shares of earlier years`,
  }
  return says[profile]
}

function definitionRevisions(before: FrameworkData | null, now: FrameworkData): OtherRevision[] {
  // A framework that was not known before has no definitions to revise.
  if (!before) return []
  const earlier = new Set(before.members.map(member => member.indicator.indicator))
  const both = now.members.map(member => member.indicator.indicator).filter(slug => earlier.has(slug))
  return both.flatMap(indicator =>
    compared(definitionsOf(indicator, before), definitionsOf(indicator, now), text => text).map(({ key, ...rest }) => ({
      what: 'definition' as const,
      indicator,
      name: nameOf(indicator, now),
      period: (now.definitions.get(indicator) ?? []).find(each => each.version === key)?.payload.from ?? '',
      ...rest,
    })),
  )
}

/** What defines an indicator, in words: itself under the empty key, and each version of its definition. */
function definitionsOf(indicator: string, data: FrameworkData): Map<string, string> {
  const texts = new Map<string, string>()
  const payload = data.indicators.get(indicator)?.payload
  if (payload) {
    const { name, polarity, kind, frequency } = payload
    const said = [entryOf(polarities, polarity), entryOf(kinds, kind), entryOf(frequencies, frequency)]
    texts.set('', [name, unitLabel(payload), ...said.map(({ label }) => label.toLowerCase())].join('; '))
  }
  for (const { version, payload } of data.definitions.get(indicator) ?? []) {
    const since = payload.from === '' ? '' : ` from ${periodInWords(toPeriod(payload.from))}`
    texts.set(version, `version ${version}${since}: ${payload.text}${payload.breaks ? ' (breaks the series)' : ''}`)
  }
  return texts
}

function memberRevisions(before: FrameworkData | null, now: FrameworkData): OtherRevision[] {
  if (!before) return []
  const keyed = (data: FrameworkData) =>
    new Map(data.members.map(({ membership }) => [membership.indicator, membership.payload.section || 'member']))
  return compared(keyed(before), keyed(now), text => text).map(({ key, ...rest }) => ({
    what: 'membership',
    indicator: key,
    name: nameOf(key, now.indicators.has(key) ? now : before),
    period: '',
    ...rest,
  }))
}

function nameOf(indicator: string, data: FrameworkData): string {
  const payload = data.indicators.get(indicator)?.payload
  return payload?.shortName || payload?.name || indicator
}
