import { expect, test } from 'vitest'
import type { Reader } from '../../register/index.ts'
import { type Fact, keyOf } from '../../shared/facts.ts'
import { madeUpFramework } from '../made-up.data.ts'
import { cards } from './cards.ts'

const written = (name: string, knownOn: string, indicators: readonly string[], lead = ''): Fact<'card'> =>
  ({
    kind: 'card',
    ...keyOf('anywhere', { name }),
    seq: 1,
    knownOn,
    recordedAt: `${knownOn}T09:00:00.000Z`,
    payload: { title: `Card ${name}`, indicators, supplementary: [], lead, linked: '' },
  }) as unknown as Fact<'card'>

const framework = (known: readonly Fact<'card'>[]) => {
  const cells = { '2017-03': '5' }
  const data = madeUpFramework([
    { slug: 'beds', cells },
    { slug: 'stays', cells },
    { slug: 'delays', cells, polarity: 'smaller', targets: { '2017-03': '4' } },
  ])
  return { ...data, cards: known }
}
const over = (history: readonly Fact<'card'>[]) => ({ history: async () => history }) as unknown as Reader

test('every indicator has its card: with words, old words, or none and who owes them', async () => {
  const [old, now] = [
    written('stay-card', '2017-03-06', ['stays', 'beds'], 'Head'),
    written('delay', '2017-06-19', ['delays']),
  ]
  const earlier = written('delay', '2017-03-06', ['delays'])
  const answer = await cards(over([earlier, old, now]), framework([old, now]))
  expect(answer.cards.map(({ slug, knownOn, isOld, earlier: days }) => [slug, knownOn, isOld, days])).toEqual([
    ['stay-card', '2017-03-06', true, []],
    ['delay', '2017-06-19', false, ['2017-03-06']],
  ])
  expect(answer.cards[1]?.verdict).toMatchObject({ rating: 'Red', title: 'Red: 25.0 % above target' })
  const none = await cards(over([]), framework([]))
  expect(none.cards.map(({ slug, knownOn, lead }) => [slug, knownOn, lead])).toEqual([
    ['beds', null, ''],
    ['stays', null, ''],
    ['delays', null, ''],
  ])
})
