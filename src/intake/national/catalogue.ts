import { codeKey } from '../../shared/measure-code.ts'
import type { Row } from '../exchange/read-table.ts'
import { type Areas, areasOf } from './areas.ts'

/** What publishers' files are read by: the areas, the measures by the codes of each edition, and the documents. */
export type NationalCatalogue = {
  readonly areas: Areas
  /** The slug of the measure that a publisher's framework calls by this code; null where it has none. */
  readonly measure: (owner: string, framework: string, code: string) => string | null
  /** Whether it is a measure of the yearly survey of people who use services. */
  readonly isUserSurvey: (owner: string, measure: string) => boolean
  readonly hasMeasure: (owner: string, measure: string) => boolean
  readonly hasSource: (owner: string, document: string) => boolean
}

/** The catalogue that the tables of catalogue/national hold. */
export function catalogueOf(rows: readonly Row[]): NationalCatalogue {
  const of = (kind: Row['table']['kind']) => rows.filter(row => row.table.kind === kind)
  const codes = new Map(
    of('membership').map(({ values }) => [
      [values['owner'], values['framework'], codeKey(String(values['reference']))].join(' '),
      String(values['indicator']),
    ]),
  )
  const data = new Map(
    of('indicator').map(({ values }) => [`${values['owner']} ${values['indicator']}`, String(values['data_source'])]),
  )
  const sources = new Set(of('source').map(({ values }) => `${values['owner']} ${values['document']}`))
  return {
    areas: areasOf(of('geography')),
    measure: (owner, framework, code) => codes.get([owner, framework, codeKey(code)].join(' ')) ?? null,
    isUserSurvey: (owner, measure) => data.get(`${owner} ${measure}`) === 'Adult Social Care Survey',
    hasMeasure: (owner, measure) => data.has(`${owner} ${measure}`),
    hasSource: (owner, document) => sources.has(`${owner} ${document}`),
  }
}
