import { expect, test } from 'vitest'
import type { Reader } from '../../register/index.ts'
import { type Fact, type FactKind, keyOf } from '../../shared/facts.ts'
import { madeUpFramework } from '../made-up.data.ts'
import { strategy } from './strategy.ts'

function fact<K extends FactKind>(kind: K, key: Parameters<typeof keyOf>[1], payload: object) {
  const from = { document: 'paper', file: '', place: '' }
  return { kind, ...keyOf('anywhere', key), payload, from } as unknown as Fact<K>
}

const aim = (name: string, type: string, order: number, indicators?: readonly string[]) =>
  fact('priority', { name }, { type, order, text: name, ...(indicators ? { indicators } : {}) })
const said = (indicator: string, period: string, comparison: string, tells?: string) =>
  fact('stated_comparison', { indicator, period, name: '1' }, { comparison, ...(tells ? { tells } : {}) })

const facts = [
  aim('second', 'objective', 2, ['delays', 'never-heard-of', 'stays']),
  aim('first', 'objective', 1),
  aim('wide', 'priority', 9, ['stays']),
  said('stays', '2016/17', 'Improved.'),
  said('stays', '2015/16', 'Behind.', 'outlier'),
  fact('source', { name: 'paper' }, { title: 'The paper' }),
]

const ask = (rating: 'target' | 'forecast' = 'forecast') =>
  strategy(
    { current: async () => facts } as unknown as Reader,
    madeUpFramework(
      [
        {
          slug: 'delays',
          polarity: 'smaller',
          cells: { '2017-05': '8' },
          targets: { '2017-11': '3' },
        },
        { slug: 'stays', cells: {} },
      ],
      { rating },
    ),
  )

test('strategy() puts priorities before objectives, each in its order, with the measures that are known', async () => {
  const { priorities } = await ask()
  expect(priorities.map(each => [each.slug, each.rows.map(({ row }) => row.indicator.slug)])).toEqual([
    ['wide', ['stays']],
    ['first', []],
    ['second', ['delays', 'stays']],
  ])
})

test('strategy() names each by its place among those of its type', async () => {
  const { priorities } = await ask()
  expect(priorities.map(each => each.name)).toEqual(['Priority 1', 'Objective 1', 'Objective 2'])
})

test('strategy() tells what documents say, year by year, with their titles, and nothing of what they do not speak of', async () => {
  const { stated, measures } = await ask()
  expect(stated.map(({ row }) => row.indicator.slug)).toEqual(['stays'])
  expect(stated[0]?.stated).toEqual([
    { period: '2015/16', text: 'Behind.', tells: 'outlier', document: 'The paper' },
    { period: '2016/17', text: 'Improved.', tells: null, document: 'The paper' },
  ])
  expect(measures.map(each => each.stated.length)).toEqual([0, 2])
})

test('strategy() says by when a target is to be reached where the year is held against its last goal', async () => {
  expect((await ask()).measures[0]).toMatchObject({ targetBy: '2017-11', row: { latest: { rating: 'Red' } } })
  expect((await ask('target')).measures[0]?.targetBy).toBeNull()
})
