/** Answers as the command line prints them with --json. Documented in docs/json.md; keys are only ever added. */
import type { IndicatorAnswer } from '../answers/indicator/types.ts'
import type {
  CardAnswer,
  CellView,
  DashboardAnswer,
  DashboardRow,
  ExceptionsAnswer,
  RevisionsAnswer,
  SeriesView,
  SummaryAnswer,
  TravelView,
  VersionView,
} from '../answers/types.ts'
import type { ImportResult } from '../intake/import.ts'
import type { PastImport } from '../intake/imports.ts'
import type { UndoResult } from '../intake/undo/undo.ts'
import type { AuditReport } from '../register/index.ts'
import type { Fact, FactKey, FactKind } from '../shared/facts.ts'

/** The text of an answer: two spaces a level, one line feed at the end comes from the printer. */
export function jsonText(answer: unknown): string {
  return JSON.stringify(answer, null, 2)
}

/** Why there is no value: the code of the reason, or `not_recorded`. null when there is a value. */
function reasonFor(cell: CellView): string | null {
  if (cell.value !== null) return null
  return cell.reason ?? 'not_recorded'
}

function cellJson(cell: CellView) {
  return {
    period: cell.period,
    value: cell.value,
    shown: cell.shown,
    numerator: cell.numerator,
    denominator: cell.denominator,
    reason: reasonFor(cell),
    marks: cell.marks,
    note: cell.note,
    suppressedFor: cell.suppressedFor,
    target: cell.target?.value ?? null,
    targetHow: cell.target?.how ?? null,
    targetDerived: cell.target?.derived ?? null,
    targetAssigned: cell.target?.assigned ?? null,
    targetReason: cell.target ? null : cell.targetReason,
    rating: cell.rating,
    variance: cell.variance,
    ratingReason: cell.ratingReason,
    knownOn: cell.knownOn,
    document: cell.from?.document ?? null,
    file: cell.from?.file ?? null,
    place: cell.from?.place ?? null,
  }
}

/** What stands where no period of the indicator ends in the column. */
function notExpected(): Record<keyof ReturnType<typeof cellJson>, unknown> {
  return {
    period: null,
    value: null,
    shown: null,
    numerator: null,
    denominator: null,
    reason: 'not_expected',
    marks: [],
    note: '',
    suppressedFor: [],
    target: null,
    targetHow: null,
    targetDerived: null,
    targetAssigned: null,
    targetReason: 'no period of this indicator ends here',
    rating: null,
    variance: null,
    ratingReason: 'no value',
    knownOn: null,
    document: null,
    file: null,
    place: null,
  }
}

function travelJson(travel: TravelView) {
  return {
    direction: travel.direction,
    comparedWith: travel.comparedWith === '' ? null : travel.comparedWith,
    reason: travel.reason === '' ? null : travel.reason,
    sentence: travel.sentence,
  }
}

function rowJson(row: DashboardRow) {
  const { indicator } = row
  return {
    indicator: indicator.slug,
    name: indicator.name,
    shortName: indicator.shortName,
    section: indicator.section,
    reference: indicator.reference,
    polarity: indicator.polarity,
    unit: indicator.unit,
    decimals: indicator.decimals,
    kind: indicator.kind,
    frequency: indicator.frequency,
    lead: indicator.lead,
    dataOwner: indicator.dataOwner,
    card: row.card,
    latest: row.latest?.period ?? null,
    direction: travelJson(row.travel),
    onAYear: travelJson(row.onAYear),
    exception: row.reasons.length > 0,
  }
}

/** How every answer about a framework begins. */
export function headJson(answer: Pick<DashboardAnswer, 'organisation' | 'framework' | 'moment'>) {
  return {
    asAt: answer.moment.asAt,
    recordedBefore: answer.moment.recordedBefore ?? null,
    organisation: answer.organisation.slug,
    framework: answer.framework.slug,
  }
}

/** `tidemark dashboard --json`. */
export function dashboardJson(answer: DashboardAnswer) {
  return {
    ...headJson(answer),
    headline: { title: answer.headline.title, lead: answer.headline.lead, ...answer.headline.counts },
    periods: answer.periods,
    indicators: answer.rows.map(row => ({
      ...rowJson(row),
      // A quarterly or annual value stands in the column in which its period ends.
      periods: answer.periods.map((column, at) => {
        const cell = row.cells[at]
        return { column, ...(cell ? cellJson(cell) : notExpected()) }
      }),
    })),
  }
}

/** `tidemark exceptions --json`. */
export function exceptionsJson(answer: ExceptionsAnswer) {
  return {
    ...headJson(answer),
    exceptions: answer.exceptions.map(({ row, reasons }) => ({
      indicator: row.indicator.slug,
      card: row.card,
      period: row.latest?.period ?? null,
      value: row.latest?.value ?? null,
      target: row.latest?.target?.value ?? null,
      variance: row.latest?.variance ?? null,
      rating: row.latest?.rating ?? null,
      // Why something above is null; null when nothing is.
      reason: row.latest === null ? 'no value' : row.latest.rating === null ? row.latest.ratingReason : null,
      reasons: reasons.map(({ rule, detail }) => ({ rule, detail })),
    })),
  }
}

/** `tidemark summary --json`. */
export function summaryJson(answer: SummaryAnswer) {
  return {
    ...headJson(answer),
    groups: answer.groups.map(group => ({
      group: group.group,
      label: group.label,
      rule: group.rule,
      indicators: group.items.map(item => ({
        indicator: item.row.indicator.slug,
        change: item.change,
        evidence: item.evidence,
        because: item.because,
        override: item.override,
      })),
    })),
    unplaced: answer.unplaced.map(item => ({ indicator: item.row.indicator.slug, reason: item.because })),
  }
}

