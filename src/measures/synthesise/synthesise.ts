/** Invented client-level records of any size: files in the form that the import takes, and the tables beside them. */
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { chanceFrom } from '../../shared/chance.ts'
import { catalogueRows } from '../lake/catalogue.ts'
import { fieldsOf } from '../lake/columns.ts'
import { daysLater, quartersBetween } from '../period.ts'
import { besides, line, table } from './besides.ts'
import { type Council, caredFor, councilsOf, known, type Synthesis } from './invented.ts'
import { dayOf, rowsOf, type Sent } from './rows.ts'

export type Synthesised = { readonly files: number; readonly records: number }

/** Where the invented records end when nobody says another day. */
export const usualLastDay = '2026-03-31'

/** The quarters' last days, latest first. */
const quarterEnds = (lastDay: string): string[] =>
  quartersBetween('2024-01-01', lastDay)
    .map(({ end }) => end)
    .reverse()

/** The most files that a council can be asked to send: one for each quarter since the collection was a year old. */
export const mostFiles = (lastDay: string): number => quarterEnds(lastDay).length

/**
 * Writes the records of councils that never were, person by person, so that any number of people needs the same memory. The same
 * seed gives the same bytes. No one in them ever lived: the NHS numbers are kept for tests.
 */
export async function synthesise(asked: Synthesis): Promise<Synthesised> {
  mkdirSync(asked.folder, { recursive: true })
  const fields = fieldsOf(catalogueRows(asked.catalogue, 'columns.csv')).filter(
    ({ field }) => !/^(First|Last)_Name$/.test(field),
  )
  const listed: string[][] = []
  let records = 0
  const councils = councilsOf(asked)
  const all = councils.flatMap(council => filesOf(asked, council))
  for (const [at, file] of all.entries()) {
    asked.progress(at, all.length)
    const counted = { rows: 0 }
    const lines = linesOf(
      asked,
      file,
      fields.map(({ field }) => field),
      counted,
    )
    const heading = line(fields.map(({ label }) => label))
    await write(join(asked.folder, file.name), heading, lines)
    listed.push([
      String(at + 1),
      file.name,
      file.council.code,
      file.council.name,
      file.importedAt,
      String(counted.rows),
    ])
    records += counted.rows
  }
  table(asked.folder, 'submissions.csv', [
    ['load_order', 'file', 'la_code', 'la_name', 'import_timestamp', 'rows'],
    ...listed,
  ])
  besides(asked, councils)
  return { files: all.length, records }
}

type File = { readonly name: string; readonly council: Council; readonly importedAt: string; readonly sent: Sent }

/** The files of a council in the order in which they came. */
function filesOf({ files, lastDay }: Synthesis, council: Council): File[] {
  const file = (end: string, isAgain: boolean): File => {
    const from = `${Number(end.slice(0, 4)) - 1}${end.slice(4)}`
    const importedAt = `${daysLater(end, isAgain ? 33 : 20 + (council.number % 10))} 10:15:20`
    const stamp = importedAt.replace(' ', 'T').replace(/[-:]/g, '')
    const { code, number, areas } = council
    const sent = { council: code, number, from: dayOf(daysLater(from, 1)), to: dayOf(end), isAgain, areas }
    return {
      name: `cld_${council.code}_${end.replaceAll('-', '')}_imported_${stamp}.csv.gz`,
      council,
      importedAt,
      sent,
    }
  }
  const ends = quarterEnds(lastDay).slice(0, files).reverse()
  return [...ends.map(end => file(end, false)), ...(files > 1 ? [file(lastDay, true)] : [])]
}

function* linesOf(
  asked: Synthesis,
  { council, sent }: File,
  fields: readonly string[],
  counted: { rows: number },
): Generator<string> {
  for (let at = 0; at < asked.people; at += 1) {
    const { person, journey } = known(asked, council.number, at)
    const slips = chanceFrom(
      asked.seed * 7 + sent.to * 131 + (sent.isAgain ? 1 : 0) + (council.number * asked.people + at) * 10_007,
    )
    const rows = rowsOf(slips, person, journey.happenings, sent, caredFor(asked, council.number, at, person))
    counted.rows += rows.length
    if (rows.length > 0) yield rows.map(row => line(fields.map(field => row[field] ?? ''))).join('')
  }
}

async function write(path: string, heading: string, lines: Generator<string>): Promise<void> {
  await pipeline(Readable.from(inPieces(heading, lines)), createGzip({ level: 1 }), createWriteStream(path))
}

/** Lines together, since a stream takes long over each piece. */
function* inPieces(heading: string, lines: Generator<string>): Generator<string> {
  let piece = heading
  for (const each of lines) {
    piece += each
    if (piece.length < 65_536) continue
    yield piece
    piece = ''
  }
  yield piece
}
