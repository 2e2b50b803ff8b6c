/** Rows as columns of text, the numeric ones to the right. */
export function textTable(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths = rows.reduce<number[]>((most, row) => {
    row.forEach((cell, at) => {
      most[at] = Math.max(most[at] ?? 0, cell.length)
    })
    return most
  }, [])
  return rows
    .map(row =>
      row
        .map((cell, at) => (right.includes(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
