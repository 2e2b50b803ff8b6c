/** Invented client-level records of any size: files in the form that the import takes, and the tables beside them. */
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type Chance, chanceFrom, wholeFrom } from '../../shared/chance.ts'
import { catalogueRows } from '../lake/catalogue.ts'
import { fieldsOf } from '../lake/columns.ts'
import { collectionStart } from '../main-table.ts'
import { daysLater, quartersBetween } from '../period.ts'
import { homeOf, type Journey, journeyOf } from './journey.ts'
import { type Person, personFrom } from './person.ts'
import { dayOf, dayText, rowsOf, type Sent } from './rows.ts'

export type Synthesis = {
  /** The folder of the catalogue, whose list of columns gives the headings. */
  readonly catalogue: string
  readonly councils: number
  /** How many people each council knows. */
  readonly people: number
  /** How many files each council sends: rolling years, a quarter apart; the last of several is sent again, mended. */
  readonly files: number
  readonly seed: number
  /** The last day of the latest file: that of a quarter. */
  readonly lastDay: string
  /** What the first council is called, and how many people live there; null: invented too. */
  readonly first: InventedCouncil | null
  readonly folder: string
  readonly progress: (done: number, total: number) => void
}

/** A council that never was, by the name that somebody gives it. */
type InventedCouncil = {
  readonly code: string
  readonly name: string
  readonly population: Readonly<Record<(typeof bands)[number], number>>
}

export type Synthesised = { readonly files: number; readonly records: number }

/** Where the invented records end when nobody says another day. */
export const usualLastDay = '2026-03-31'

const daysOf = ({ lastDay }: Pick<Synthesis, 'lastDay'>) => ({ from: dayOf(collectionStart), to: dayOf(lastDay) })

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

type Council = InventedCouncil & { readonly number: number; readonly area: string }

/** The councils by their numbers from 0: the first as it was asked for, the others invented. */
function councilsOf({ councils, people, first }: Synthesis): Council[] {
  return Array.from({ length: councils }, (_, number) => {
    const code = String(901 + number)
    const population = { '18 to 64': people * 24, '65 and above': people * 7 }
    const own = number === 0 && first ? first : { code, name: `Invented council ${number + 1}`, population }
    return { ...own, number, area: `E0690${code.padStart(4, '0')}` }
  })
}

type File = { readonly name: string; readonly council: Council; readonly importedAt: string; readonly sent: Sent }

/** The files of a council in the order in which they came. */
function filesOf({ files, lastDay }: Synthesis, council: Council): File[] {
  const file = (end: string, isAgain: boolean): File => {
    const from = `${Number(end.slice(0, 4)) - 1}${end.slice(4)}`
    const importedAt = `${daysLater(end, isAgain ? 33 : 20 + (council.number % 10))} 10:15:20`
    const stamp = importedAt.replace(' ', 'T').replace(/[-:]/g, '')
    const sent = { council: council.code, from: dayOf(daysLater(from, 1)), to: dayOf(end), isAgain }
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

type Known = { readonly chance: Chance; readonly person: Person; readonly journey: Journey }

/** A person of a council, the same in each of its files; some are known to the council before too, as they moved. */
function known(asked: Synthesis, council: number, at: number): Known {
  const { people, seed } = asked
  const days = daysOf(asked)
  const hasMoved = council > 0 && at < people * 0.01
  const number = council * people + at
  const chance = chanceFrom(seed * 1_000_003 + number)
  const person = personFrom(chance, number, days)
  const before = hasMoved ? personFrom(chanceFrom(seed * 1_000_003 + number - people), number - people, days) : person
  const journey = journeyOf(chance, person, days)
  return { chance, person: { ...person, nhsNumber: before.nhsNumber, home: homeOf(chance, journey) }, journey }
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

/** Whom a carer cares for: the local numbers of people of the same council. */
function caredFor({ people }: Synthesis, council: number, at: number, { clientType }: Person): string[] {
  if (clientType === 'Service user') return []
  const other = (place: number) => `S${council * people + ((at + place) % people)}`
  return at % 9 === 0 ? [other(1), other(2)] : [other(1)]
}

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const line = (cells: readonly string[]) => `${cells.map(cell).join(',')}\n`

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

function table(folder: string, name: string, rows: readonly (readonly string[])[]): void {
  writeFileSync(join(folder, name), rows.map(line).join(''))
}

const bands = ['18 to 64', '65 and above'] as const
const placesEach = 7

/** Populations, councils, areas and hospital spells. */
function besides(asked: Synthesis, councils: readonly Council[]): void {
  table(asked.folder, 'populations.csv', [
    ['la_code', 'age_band', 'population'],
    ...councils.flatMap(council => bands.map(band => [council.code, band, String(council.population[band])])),
  ])
  table(asked.folder, 'councils.csv', [
    ['la_code', 'la_name', 'area_code'],
    ...councils.map(({ code, name, area }) => [code, name, area]),
  ])
  table(asked.folder, 'areas.csv', [
    ['LSOA_2011_Code', 'UTLA_2023_Code', 'UTLA_2023_Name'],
    ...councils.flatMap(council =>
      Array.from({ length: placesEach }, (_, n) => [placeOf(council, n), council.area, council.name]),
    ),
  ])
  table(asked.folder, 'hospital-spells.csv', [
    [
      'NHS_Number',
      'APCS_Ident',
      'APCS_Last_Ep_Ind',
      'Admission_Date',
      'Discharge_Date',
      'Month_of_Birth',
      'Year_of_Birth',
      'Sex',
      'LSOA_2011_Code',
      'Admission_Method',
      'Discharge_Method',
      'Discharge_Destination',
      'Management_Type',
      'Treatment_Function_Code',
    ],
    ...councils.flatMap(council => spellsOf(asked, council)),
  ])
}

const placeOf = ({ number }: Council, n: number): string => `E010${901 + number}${n}`

/** The stays in hospital of a council's people, some with codes that no measure counts, or none. */
function spellsOf(asked: Synthesis, council: Council): string[][] {
  const all: string[][] = []
  for (let at = 0; at < asked.people; at += 1) {
    const { chance, person, journey } = known(asked, council.number, at)
    if (person.nhsNumber === '' || person.born === null) continue
    const [year, month] = dayText(person.born).split('-')
    for (const { admitted, discharged } of journey.stays) {
      const rare = (usual: string, other: string) => (chance() < 0.04 ? other : usual)
      all.push([
        person.nhsNumber,
        `AP${council.number}-${all.length + 1}`,
        rare('1', '2'),
        dayText(admitted),
        dayText(discharged),
        String(Number(month)),
        year ?? '',
        person.gender === 'Male' ? '1' : '2',
        placeOf(council, wholeFrom(chance, 0, placesEach - 1)),
        rare('21', '31'),
        rare('1', '4'),
        rare('19', ''),
        rare('EM', 'DC'),
        rare('300', '501'),
      ])
    }
  }
  return all
}
