import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asked, askMeasures } from '../../src/measures/ask.ts'
import { askEqualities, type EqualitiesAnswer } from '../../src/measures/equalities/equalities.ts'
import { dimensions } from '../../src/measures/equalities/groups.ts'
import { yearTo } from '../../src/measures/period.ts'
import { takeIn } from '../support/cld-example.ts'
import { type Home, homeIn } from '../support/home.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
let asked: Asked
let answer: EqualitiesAnswer
let home: Home

beforeAll(async () => {
  asked = { ...(await takeIn(folder.path)), span: yearTo('2026-03') }
  answer = await askEqualities(asked, { measures: null, council: null, populations: null })
  home = homeIn(folder.path)
})
afterAll(folder.remove)

test('the total of every table is the figure of the measure, and the groups of every dimension sum to it', async () => {
  const { figures } = await askMeasures(asked, false)
  let compared = 0
  for (const table of answer.tables) {
    const plain = figures.find(
      each =>
        each.council === table.council &&
        each.measure === table.measure &&
        [table.breakdown, `${table.breakdown} | Total`].includes(each.breakdown),
    )
    if (plain) {
      compared += 1
      expect(table.total, table.measure).toMatchObject({ numerator: plain.numerator, denominator: plain.denominator })
    }
    for (const dimension of dimensions) {
      if (dimension === 'area') continue // the example has no look-up of postcodes
      const own = table.groups.filter(row => row.dimension === dimension)
      const sum = (of: 'numerator' | 'denominator') => own.reduce((all, row) => all + (row[of] ?? 0), 0)
      expect(sum('numerator'), `${table.measure} ${dimension}`).toBe(table.total.numerator)
      if (!table.isRate) expect(sum('denominator'), `${table.measure} ${dimension}`).toBe(table.total.denominator)
    }
  }
  expect(compared).toBeGreaterThan(30)
})

test('women and men are those of the official results by sex', async () => {
  const { figures } = await askMeasures(asked, false)
  const bySex = figures.filter(({ breakdown }) => / \| (Female|Male)$/.test(breakdown))
  expect(bySex.length).toBeGreaterThan(10)
  for (const { council, measure, breakdown, numerator, denominator } of bySex) {
    const [band, sex] = breakdown.split(' | ')
    const table = answer.tables.find(
      each => each.council === council && each.measure === measure && each.breakdown === band,
    )
    const row = table?.groups.find(each => each.dimension === 'sex' && each.group === sex)
    expect([row?.numerator ?? 0, row?.denominator ?? 0], `${council} ${measure} ${breakdown}`).toEqual([
      numerator,
      denominator,
    ])
  }
})

test('cld equalities: JSON for officers, and a table for the public in which no small number stands', async () => {
  type Told = readonly { measure: string; groups: readonly { numerator: number | null }[] }[]
  const command = ['cld', 'equalities', '--measure', '2E', '--month', '2026-03', '--council', '901']
  const officer: Told = await home.json(command)
  expect(officer.map(({ measure }) => measure)).toEqual(['ASCOF 2E', 'ASCOF 2E'])
  expect(officer.some(({ groups }) => groups.some(({ numerator }) => numerator !== null && numerator % 5 !== 0))).toBe(
    true,
  )
  const csv = await home.text([...command, '--csv', '--audience', 'public'])
  expect(csv).toContain('[c]')
  const [heading, ...lines] = csv.trim().split(/\r?\n/)
  const at = heading?.split(',').indexOf('numerator') ?? -1
  const numerators = lines.map(line => line.replaceAll(/"[^"]*"/g, '').split(',')[at])
  expect(numerators.filter(each => each !== '[c]' && Number(each) % 5 !== 0)).toEqual([])
})

test('the inhabitants of groups give their rates; a wrong table of them is told by its row', async () => {
  const file = join(folder.path, 'inhabitants.csv')
  const lines = ['Female,65 and above,9000', 'Male,65 and above,8000', 'Other,65 and above,50']
  writeFileSync(file, ['dimension,group,age_band,population', ...lines.map(line => `sex,${line}`)].join('\n'))
  const command = ['cld', 'equalities', '--measure', '2C', '--month', '2026-03', '--council', '901']
  type Told = readonly { groups: readonly { dimension: string; group: string; value: string | null }[] }[]
  const told: Told = await home.json([...command, '--populations', file])
  const rows = told[0]?.groups ?? []
  expect(
    rows
      .filter(({ dimension }) => dimension === 'sex')
      .every(({ group, value }) => (value === null) === (group === 'Not known')),
  ).toBe(true)
  expect(rows.filter(({ dimension }) => dimension === 'ethnicity').every(({ value }) => value === null)).toBe(true)
  writeFileSync(file, 'dimension,group,age_band,population\nsex,Women,65 and above,9000\n')
  const ran = await home.run([...command, '--populations', file])
  expect(ran).toMatchObject({ code: 1 })
  expect(ran.stderr).toContain('row 2: there is no group “Women” of sex')
})

test('a measure or council that there is not is told', async () => {
  for (const [more, says] of [
    [['--measure', '9Z'], 'There is no measure 9Z; there are ASCOF 2A'],
    [['--measure', '2A', '--council', 'Nowhere'], 'There are no records of a council Nowhere'],
    [['--measure', '2A', '--audience', 'friends'], '--audience takes public, member'],
    [['--measure', '2A', '--month', 'March'], '--month takes a month written as 2025-12'],
  ] as const) {
    const ran = await home.run(['cld', 'equalities', ...more])
    expect(ran.code).toBeGreaterThan(0)
    expect(ran.stderr).toContain(says)
  }
})
