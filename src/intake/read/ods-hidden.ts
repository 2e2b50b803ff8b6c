const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]{0,1000})"`).exec(tag)?.[1] ?? ''

/**
 * The sheets (from 0) and rows (from 1) of what an OpenDocument sheet does not show, which the library does not tell:
 * a sheet is hidden through its style, a row by itself.
 */
export function hiddenInOds(content: string): {
  sheets: ReadonlySet<number>
  rows: ReadonlyMap<number, readonly number[]>
} {
  const styles = new Set<string>()
  const sheets = new Set<number>()
  const rows = new Map<number, number[]>()
  let style = ''
  let sheet = -1
  let row = 0
  for (const [tag, name] of content.matchAll(
    /<(style:style|style:table-properties|table:table|table:table-row)(?=[\s/>])[^<>]*>/g,
  )) {
    if (name === 'style:style') style = attribute(tag, 'style:name')
    else if (name === 'style:table-properties') {
      if (attribute(tag, 'table:display') === 'false') styles.add(style)
    } else if (name === 'table:table') {
      sheet += 1
      row = 0
      if (styles.has(attribute(tag, 'table:style-name'))) sheets.add(sheet)
    } else {
      if (/^(collapse|filter)$/.test(attribute(tag, 'table:visibility')))
        rows.set(sheet, [...(rows.get(sheet) ?? []), row + 1])
      row += Number(attribute(tag, 'table:number-rows-repeated') || 1)
    }
  }
  return { sheets, rows }
}
