import { NotFound } from '../not-found.ts'
import type { Council } from './find-council.ts'
import {
  codesOf,
  editionFor,
  editionsOf,
  measureCalled,
  measureOfOwn,
  measuresOf,
  type NationalData,
  publishersOf,
} from './national-data.ts'

/** A national measure as it was asked for. */
export type Measure = {
  readonly slug: string
  /** Its code and the edition that gives it: that which was asked for, else the newest; empty where no edition has it. */
  readonly code: string
  readonly edition: string
  /** The council's own indicator, where that was asked for: its figures then stand for the council. */
  readonly own: string | null
}

/**
 * The measure that is meant: a council's own indicator or a national measure by its slug, or a code. A bare code is of the newest
 * edition, whatever the period; another edition's is written `2022/23:3A`.
 * @throws NotFound when there is none, with what the code meant in other editions
 */
export function findMeasure(data: NationalData, council: Council | null, asked: string): Measure {
  const organisation = council?.organisation ?? null
  if (council && organisation !== null && data.indicators.has(`${organisation} ${asked}`)) {
    const measure = measureOfOwn(data, organisation, asked)
    if (measure === null && publishersOf(data, asked).length === 0)
      throw new NotFound(
        `${asked} is an indicator of ${council.name} alone: no edition of the ASCOF has it, so there is nothing to compare it with`,
      )
    if (measure !== null) return { ...namedBy(data, measure), own: asked }
  }
  if (publishersOf(data, asked).length > 0) return namedBy(data, asked)
  const [, year, code] = /^(?:(\d{4}\/\d{2}):)?(.+)$/.exec(asked.trim()) ?? []
  const newest = editionsOf(data).at(-1) ?? null
  const edition = year === undefined ? newest : editionFor(data, year)
  const found = edition === null ? null : measureCalled(data, edition, String(code))
  if (found) return { slug: found.measure, code: found.code, edition: found.edition, own: null }
  throw new NotFound(missing(data, asked, String(code), edition))
}

function namedBy(data: NationalData, slug: string): Measure {
  const [newest] = codesOf(data, slug)
  return { slug, code: newest?.code ?? '', edition: newest?.edition ?? '', own: null }
}

function missing(data: NationalData, asked: string, code: string, edition: string | null): string {
  const elsewhere = editionsOf(data).flatMap(each => {
    const found = each === edition ? null : measureCalled(data, each, code)
    return found ? [`${each}:${found.code} (${found.measure})`] : []
  })
  const codes = edition === null ? [] : measuresOf(data, edition).map(each => each.code)
  const hint =
    elsewhere.length > 0
      ? `another edition has ${elsewhere.join(', ')}`
      : codes.length > 0
        ? `the edition of ${edition} has ${codes.join(', ')}`
        : 'load the example england, or import the files of publishers'
  return `There is no measure called ${asked}: ${hint}`
}
