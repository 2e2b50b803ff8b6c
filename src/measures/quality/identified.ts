/** The identifiers of faulty records, read again from the file as it was sent: the lake does not know them. */
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import { catalogueRows } from '../lake/catalogue.ts'
import { fieldsOf, placeFields } from '../lake/columns.ts'
import { fingerprint, headOf } from '../lake/head.ts'
import { readKey } from '../lake/key.ts'
import { readLake } from '../lake/lake.ts'
import { pseudonym } from '../lake/pseudonym.ts'
import type { FaultyRecord } from './quality.ts'

/** A faulty record with what the council calls its person; empty where the file gives none. */
export type IdentifiedRecord = FaultyRecord & { readonly nhsNumber: string; readonly localIdentifier: string }

type Asked = { readonly home: string; readonly catalogue: string }

/** The fields by which the person of a row is known. */
const identifying = ['LA_Code', 'NHS_Number', 'LA_Person_Unique_Identifier'] as const
type Row = Readonly<Record<(typeof identifying)[number], string>>

/**
 * Gives the faulty records of a file with the identifiers that stand in it. Every one is made into a pseudonym again and compared
 * with that of the record, so that no row is told of another person.
 * @param original the file as it was sent
 * @throws Error when it is no file that the lake holds, or the key of its pseudonyms is not here
 */
export async function identified(
  { home, catalogue }: Asked,
  records: readonly FaultyRecord[],
  original: string,
): Promise<IdentifiedRecord[]> {
  const lake = readLake(home)
  const key = readKey(home)
  if (lake.keyMark !== pseudonym(key, 'the key itself'))
    throw new Error('The key here is not the one of the records: put the backup of their key in its place')
  const name = basename(original)
  const sha256 = await fingerprint(original)
  const held = lake.submissions.find(each => each.sha256 === sha256)
  if (!held) throw new Error(`${name} is not a file that was imported, byte for byte: name the file as it was sent`)
  const own = records.filter(({ council, file }) => council === held.council && file === held.file)
  if (own.length === 0)
    throw new Error(`The list is of the latest file of each council, and ${name} is none of them, or has no fault`)
  const rows = await rowsOf(original, catalogue, new Set(own.map(({ row }) => row)))
  return own.map(record => {
    const row = rows.get(record.row)
    if (!row || personOf(key, row) !== record.person)
      throw new Error(
        `${name}, row ${record.row}: the person of the row is not the one of the record; nothing was written`,
      )
    return { ...record, nhsNumber: row.NHS_Number, localIdentifier: row.LA_Person_Unique_Identifier }
  })
}

/** The pseudonym of the person of a row; empty where the row names nobody. */
function personOf(
  key: Uint8Array,
  { LA_Code: council, NHS_Number: nhs, LA_Person_Unique_Identifier: local }: Row,
): string {
  const number = nhs.replaceAll(/[ -]/g, '')
  if (number !== '') return pseudonym(key, number)
  return local === '' ? '' : pseudonym(key, `${council}_${local}`)
}

/** The wanted rows of a file; the heading is row 1. */
async function rowsOf(path: string, catalogue: string, wanted: ReadonlySet<number>): Promise<ReadonlyMap<number, Row>> {
  const { delimiter, headings } = headOf(path)
  const { fields } = placeFields(headings, fieldsOf(catalogueRows(catalogue, 'columns.csv')))
  const found = new Map<number, Row>()
  const place = (field: (typeof identifying)[number]) => fields.findIndex(each => each?.field === field)
  const [council, nhs, local] = [place('LA_Code'), place('NHS_Number'), place('LA_Person_Unique_Identifier')]
  const take = async (rows: AsyncIterable<readonly string[]>) => {
    let at = 0
    for await (const cells of rows) {
      at += 1
      if (!wanted.has(at)) continue
      const cell = (column: number) => cells[column]?.trim() ?? ''
      found.set(at, { LA_Code: cell(council), NHS_Number: cell(nhs), LA_Person_Unique_Identifier: cell(local) })
    }
  }
  const reader = parse({ delimiter, bom: true, skip_empty_lines: true, relax_column_count: true })
  const bytes = createReadStream(path)
  if (path.endsWith('.gz')) await pipeline(bytes, createGunzip(), reader, take)
  else await pipeline(bytes, reader, take)
  return found
}
