import { zipSync } from 'fflate'
import { exportFacts } from '../../intake/exchange/export/export-facts.ts'
import { tables } from '../../intake/exchange/tables.data.ts'
import type { Reader } from '../../register/index.ts'
import { NotFound } from '../not-found.ts'
import type { Moment } from '../types.ts'

/** The earliest day that a zip can hold: the same facts give the same bytes. */
const noDay = '1980-01-01T00:00:00'

/**
 * An analyst's own copy: every fact of an organisation that was known at the moment, superseded ones too, as tables of the exchange
 * format in a zip. For officers: nothing is suppressed in it.
 * @throws NotFound when nothing is known of the organisation at the moment
 */
export async function ownCopy(
  reader: Reader,
  owner: string,
  { asAt, recordedBefore }: Moment,
): Promise<Uint8Array<ArrayBuffer>> {
  const kinds = tables.map(({ kind }) => kind)
  const all = await reader.history(kinds, { owner })
  const facts = all.filter(
    fact => fact.knownOn <= asAt && (recordedBefore === undefined || fact.recordedAt < recordedBefore),
  )
  if (facts.length === 0) throw new NotFound(`Nothing is known of an organisation called ${owner} on ${asAt}`)
  const encoder = new TextEncoder()
  const files = Object.fromEntries([...exportFacts(facts)].map(([name, text]) => [name, encoder.encode(text)]))
  return new Uint8Array(zipSync(files, { mtime: noDay }))
}
