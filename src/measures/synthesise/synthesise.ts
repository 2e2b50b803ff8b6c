/** Invented client-level records of any size: files in the form that the import takes, and the tables beside them. */
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type Chance, chanceFrom, wholeFrom } from '../../shared/chance.ts'
import { catalogueRows } from '../lake/catalogue.ts'
import { fieldsOf } from '../lake/columns.ts'
import { daysLater, quartersBetween } from '../period.ts'
import { type Journey, journeyOf } from './journey.ts'
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
  readonly folder: string
  readonly progress: (done: number, total: number) => void
}

export type Synthesised = { readonly files: number; readonly records: number }

const lastDay = '2026-03-31'
const days = { from: dayOf('2023-04-01'), to: dayOf(lastDay) }

/** The quarters' last days, latest first. */
const quarterEnds = quartersBetween('2024-01-01', lastDay)
  .map(({ end }) => end)
  .reverse()

/** The most files that a council can be asked to send: one for each quarter since the collection was a year old. */
export const mostFiles = quarterEnds.length

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
  const all = Array.from({ length: asked.councils }, (_, council) => filesOf(asked, council)).flat()
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
      file.sent.council,
      nameOf(file.council),
      file.importedAt,
      String(counted.rows),
    ])
    records += counted.rows
  }
  table(asked.folder, 'submissions.csv', [
    ['load_order', 'file', 'la_code', 'la_name', 'import_timestamp', 'rows'],
    ...listed,
  ])
  besides(asked)
  return { files: all.length, records }
}

type File = { readonly name: string; readonly council: number; readonly importedAt: string; readonly sent: Sent }

const codeOf = (council: number): string => String(901 + council)
const nameOf = (council: number): string => `Invented council ${council + 1}`
const areaOf = (council: number): string => `E0690${codeOf(council).padStart(4, '0')}`

/** The files of a council in the order in which they came. */
function filesOf({ files }: Synthesis, council: number): File[] {
  const file = (end: string, isAgain: boolean): File => {
    const from = `${Number(end.slice(0, 4)) - 1}${end.slice(4)}`
    const importedAt = `${daysLater(end, isAgain ? 33 : 20 + (council % 10))} 10:15:20`
    const stamp = importedAt.replace(' ', 'T').replace(/[-:]/g, '')
    const sent = { council: codeOf(council), from: dayOf(daysLater(from, 1)), to: dayOf(end), isAgain }
    return {
      name: `cld_${codeOf(council)}_${end.replaceAll('-', '')}_imported_${stamp}.csv.gz`,
      council,
      importedAt,
      sent,
    }
  }
  const ends = quarterEnds.slice(0, files).reverse()
  return [...ends.map(end => file(end, false)), ...(files > 1 ? [file(lastDay, true)] : [])]
}

type Known = { readonly chance: Chance; readonly person: Person; readonly journey: Journey }

/** A person of a council, the same in each of its files; some are known to the council before too, as they moved. */
function known({ people, seed }: Synthesis, council: number, at: number): Known {
  const hasMoved = council > 0 && at < people * 0.01
  const number = council * people + at
  const chance = chanceFrom(seed * 1_000_003 + number)
  const person = personFrom(chance, number, days)
  const before = hasMoved ? personFrom(chanceFrom(seed * 1_000_003 + number - people), number - people, days) : person
  const same = { ...person, nhsNumber: before.nhsNumber }
  return { chance, person: same, journey: journeyOf(chance, same, days) }
}

function* linesOf(
  asked: Synthesis,
  { council, sent }: File,
  fields: readonly string[],
  counted: { rows: number },
): Generator<string> {
  for (let at = 0; at < asked.people; at += 1) {
    const { person, journey } = known(asked, council, at)
    const slips = chanceFrom(
      asked.seed * 7 + sent.to * 131 + (sent.isAgain ? 1 : 0) + (council * asked.people + at) * 10_007,
    )
    const rows = rowsOf(slips, person, journey.happenings, sent, caredFor(asked, council, at, person))
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
function besides(asked: Synthesis): void {
  const councils = Array.from({ length: asked.councils }, (_, council) => council)
  const share = (band: string) => asked.people * (band === bands[0] ? 24 : 7)
  table(asked.folder, 'populations.csv', [
    ['la_code', 'age_band', 'population'],
    ...councils.flatMap(council => bands.map(band => [codeOf(council), band, String(share(band))])),
  ])
  table(asked.folder, 'councils.csv', [
    ['la_code', 'la_name', 'area_code'],
    ...councils.map(each => [codeOf(each), nameOf(each), areaOf(each)]),
  ])
  table(asked.folder, 'areas.csv', [
    ['LSOA_2011_Code', 'UTLA_2023_Code', 'UTLA_2023_Name'],
    ...councils.flatMap(council =>
      Array.from({ length: placesEach }, (_, n) => [placeOf(council, n), areaOf(council), nameOf(council)]),
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

const placeOf = (council: number, n: number): string => `E01${codeOf(council).padStart(4, '0')}${n}`

/** The stays in hospital of a council's people, some with codes that no measure counts, or none. */
function spellsOf(asked: Synthesis, council: number): string[][] {
  const all: string[][] = []
  for (let at = 0; at < asked.people; at += 1) {
    const { chance, person, journey } = known(asked, council, at)
    if (person.nhsNumber === '' || person.born === null) continue
    const [year, month] = dayText(person.born).split('-')
    for (const { admitted, discharged } of journey.stays) {
      const rare = (usual: string, other: string) => (chance() < 0.04 ? other : usual)
      all.push([
        person.nhsNumber,
        `AP${council}-${all.length + 1}`,
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
