import { expect, test } from 'vitest'
import type { ComparedYear } from '../../answers/compared/types.ts'
import { besideMost, furtherOut, licenceInWords, partedInWords, sourcesInWords } from './words.ts'

const open = 'Open Government Licence v3.0'
const from = (publisher: string, licence: string) => ({ title: `By ${publisher}`, publisher, licence })

test('licenceInWords() names each publisher once, with the words that the Open Government Licence asks for', () => {
  const sources = [from('NHS Digital', open), from('the Office', open), from('NHS Digital', open)]
  expect(licenceInWords(sources)).toBe(
    'Figures: NHS Digital and the Office. Contains public sector information licensed under the Open Government Licence v3.0.',
  )
  expect(licenceInWords([])).toBe('')
})

test('licenceInWords() says of other licences what they are, and where none is stated', () => {
  expect(licenceInWords([from('Somebody', 'By permission'), from('Another', '')])).toBe(
    'Figures: Somebody. By permission. Figures: Another. No licence is stated.',
  )
  expect(sourcesInWords([from('A', open), from('B', open)])).toBe('By A (A); By B (B)')
})

const england = 82.4
const placed = (standing: 'better' | 'similar' | 'worse', rank: number, polarity: 'bigger' | 'smaller' = 'bigger') => ({
  rank: { rank, of: 152, tied: false },
  value: 95.4,
  polarity,
  significance: { standing, reason: null, england, lower: null, upper: null, method: null },
})

test('besideMost() explains a figure better than England’s in the worse half of the councils, either way', () => {
  const above = 'Most councils are above England’s figure, which large councils pull down.'
  const below = 'Most councils are below England’s figure, which large councils pull up.'
  expect(besideMost(placed('better', 96), 'england')).toEqual([above])
  expect(besideMost(placed('worse', 40), 'england')).toEqual([below])
  expect(besideMost(placed('better', 96, 'smaller'), 'england')).toEqual([below])
  expect(besideMost(placed('worse', 40, 'smaller'), 'england')).toEqual([above])
})

test('besideMost() says nothing where place and verdict agree, or the place is in another group', () => {
  expect(besideMost(placed('better', 76), 'england')).toEqual([])
  expect(besideMost(placed('worse', 77), 'england')).toEqual([])
  expect(besideMost(placed('similar', 96), 'england')).toEqual([])
  expect(besideMost(placed('better', 96), 'region')).toEqual([])
})

const year = (period: string, councils: number, joined: boolean, isApart = false): ComparedYear => ({
  period,
  value: 1,
  shown: '1',
  place: null,
  median: null,
  lowerQuartile: null,
  upperQuartile: null,
  councils,
  marks: isApart ? ['not_comparable'] : [],
  joined,
})

test('partedInWords() names each break once, with the reason', () => {
  const years = [
    year('2018/19', 151, false),
    year('2019/20', 151, true),
    year('2020/21', 18, false, true),
    year('2021/22', 150, false),
    year('2023/24', 150, false),
    year('2024/25', 150, false),
  ]
  const breaks = [{ from: '2024/25', text: 'Counted anew.' }]
  expect(partedInWords(years, breaks)).toBe(
    'The line breaks at 2020/21 (18 councils only), 2023/24 (no figures just before) and 2024/25 (another definition).',
  )
  expect(partedInWords(years.slice(0, 2), breaks)).toBe('')
})

test('furtherOut() counts those too far out for a picture on either side, and says how far they are', () => {
  const figures = { councils: 9, mean: 50, median: 50, lowerQuartile: 45, upperQuartile: 55, least: 3.14, most: 1234.5 }
  const said = (below: number, above: number) =>
    furtherOut({ reach: { from: 40, to: 60, below, above }, figures, decimals: 1 })
  expect(said(0, 0)).toBe('')
  expect(said(1, 0)).toBe('Further out: 1 council at 3.1')
  expect(said(2, 1)).toBe('Further out: 2 councils down to 3.1 and 1 council at 1,234.5')
  expect(furtherOut({ reach: null, figures: null, decimals: 1 })).toBe('')
})
