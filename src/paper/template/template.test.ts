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
          frameworks: [],
        },
        {
          part: 'prompts',
          heading: 'Prompts',
          words: [],
          empty: '',
          items: ['Why?', 'When?'],
          cards: [],
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
  expect(read).toEqual({
    problems: [
      `Section 1 (sumary) is none of the parts ${parts.map(each => each.code).join(', ')}`,
      'Section 2 (year) has no place for colour: there are part, heading, words, empty, items, cards, frameworks',
      'Section 2 (year) has no heading',
      'Section 2 (year), words holds a digit in “In 2017 delays rose.”: figures come from the register',
      'Section 2 (year), words names {nobody}: there are organisation, area, committee, framework, meeting day',
    ],
  })
})

test.each([[null], ['text'], [[]], [{}], [{ sections: 'none' }], [{ sections: [7] }]])(
  'readTemplate() refuses %j',
  content => {
    expect(readTemplate(content)).toHaveProperty('problems')
  },
)
