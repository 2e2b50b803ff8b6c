/** Everything that a reader can add up or take apart: which published counts make up which others. */
import { contains, monthsElapsed, monthsOf, typeOf, yearOf } from '../../shared/period/period.ts'
import { areOfOneLength, categoriesOf, type Figure, type Measure, type Measures, type Role, roles } from './figures.ts'
import type { Quantities, Quantity } from './quantities.ts'

/** The parts add up to the whole. */
export type Equation = { readonly parts: readonly Quantity[]; readonly whole: Quantity }

/** Below this, a difference is the noise of arithmetic. */
const noise = 1e-9

/** All equations between the counts of the figures. */
export function equationsOf(figures: readonly Figure[], measures: Measures, quantities: Quantities): Equation[] {
  const own = [...Map.groupBy(figures, figure => [figure.measure, figure.geography, figure.version].join('|')).values()]
  const within = own.flatMap(group => {
    const measure = measures.get(group[0]?.measure ?? '')
    if (!measure) return []
    return [
      ...roles.flatMap(role => [
        ...categories(group, role, quantities),
        ...(measure.kind === 'in_period' ? sumsOverTime(group, role, quantities) : []),
        ...runningSeries(group, measure, role, quantities).flatMap(series =>
          measure.kind === 'ytd_average' ? [] : increments(series),
        ),
      ]),
      ...shares(group, measure, quantities),
    ]
  })
  return [...within, ...complements(figures, quantities)]
}

/** Each total with each set of categories below it, across one dimension or several. */
function categories(figures: readonly Figure[], role: Role, quantities: Quantities): Equation[] {
  if (figures.every(figure => figure.breakdown === '')) return []
  return [...Map.groupBy(figures, figure => figure.period).values()].flatMap(group => {
    const cells = group.map(figure => ({ figure, categories: categoriesOf(figure.breakdown) }))
    const bySet = [...Map.groupBy(cells, cell => [...cell.categories.keys()].sort().join('; ')).values()]
    return cells.flatMap(total =>
      bySet.flatMap(set => {
        const isBelow = (part: (typeof cells)[number]) =>
          part.categories.size > total.categories.size &&
          [...total.categories].every(([dimension, category]) => part.categories.get(dimension) === category)
        return sumOf(
          set.filter(isBelow).map(({ figure }) => quantities.of(figure, role)),
          quantities.of(total.figure, role),
        )
      }),
    )
  })
}

/** Months to quarters to years, where each counts what happened in it. */
function sumsOverTime(figures: readonly Figure[], role: Role, quantities: Quantities): Equation[] {
  if (areOfOneLength(figures)) return []
  return [...Map.groupBy(figures, figure => figure.breakdown).values()].flatMap(group => {
    const byType = [...Map.groupBy(group, figure => typeOf(figure.period)).values()]
    return group.flatMap(whole =>
      byType.flatMap(shorter => {
        const parts = shorter.filter(part => part.period !== whole.period && contains(whole.period, part.period))
        return sumOf(
          parts.map(part => quantities.of(part, role)),
          quantities.of(whole, role),
        )
      }),
    )
  })
}

/** Parts and their whole; what the parts leave over, if anything, was never printed. Parts that overlap add up to nothing. */
function sumOf(parts: readonly (Quantity | null)[], whole: Quantity | null): Equation[] {
  const known = parts.filter(part => part !== null)
  if (!whole || known.length === 0) return []
  const rest = whole.value - known.reduce((sum, part) => sum + part.value, 0)
  if (rest < -noise) return []
  const left = rest > noise ? [neverPrinted(rest, whole, 'the rest', whole.below)] : []
  return [{ parts: [...known, ...left], whole }]
}

function neverPrinted(value: number, beside: Quantity, what: string, below: number): Quantity {
  return { name: () => `${beside.name()}, ${what}`, value, state: 'never', mayHide: false, below, figures: [] }
}

/** One year of counts that go on from April, in order of time, each as the people counted so far. */
export type Running = readonly { readonly quantity: Quantity; readonly soFar: number }[]

/**
 * The counts of a measure that add up since April, a list a year: those of cumulative figures, and of averages of the
 * year to date times the months passed. Where the kind is not stated, figures that never fall in a year may be such.
 */
export function runningSeries(
  figures: readonly Figure[],
  { kind }: Measure,
  role: Role,
  quantities: Quantities,
): Running[] {
  if (kind !== 'cumulative' && kind !== 'ytd_average' && kind !== 'not_stated') return []
  const inYear = (figure: Figure) => [figure.breakdown, yearOf(figure.period)].join('|')
  return [...Map.groupBy(figures, inYear).values()]
    .map(group =>
      group
        .toSorted((a, b) => monthsOf(a.period).last - monthsOf(b.period).last)
        .flatMap(figure => {
          const quantity = quantities.of(figure, role)
          const times = kind === 'ytd_average' ? monthsElapsed(figure.period) : 1
          return quantity ? [{ quantity, soFar: quantity.value * times }] : []
        }),
    )
    .filter(series => kind !== 'not_stated' || (series.length > 1 && neverFalls(series)))
}

function neverFalls(series: Running): boolean {
  return series.every(({ soFar }, at) => soFar >= (series[at - 1]?.soFar ?? 0))
}

/** What came between two neighbours of a running count. */
function increments(series: Running): Equation[] {
  return series.flatMap(({ quantity }, at): Equation[] => {
    const before = series[at - 1]?.quantity
    const came = quantity.value - (before?.value ?? 0)
    if (!before || before === quantity || came < 0) return []
    return [{ parts: [before, neverPrinted(came, quantity, 'since', 0)], whole: quantity }]
  })
}

/** A numerator is part of its denominator, where the measure is a share. */
function shares(figures: readonly Figure[], { unit, mayExceed100 }: Measure, quantities: Quantities): Equation[] {
  if (unit !== 'percent' || mayExceed100) return []
  return figures.flatMap((figure): Equation[] => {
    const part = quantities.of(figure, 'numerator')
    const whole = quantities.of(figure, 'denominator')
    if (!part || !whole || part === whole || part.value > whole.value) return []
    return [{ parts: [part, neverPrinted(whole.value - part.value, whole, 'others', 0)], whole }]
  })
}

/** Two measures that share out one denominator between them. */
function complements(figures: readonly Figure[], quantities: Quantities): Equation[] {
  const byWhole = Map.groupBy(figures, figure => quantities.of(figure, 'denominator'))
  return [...byWhole].flatMap(([whole, group]) => {
    if (!whole || group.length < 2) return []
    const parts = [...new Set(group.flatMap(figure => quantities.of(figure, 'numerator') ?? []))]
    return parts.flatMap((part, at) =>
      parts
        .slice(at + 1)
        .filter(other => Math.abs(part.value + other.value - whole.value) < noise)
        .map(other => ({ parts: [part, other], whole })),
    )
  })
}
