/** What the tables of a paper say, in one shape whatever their format: one line for each value. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { plain, type ReadCell, type ReadTable } from './types.ts'

/** Which columns each table has beside those that name its rows, and whether its rows have names. */
export type Shapes = ReadonlyMap<string, { readonly columns: ReadonlySet<string>; readonly isNamed: boolean }>

/** A value with what it belongs to; the number is what the file holds beside the text, null where it holds none. */
export type Fact = { readonly says: string; readonly value: number | null }

type CsvRow = Record<'caption' | 'row' | 'column' | 'text' | 'value' | 'rating' | 'compared', string>

/** The facts of the CSV of a paper, and the shapes of its tables, by which those of other formats are understood. */
export function readCsv(path: string): { facts: Fact[]; shapes: Shapes } {
  const rows = (parse(readFileSync(path), { columns: true }) as CsvRow[]).map(row => ({
    ...row,
    caption: plain(bare(row.caption)),
    row: plain(bare(row.row)),
    column: plain(bare(row.column)),
  }))
  const shapes = new Map<string, { columns: Set<string>; isNamed: boolean }>()
  for (const { caption, row, column } of rows) {
    const shape = shapes.get(caption) ?? { columns: new Set<string>(), isNamed: false }
    shape.columns.add(column)
    shapes.set(caption, { ...shape, isNamed: shape.isNamed || row !== '' })
  }
  const facts = rows.map(({ caption, row, column, text, value, rating, compared }) =>
    fact(caption, row, column, {
      text: `${plain(bare(text))} ${compared}`,
      rating: rating.slice(0, 1),
      value: value === '' ? null : Number(value),
    }),
  )
  return { facts, shapes }
}

/** A text that would be a formula stands behind an apostrophe in a CSV. */
const bare = (text: string) => text.replace(/^'(?=[=+\-@\t\r])/, '')

/** The facts of a table laid out as in the paper, or turned round, periods beside one another. */
export function factsOf(table: ReadTable, shapes: Shapes): Fact[] {
  const { columns, isNamed } = shapes.get(table.caption) ?? { columns: new Set(), isNamed: true }
  const names = isNamed ? table.headings.findIndex(heading => !columns.has(heading)) : -1
  return table.rows.flatMap(row =>
    row.flatMap((cell, at) =>
      at === names ? [] : [fact(table.caption, row[names]?.text ?? '', table.headings[at] ?? '', cell)],
    ),
  )
}

/** The facts of a table of a spreadsheet, where ratings, comparisons and notes have columns of their own. */
export function factsOfTidy(table: ReadTable, shapes: Shapes): Fact[] {
  const caption = [...shapes.keys()].find(each => each === table.caption || table.caption.startsWith(`${each}: `)) ?? ''
  const { columns, isNamed } = shapes.get(caption) ?? { columns: new Set(), isNamed: true }
  const { headings } = table
  const isLong = headings.includes('Value') && !columns.has('Value')
  const of = (row: readonly ReadCell[], heading: string) => row[headings.indexOf(heading)]
  const whole = (row: readonly ReadCell[], heading: string, rating: string, notes: string): ReadCell => {
    const { text = '', value = null } = of(row, heading) ?? {}
    const noted = of(row, notes)?.text.replace(/^–$/, '') ?? ''
    const compared = of(row, `${heading}: better or worse`)?.text.replace(/^–$/, '') ?? ''
    // Where more than a number and symbols stands in a cell, the notes hold all of it.
    const isAllThere = text !== '' && plain(noted.replace(/\[[^\]]*\]/g, '')) === text
    return {
      text: plain(`${isAllThere ? '' : text} ${noted} ${compared}`),
      rating: of(row, rating)?.text.replace('–', '').slice(0, 1) ?? '',
      value,
    }
  }
  const names = isNamed ? headings.findIndex(heading => !columns.has(heading)) : -1
  return table.rows.flatMap(row => {
    const name = row[names]?.text ?? ''
    if (isLong) {
      const column = (of(row, 'Period') ?? of(row, 'Column'))?.text ?? ''
      return [fact(caption, name, column, whole(row, 'Value', 'Rating', 'Notes'))]
    }
    return headings
      .filter(heading => columns.has(heading))
      .map(heading => fact(caption, name, heading, whole(row, heading, `${heading}: rating`, `${heading}: notes`)))
  })
}

/** Which of two a column and a row is depends on how the table is laid, so that their order says nothing. */
function fact(caption: string, row: string, column: string, { text, rating, value }: ReadCell): Fact {
  const place = [inShort(row), inShort(column)].sort().join(' × ')
  const shown = plain(text).replace(/(?:(?:^|,? )(?:better|worse|(?:the )?same|no change))+$/i, '')
  const compared = /better|worse|same|no (?:significant )?change/i.exec(text)?.[0].toLowerCase() ?? ''
  const said = /^(?:same|no (?:significant )?change)$/.test(compared) ? 'same' : compared
  return { says: `${caption} | ${place} = ${shown.replace(/^–$/, '')} (${rating}) [${said}]`, value }
}

const inShort = (name: string) =>
  name.replace(/^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (?:20)(\d\d)$/, '$1 $2')

/** What one list holds and the other does not, each as often as it does. */
export function unmatched(facts: readonly string[], others: readonly string[]): { missing: string[]; more: string[] } {
  const left = [...others]
  const missing = facts.filter(each => {
    const at = left.indexOf(each)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return { missing, more: left }
}
