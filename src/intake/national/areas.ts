import type { Row } from '../exchange/read-table.ts'

/** An area as the catalogue of national figures has it. */
export type Area = {
  readonly slug: string
  readonly name: string
  readonly type: string
  readonly cassrCode: string
  readonly from: string
  readonly to: string
}

/** How a publisher names an area: parts that its file does not have are empty. */
export type NamedArea = { readonly onsCode: string; readonly cassrCode: string; readonly name: string }

/** Finds the areas of publishers' files. */
export type Areas = {
  /** The area that a file means in a year; null where the catalogue has none of that code or name. */
  readonly find: (named: NamedArea, period: string) => Area | null
}

const onsPattern = /^[A-Z]\d{8}$/

/**
 * Areas by their codes and names. A council that changed its code without changing its number (809 is Dorset before and after
 * 2019) is found by either code, as the one that there was in the year; areas that were split or merged stay apart.
 * @param rows those of the table geographies
 */
export function areasOf(rows: readonly Row[]): Areas {
  const byCode = new Map<string, Area>()
  const byName = new Map<string, Area>()
  const byCassr = new Map<string, Area[]>()
  for (const { values } of rows) {
    const area: Area = {
      slug: String(values['geography']),
      name: String(values['name']),
      type: String(values['type']),
      cassrCode: String(values['cassr_code']),
      from: String(values['from']),
      to: String(values['to']),
    }
    const aliases = aliasesIn(String(values['aliases']))
    for (const code of [String(values['ons_code']), ...aliases.filter(each => onsPattern.test(each))])
      if (code !== '') byCode.set(code, area)
    for (const name of [area.name, ...aliases]) byName.set(tidyName(name), area)
    if (area.cassrCode !== '') byCassr.set(area.cassrCode, [...(byCassr.get(area.cassrCode) ?? []), area])
  }
  const inYear = (area: Area, period: string): Area => {
    if (isThere(area, period)) return area
    return (byCassr.get(area.cassrCode) ?? []).find(each => isThere(each, period)) ?? area
  }
  return {
    find({ onsCode, cassrCode, name }, period) {
      const found = onsPattern.test(onsCode)
        ? byCode.get(onsCode)
        : (byCassr.get(cassrCode)?.[0] ?? byName.get(tidyName(name)))
      return found ? inYear(found, period) : null
    },
  }
}

/** The codes and names that stand in one cell. */
function aliasesIn(text: string): string[] {
  return text
    .split(';')
    .map(each => each.trim())
    .filter(each => each !== '')
}

/** Years in canonical form are in the order of their texts. */
function isThere({ from, to }: Area, period: string): boolean {
  return (from === '' || from <= period) && (to === '' || period <= to)
}

function tidyName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
}
