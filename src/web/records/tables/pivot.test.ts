import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { root } from '../../../../test/support/source-files.ts'
import type { Row } from '../../../measures/engine.ts'
import { type Grid, gridsOf } from './pivot.ts'

/** A table of the example, as the official scripts give it, of one council and year. */
function example(name: string): Row[] {
  const path = join(root, 'test/fixtures/cld/example/expected', name)
  const bytes = readFileSync(path)
  const text = name.endsWith('.gz') ? gunzipSync(bytes) : bytes
  const rows: Record<string, string>[] = parse(text, { columns: true })
  return rows.filter(row => (row['la_code'] ?? '901') === '901' && row['period'] !== '1 Apr 24 - 31 Mar 25')
}

const total = (rows: readonly Row[], column: string) => rows.reduce((sum, row) => sum + Number(row[column]), 0)
const sumOf = ({ rows }: Grid) => Number(rows.find(({ isSum }) => isSum)?.cells.at(-1) ?? rows[0]?.cells.at(-1))

/** What is inside a grid adds up to its sums, downwards and across. */
function addsUp({ title, columns, rows }: Grid): void {
  const sums = rows.find(({ isSum }) => isSum)
  const inside = rows.filter(row => row !== sums)
  for (const { cells, heading } of rows) {
    expect(cells, `${title}, ${heading}`).toHaveLength(columns.length)
    if (cells.length > 1)
      expect(
        cells.slice(0, -1).reduce<number>((sum, cell) => sum + Number(cell), 0),
        heading,
      ).toBe(cells.at(-1))
  }
  sums?.cells.forEach((cell, at) => {
    expect(
      inside.reduce((sum, row) => sum + Number(row.cells[at]), 0),
      `${title}, ${columns[at]}`,
    ).toBe(cell)
  })
}

test.each([
  ['lts003', 'salt_lts003.csv', 'carers'],
  ['lts004', 'salt_lts004.csv', 'people'],
  ['sts001', 'salt_sts001.csv', 'rows'],
  ['sts002a', 'salt_sts002a.csv', 'rows'],
  ['2d-combinations', 'ascof_2d_combinations.csv', 'clusters'],
  ['2a-outcomes', 'ascof_2a_by_outcome.csv', 'clusters'],
] as const)('%s counts everybody of its long rows once, and adds up', (slug, file, count) => {
  const rows = example(file)
  const grids = gridsOf(slug, rows)
  expect(grids.length).toBeGreaterThan(0)
  grids.forEach(addsUp)
  expect(grids.reduce((sum, grid) => sum + sumOf(grid), 0)).toBe(total(rows, count))
})

test.each(['lts001a', 'lts001b'] as const)('%s has each part of the published table, and loses nobody', slug => {
  const rows = example('salt_lts001.csv.gz').filter(row => String(row['table']).toLowerCase().startsWith(slug))
  const grids = gridsOf(slug, rows)
  grids.forEach(addsUp)
  expect(grids.map(sumOf)).toEqual(
    [...Map.groupBy(rows, row => row['table']).values()].map(own => total(own, 'people')),
  )
  expect(grids[0]).toMatchObject({ title: 'Table 1a: people of 18 to 64', rowHeading: 'Primary support reason' })
  expect(grids[0]?.columns.slice(0, 3)).toEqual(['Nursing', 'Residential', 'Community: direct payment'])
  expect(grids[0]?.rows.map(({ heading }) => heading)).toContain('Social support: Asylum seeker support')
})

test('groups that overlap, and medians, are not summed', () => {
  const [first, ...others] = gridsOf('2d-1', example('ascof_2d_part1.csv'))
  expect(first?.columns.slice(0, 3)).toEqual(['Stayed at home', 'Spells', 'Share, %'])
  expect(first?.rows.at(-1)).toMatchObject({ heading: 'All', isSum: true })
  expect(others.map(({ title }) => title)).toContain('Every council of these records: all')
  const waits = gridsOf('waiting-times', example('waiting_times.csv'))
  expect(waits.map(({ title }) => title)).toEqual(['Days to the first response', 'Days to the first service'])
  expect(waits[0]?.rows.at(-1)).toEqual({ heading: 'From 1 April 2023', cells: [null, null, 6, 9] })
  expect(waits.flatMap(({ rows }) => rows.filter(({ isSum }) => isSum))).toEqual([])
})

test('a value that no list knows is shown by its own name, after the others', () => {
  const rows = [
    { support_provided: 'Something new', carers: 2 },
    { support_provided: 'Direct Payment only', carers: 3 },
  ]
  expect(gridsOf('lts003', rows)[0]?.rows.slice(-2)).toEqual([
    { heading: 'Something new', cells: [2] },
    { heading: 'All', cells: [5], isSum: true },
  ])
  expect(gridsOf('lts003', [])).toEqual([])
})
