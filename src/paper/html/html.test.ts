import { expect, test } from 'vitest'
import type { Table } from '../outline/types.ts'
import { columnRules, tableHtml } from './table.ts'
import { bodyText, wordsHtml } from './text.ts'

test('bodyText() shows what means something to HTML, and isolates what turns the text around', () => {
  expect(bodyText('a < b & "c"')).toBe('a &lt; b &amp; &quot;c&quot;')
  expect(bodyText('safe \u202eevil')).toBe('<bdi>safe evil</bdi>')
  expect(bodyText('\u0645\u0631\u062d\u0628\u0627')).toBe('<bdi>\u0645\u0631\u062d\u0628\u0627</bdi>')
  expect(bodyText('a\u0000b\u0007')).toBe('ab')
})

test('wordsHtml() leads into the paper, to the web and to a mailbox, and nowhere else', () => {
  expect(wordsHtml([{ text: 'card', strong: true, to: '#card-1' }])).toBe('<a href="#card-1"><strong>card</strong></a>')
  expect(wordsHtml([{ text: 'web', to: 'https://example.org/?a=1&b="' }])).toBe(
    '<a href="https://example.org/?a=1&amp;b=&quot;">web</a>',
  )
  expect(
    wordsHtml([
      { text: 'run', to: 'javascript:x' },
      { text: ' ', to: '#empty' },
    ]),
  ).toBe('run ')
})

const table: Table = {
  block: 'table',
  id: 'values',
  caption: 'Values',
  description: 'A row for each indicator.',
  columns: [
    { heading: 'Indicator', align: 'left', isRowHeader: true, width: 3 },
    { heading: 'Mar 17', align: 'right', isRowHeader: false, width: 1 },
  ],
  rows: [
    [{ text: 'Delays' }, { text: '3.56 [r]', value: 3.56, rating: 'Red', strong: true }],
    [{ text: 'Reviews' }, { text: '17.5 [note 1]', value: 17.5, compared: 'better' }],
  ],
  size: 'text',
}

test('tableHtml() names columns and rows, says ratings in words and keeps the number behind the text', () => {
  const html = tableHtml(table)
  expect(html).toContain('<th scope="col" class="number">Mar 17</th>')
  expect(html).toContain('<th scope="row">Delays</th>')
  expect(html).toContain('<td class="number rated red"><strong><data value="3.56">3.56 [r]</data></strong>')
  expect(html).toContain('<span class="hidden">Red</span>')
  expect(html).toContain('<a class="note" href="#note-1">[note 1]</a>')
  expect(html).toMatch(
    /<td class="number compared better"><svg class="arrow".*<\/svg> .*17\.5.* <span class="said">better<\/span>/,
  )
  expect(tableHtml({ ...table, size: 'wide' })).toContain(
    '<section class="scroll" tabindex="0" aria-labelledby="values-caption">',
  )
})

test('columnRules() shares the width out as the columns ask', () => {
  expect(columnRules(table)).toBe('#values col:nth-child(1){width:75%}\n#values col:nth-child(2){width:25%}')
})
