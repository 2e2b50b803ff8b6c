/** The counts of people behind published figures: each once, however many measures print it. */
import { compareText } from '../../shared/compare-text.ts'
import { lastMonth } from '../../shared/period/period.ts'
import { areOfOneLength, countIn, type Figure, type Measures, mayBeHidden, type Role, roles } from './figures.ts'

/** A number of people that is published, hidden, or never printed and only the difference of others. */
export type Quantity = {
  /** What tells it from all others, for an order that is always the same; worked out for the few that need one. */
  readonly name: () => string
  readonly value: number
  state: 'published' | 'hidden' | 'never'
  /** Whether it may be hidden: not a zero, and not what another publication shows already. */
  readonly mayHide: boolean
  /** Counts above 0 and below this are small. */
  readonly below: number
  /** The figures that print it. */
  readonly figures: readonly Figure[]
}

export type Quantities = {
  readonly all: readonly Quantity[]
  readonly of: (figure: Figure, role: Role) => Quantity | null
}

type Count = { readonly figure: Figure; readonly role: Role; readonly value: number }
/** One count of a measure at every place and time. */
type Column = { readonly label: string; readonly measure: string; readonly counts: ReadonlyMap<string, Count> }

/** The quantities of published figures. */
export function quantitiesOf(figures: readonly Figure[], measures: Measures): Quantities {
  const counts = figures.flatMap(figure =>
    roles.flatMap((role): Count[] => {
      const measure = measures.get(figure.measure)
      const value = measure ? countIn(figure, measure, role) : null
      return value === null || value < 0 ? [] : [{ figure, role, value }]
    }),
  )
  const same = new Groups<Count>()
  joinPeriodsThatEndTogether(counts, measures, same)
  joinMeasures(columnsOf(counts, measures), measures, same)
  const made = { numerator: new Map<Figure, Quantity>(), denominator: new Map<Figure, Quantity>() }
  const quantities = [...Map.groupBy(counts, each => same.rootOf(each)).values()].map(group => {
    const quantity = quantityOf(group, measures)
    for (const { figure, role } of group) made[role].set(figure, quantity)
    return quantity
  })
  return { all: quantities, of: (figure, role) => made[role].get(figure) ?? null }
}

function quantityOf(group: readonly Count[], measures: Measures): Quantity {
  const belows = group.map(({ figure }) => measures.get(figure.measure)?.below ?? null)
  const value = group[0]?.value ?? 0
  return {
    name: () => group.map(nameOf).sort(compareText)[0] ?? '',
    value,
    state: 'published',
    // What one publication shows already, no other can hide.
    mayHide: value > 0 && group.every(({ figure }) => mayBeHidden(figure, measures.get(figure.measure))),
    below: Math.max(...belows.map(below => below ?? 0)),
    figures: group.map(({ figure }) => figure),
  }
}

function nameOf({ figure, role }: Count): string {
  return [figure.measure, role, figure.geography, figure.breakdown, figure.period, figure.version].join('|')
}

function placeOf({ geography, breakdown, version }: Figure): string {
  return [geography, breakdown, version].join('|')
}

/** March, the last quarter and the year are one count, unless each counts what happened in it alone. */
function joinPeriodsThatEndTogether(counts: readonly Count[], measures: Measures, same: Groups<Count>): void {
  const standing = counts.filter(({ figure }) => measures.get(figure.measure)?.kind !== 'in_period')
  const key = ({ figure, role, value }: Count) => [role, placeOf(figure), lastMonth(figure.period), value].join('|')
  for (const own of Map.groupBy(standing, ({ figure }) => figure.measure).values()) {
    if (areOfOneLength(own.map(({ figure }) => figure))) continue
    for (const group of Map.groupBy(own, key).values()) for (const each of group) same.join(group[0] as Count, each)
  }
}

function columnsOf(counts: readonly Count[], measures: Measures): Column[] {
  const counted = counts.filter(({ value }) => value > 0)
  const byMeasure = [...Map.groupBy(counted, ({ figure }) => figure.measure).values()]
  return byMeasure
    .flatMap(group => [...Map.groupBy(group, ({ role }) => role).values()])
    .map(group => {
      const { figure, role } = group[0] as Count
      const label = measures.get(figure.measure)?.labels[role].trim().toLowerCase() ?? ''
      const keyOf = (each: Figure) => [each.geography, each.breakdown, each.period].join('|')
      return { label, measure: figure.measure, counts: new Map(group.map(count => [keyOf(count.figure), count])) }
    })
}

/**
 * Two measures print one count where they call it the same, or where they agree wherever both have it: the register does
 * not say it, and whoever reads both sees it. One shared period is enough, though two counts may be equal by chance in it:
 * then more is hidden than needed, never less, as no count is joined so to one that stays in sight.
 */
function joinMeasures(columns: readonly Column[], measures: Measures, same: Groups<Count>): void {
  const stays = ({ figure }: Count) => !mayBeHidden(figure, measures.get(figure.measure))
  columns.forEach((column, at) => {
    for (const other of columns.slice(at + 1)) {
      if (column.measure === other.measure) continue
      const isNamedAlike = column.label !== '' && column.label === other.label
      const pairs = shared(column, other, isNamedAlike)
      if (pairs.length === 0) continue
      const isSure = isNamedAlike || new Set(pairs.map(([{ figure }]) => figure.period)).size > 1
      for (const [a, b] of pairs) if (isSure || stays(a) === stays(b)) same.join(a, b)
    }
  })
}

function shared(column: Column, other: Column, isNamedAlike: boolean): [Count, Count][] {
  const found: [Count, Count][] = []
  for (const [key, count] of column.counts) {
    const beside = other.counts.get(key)
    if (beside?.value === count.value) found.push([count, beside])
    // Most pairs part at once, and there are many.
    else if (beside && !isNamedAlike) return []
  }
  return found
}

/** Things that are the same as one another. */
class Groups<T> {
  readonly #above = new Map<T, T>()

  rootOf(item: T): T {
    const above = this.#above.get(item)
    return above === undefined ? item : this.rootOf(above)
  }

  join(a: T, b: T): void {
    const [from, to] = [this.rootOf(a), this.rootOf(b)]
    if (from !== to) this.#above.set(from, to)
  }
}
