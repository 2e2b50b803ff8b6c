import type { Reader } from '../../register/index.ts'
import { ownFigures } from '../benchmark/benchmark.ts'
import type { Observation } from '../benchmark/field.ts'
import { findMeasure } from '../national/find-measure.ts'
import { type NationalData, ownOfMeasure, withOwn } from '../national/national-data.ts'
import { askingIn } from './asking.ts'

/**
 * What a council prints of a measure for the lists of councils that it is set among, as members may see it. Its figures of itself are
 * not in it.
 * @param asked the measure as findMeasure() takes it
 * @throws NotFound when there is no such organisation or measure
 */
export async function printedOfLists(
  reader: Reader,
  data: NationalData,
  organisation: string,
  asked: string,
): Promise<readonly Observation[]> {
  const { council } = askingIn(data, organisation)
  const owner = council?.organisation ?? null
  const lists = data.groups.filter(fact => fact.owner === owner).map(fact => fact.name)
  if (!council || owner === null || lists.length === 0) return []
  const indicators = ownOfMeasure(await withOwn(reader, data, owner), owner, findMeasure(data, null, asked).slug)
  if (indicators.length === 0) return []
  const own = await ownFigures(reader, data, council, 'member')
  return own.filter(fact => lists.includes(fact.geography) && indicators.includes(fact.indicator))
}
