import { describe, expect, test } from 'vitest'
import { type Fact, keyOf } from '../../shared/facts.ts'
import type { FrameworkData } from '../framework-data.ts'
import { type MadeUp, madeUpFramework } from '../made-up.data.ts'
import { revisions } from './revisions.ts'

const changed = (before: MadeUp['cells'], now: MadeUp['cells']) =>
  revisions('2017-03-06', madeUpFramework([{ slug: 'a', cells: before }]), madeUpFramework([{ slug: 'a', cells: now }]))
    .revisions

describe('revisions() of values', () => {
  test.each([
    ['added', {}, { '2017-01': '5' }, '5.0 % added'],
    ['added', { '2017-01': 'not_available' }, { '2017-01': '5' }, '5.0 % added'],
    ['withdrawn', { '2017-01': '5' }, { '2017-01': 'withheld' }, '5.0 % withdrawn: withheld'],
    ['withdrawn', { '2017-01': '5' }, {}, '5.0 % withdrawn: nothing recorded'],
    ['revised', { '2017-01': '65.0' }, { '2017-01': '65.2' }, '65.0 % became 65.2 %'],
    ['detail', { '2017-01': '65.2' }, { '2017-01': '65.2=174:267' }, 'still 65.2 %; counts or other details differ'],
  ])('%s', (change, before, now, sentence) => {
    expect(changed(before as MadeUp['cells'], now as MadeUp['cells'])).toMatchObject([
      { period: '2017-01', change, sentence },
    ])
  })

  test('a new cell without a value is none, nor is what stays', () => {
    expect(changed({ '2017-01': '5' }, { '2017-01': '5', '2017-02': 'not_available' })).toEqual([])
    expect(changed({ '2017-01': '5' }, { '2017-01': '5.00' })).toMatchObject([{ change: 'detail' }])
  })

  test('say which periods stood in the dashboard of the earlier day', () => {
    const items = changed({ '2017-01': '5' }, { '2015-12': '1', '2016-01': '2', '2017-01': '6', '2017-02': '7' })
    expect(items.map(item => [item.period, item.inEarlierDashboard])).toEqual([
      ['2015-12', false],
      ['2016-01', true],
      ['2017-01', true],
      ['2017-02', false],
    ])
  })

  test('a quarter stands in the dashboard where the month in which it ends does', () => {
    const monthly: MadeUp = { slug: 'm', cells: { '2016-06': '1', '2017-01': '1' } }
    const framework = (value: string) =>
      madeUpFramework([monthly, { slug: 'q', frequency: 'quarterly', cells: { '2016/17-Q1': value } }])
    expect(revisions('2017-03-06', framework('49'), framework('48.5')).revisions).toMatchObject([
      { period: '2016/17-Q1', change: 'revised', inEarlierDashboard: true },
    ])
  })

  test('of a framework that was not known before, everything is added', () => {
    const now = madeUpFramework([{ slug: 'a', cells: { '2017-01': '5' } }])
    expect(revisions('2017-03-06', null, now)).toMatchObject({
      revisions: [{ change: 'added', old: null }],
      others: [],
    })
  })
})

describe('revisions() of definitions and membership', () => {
  const defined = (
    name: string,
    versions: readonly { version: string; from: string; breaks?: boolean }[],
  ): FrameworkData => ({
    ...madeUpFramework([{ slug: 'a', name, cells: { '2017-01': '5' } }]),
    definitions: new Map([
      [
        'a',
        versions.map(
          ({ version, from, breaks = false }) =>
            ({
              kind: 'definition',
              ...keyOf('anywhere', { indicator: 'a', version }),
              payload: { from, breaks, text: 'Days.' },
            }) as unknown as Fact<'definition'>,
        ),
      ],
    ]),
  })
  const others = (before: FrameworkData, now: FrameworkData) => revisions('2017-03-06', before, now).others

  test('tell a new name also where the first definition has no first period', () => {
    const first = { version: '1', from: '' }
    expect(others(defined('Stays', [first]), defined('Stays of all', [first]))).toEqual([
      {
        what: 'definition',
        indicator: 'a',
        name: 'Stays of all',
        period: '',
        change: 'revised',
        old: 'Stays; %; bigger is better; in the period; monthly',
        new: 'Stays of all; %; bigger is better; in the period; monthly',
      },
    ])
  })

  test('tell a new version, and one that begins elsewhere', () => {
    const first = { version: '1', from: '' }
    const second = { version: '2', from: '2016-04', breaks: true }
    expect(others(defined('Stays', [first]), defined('Stays', [first, second]))).toMatchObject([
      {
        what: 'definition',
        period: '2016-04',
        change: 'added',
        old: null,
        new: 'version 2 from April 2016: Days. (breaks the series)',
      },
    ])
    expect(
      others(defined('Stays', [first, second]), defined('Stays', [first, { ...second, from: '2016-05' }])),
    ).toMatchObject([{ period: '2016-05', change: 'revised' }])
    expect(others(defined('Stays', [first, second]), defined('Stays', [first, second]))).toEqual([])
  })

  test('tell who came and who went', () => {
    const with_ = (...slugs: string[]) => madeUpFramework(slugs.map(slug => ({ slug, cells: {} })))
    expect(others(with_('a', 'b'), with_('b', 'c'))).toMatchObject([
      { what: 'membership', indicator: 'a', change: 'withdrawn', old: 'member', new: null },
      { what: 'membership', indicator: 'c', change: 'added', old: null, new: 'member' },
    ])
  })
})
