import { describe, expect, test } from 'vitest'
import type { Mark } from '../../shared/codes.ts'
import { type Fact, keyOf } from '../../shared/facts.ts'
import type { DecimalText } from '../../shared/rounding.ts'
import { type MadeUp, madeUpFramework } from '../made-up.data.ts'
import type { NationalData } from '../national/national-data.ts'
import { linesBeside } from './lines-beside.ts'
import type { National } from './national.ts'

const own: MadeUp = { slug: 'work', frequency: 'annual', cells: { '2017/18': '4.0', '2018/19': '4.2' } }

type Figures = Readonly<Record<string, Readonly<Record<string, string>>>>

/** National figures of one publisher: by area and year, with `n` behind a value that is compared with no other year. */
function national(figures: Figures, breaksFrom?: string): National {
  const areas = ['anywhere', 'one', 'two', 'three', 'four'].map(name => [name, area(name, 'council')] as const)
  const wider = [
    ['the-east', area('the-east', 'region', 'The East')] as const,
    ['england', area('england', 'nation', 'England')] as const,
  ]
  const published = Object.entries(figures).flatMap(([geography, years]) =>
    Object.entries(years).map(([period, text]) => observation(geography, period, text)),
  )
  const data = {
    publishers: ['publisher'],
    areas: new Map([...areas, ...wider]),
    indicators: new Map([['publisher work', { payload: { decimals: 1, unit: 'percent' } }]]),
    definitions:
      breaksFrom === undefined
        ? []
        : [
            {
              owner: 'publisher',
              indicator: 'work',
              payload: { breaks: true, from: breaksFrom, text: 'People are counted otherwise.' },
            },
          ],
    groups: [
      {
        owner: 'anywhere',
        name: 'family',
        payload: { name: 'Family group', members: ['one', 'two', 'three', 'four'] },
      },
    ],
    organisations: new Map(),
  } as unknown as NationalData
  const council = { slug: 'anywhere', name: 'Anywhere', area: area('anywhere', 'council'), organisation: 'anywhere' }
  const measure = { slug: 'work', code: '1E', edition: '2018/19', own: 'work' }
  return { data, figures: { published, own: [] }, council, measure, publisher: 'publisher' }
}

function area(name: string, type: string, called = name): Fact<'geography'> {
  return {
    name,
    owner: 'publisher',
    payload: { name: called, type, region: 'the-east', councilType: 'shire' },
  } as unknown as Fact<'geography'>
}

function observation(geography: string, period: string, text: string): Fact<'observation'> {
  const marks: Mark[] = text.endsWith('n') ? ['not_comparable'] : []
  return {
    ...keyOf('publisher', { indicator: 'work', geography, period }),
    kind: 'observation',
    payload: { value: text.replace('n', '') as DecimalText, marks },
  } as unknown as Fact<'observation'>
}

function beside(figures: Figures | string, given: MadeUp = own, breaksFrom?: string) {
  const found = typeof figures === 'string' ? figures : national(figures, breaksFrom)
  return linesBeside({ slug: given.slug, data: madeUpFramework([given]), national: found, populations: new Map() })
}

const drawn = (answer: ReturnType<typeof beside>) =>
  Object.fromEntries(
    answer.lines.map(({ name, figures }) => [
      name,
      figures.map(({ period, shown, marks }) => [period, shown, ...marks].join(' ')),
    ]),
  )

const all: Figures = {
  anywhere: { '2016/17': '3.0' },
  one: { '2016/17': '4.0', '2017/18': '5.0', '2018/19': '6.0' },
  two: { '2016/17': '6.0', '2017/18': '7.0', '2018/19': '8.0' },
  three: { '2016/17': '8.1', '2017/18': '9.0' },
  four: { '2016/17': '2.0', '2017/18': '3.0', '2018/19': '4.1' },
  'the-east': { '2016/17': '5.5', '2017/18': '5.6', '2018/19': '5.7' },
  england: { '2015/16': '5.8', '2016/17': '5.9', '2017/18': '6.0', '2018/19': '6.0' },
}

describe('linesBeside()', () => {
  test('linesBeside() draws every loaded year of the family group’s mean, the region and England, from the nearest to the widest', () => {
    const found = beside(all)
    expect(found.lines.map(({ name }) => name)).toEqual(['Family group, mean', 'The East', 'England'])
    expect(drawn(found)).toEqual({
      // (4 + 6 + 8.1 + 2) ÷ 4, (5 + 7 + 9 + 3) ÷ 4, (6 + 8 + 4.1) ÷ 3: the council itself is no member.
      'Family group, mean': ['2016/17 5.0', '2017/18 6.0', '2018/19 6.0'],
      'The East': ['2016/17 5.5', '2017/18 5.6', '2018/19 5.7'],
      England: ['2015/16 5.8', '2016/17 5.9', '2017/18 6.0', '2018/19 6.0'],
    })
    expect(found.sentences).toEqual([
      'Family group, mean: from 5.0 % in 2016/17 to 6.0 % in 2018/19.',
      'The East: from 5.5 % in 2016/17 to 5.7 % in 2018/19.',
      'England: from 5.8 % in 2015/16 to 6.0 % in 2018/19.',
      'The line of the family group is the mean of 3 to 4 councils, each counting once.',
    ])
  })

  test('linesBeside() parts every line where the definition changed, and says why', () => {
    const found = beside(all, own, '2017/18')
    for (const { figures } of found.lines)
      expect(figures.map(({ period, marks }) => (marks.includes('break') ? period : ''))).toContain('2017/18')
    expect(found.sentences.at(-1)).toBe(
      'No line leads from 2016/17 to 2017/18. 2016/17 is not comparable: People are counted otherwise.',
    )
  })

  test('linesBeside() joins a year that is compared with no other to neither neighbour', () => {
    expect(drawn(beside({ england: { '2016/17': '5', '2017/18': '6n', '2018/19': '7' } }))).toEqual({
      England: ['2016/17 5', '2017/18 6 not_comparable break', '2018/19 7 break'],
    })
  })

  test('linesBeside() draws no mean of fewer than three councils', () => {
    const two = { one: { '2018/19': '4' }, two: { '2018/19': '5' } }
    expect(beside(two).sentences).toEqual([
      'No line of other areas is drawn: nobody publishes figures of the family group, the region or England.',
    ])
  })

  test('linesBeside() sets no figure of a whole year beside a month’s number, and says so; a snapshot it sets at the year’s last month', () => {
    const monthly = {
      ...own,
      frequency: 'monthly',
      unit: 'per_100k',
      cells: { '2018-02': '1', '2018-03': '2' },
    } as const
    const apart = beside(all, { ...monthly, kind: 'in_period' })
    expect([apart.lines, apart.sentences]).toEqual([
      [],
      ['No line of other areas is drawn: others publish the number of a whole year, which is not that of a month.'],
    ])
    const snapshot = beside(all, { ...monthly, kind: 'snapshot' })
    expect(snapshot.lines).toHaveLength(3)
    expect(snapshot.sentences.at(-1)).toContain('set at the last month of its year')
  })

  test('linesBeside() says why there is none', () => {
    expect(beside('no figures of other councils are published under its definition').sentences).toEqual([
      'No line of other areas is drawn: no figures of other councils are published under its definition.',
    ])
  })
})
