/** A paper in which whoever fills in the register has written mischief into everything that can be written. */
import { hostile } from '../../src/paper/examples.ts'
import type { Paper } from '../../src/paper/outline/types.ts'

/** Fields of a paper that hold words of the register, wherever they stand in it; numbers and periods as shown are our own. */
const wordFields: ReadonlySet<string> = new Set(
  'title organisation committee status label text heading caption description detail subtitle sentence owner means note'.split(
    ' ',
  ),
)

/** What a spreadsheet would take for a formula, and what would leave its cell. */
export const formulas = ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1+1', '=cmd|" /C calc"!A0'] as const

/** An end of its own to each text, so that columns keep names that differ. */
export function hostileEverywhere(paper: Paper): { paper: Paper; written: string[] } {
  const short = [...formulas, ...hostile.slice(0, 4)]
  const long = hostile[4] as string
  const written: string[] = []
  let at = 0
  const mischief = (field: string) => {
    at += 1
    // Words without an end are few, as each takes pages.
    const isLong = field === 'text' && at % 900 === 0
    const text = isLong ? long : `${short[at % short.length]} ${at}`
    if (field !== 'owner' && field !== 'sentence') written.push(text)
    return text
  }
  const through = (value: unknown, field: string): unknown => {
    // A chart is told its own words by the figure around it, and cuts names that are long.
    if (field === 'chart') return { ...(value as object), owner: mischief('owner'), sentence: mischief('sentence') }
    if (typeof value === 'string') return wordFields.has(field) && value !== '' ? mischief(field) : value
    if (Array.isArray(value)) return value.map(each => through(each, field === 'notes' ? 'note' : field))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, through(each, name)]))
  }
  return { paper: through(paper, '') as Paper, written }
}
