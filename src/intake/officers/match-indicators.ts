import { entryOf, type Polarity, polarities, type Unit } from '../../shared/codes.ts'
import { compareText } from '../../shared/compare-text.ts'
import { listed } from '../../shared/words.ts'
import type { Problem } from '../grid.ts'
import { excerpt, problemOf } from '../read/problems.ts'
import type { OfficerRow, Recognised } from './recognised.ts'

/** What the register knows of an indicator, as far as a sheet can name or contradict it. */
export type KnownIndicator = {
  readonly slug: string
  readonly name: string
  readonly shortName: string
  readonly polarity: Polarity
  readonly unit: Unit
}

export type Matched = {
  /** The slug of the indicator that a row's label names. */
  readonly matched: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
}

/**
 * Which indicator each row names: by its full name, else its short name, else its slug, whatever the capitals and signs. What is
 * unknown comes with the nearest names; what contradicts the register is told.
 */
export function matchIndicators(recognised: Recognised, known: readonly KnownIndicator[]): Matched {
  const matched = new Map<string, string>()
  const problems: Problem[] = []
  const tell = (row: number, code: string, level: Problem['level'], found: string, expected: string) =>
    problems.push(
      problemOf(recognised.file, code, expected, { sheet: recognised.sheet, row, level, found: excerpt(found) }),
    )
  const names = byName(known)
  const labels = new Map<string, string>()
  for (const row of recognised.blocks.flatMap(block => block.rows)) {
    const candidates = names.map(each => each.get(normal(row.label)) ?? []).find(each => each.length > 0) ?? []
    const [indicator] = candidates
    if (indicator === undefined) {
      tell(row.row, 'unknown-indicator', 'error', row.label, unknownInWords(row.label, known))
    } else if (candidates.length > 1) {
      const slugs = listed(candidates.map(({ slug }) => slug))
      tell(
        row.row,
        'ambiguous-indicator',
        'error',
        row.label,
        `names several indicators: ${slugs}; write the slug of the one that is meant`,
      )
    } else {
      const before = labels.get(indicator.slug)
      if (before !== undefined && before !== row.label)
        tell(
          row.row,
          'repeated-indicator',
          'error',
          row.label,
          `names ${indicator.slug}, as “${excerpt(before)}” does already; keep one of the two`,
        )
      labels.set(indicator.slug, row.label)
      matched.set(row.label, indicator.slug)
      for (const fault of contradictions(row, indicator))
        tell(row.row, fault.code, fault.level, row.label, fault.expected)
    }
  }
  return { matched, problems }
}

type Named = ReadonlyMap<string, readonly KnownIndicator[]>

function byName(known: readonly KnownIndicator[]): Named[] {
  const keys = [
    (each: KnownIndicator) => each.name,
    (each: KnownIndicator) => each.shortName,
    (each: KnownIndicator) => each.slug,
  ]
  return keys.map(key =>
    Map.groupBy(
      known.filter(each => normal(key(each)) !== ''),
      each => normal(key(each)),
    ),
  )
}

/** A name by its words alone. @example normal('% People  (65+)') // 'percent people 65+' */
function normal(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/%|\bpercentage\b|\bper cent\b/g, ' percent ')
    .replaceAll('&', ' and ')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim()
}

function unknownInWords(label: string, known: readonly KnownIndicator[]): string {
  const near = known
    .map(each => ({ each, likeness: Math.max(likeness(label, each.name), likeness(label, each.shortName)) }))
    .filter(({ likeness }) => likeness >= 0.4)
    .sort((a, b) => b.likeness - a.likeness || compareText(a.each.slug, b.each.slug))
    .slice(0, 3)
    .map(({ each }) => `“${excerpt(each.name, 100)}” (${each.slug})`)
  return near.length === 0
    ? 'is no indicator of the register; add it there first, or write the name as the register has it'
    : `is no indicator of the register; the nearest ${near.length === 1 ? 'is' : 'are'} ${listed(near)}; write the name as the register has it, or add the indicator first`
}

/** How much two names have in common, from 0 to 1: the words in both as a share of those in each. */
function likeness(a: string, b: string): number {
  const left = new Set(normal(a).split(' '))
  const right = new Set(normal(b).split(' '))
  if (b === '') return 0
  return (2 * [...left].filter(word => right.has(word)).length) / (left.size + right.size)
}

type Fault = { readonly code: string; readonly level: Problem['level']; readonly expected: string }

function contradictions(row: OfficerRow, indicator: KnownIndicator): Fault[] {
  const faults: Fault[] = []
  const label = (polarity: Polarity) => entryOf(polarities, polarity).label
  if (row.polarity !== null && row.polarity !== indicator.polarity)
    faults.push({
      code: 'polarity-differs',
      level: 'warning',
      expected: `the sheet says “${label(row.polarity)}” and the register “${label(indicator.polarity)}”; the register's counts`,
    })
  if (row.percent && indicator.unit !== 'percent')
    faults.push({
      code: 'unit-differs',
      level: 'error',
      expected: `the figures are percentages and ${indicator.slug} is none in the register; put one of the two right`,
    })
  const figures = row.values.flatMap(({ value }) => (value === null ? [] : [Math.abs(Number(value))]))
  if (
    !row.percent &&
    indicator.unit === 'percent' &&
    figures.some(figure => figure > 0) &&
    figures.every(figure => figure <= 1)
  )
    faults.push({
      code: 'unit-differs',
      level: 'error',
      expected: 'the figures look like shares of 1 and the indicator is a percentage; show the cells as percentages',
    })
  return faults
}
