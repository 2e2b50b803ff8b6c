import { expect, test } from 'vitest'
import { hiddenInOds } from './ods-hidden.ts'

test('hiddenInOds() finds hidden sheets by their style and hidden rows by themselves', () => {
  const { sheets, rows } = hiddenInOds(`
    <style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
    <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
    <table:table table:name="A" table:style-name="ta1">
      <table:table-column/><table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
      <table:table-row table:visibility="collapse"/><table:table-row/><table:table-row table:visibility="filter"/>
    </table:table>
    <table:table table:name="B" table:style-name="ta2"><table:table-row/></table:table>`)
  expect([...sheets]).toEqual([1])
  expect([...rows]).toEqual([[0, [4, 6]]])
})

test('hiddenInOds() finds nothing in a file of another kind', () => {
  expect(hiddenInOds('')).toEqual({ sheets: new Set(), rows: new Map() })
})
