import { counted } from '../../shared/words.ts'
import type { Lake } from '../lake/lake.ts'

const how =
  'a table postcode, area_code, area_name, taken in by “tidemark cld import”. The postcodes of records are read on the way in and not kept'

/**
 * Why people of some councils have no area, or not the latest look-up's, and what to do, as sentences; nothing where every file was
 * taken in with the look-up that counts.
 * @param hasAreas whether anybody of them has an area
 */
export function areasKnown(
  { submissions, references }: Lake,
  councils: readonly string[],
  hasAreas: boolean,
): string[] {
  const own = submissions.filter(({ council }) => councils.includes(council))
  const lookUp = references.postcodes?.path ?? null
  const placed = own.filter(({ areasFrom }) => areasFrom != null)
  if (lookUp === null && placed.length === 0)
    return [
      `There is no breakdown by area: no look-up says in which area a postcode lies. Give one, and then the files of records again: ${how}`,
    ]
  const late = own.filter(({ areasFrom }) => areasFrom !== lookUp)
  if (late.length > 0)
    return [
      `Areas are missing or old for ${counted(late.length, 'file')} of ${own.length}, taken in before the look-up of postcodes that counts now. Import the same files again: the records stay, and get their areas`,
    ]
  return hasAreas
    ? []
    : ['There is no breakdown by area: no postcode of the records is in the look-up, which may be of another place']
}