/** `tidemark revisions --json`. */
export function revisionsJson(answer: RevisionsAnswer) {
  return {
    organisation: answer.organisation.slug,
    framework: answer.framework.slug,
    from: answer.from,
    to: answer.to,
    revisions: answer.revisions.map(item => ({
      indicator: item.indicator.slug,
      period: item.period,
      change: item.change,
      old: versionJson(item.old),
      new: versionJson(item.new),
    })),
    others: answer.others.map(({ what, indicator, period, change, old, new: fresh }) => ({
      what,
      indicator,
      period: period === '' ? null : period,
      change,
      old,
      new: fresh,
    })),
  }
}

function versionJson(version: VersionView | null): VersionView | null {
  return version && { ...version, reason: version.value === null ? (version.reason ?? 'not_recorded') : null }
}

/** `tidemark card NAME --json`. */
export function cardJson(answer: CardAnswer) {
  const series = (view: SeriesView) => ({
    indicator: view.indicator.slug,
    name: view.indicator.name,
    unit: view.indicator.unit,
    periods: view.cells.map(cellJson),
  })
  return {
    ...headJson(answer),
    card: answer.slug,
    title: answer.title,
    verdict: answer.verdict,
    finding: answer.finding,
    lead: answer.lead,
    dataOwner: answer.dataOwner,
    words: answer.words,
    reason: answer.words ? null : 'nobody has written this card yet',
    indicator: { ...rowJson(answer.row), periods: answer.row.history.map(cellJson) },
    exceptions: answer.row.reasons,
    others: answer.others.map(series),
    supplementary: answer.supplementary.map(series),
    ambitions: answer.ambitions,
    actions: answer.actions.map(action => ({
      ...action,
      raisedOn: action.raisedOn || null,
      dueOn: action.dueOn || null,
    })),
    earlier: answer.earlier,
  }
}

/** `tidemark indicator NAME --json`. */
export function indicatorJson(answer: IndicatorAnswer) {
  const { row, counts, definitions, targets, comments } = answer
  const orNull = (text: string) => (text === '' ? null : text)
  return {
    ...headJson(answer),
    ...rowJson(row),
    verdict: answer.verdict,
    finding: answer.finding,
    reasons: row.reasons,
    source: orNull(answer.source),
    numeratorLabel: orNull(counts.numerator),
    denominatorLabel: orNull(counts.denominator),
    definitions: definitions.map(({ version, from, breaks, text }) => ({ version, from: orNull(from), breaks, text })),
    targets,
    ambitions: answer.ambitions,
    periods: row.history.map(cellJson),
    breakdowns: answer.breakdowns.map(({ name, rows }) => ({
      name,
      categories: rows.map(each => ({
        name: each.name,
        periods: each.cells.filter(cell => cell !== null).map(cellJson),
      })),
    })),
    history: answer.history.map(({ period, definition, versions }) => ({
      period,
      definition: orNull(definition),
      versions: versions.map(({ recordedBy, document, file, place, ...version }) => ({
        ...version,
        recordedBy: orNull(recordedBy),
        document: orNull(document),
        file: orNull(file),
        place: orNull(place),
      })),
    })),
    comments: comments.map(({ period, ...comment }) => ({ ...comment, period: orNull(period) })),
    linked: answer.linked,
    otherOwners: answer.others,
    actions: answer.actions,
  }
}

/** `tidemark import --json` and `tidemark check --json`. */
export function importJson(result: ImportResult) {
  return {
    stored: result.stored,
    import: result.entry,
    counts: result.plan.counts,
    understood: result.understood,
    problems: result.problems,
    changes: result.plan.changes.map(({ fact, change, old }) => ({
      change,
      ...subjectJson(fact),
      old: old?.payload ?? null,
      new: fact.payload,
    })),
  }
}

function subjectJson(fact: FactKey & { readonly kind: FactKind; readonly knownOn: string }) {
  return {
    kind: fact.kind,
    owner: fact.owner,
    indicator: fact.indicator || null,
    geography: fact.geography || null,
    breakdown: fact.breakdown || null,
    period: fact.period || null,
    name: fact.name || null,
    knownOn: fact.knownOn,
  }
}

/** `tidemark imports --json`. */
export function importsJson(imports: readonly (PastImport & { readonly who: string | null })[]) {
  return imports.map(({ n, at, who, origin, files, owners, counts, undid, undoneBy }) => ({
    import: n,
    at,
    who,
    origin,
    owners,
    files,
    counts,
    undid,
    undoneBy,
  }))
}

/** `tidemark undo --json`. */
export function undoJson({ undone, plan, entry }: UndoResult) {
  return {
    stored: entry !== null,
    import: entry,
    undone: undone.n,
    counts: plan.counts,
    changes: plan.changes.map(({ fact, change, old }) => ({
      change,
      ...subjectJson(fact),
      old: old.payload,
      new: fact.payload,
    })),
    left: plan.left.map(({ fact, why }) => ({ why, ...subjectJson(fact as Fact) })),
  }
}

/** `tidemark audit verify --json`. */
export function auditJson({ whole, entries, facts, redacted, head, faults }: AuditReport) {
  return { whole, entries, facts, redacted, head, faults: faults.map(({ where, what }) => ({ where, what })) }
}
