import type { Unit } from '../../shared/codes.ts'
import type { FactKind, NewFact } from '../../shared/facts.ts'
import type { Indicator } from '../../shared/indicator.ts'
import { whyImpossible } from '../../shared/possible-target.ts'
import { yearValuesOf } from '../../shared/year-values.ts'
import type { Draft } from '../exchange/facts-of-rows.ts'
import type { Sign } from '../exchange/read-cell.ts'
import { problemAt } from '../exchange/read-table.ts'
import type { Problem } from '../grid.ts'
import { checkReferences } from './check-references.ts'
import { isOfFuture, ofFuture } from './future-period.ts'

/** What is known by slug, from the register and from the import itself. */
export type Known = {
  readonly organisations: ReadonlySet<string>
  /** By owner and slug, joined by a space. */
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly geographies: ReadonlySet<string>
  /** By kind, owner and slug, joined by spaces: an organisation sees only what is its own. */
  readonly names: ReadonlySet<string>
  /** By kind and slug (or *, where it could not be read): what was given and not taken. A reference to it is not told again. */
  readonly refused?: ReadonlySet<string>
  /** The periods that an owner's frameworks compare with, by owner and period: figures of them are wanted of every indicator. */
  readonly baselines?: ReadonlySet<string>
}

/** Whether a slug was given in a row that was told already. */
function wasRefused(kind: FactKind, slug: string, refused?: ReadonlySet<string>): boolean {
  return refused !== undefined && (refused.has(`${kind} ${slug}`) || refused.has(`${kind} *`))
}

/** Everything wrong with the drafts that only the whole import can tell. */
export function checkDrafts(drafts: readonly Draft[], known: Known): Problem[] {
  return drafts.flatMap(draft => {
    // Whoever the register does not know has no indicators either: one problem says it.
    const { owner } = draft.fact
    if (!known.organisations.has(owner))
      return wasRefused('organisation', owner, known.refused) ? [] : [unknownOrganisation(draft)]
    return checkDraft(draft, known)
  })
}

function checkDraft(draft: Draft, known: Known): Problem[] {
  return [
    ...checkNames(draft, known),
    ...checkReferences(draft, known.names, known.refused),
    ...checkSigns(draft, known),
    ...(draft.fact.kind === 'observation' ? checkObservation(draft, known) : []),
    ...(draft.fact.kind === 'target' ? checkTarget(draft, known) : []),
    ...(draft.fact.kind === 'target_path' ? checkPath(draft, known) : []),
  ]
}

function unknownOrganisation({ place, fact }: Draft): Problem {
  return problemAt(
    place,
    'owner',
    fact.owner,
    'unknown-organisation',
    'no table names this organisation; add it to organisations, or mend the spelling',
  )
}

/** The definition of the indicator that a draft speaks of. */
export function indicatorOf(draft: Draft, known: Known): Indicator | undefined {
  return known.indicators.get(`${draft.fact.owner} ${draft.fact.indicator}`)
}

function checkNames(draft: Draft, known: Known): Problem[] {
  const problems: Problem[] = []
  const { fact } = draft
  const isUnknown = (slug: string) =>
    !known.indicators.has(`${fact.owner} ${slug}`) && !wasRefused('indicator', slug, known.refused)
  if (fact.indicator !== '' && fact.kind !== 'indicator' && isUnknown(fact.indicator))
    problems.push(unknownIndicator(draft, fact.indicator, known))
  for (const { column, slugs } of namedBy(fact))
    for (const slug of slugs) if (isUnknown(slug)) problems.push(unknownIndicator(draft, slug, known, column))
  const isKnownArea = known.geographies.has(fact.geography) || wasRefused('geography', fact.geography, known.refused)
  if (fact.geography !== '' && !isKnownArea)
    problems.push(
      problemAt(
        draft.place,
        'geography',
        fact.geography,
        'unknown-geography',
        'no table names this area; add it to geographies, or mend the spelling',
      ),
    )
  const framework = fact.kind === 'membership' || fact.kind === 'override' ? fact.name : ''
  const isKnownFramework =
    known.names.has(`framework ${fact.owner} ${framework}`) || wasRefused('framework', framework, known.refused)
  if (framework !== '' && !isKnownFramework)
    problems.push(
      problemAt(
        draft.place,
        'framework',
        framework,
        'unknown-framework',
        `${fact.owner} has no framework of this name; add it to frameworks, or mend the spelling`,
      ),
    )
  return problems
}

/** The indicators that a fact names besides the one it speaks of, by their columns. */
function namedBy(fact: NewFact): { column: string; slugs: readonly string[] }[] {
  if (fact.kind === 'card')
    return [
      { column: 'indicators', slugs: fact.payload.indicators },
      { column: 'supplementary', slugs: fact.payload.supplementary },
    ]
  if (fact.kind === 'action') return [{ column: 'indicators', slugs: fact.payload.indicators }]
  if (fact.kind === 'priority') return [{ column: 'indicators', slugs: fact.payload.indicators ?? [] }]
  if (fact.kind === 'stated_figure' && fact.payload.indicator !== '')
    return [{ column: 'indicator', slugs: [fact.payload.indicator] }]
  return []
}

