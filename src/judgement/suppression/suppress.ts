/** Which figures must not be shown, so that nobody can be recognised by a small number. */
import { compareText } from '../../shared/compare-text.ts'
import { equationsOf, runningSeries } from './equations.ts'
import { countIn, type Figure, type Measures, mayBeHidden, roles } from './figures.ts'
import { isFree, type Web, webOf } from './freedom.ts'
import { impliedCounts } from './implied-counts.ts'
import { type Quantities, type Quantity, quantitiesOf } from './quantities.ts'

export type SuppressionSettings = {
  /** Counts of people above 0 and below this are small. */
  readonly below: number
  /** Other counts of people in breakdowns are rounded to multiples of this. */
  readonly roundTo: number
}

/** What national statistics of adult social care do. */
export const defaultSuppressionSettings: SuppressionSettings = { below: 5, roundTo: 5 }

/**
 * The figures of one publication that are suppressed: those that print a small count of people, or a percentage or rate
 * from one, and as many more as it takes that no hidden count can be worked out to fewer than five possible values, by
 * sums over categories, differences of neighbouring periods, or other measures that print the same count. Zero is no
 * small count and is never hidden.
 */
export function suppressedFigures(published: readonly Figure[], measures: Measures): ReadonlySet<Figure> {
  if (!published.some(figure => mayBeHidden(figure, measures.get(figure.measure)))) return new Set()
  // In one order, whichever they came in, so that the same figures are always hidden.
  const figures = inOrderOf(published, nameOf)
  const quantities = quantitiesOf(figures, measures)
  hideSmall(quantities)
  hideSmallDifferences(figures, measures, quantities)
  const equations = equationsOf(figures, measures, quantities)
  const web = webOf(equations)
  const rests = [...web.keys()].filter(each => each.state === 'never' && isSmall(each.value, each.below))
  const small = quantities.all.filter(each => each.state === 'hidden')
  const toProtect = [...inOrderOf(small, each => each.name()), ...rests]
  // Each that is hidden to protect another needs protecting too; hiding more never takes freedom from one before.
  for (const quantity of toProtect) {
    while (!isFree(quantity, web)) {
      const further = nextToHide(quantity, web)
      if (!further) break
      further.state = 'hidden'
      toProtect.push(further)
    }
  }
  const hidden = new Set([...hiddenFigures(quantities), ...smallByImplication(figures, measures)])
  return withRelated(hidden, figures, measures)
}

function nameOf({ measure, geography, breakdown, period, version }: Figure): string {
  return [measure, geography, breakdown, period, version].join('|')
}

function inOrderOf<T>(list: readonly T[], nameOfOne: (one: T) => string): T[] {
  return list
    .map(one => ({ one, name: nameOfOne(one) }))
    .sort((a, b) => compareText(a.name, b.name))
    .map(({ one }) => one)
}

/** Whether a count of people is too small to be shown. */
function isSmall(count: number, below: number): boolean {
  return count > 0 && count < below
}

/** Percentages and rates without counts, from which a small count follows with a denominator that stands elsewhere. */
function smallByImplication(figures: readonly Figure[], measures: Measures): Figure[] {
  return [...impliedCounts(figures, measures)].flatMap(([figure, count]) => {
    const measure = measures.get(figure.measure)
    return mayBeHidden(figure, measure) && isSmall(count, measure?.below ?? 0) ? [figure] : []
  })
}

function hideSmall({ all }: Quantities): void {
  for (const quantity of all) if (quantity.mayHide && isSmall(quantity.value, quantity.below)) quantity.state = 'hidden'
}

/**
 * Of a count that goes on from April, a figure is shown only when nobody or at least the threshold came since the one
 * shown before it. It looks back and never forward, so that the next paper does not show what this one hides.
 */
function hideSmallDifferences(figures: readonly Figure[], measures: Measures, quantities: Quantities): void {
  const own = Map.groupBy(figures, figure => [figure.measure, figure.geography, figure.version].join('|'))
  for (const group of own.values()) {
    const measure = measures.get(group[0]?.measure ?? '')
    for (const series of measure ? roles.flatMap(role => runningSeries(group, measure, role, quantities)) : []) {
      let shown = 0
      for (const { quantity, soFar } of series) {
        if (quantity.mayHide && isSmall(soFar - shown, quantity.below)) quantity.state = 'hidden'
        if (quantity.state !== 'hidden') shown = soFar
      }
    }
  }
}

/** The smallest count whose hiding may help: the nearest first, and a whole only when no part is left. */
function nextToHide(quantity: Quantity, web: Web): Quantity | null {
  const seen = new Set([quantity])
  for (let ring = [quantity]; ring.length > 0; ) {
    const equations = new Set(ring.flatMap(each => web.get(each) ?? []))
    const wholes = new Set([...equations].map(equation => equation.whole))
    const beside = [...new Set([...equations].flatMap(({ parts, whole }) => [...parts, whole]))]
    const [best] = beside
      .filter(each => each.state === 'published' && each.mayHide)
      .sort(
        (a, b) => Number(wholes.has(a)) - Number(wholes.has(b)) || a.value - b.value || compareText(a.name(), b.name()),
      )
    if (best) return best
    ring = beside.filter(each => each.state !== 'published' && !seen.has(each))
    for (const each of ring) seen.add(each)
  }
  return null
}

function hiddenFigures({ all }: Quantities): ReadonlySet<Figure> {
  return new Set(all.filter(each => each.state === 'hidden').flatMap(each => each.figures))
}

/** A figure without counts of its own goes with one on the same subject: from the one, the other could be worked out. */
function withRelated(hidden: ReadonlySet<Figure>, figures: readonly Figure[], measures: Measures): ReadonlySet<Figure> {
  if (hidden.size === 0) return hidden
  const at = (measure: string, { geography, breakdown, period }: Figure) =>
    [measure, geography, breakdown, period].join('|')
  const places = new Set([...hidden].map(figure => at(figure.measure, figure)))
  const relatives = (slug: string) => [
    ...(measures.get(slug)?.related ?? []),
    ...[...measures].filter(([, measure]) => measure.related.includes(slug)).map(([other]) => other),
  ]
  const more = figures.filter(figure => {
    const measure = measures.get(figure.measure)
    if (!measure || !mayBeHidden(figure, measure) || !figure.value) return false
    const isWithout = measure.people.numerator && countIn(figure, measure, 'numerator') === null
    return isWithout && relatives(figure.measure).some(slug => places.has(at(slug, figure)))
  })
  return new Set([...hidden, ...more])
}
