/** The tables beside invented records: inhabitants, councils, areas, postcodes and stays in hospital. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { wholeFrom } from '../../shared/chance.ts'
import { type Band, bands, type Council, known, type Synthesis } from './invented.ts'
import { dayText } from './rows.ts'
import { inhabitants } from './values.data.ts'

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A line of a CSV file. */
export const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\n`

/** Writes a table into a folder. */
export function table(folder: string, name: string, rows: readonly (readonly string[])[]): void {
  writeFileSync(join(folder, name), rows.map(line).join(''))
}

const placesEach = 7

/** Writes the tables beside the records. */
export function besides(asked: Synthesis, councils: readonly Council[]): void {
  table(asked.folder, 'populations.csv', [
    ['la_code', 'age_band', 'population'],
    ...councils.flatMap(council => bands.map(band => [council.code, band, String(council.population[band])])),
  ])
  table(asked.folder, 'group-populations.csv', [
    ['la_code', 'dimension', 'group', 'age_band', 'population'],
    ...councils.flatMap(council => bands.flatMap(band => groupsOf(council, band))),
  ])
  table(asked.folder, 'postcodes.csv', [
    ['postcode', 'area_code', 'area_name'],
    ...councils.flatMap(({ areas }) =>
      areas.flatMap(({ code, name, postcodes }) => postcodes.map(postcode => [postcode, code, name])),
    ),
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

/** How many of a council's inhabitants in an age band are in each group: those of each kind of group sum to all. */
function groupsOf({ code, population, areas }: Council, band: Band): string[][] {
  const shares = { ...inhabitants[band], area: areas.map(({ name, share }) => [share, name] as const) }
  return Object.entries(shares).flatMap(([dimension, groups]) => {
    const parts = sharedOut(
      population[band],
      groups.map(([share]) => share),
    )
    return groups.map(([, group], at) => [code, dimension, group, band, String(parts[at])])
  })
}

/** A whole number shared out by weights: the parts sum to it, and each is less than one from its exact share. */
function sharedOut(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  let sum = 0
  let given = 0
  return weights.map(weight => {
    sum += weight
    const part = Math.round((total * sum) / all) - given
    given += part
    return part
  })
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
