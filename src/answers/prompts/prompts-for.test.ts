import { expect, test } from 'vitest'
import type { Reader } from '../../register/index.ts'
import type { Audience } from '../../shared/audience.ts'
import { type Fact, keyOf } from '../../shared/facts.ts'
import { madeUpFramework } from '../made-up.data.ts'
import { promptsFor } from './prompts-for.ts'

const data = madeUpFramework([
  { slug: 'waiting', unit: 'count', polarity: 'smaller', decimals: 0, cells: { '2016-03': '30', '2017-03': '41' } },
])
const figure = (breakdown: string, period: string, value: string): Fact<'observation'> =>
  ({
    kind: 'observation',
    ...keyOf('anywhere', { indicator: 'waiting', geography: 'anywhere', breakdown, period }),
    knownOn: '2017-04-01',
    payload: { value, numerator: null, denominator: null, reason: null, until: '', marks: [], note: '' },
  }) as unknown as Fact<'observation'>
const figures = (north: [string, string], south: [string, string]) => [
  figure('', '2016-03', '30'),
  figure('', '2017-03', '41'),
  figure('locality=north', '2016-03', north[0]),
  figure('locality=north', '2017-03', north[1]),
  figure('locality=south', '2016-03', south[0]),
  figure('locality=south', '2017-03', south[1]),
]

async function madeOf(facts: readonly Fact<'observation'>[], audience: Audience) {
  const current = async (kinds: readonly string[]) => facts.filter(fact => kinds.includes(fact.kind))
  const prompts = await promptsFor({ current } as unknown as Reader, { ...data, audience }, ['waiting'])
  return (prompts.get('waiting') ?? []).flatMap(each => each.contributions)
}

test('promptsFor() tells officers what each category brought, small or not', async () => {
  const [byLocality, ...others] = await madeOf(figures(['28', '38'], ['2', '3']), 'officer')
  expect(others).toEqual([])
  expect(byLocality?.parts.map(part => [part.name, part.shown, part.counts])).toEqual([
    ['north', '+10', '28 to 38'],
    ['south', '+1', '2 to 3'],
  ])
})

test.each([
  ['member', figures(['28', '38'], ['2', '3'])],
  ['public', figures(['28', '38'], ['2', '3'])],
  // Counts of categories are rounded for them: a change made of exact ones would undo that.
  ['public', figures(['20', '26'], ['10', '15'])],
] as const)(
  'promptsFor() tells the %s nothing by categories that are hidden from them or rounded',
  async (audience, facts) => {
    expect(await madeOf(facts, audience)).toEqual([])
  },
)
