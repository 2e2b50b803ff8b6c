import { describe, expect, test } from 'vitest'
import type { Reader } from '../../register/index.ts'
import { type Fact, type FactKind, keyOf } from '../../shared/facts.ts'
import { dashboard } from '../dashboard/dashboard.ts'
import type { FrameworkData } from '../framework-data.ts'
import { type MadeUp, madeUpFramework, monthsFrom } from '../made-up.data.ts'
import { NotFound } from '../not-found.ts'
import { card, findingOf } from './card.ts'

function fact<K extends FactKind>(
  kind: K,
  name: string,
  knownOn: string,
  payload: Partial<Fact<K>['payload']>,
): Fact<K> {
  return { kind, ...keyOf('anywhere', { name }), seq: 1, knownOn, payload } as unknown as Fact<K>
}

const stays: MadeUp = {
  slug: 'stays',
  name: 'Stays',
  cells: monthsFrom('2016-12', ['4', '3', '2', '1']),
  targets: { '2017-03': '5' },
}
const words = fact('card', 'all-stays', '2017-06-19', {
  title: 'All stays',
  indicators: ['stays', 'other'],
  supplementary: ['third', 'no-such'],
  why: 'Because.',
  explains: '',
  success: '',
  action: '',
  linked: '',
  lead: 'Head of Stays',
  dataOwner: '',
})
const other = (slug: string): MadeUp => ({ slug, cells: { '2017-01': '7' } })

const framework = (cards: readonly Fact<'card'>[] = [words]): FrameworkData => {
  const data = madeUpFramework([stays, other('other'), other('third')])
  return { ...data, cards, members: data.members.slice(0, 1) }
}

/** A register that holds these facts, all of them current. */
function readerOf(facts: readonly Fact[], earlier: readonly Fact<'card'>[] = []): Reader {
  const current = async (kinds: readonly string[]) => facts.filter(each => kinds.includes(each.kind))
  return { current, history: async () => earlier } as unknown as Reader
}

const open = (name: string, dueOn: string, indicators = ['stays']) =>
  fact('action', name, '2017-03-06', {
    indicators,
    description: name,
    ownerRole: '',
    raisedOn: '',
    dueOn,
    listedOn: [],
    note: '',
  })
const update = (action: string, date: string, state: 'open' | 'done') =>
  fact('action_update', `${action} ${date}`, '2017-03-06', { action, date, state, text: date, complete: true })

describe('card()', () => {
  test('card() is found by its own name or by that of an indicator, and says the verdict in words', async () => {
    for (const name of ['all-stays', 'stays', 'other']) {
      const answer = await card(readerOf([]), framework(), name)
      expect(answer).toMatchObject({ slug: 'all-stays', title: 'All stays', lead: 'Head of Stays' })
    }
    const { verdict, finding, others, supplementary } = await card(readerOf([]), framework(), 'stays')
    expect(verdict).toEqual({
      rating: 'Red',
      title: 'Red: 80.0 % below target',
      detail:
        '1.0 % in March 2017, target 5.0 %. Worse in each of the last three months: 4.0 % (December 2016), 3.0 %, 2.0 %, 1.0 % (March 2017).',
    })
    expect(finding).toBe('Down from 4.0 % in December 2016 to 1.0 % in March 2017')
    expect(others.map(each => each.indicator.slug)).toEqual(['other'])
    expect(supplementary.map(each => each.indicator.slug)).toEqual(['third'])
  })

  test("card() is decided by the first of its indicators, whatever the framework's order", async () => {
    const data = madeUpFramework([stays, other('other')])
    const swapped = { ...words, payload: { ...words.payload, indicators: ['other', 'stays'] } }
    const answer = await card(readerOf([]), { ...data, cards: [swapped] }, 'all-stays')
    expect(answer.row.indicator.slug).toBe('other')
    expect(answer.others.map(each => each.indicator.slug)).toEqual(['stays'])
    expect((await card(readerOf([]), { ...data, cards: [words] }, 'all-stays')).row.indicator.slug).toBe('stays')
  })

  test('card() of an indicator without words has a verdict and no words', async () => {
    const answer = await card(readerOf([]), framework([]), 'stays')
    expect(answer).toMatchObject({ slug: 'stays', title: 'Stays', words: null, others: [], earlier: [] })
    expect(answer.verdict.rating).toBe('Red')
  })

  test('card() refuses what the framework does not hold', async () => {
    await expect(card(readerOf([]), framework(), 'no-such')).rejects.toThrow(NotFound)
    await expect(card(readerOf([]), framework([]), 'third')).rejects.toThrow(
      'All of Anywhere Council has no card or indicator called third on 2017-06-19',
    )
  })

  test('card() says how its actions stand: an open one after its day is overdue, a done one is not', async () => {
    const facts = [
      open('late', '2017-06-18'),
      open('today', '2017-06-19'),
      open('undated', ''),
      open('finished', '2017-01-01'),
      open('elsewhere', '2017-01-01', ['third']),
      update('finished', '2017-02-01', 'done'),
      update('finished', '2017-01-15', 'open'),
    ]
    const { actions } = await card(readerOf(facts), framework(), 'stays')
    expect(actions.map(({ slug, state, updates }) => [slug, state, updates.map(each => each.date)])).toEqual([
      ['late', 'overdue', []],
      ['today', 'open', []],
      ['undated', 'open', []],
      ['finished', 'done', ['2017-02-01', '2017-01-15']],
    ])
  })

  test('card() names the days of its earlier words once each, latest first, and none that came later', async () => {
    const days = ['2017-01-01', '2017-03-06', '2017-03-06', '2017-06-19', '2017-12-01']
    const earlier = days.map(day => ({ ...words, knownOn: day }))
    expect((await card(readerOf([], earlier), framework(), 'stays')).earlier).toEqual(['2017-03-06', '2017-01-01'])
  })
})

test('a finding speaks of the months of the dashboard, not of a lone value of long ago', () => {
  const given = { ...stays, cells: { '2015-03': '9', ...stays.cells } }
  const { rows, periods } = dashboard(madeUpFramework([given]))
  expect(rows[0] && findingOf(rows[0], periods)).toBe('Down from 4.0 % in December 2016 to 1.0 % in March 2017')
})
