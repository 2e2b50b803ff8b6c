import { expect, test } from 'vitest'
import { toPeriod } from '../../shared/period/period.ts'
import type { DecimalText } from '../../shared/rounding.ts'
import { type KnownIndicator, matchIndicators } from './match-indicators.ts'
import type { OfficerRow, Recognised } from './recognised.ts'

const known: KnownIndicator[] = [
  {
    slug: 'home-91',
    name: '% of people still at home 91 days after completing reablement',
    shortName: 'At home after 91 days',
    polarity: 'bigger',
    unit: 'percent',
  },
  {
    slug: 'admissions-65',
    name: 'Rate of admissions per 100,000 population (65+ years)',
    shortName: 'Admissions 65+',
    polarity: 'smaller',
    unit: 'per_100k',
  },
  {
    slug: 'admissions-18',
    name: 'Rate of admissions per 100,000 population (18-64 years)',
    shortName: 'Admissions 18-64',
    polarity: 'smaller',
    unit: 'per_100k',
  },
  { slug: 'twin-a', name: 'Delays', shortName: '', polarity: 'smaller', unit: 'days' },
  { slug: 'twin-b', name: 'Delays', shortName: '', polarity: 'smaller', unit: 'days' },
]

const row = (label: string, more: Partial<OfficerRow> = {}): OfficerRow => ({
  row: 5,
  label,
  polarity: null,
  target: null,
  percent: false,
  values: [
    {
      period: toPeriod('2017-03'),
      value: '90.1' as DecimalText,
      numerator: null,
      denominator: null,
      reason: null,
      place: 'C5',
    },
  ],
  ...more,
})

const match = (...rows: OfficerRow[]) => {
  const recognised: Recognised = {
    file: 'a.xlsx',
    sheet: 'S',
    understood: [],
    problems: [],
    blocks: [{ headingRow: 4, periods: [], rows }],
  }
  const { matched, problems } = matchIndicators(recognised, known)
  return {
    matched: Object.fromEntries(matched),
    codes: problems.map(({ code, level }) => `${level} ${code}`),
    problems,
  }
}

test('matchIndicators() knows an indicator by its name, short name or slug, whatever the signs', () => {
  const labels = [
    'Percentage of people STILL at home 91 days, after completing re­ablement'.replace('­', ''),
    'admissions 65+',
    'admissions-18',
  ]
  const { matched, codes } = match(...labels.map(label => row(label)))
  expect(Object.values(matched)).toEqual(['home-91', 'admissions-65', 'admissions-18'])
  expect(codes).toEqual([])
})

test('matchIndicators() names the nearest of what it does not know', () => {
  const { codes, problems } = match(row('Admissions rate per 100,000 population (65+)'))
  expect(codes).toEqual(['error unknown-indicator'])
  expect(problems[0]?.expected).toMatch(
    /nearest are “Rate of admissions per 100,000 population \(65\+ years\)” \(admissions-65\)/,
  )
  expect(match(row('Bin collections')).problems[0]?.expected).toMatch(/add it there first/)
})

test('matchIndicators() refuses a name that several indicators have, and two names for one indicator', () => {
  expect(match(row('Delays')).codes).toEqual(['error ambiguous-indicator'])
  expect(match(row('Admissions 65+'), row('admissions-65')).codes).toEqual(['error repeated-indicator'])
})

test('matchIndicators() warns of another polarity and refuses another unit', () => {
  expect(match(row('Admissions 65+', { polarity: 'bigger' })).codes).toEqual(['warning polarity-differs'])
  expect(match(row('Admissions 65+', { percent: true })).codes).toEqual(['error unit-differs'])
  const share = [
    {
      period: toPeriod('2017-03'),
      value: '0.901' as DecimalText,
      numerator: null,
      denominator: null,
      reason: null,
      place: 'C5',
    },
  ]
  expect(match(row('home-91', { values: share })).codes).toEqual(['error unit-differs'])
})
