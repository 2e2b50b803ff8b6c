/** How a council's place among others reads in a paper. */
import type { ComparedRow } from '../../../../answers/compared/types.ts'
import type { GroupPlace, MeasureComparison, PaperComparison } from '../../../../answers/paper-comparison/types.ts'
import { ownerOf } from '../../../../answers/wording.ts'
import { valueInWords } from '../../../../judgement/value/value-in-words.ts'
import { roundedText } from '../../../../shared/rounding.ts'
import { capitalised, dayInWords, grouped, listed } from '../../../../shared/words.ts'
import { paragraph, sentence, strong } from '../../say.ts'
import type { Block } from '../../types.ts'

/** A number of a group at the decimals of its measure. */
export function atDecimals(value: number, { decimals }: Pick<ComparedRow, 'decimals'>): string {
  return grouped(roundedText(value, decimals))
}

/** The same with its unit. */
export function withItsUnit(value: number, { unit, decimals }: Pick<ComparedRow, 'decimals' | 'unit'>): string {
  return valueInWords(roundedText(value, decimals), unit)
}

/** A measure as a heading names it, its code first. */
export function nameOf({ row }: Pick<MeasureComparison, 'row'>): string {
  return row.code === '' ? row.name : `${row.code} ${row.name}`
}

/** The council as a sentence names it. */
export const councilIn = ({ council }: PaperComparison) => ownerOf(council)

/** Which way a measure went since the last time, or why nobody can say. */
export function directionInWords(council: string, { row, before }: MeasureComparison): string {
  const now = `${withItsUnit(Number(row.value), row)} in ${row.period}`
  if (!before) return `${council}: ${now}. Which way it goes cannot be told: ${sentence(row.since)}`
  const then = `${withItsUnit(before.value, row)} in ${before.period}`
  if (row.direction === 'no_change') return `${council}: no change, ${now} as in ${before.period}.`
  if (row.isUnclear) return `${council}: ${now}, after ${then}; the change is no larger than chance explains.`
  const way = row.direction ?? (before.value < Number(row.value) ? 'higher' : 'lower')
  return `${council}: ${way}, from ${then} to ${now}.`
}

/** How the figure stands to England's: by more than chance explains, or only in numbers. */
export function againstEngland({ row }: MeasureComparison): string {
  const { england, standing, reason } = row.significance
  if (england === null) return ''
  const whole = withItsUnit(england, row)
  if (standing === 'similar') return `England had ${whole}; the difference is no larger than chance explains.`
  if (standing !== null) return `That is significantly ${standing} than England, which had ${whole}.`
  return `England had ${whole}; whether the difference is more than chance cannot be told, as ${reason}.`
}

/** The place in a group, what the group comes to, and whether the council is far out of it. */
export function placeInWords(council: string, { inWords, row, figures, outlier, asked }: GroupPlace): string {
  if (!figures) return `No figure of ${inWords} is known.`
  const where = row.place ? `${capitalised(row.place)} in ${inWords}` : `In ${inWords}`
  const middle = `the median of its ${grouped(String(figures.councils))} councils with a figure is ${withItsUnit(figures.median, row)}`
  const far =
    outlier === null
      ? ''
      : ` An outlier: ${council} lies far ${outlier === 'low' ? 'below' : 'above'} ${asked === 'england' ? 'most councils' : 'the others of the group'}.`
  return `${where}; ${middle}.${far}`
}

/** Where the figures come from. */
export function sourcesInWords({ documents }: PaperComparison): Block[] {
  if (documents.length === 0) return []
  const named = documents.map(({ title, publisher, day }) => `${title} (${publisher}, ${dayInWords(day)})`)
  return [paragraph(`Figures: ${listed(named)}. All figures are the publishers’ own.`)]
}

/** That figures were not known by the meeting, said before any of them; nothing where all were. */
export function laterInWords({ documents }: PaperComparison, meetingDay: string): Block[] {
  if (!documents.some(({ day }) => day > meetingDay)) return []
  return [
    paragraph([
      strong('Published later. '),
      `These figures were published after ${dayInWords(meetingDay)}, and may hold later corrections. They are of years that had ended by then. Apart from comparisons that say so, nothing in this paper was known later than that day.`,
    ]),
  ]
}

/** Measures that could not be compared, each reason once, and groups that are not known. */
export function leftOutInWords({ without, missingGroups }: PaperComparison): string[] {
  return [
    ...[...Map.groupBy(without, each => each.because)].map(
      ([because, own]) => `${own.map(({ name }) => name).join('; ')}: ${sentence(because)}`,
    ),
    ...missingGroups.map(group =>
      group === 'neighbours'
        ? 'Nearest neighbours: their list is not in the register, so there is no place among them.'
        : `The group ${group} is not in the register, so there is no place in it.`,
    ),
  ]
}
