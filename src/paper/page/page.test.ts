import { expect, test } from 'vitest'
import { textWidth } from '../../charts/drawing/text.ts'
import { card, dashboard, everything } from '../examples.ts'
import type { Block, Table } from '../outline/types.ts'
import { acrossPage } from './across.ts'
import { cardPlan } from './card-plan.ts'
import { breakable, columnWidths, heldTogether } from './column-widths.ts'
import { anchorsOf, byOrientation, inOrder, linkTarget } from './headings.ts'
import { comparedText } from './looks.ts'

const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0)

test('columnWidths() fills the room', () => {
  expect(sum(columnWidths(dashboard(15), 730))).toBeCloseTo(730)
})

test('columnWidths() keeps short words whole beside endless ones', () => {
  const endless = 'w'.repeat(10_000)
  const column = (heading: string) => ({ heading, align: 'left', isRowHeader: false, width: 1 }) as const
  const table: Table = {
    ...dashboard(0),
    columns: [column('a'), column('b'), column('September')],
    rows: [[{ text: endless }, { text: endless }, { text: '1' }]],
  }
  const widths = columnWidths(table, 300)
  expect(sum(widths)).toBeCloseTo(300)
  expect(widths[2]).toBeGreaterThan(50)
})

test('columnWidths() leaves names of rows room beside many long numbers, and still fills the room', () => {
  const long = (text: string) => ({ text, value: 1 })
  const months = dashboard(1).columns.slice(1, 14)
  const table = {
    ...dashboard(1),
    columns: [{ heading: 'Indicator', align: 'left' as const, isRowHeader: true, width: 4.4 }, ...months],
    rows: [[{ text: 'Net spending' }, ...months.map(() => long('£136,523,000'))]],
  }
  const widths = columnWidths(table, 730)
  expect(sum(widths)).toBeCloseTo(730)
  expect(widths[0]).toBeGreaterThan(100)
  expect(Math.min(...widths)).toBeGreaterThan(40)
})

test('columnWidths() keeps numbers whole and lets words give way', () => {
  const months = dashboard(1).columns.slice(1, 14)
  const table = {
    ...dashboard(1),
    columns: [
      { heading: 'Indicator', align: 'left' as const, isRowHeader: true, width: 4.4 },
      ...months,
      { heading: 'Compared', align: 'left' as const, isRowHeader: false, width: 1.6 },
    ],
    rows: [
      [
        { text: `Institutionalisation${'s'.repeat(40)}` },
        ...months.map(() => ({ text: '12,654 [n]', value: 1 })),
        { text: 'Better' },
      ],
    ],
  }
  const widths = columnWidths(heldTogether(table, 754), 754)
  expect(sum(widths)).toBeCloseTo(754)
  const needed = textWidth('12,654', 9, 'bold') + 6
  for (const width of widths.slice(1, 14)) expect(width).toBeGreaterThan(needed)
})

test('breakable() breaks a long number after its commas', () => {
  expect(breakable('£136,523,000', 30, 9)).toBe('£136,\u2028523,\u2028000')
})

test('breakable() leaves words that fit alone', () => {
  expect(breakable('institutionalisation and', 200, 9)).toBe('institutionalisation and')
  expect(breakable('w'.repeat(40), 60, 9)).toContain('\u200b')
})

test('acrossPage() lays periods beside one another, and leaves a long table as it is', () => {
  const figure = everything.sections.flatMap(({ blocks }) => blocks).find(block => block.block === 'figure')
  const turned = figure && acrossPage(figure.table, 730)
  expect(turned?.columns).toHaveLength(14)
  expect(turned?.rows.map(row => row[0]?.text)).toEqual(['Harrowmere', 'Target'])
  expect(turned?.rows[0]?.at(-1)).toEqual(figure?.table.rows.at(-1)?.[1])
  expect(acrossPage(dashboard(60), 730)).toBeNull()
})

test('cardPlan() keeps 11 points or more for a card of the usual length, and gives way for a long one', () => {
  const room = { width: 730, height: 495 }
  expect(cardPlan(card(0), room).size).toBeGreaterThanOrEqual(11)
  expect(cardPlan(card(0, undefined, 4), room).size).toBeLessThan(11)
})

test('inOrder() leaves no level of heading out', () => {
  const heading = (level: 2 | 3) => ({ block: 'heading', level, id: 'a', text: 'a' }) as const
  const levels = inOrder([heading(3), heading(3), heading(2), heading(3)]).map(block => 'level' in block && block.level)
  expect(levels).toEqual([2, 3, 2, 3])
})

test('byOrientation() keeps the order of the sections', () => {
  const groups = byOrientation(everything.sections)
  expect(groups.map(({ flipped }) => flipped)).toEqual([false, true, false])
  expect(groups.flatMap(({ sections }) => sections)).toEqual(everything.sections)
})

test('linkTarget() leads only to what is there, or to the web or mail', () => {
  const anchors = anchorsOf(everything)
  expect(linkTarget('#dashboard', anchors)).toBe('#dashboard')
  expect(linkTarget('#no-such-place', anchors)).toBeUndefined()
  expect(linkTarget('https://www.example.org/a', anchors)).toBe('https://www.example.org/a')
  expect(linkTarget('javascript:alert(1)', anchors)).toBeUndefined()
  expect(linkTarget('file:///etc/passwd', anchors)).toBeUndefined()
})

test('comparedText() says better or worse in words where the text does not', () => {
  expect(comparedText({ text: '+0.4', compared: 'worse' })).toBe('+0.4, worse')
  expect(comparedText({ text: 'worse by 0.4', compared: 'worse' })).toBe('worse by 0.4')
  expect(comparedText({ text: '', compared: 'same' })).toBe('the same')
})

test('cardPlan() shows the whole story once, in its order', () => {
  const section = card(0, undefined, 3)
  const { beside, left, right } = cardPlan(section, { width: 730, height: 507 })
  const words = (blocks: readonly Block[]) =>
    blocks.flatMap(block =>
      block.block === 'heading' ? [block.text] : block.block === 'list' ? block.items.map(item => item[0]?.text) : [],
    )
  expect(words([...beside, ...left, ...right])).toEqual(words(section.blocks))
  for (const column of [beside, left, right]) expect(column.at(-1)?.block).not.toBe('heading')
})