function unknownIndicator(draft: Draft, slug: string, known: Known, column = 'indicator'): Problem {
  const own = [...known.indicators.keys()]
    .filter(key => key.startsWith(`${draft.fact.owner} `))
    .map(key => key.slice(draft.fact.owner.length + 1))
  const near = own.filter(each => each.includes(slug) || slug.includes(each) || distance(each, slug) <= 3).slice(0, 3)
  const hint = near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'add it to the table indicators'
  return problemAt(
    draft.place,
    column,
    slug,
    'unknown-indicator',
    `${draft.fact.owner} has no indicator of this name; ${hint}`,
  )
}

const unitsOfSigns: Readonly<Record<Sign, Unit>> = { '%': 'percent', '£': 'pounds' }

/** The sign of a unit says what the number is: one that the indicator is not counted in is told. */
function checkSigns(draft: Draft, known: Known): Problem[] {
  const indicator = indicatorOf(draft, known)
  if (!indicator) return []
  return ['value', 'baseline_value'].flatMap(column => {
    const sign = draft.signs?.[column]
    if (sign === undefined || unitsOfSigns[sign] === indicator.unit) return []
    const expected = `${draft.fact.indicator} is counted in ${indicator.unit}; take the sign ${sign} off if the number is right, or mend the number`
    const found = String(draft.row[column])
    return [problemAt(draft.place, column, sign === '£' ? `£${found}` : `${found}%`, 'other-unit', expected)]
  })
}

function checkObservation(draft: Draft, known: Known): Problem[] {
  if (draft.fact.kind !== 'observation') return []
  const { value, numerator, denominator, reason, until } = draft.fact.payload
  const problems: Problem[] = []
  const add = (column: string, found: string | null, code: string, expected: string) =>
    problems.push(problemAt(draft.place, column, found ?? '', code, expected))
  const isEmpty = value === null && numerator === null && denominator === null
  if (isEmpty && reason === null)
    add('value', '', 'nothing-said', 'give a value, counts, or the reason for none (not_available, not_applicable …)')
  if (!isEmpty && reason !== null)
    add('reason', reason, 'value-and-reason', 'there is a value and a reason for none; keep one of the two')
  if (until !== '' && reason !== 'not_due')
    add('until', until, 'until-without-reason', 'a day stands here only with the reason not_due')
  if (numerator !== null && Number(numerator) < 0)
    add('numerator', numerator, 'negative-count', 'a count is never below 0')
  if (denominator !== null && Number(denominator) < 0)
    add('denominator', denominator, 'negative-count', 'a count is never below 0')
  if (numerator !== null && Number(numerator) > 0 && denominator !== null && Number(denominator) === 0)
    add('denominator', denominator, 'zero-denominator', `nothing can be ${numerator} of 0; mend one of the two counts`)
  const indicator = indicatorOf(draft, known)
  if (!indicator) return problems
  // A figure for information may be a plan: warnOfSeries() asks about it.
  if (indicator.polarity !== 'none' && isOfFuture(draft.fact)) add('period', draft.fact.period, ...ofFuture(draft.fact))
  if (indicator.unit === 'count' && value !== null && Number(value) < 0)
    add('value', value, 'negative-count', 'a count is never below 0')
  if (indicator.unit === 'percent' && !indicator.mayExceed100) {
    if (value !== null && isNoShare(Number(value)))
      add(
        'value',
        value,
        'percentage-out-of-range',
        'a percentage lies from 0 to 100, and this indicator allows no other',
      )
    else if (numerator !== null && Number(denominator) > 0 && Number(numerator) > Number(denominator))
      add(
        'numerator',
        numerator,
        'percentage-out-of-range',
        `the numerator is above the denominator (${denominator}), and this indicator allows no percentage above 100`,
      )
  }
  return problems
}

function checkTarget(draft: Draft, known: Known): Problem[] {
  if (draft.fact.kind !== 'target') return []
  const { value, profile, baselinePeriod, baselineValue } = draft.fact.payload
  const problems: Problem[] = []
  const add = (column: string, found: string | null, code: string, expected: string) =>
    problems.push(problemAt(draft.place, column, found ?? '', code, expected))
  if (profile === 'line' && (baselinePeriod === '' || baselineValue === null))
    add('baseline_period', baselinePeriod, 'no-baseline', 'a line needs the period and the value that it starts from')
  return [...problems, ...checkPossible(draft, known, [['value', value]])]
}

/** The goal of a path and the targets of its years, as those of the table targets. */
function checkPath(draft: Draft, known: Known): Problem[] {
  if (draft.fact.kind !== 'target_path') return []
  const { goal, targets } = draft.fact.payload
  const years = (yearValuesOf(targets) ?? []).map(({ value }) => ['targets', value] as const)
  return checkPossible(draft, known, [['goal', goal], ...years])
}

/** What no figure of the indicator can be is no target of it. */
function checkPossible(
  draft: Draft,
  known: Known,
  values: readonly (readonly [column: string, value: string | null])[],
): Problem[] {
  const indicator = indicatorOf(draft, known)
  if (!indicator) return []
  const code = indicator.unit === 'percent' ? 'percentage-out-of-range' : 'negative-target'
  return values.flatMap(([column, value]) => {
    const why = value === null ? null : whyImpossible(Number(value), indicator)
    return why === null ? [] : [problemAt(draft.place, column, String(value), code, `mend the number: ${why}`)]
  })
}

function isNoShare(value: number): boolean {
  return value < 0 || value > 100
}

/** Edits from one word to the other (Levenshtein), to propose what was meant. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 3) return 4
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min(Number(row[j]) + 1, Number(next[j - 1]) + 1, Number(row[j - 1]) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      )
    row = next
  }
  return Number(row.at(-1))
}
