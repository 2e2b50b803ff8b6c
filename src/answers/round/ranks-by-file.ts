/** Printed ranks worked out again from the publishers' files. */
import type { Reader } from '../../register/index.ts'
import type { Fact } from '../../shared/facts.ts'
import { decimalsOf, roundedText } from '../../shared/rounding.ts'
import { benchmark, loadFigures } from '../benchmark/benchmark.ts'
import { askingIn, type Comparing } from '../compared/asking.ts'
import { findGroup } from '../national/find-group.ts'
import { loadNational, measureOfOwn, withOwn } from '../national/national-data.ts'
import { NotFound } from '../not-found.ts'
import type { Moment } from '../types.ts'
import { placeOf } from './rank-changes.ts'
import type { RankByFile } from './types.ts'

/** A rank of so many councils, with the figure that it goes by. */
type Placed = {
  readonly rank: number
  readonly of: number | null
  /** As its document prints it; null where it prints none. */
  readonly value: string | null
}

/** All that publishers give at a moment, which pages keep for whoever asks next. */
export type PublishersFiles = (moment: Moment) => Promise<Pick<Comparing, 'data' | 'figures'>>

type Asked = {
  readonly owner: string
  readonly moment: Moment
  readonly ranks: readonly Fact<'rank'>[]
  /** Left out: what is needed of them is loaded. */
  readonly files?: PublishersFiles | undefined
}

/**
 * How a printed rank is to be worked out from the publishers' files that are known at a moment; undefined where none is, or the
 * organisation is not among their councils.
 * @param printed what the document prints of the organisation by indicator and period
 */
export async function ranksByFile(
  reader: Reader,
  { owner, moment, ranks, files }: Asked,
  printed: (indicator: string, period: string) => string | null,
): Promise<((rank: Fact<'rank'>) => RankByFile) | undefined> {
  if (ranks.length === 0) return undefined
  const kept = await files?.(moment)
  const data = kept ? await withOwn(reader, kept.data, owner) : await loadNational(reader, moment, owner)
  const council = data.areas.size === 0 ? null : askingIn(data, owner).council
  if (!council) return undefined
  const measures = new Map(ranks.map(({ indicator }) => [indicator, measureOfOwn(data, owner, indicator)]))
  const needed = [...new Set([...measures.values()].filter(each => each !== null))]
  const figures = kept?.figures ?? (await loadFigures(reader, data, null, needed))
  if (needed.every(slug => (figures.get(slug)?.published ?? []).length === 0)) return undefined
  return ({ indicator, period, name, payload }) => {
    const slug = measures.get(indicator) ?? null
    const known = slug === null ? undefined : figures.get(slug)
    if (slug === null || !known) return { rank: '', says: 'not checkable here: the files do not have it' }
    try {
      const measure = { slug, code: '', edition: '', own: null }
      const asked = { council, measure, group: findGroup(data, council, name), period }
      const { rank, shown } = benchmark(data, known, { ...asked, withoutDraws: true, withoutHistory: true })
      if (!rank || shown === null) return notThere(period)
      const value = printed(indicator, period)
      const says = besidePrinted({ rank: payload.rank, of: payload.of, value }, { ...rank, value: shown })
      return { rank: placeOf(rank.rank, rank.of, rank.tied), says }
    } catch (error) {
      if (!(error instanceof NotFound)) throw error
      return notThere(period)
    }
  }
}

function notThere(period: string): RankByFile {
  return { rank: '', says: `not checkable here: no figure of ${period} in the files` }
}

/** How a rank by the files agrees with the printed one; where it does not, what of the two is different. */
export function besidePrinted(printed: Placed, again: Placed): string {
  const isRevised = printed.value !== null && again.value !== null && isOther(printed.value, again.value)
  const revised = isRevised ? `value revised from ${printed.value} to ${again.value}` : ''
  const more = printed.of === null || again.of === null ? 0 : again.of - printed.of
  const councils =
    more === 0
      ? ''
      : `${Math.abs(more)} ${more > 0 ? 'more' : 'fewer'} ${Math.abs(more) === 1 ? 'council' : 'councils'} in the file`
  const differs = [revised, councils].filter(Boolean).join('; ')
  if (again.rank === printed.rank) return ['the same place', differs].filter(Boolean).join('; ')
  return differs === '' ? 'other councils’ figures were revised' : differs
}

/** Whether two values differ at the decimals of the one that has fewer. */
function isOther(one: string, other: string): boolean {
  const decimals = Math.min(decimalsOf(one), decimalsOf(other))
  return roundedText(Number(one), decimals) !== roundedText(Number(other), decimals)
}
