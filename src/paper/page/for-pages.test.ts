import { expect, test } from 'vitest'
import { card, dashboard, everything } from '../examples.ts'
import type { Block, Figure, Section } from '../outline/types.ts'
import { columnWidths, heldTogether } from './column-widths.ts'
import { forPages } from './for-pages.ts'

const room = 483
const withSmall = (section: Section): Section => {
  const main = section.blocks.find(block => block.block === 'figure') as Figure
  const small: Figure = { ...main, id: 'small', size: 'small', table: { ...main.table, id: 'small-values' } }
  return { ...section, blocks: [...section.blocks, small] }
}

test('forPages() moves the values of a smaller chart to an appendix, and the card leads to them', () => {
  const { sections } = forPages({ ...everything, sections: [withSmall(card(0))] }, room)
  expect(sections).toHaveLength(2)
  expect(sections[1]?.heading).toBe('Appendix A: Figures behind the charts')
  expect(sections[1]?.blocks.map(block => 'id' in block && block.id)).toContain('small-values')
  const runs = sections[0]?.blocks.flatMap(block => (block.block === 'paragraph' ? block.text : [])) ?? []
  expect(runs.map(run => run.to)).toContain('#small-values')
})

test('forPages() sets few words between landscape pages on pages of their kind, and many on their own', () => {
  const words = (text: string): Section => {
    const blocks: Block[] = [{ block: 'paragraph', text: [{ text }] }]
    return { id: 'a', heading: 'A', kind: 'criteria', orientation: 'portrait', newPage: false, blocks }
  }
  const between = (text: string) =>
    forPages({ ...everything, sections: [card(0), words(text), card(1)] }, room).sections[1]?.orientation
  expect(between('few')).toBe('landscape')
  expect(between('many '.repeat(800))).toBe('portrait')
})

test('heldTogether() keeps month and year on one line where there is room', () => {
  const column = (heading: string) => ({ heading, align: 'right', isRowHeader: false, width: 1 }) as const
  const table = { ...dashboard(0), columns: [column('Mar 16'), column('Apr 16')], rows: [] }
  expect(heldTogether(table, 200).columns[0]?.heading).toBe('Mar\u00a016')
  expect(heldTogether(table, 40)).toBe(table)
  expect(columnWidths(heldTogether(table, 200), 200)).toHaveLength(2)
})
