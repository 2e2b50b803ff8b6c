import { signIcon } from '../../charts/signal-icons/signal-icons.ts'
import type { Cell, Column, Sign, Table } from '../outline/types.ts'
import { lookOf } from '../page/looks.ts'
import { attribute, bodyText, hidden } from './text.ts'

const shapes = {
  circle: 'M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10z',
  triangle: 'M6 .8L11.6 11H.4z',
  diamond: 'M6 .2L11.8 6L6 11.8L.2 6z',
} as const

const arrows = { better: 'M2 10L10 2M4 2h6v6', worse: 'M2 2L10 10M4 10h6V4', same: 'M1 6h10M7 2l4 4l-4 4' } as const
const comparedWords = { better: 'better', worse: 'worse', same: 'the same' } as const

/** The shape of a rating, which words beside it name. */
export function ratingShape(rating: NonNullable<Cell['rating']>): string {
  return `<svg class="mark ${rating.toLowerCase()}" viewBox="0 0 12 12" width="10" height="10" aria-hidden="true"><path d="${shapes[lookOf(rating).shape]}"/></svg>`
}

/** A sign of signal, which the words beside it say. */
export function signHtml(sign: Sign): string {
  return `<span class="sign" aria-hidden="true">${signIcon(sign)}</span>`
}

/** A table with its caption and headers; a wide one can be moved sideways where the page is narrow. */
export function tableHtml(table: Table): string {
  const { id, caption, description, columns, rows, size } = table
  const inner = [
    `<table id="${attribute(id)}" class="${size}">`,
    `<caption id="${attribute(id)}-caption">${bodyText(caption)}${hidden(`. ${description}`)}</caption>`,
    `<colgroup>${columns.map(({ isRowHeader }) => (isRowHeader ? '<col class="names">' : '<col>')).join('')}</colgroup>`,
    `<thead><tr>${columns.map(heading).join('')}</tr></thead>`,
    `<tbody>${rows.map(row => rowHtml(row, columns)).join('\n')}</tbody>`,
    '</table>',
  ].join('\n')
  if (size === 'text') return inner
  return [
    '<p class="sideways" aria-hidden="true">Move the table sideways to see all its columns</p>',
    `<section class="scroll" tabindex="0" aria-labelledby="${attribute(id)}-caption">\n${inner}\n</section>`,
  ].join('\n')
}

/** The shares of the width that a table's columns take, as rules of a stylesheet. */
export function columnRules({ id, columns }: Table): string {
  const all = columns.reduce((sum, column) => sum + column.width, 0)
  return columns
    .map(({ width }, at) => `#${id} col:nth-child(${at + 1}){width:${Math.round((width / all) * 10_000) / 100}%}`)
    .join('\n')
}

function heading({ heading: text, align }: Column): string {
  return `<th scope="col"${align === 'right' ? ' class="number"' : ''}>${bodyText(text)}</th>`
}

function rowHtml(row: readonly Cell[], columns: readonly Column[]): string {
  const cells = row.map((cell, at) => {
    const column = columns[at]
    if (column?.isRowHeader) return `<th scope="row">${cellText(cell)}</th>`
    const classes = [
      ...(column?.align === 'right' ? ['number'] : []),
      ...(cell.rating ? ['rated', cell.rating.toLowerCase()] : []),
      ...(cell.compared ? ['compared', cell.compared] : []),
    ]
    return `<td${classes.length === 0 ? '' : ` class="${classes.join(' ')}"`}>${cellText(cell)}</td>`
  })
  return `<tr>${cells.join('')}</tr>`
}

function cellText(cell: Cell): string {
  const noted = bodyText(cell.text).replace(/\[note (\d+)\]/g, '<a class="note" href="#note-$1">[note $1]</a>')
  const value = cell.value === undefined ? noted : `<data value="${cell.value}">${noted}</data>`
  const shown = cell.strong ? `<strong>${value}</strong>` : value
  // As in print: the arrow of a comparison stands before what is compared.
  const compared = comparedText(cell)
  return [cell.sign ? signHtml(cell.sign) : '', compared.before, shown, ratingText(cell), compared.after]
    .filter(Boolean)
    .join(' ')
}

function ratingText({ rating }: Cell): string {
  if (!rating) return ''
  const { letter } = lookOf(rating)
  return `<span class="letter" aria-hidden="true">${ratingShape(rating)}${letter}</span>${hidden(rating)}`
}

function comparedText({ compared, text }: Cell): { before: string; after: string } {
  if (!compared) return { before: '', after: '' }
  const arrow = `<svg class="arrow" viewBox="0 0 12 12" width="10" height="10" aria-hidden="true"><path d="${arrows[compared]}"/></svg>`
  const isSaid = new RegExp(`\\b(?:${comparedWords[compared]}|no change)\\b`, 'i').test(text)
  return { before: arrow, after: isSaid ? '' : `<span class="said">${comparedWords[compared]}</span>` }
}
