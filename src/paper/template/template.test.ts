import { expect, test } from 'vitest'
import { parts } from './parts.ts'
import { readTemplate } from './template.ts'

test('readTemplate() reads parts in their order, with words of one or more paragraphs', () => {
  const read = readTemplate({
    title: 'Report',
    'front-matter': [{ label: 'Day', from: 'meeting-day' }],
    sections: [
      { part: 'summary', heading: 'Summary', words: 'For {committee}.' },
      { part: 'prompts', heading: 'Prompts', items: ['Why?', 'When?'] },
    ],
  })
  expect(read).toEqual({
    template: {
      title: 'Report',
      statutory: null,
      targetsOf: [],
      frontMatter: [{ label: 'Day', text: '', from: 'meeting-day' }],
      sections: [
        {
          part: 'summary',
          heading: 'Summary',
          words: ['For {committee}.'],
          empty: '',
          items: [],
          cards: [],
          comparison: null,
          ranksPublishedLater: false,
          frameworks: [],
        },
        {
          part: 'prompts',
          heading: 'Prompts',
          words: [],
          empty: '',
          items: ['Why?', 'When?'],
          cards: [],
          comparison: null,
          ranksPublishedLater: false,
          frameworks: [],
        },
      ],
    },
  })
})

test('readTemplate() tells everything that is wrong at once', () => {
  const read = readTemplate({
    sections: [
      { part: 'sumary', heading: 'Summary' },
      { part: 'year', words: ['In 2017 delays rose.', 'For {nobody}.'], colour: 'red' },
    ],
  })
  expect('problems' in read && read.problems.map(problem => problem.says)).toEqual([
    `Section 1 (sumary) is none of the parts ${parts.map(each => each.code).join(', ')}`,
    'Section 2 (year) has no place for colour: there are part, heading, words, empty, items, cards, frameworks',
    'Section 2 (year) has no heading',
    'Section 2 (year), words holds a digit in “In 2017 delays rose.”: figures come from the register',
    'Section 2 (year), words names {nobody}: there are organisation, area, committee, framework, meeting day',
  ])
  expect('problems' in read && read.problems.map(problem => problem.at)).toEqual([
    ['sections', 0, 'part'],
    ['sections', 1, 'colour'],
    ['sections', 1],
    ['sections', 1, 'words'],
    ['sections', 1, 'words'],
  ])
})

test('readTemplate() reads whether printed ranks are set beside later files, and nothing else of a comparison there', () => {
  const ranks = { part: 'ranks', heading: 'Ranks' }
  const read = readTemplate({ sections: [{ ...ranks, 'published-later': true }, ranks] })
  expect('template' in read && read.template.sections.map(each => each.ranksPublishedLater)).toEqual([true, false])
  const wrong = readTemplate({ sections: [{ ...ranks, groups: ['region'] }] })
  expect('problems' in wrong && wrong.problems.map(problem => problem.at)).toEqual([['sections', 0, 'groups']])
})

test('readTemplate() reads what a section wants compared, and refuses it elsewhere', () => {
  const comparing = {
    part: 'benchmarks',
    heading: 'Benchmarks',
    framework: 'ascof',
    measures: ['3A', 'feel-safe'],
    groups: ['england', 'region'],
    charts: ['3A'],
    'published-later': true,
  }
  const read = readTemplate({ sections: [comparing] })
  expect('template' in read && read.template.sections[0]?.comparison).toEqual({
    framework: 'ascof',
    measures: ['3A', 'feel-safe'],
    groups: ['region'],
    charts: ['3A'],
    publishedLater: true,
  })
  const wrong = readTemplate({
    sections: [
      { part: 'summary', heading: 'Summary', groups: ['region'] },
      { ...comparing, charts: ['1D'], 'published-later': 'perhaps' },
    ],
  })
  expect('problems' in wrong && wrong.problems).toEqual([
    {
      says: 'Section 1 (summary) has no place for groups: only comparative and benchmarks have',
      at: ['sections', 0, 'groups'],
    },
    { says: 'Section 2 (benchmarks) draws 1D, which is not among its measures', at: ['sections', 1, 'charts'] },
    {
      says: 'Section 2 (benchmarks), published-later is true or false, not "perhaps"',
      at: ['sections', 1, 'published-later'],
    },
  ])
})

test.each([[null], ['text'], [[]], [{}], [{ sections: 'none' }], [{ sections: [7] }]])(
  'readTemplate() refuses %j',
  content => {
    expect(readTemplate(content)).toHaveProperty('problems')
  },
)
