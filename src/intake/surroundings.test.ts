import { expect, test } from 'vitest'
import type { Cell, Grid, Problem } from './grid.ts'
import { surroundingsOf } from './surroundings.ts'

const text = (shown: string): Cell => ({ type: shown === '' ? 'empty' : 'text', held: shown, shown })
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'AA', 'AB']
const grid: Grid = {
  file: 'a.csv',
  sheet: '',
  rows: [
    letters.map(letter => text(`heading ${letter}`)),
    letters.map(letter => text(`cell ${letter}`)),
    [text('short')],
  ],
  merged: [],
}
const problem = (row: number | null, column: string): Problem => ({
  level: 'error',
  file: 'a.csv',
  sheet: '',
  row,
  column,
  found: '',
  expected: '',
  code: 'x',
})
const shown = (row: number | null, column: string) => surroundingsOf(problem(row, column), [grid])

test('the cell stands among its neighbours, under their headings, behind the first cell of its row', () => {
  const around = shown(2, 'AA (value)')
  expect(around?.row).toBe(2)
  expect(around?.cells.map(cell => cell.column)).toEqual(['A', 'W', 'X', 'Y', 'Z', 'AA', 'AB'])
  expect(around?.cells.filter(cell => cell.isFaulty)).toEqual([
    { column: 'AA', heading: 'heading AA', shown: 'cell AA', isFaulty: true },
  ])
})

test('a cell that is not there is shown empty where it should stand', () => {
  expect(shown(3, 'C (value)')?.cells.find(cell => cell.isFaulty)).toEqual({
    column: 'C',
    heading: 'heading C',
    shown: '',
    isFaulty: true,
  })
})

test('a row without a named column is shown from its start, with nothing at fault; a heading has none above', () => {
  expect(shown(2, '')?.cells.map(cell => cell.column)).toEqual([...'ABCDEFGHI'])
  expect(shown(2, '')?.cells.some(cell => cell.isFaulty)).toBe(false)
  expect(shown(1, 'B')?.cells.every(cell => cell.heading === '')).toBe(true)
})

test('what is no place in a sheet that was kept has no surroundings', () => {
  expect(shown(null, '')).toBeNull()
  expect(shown(99, 'A')).toBeNull()
  expect(surroundingsOf({ ...problem(2, 'A'), sheet: 'Other' }, [grid])).toBeNull()
})
