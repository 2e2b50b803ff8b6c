import { expect, test } from 'vitest'
import { refuseTooManyCells } from './count-cells.ts'
import { defaultLimits } from './limits.ts'

const limits = { ...defaultLimits, workbookCells: 6 }
const check = (name: string, xml: string) => () => refuseTooManyCells(new Map([[name, Buffer.from(xml)]]), limits)

test('refuseTooManyCells() counts the cells of sheets and of nothing else', () => {
  expect(check('xl/worksheets/sheet1.xml', '<c r="A1"/>'.repeat(6))).not.toThrow()
  expect(check('xl/worksheets/sheet1.xml', '<c r="A1"/>'.repeat(7))).toThrow(/more than 6 cells/)
  expect(check('xl/styles.xml', '<c r="A1"/>'.repeat(7))).not.toThrow()
})

test('refuseTooManyCells() counts repeated cells of OpenDocument as often as they are repeated, unless they are empty', () => {
  const cell = (more: string, end = '>') => `<table:table-cell${more}${end}`
  const row = (cells: string, times: number) =>
    `<table:table-row table:number-rows-repeated="${times}">${cells}</table:table-row>`
  const columns = (times: number) => ` table:number-columns-repeated="${times}"`
  expect(check('content.xml', row(cell(columns(3)), 2))).not.toThrow()
  expect(check('content.xml', row(cell(columns(4)), 2))).toThrow(/more than 6 cells/)
  expect(check('content.xml', row(cell(`${columns(4)} office:value-type="float"`, '/>'), 2))).toThrow(
    /more than 6 cells/,
  )
  expect(check('content.xml', row(cell(columns(16_384), '/>'), 1_048_576))).not.toThrow()
})
