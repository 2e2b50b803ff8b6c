import { expect, test } from 'vitest'
import { dashboard } from '../dashboard/dashboard.ts'
import { madeUpFramework } from '../made-up.data.ts'
import { exceptions } from './exceptions.ts'

const rulesOf = (settings: Record<string, number>) => {
  const data = madeUpFramework([{ slug: 'stays', cells: { '2017-03': '5' }, targets: { '2017-03': '6' } }], {
    settings,
  })
  return exceptions(data, dashboard(data))
}

test('exceptions() says the rules with the numbers of the framework', () => {
  const standard = rulesOf({})
  expect(standard.rules.map(each => each.label)).toEqual([
    'Off target',
    'Deteriorating',
    'Affects the budget',
    'Affects a corporate risk',
  ])
  expect(standard.rules[0]?.says).toContain('5\u00a0% or more on the wrong side')
  expect(standard.rules[1]?.says).toContain('Worse three times in a row')
  const own = rulesOf({ off_target_from: 0.075, moves_needed: 4 })
  expect(own.rules[0]?.says).toContain('7.5\u00a0% or more')
  expect(own.rules[1]?.says).toContain('Worse four times in a row')
})

test('exceptions() holds those that a rule sends, with every reason', () => {
  expect(
    rulesOf({}).exceptions.map(({ row, reasons }) => [row.indicator.slug, reasons.map(each => each.rule)]),
  ).toEqual([['stays', ['off-target']]])
})
