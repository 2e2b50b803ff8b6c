/** What the undoing of an import would add. Nothing is taken away: each fact gets a further version, which says what it said before. */
import { type Fact, keyOf, keyText, type NewFact } from '../../shared/facts.ts'
import { latestAt } from '../plan.ts'
import { withdrawn } from './withdrawn.ts'

/** Why a fact stays as the import left it. */
export type WhyLeft = 'changed-since' | 'cannot-be-withdrawn' | 'redacted'

type UndoChange = {
  readonly fact: NewFact
  /** restored: it says again what it said before. withdrawn: before the import nobody had said anything. */
  readonly change: 'restored' | 'withdrawn'
  /** What the import said. */
  readonly old: Fact
}

type LeftFact = { readonly fact: Fact; readonly why: WhyLeft }

export type UndoPlan = {
  readonly changes: readonly UndoChange[]
  readonly left: readonly LeftFact[]
  readonly counts: { readonly restored: number; readonly withdrawn: number; readonly left: number }
}

export type ToUndo = {
  /** The number of the import. */
  readonly n: number
  /** The facts that it added, in the order of recording. */
  readonly facts: readonly Fact[]
  /** Every version of what these speak of, in the order of recording; others do no harm. */
  readonly versions: readonly Fact[]
  /** The keys, as keyText() writes them, of which a version was taken out of the register on purpose. */
  readonly redacted: ReadonlySet<string>
  /** Later imports that were undone, with what undid them: where both speak of a fact, neither changed it. */
  readonly undoneSince: readonly { readonly facts: readonly Fact[]; readonly by: readonly Fact[] }[]
}

/**
 * What would be added to undo an import: as at every day the register then says what it said before. What a later import
 * changed stays as that import left it, and so does what cannot be withdrawn; the plan names both.
 */
export function planOfUndo({ n, facts, versions, redacted, undoneSince }: ToUndo): UndoPlan {
  const versionsOf = Map.groupBy(versions, fact => keyText(fact.kind, fact))
  const ineffective = ineffectiveIn(undoneSince)
  const changes: UndoChange[] = []
  const left: LeftFact[] = []
  for (const [key, own] of Map.groupBy(facts, fact => keyText(fact.kind, fact))) {
    const fate = fateOf(own, versionsOf.get(key) ?? [], { n, isRedacted: redacted.has(key), ineffective })
    if (typeof fate === 'string') left.push(...own.map(fact => ({ fact, why: fate })))
    else changes.push(...fate)
  }
  const count = (change: UndoChange['change']) => changes.filter(each => each.change === change).length
  return {
    changes,
    left,
    counts: { restored: count('restored'), withdrawn: count('withdrawn'), left: left.length },
  }
}

/** The numbers of the versions that an undoing made as if they had never been, its own among them. */
function ineffectiveIn(undoneSince: ToUndo['undoneSince']): ReadonlySet<number> {
  const numbers = new Set<number>()
  for (const { facts, by } of undoneSince) {
    const keys = new Set(by.map(fact => keyText(fact.kind, fact)))
    for (const fact of [...facts, ...by]) if (keys.has(keyText(fact.kind, fact))) numbers.add(fact.seq)
  }
  return numbers
}

type Circumstances = {
  readonly n: number
  readonly isRedacted: boolean
  readonly ineffective: ReadonlySet<number>
}

/** What the undoing adds about one thing that the import spoke of, or why it adds nothing. */
function fateOf(
  own: readonly Fact[],
  versions: readonly Fact[],
  { n, isRedacted, ineffective }: Circumstances,
): readonly UndoChange[] | WhyLeft {
  if (isRedacted) return 'redacted'
  const [first, last] = [own[0] as Fact, own.at(-1) as Fact]
  const before = versions.filter(each => each.seq < first.seq)
  const since = versions.filter(each => each.seq > last.seq)
  if (since.some(each => !ineffective.has(each.seq))) return 'changed-since'
  // What came and went since has left versions of its own days, which are to say the same as before too.
  const [earliest = ''] = own.map(each => each.knownOn).sort()
  const days = new Set([...own, ...since].map(each => each.knownOn).filter(day => day >= earliest))
  const changes: UndoChange[] = []
  for (const day of [...days].sort()) {
    const old = latestAt(versions, day) ?? first
    const prior = latestAt(before, day)
    const change = prior ? restored(prior, old, day) : withdrawal(old, day, n)
    if (!change) return 'cannot-be-withdrawn'
    changes.push(change)
  }
  return changes
}

function restored(prior: Fact, old: Fact, knownOn: string): UndoChange {
  const { kind, payload, from } = prior
  return {
    fact: { ...keyOf(prior.owner, keyPartsOf(prior)), kind, knownOn, payload, from } as NewFact,
    change: 'restored',
    old,
  }
}

function withdrawal(old: Fact, knownOn: string, n: number): UndoChange | null {
  const payload = withdrawn(old, `import ${n} was undone`)
  if (payload === null) return null
  const from = { document: '', file: `undoing of import ${n}`, place: '' }
  const fact = { ...keyOf(old.owner, keyPartsOf(old)), kind: old.kind, knownOn, payload, from } as NewFact
  return { fact, change: 'withdrawn', old }
}

function keyPartsOf({ indicator, geography, breakdown, period, version, name }: Fact) {
  return { indicator, geography, breakdown, period, version, name }
}
