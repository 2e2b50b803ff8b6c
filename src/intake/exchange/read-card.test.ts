import { describe, expect, test } from 'vitest'
import { readCard } from './read-card.ts'

const front = '---\ncard: stays\ntitle: Stays\nindicators: [stays]\n---\n'
const read = (body: string) => readCard('cards/stays.md', front + body)
const found = (body: string) => read(body).problems.map(({ row, found: words, code }) => [row, words, code])

describe('readCard()', () => {
  test('readCard() takes the four headings at any level, and deeper headings as words', () => {
    const { rows, problems } = read(
      '\n# Why is this important?\nFor them.\n\n### What explains current performance\nThis.\n\n### A detail\nThat.\n\n#### What will success look like\nSo.\n\n## Action required ##\nDo it.\n',
    )
    expect(problems).toEqual([])
    expect(rows[0]?.values).toMatchObject({
      why: 'For them.',
      explains: 'This.\n\n### A detail\nThat.',
      success: 'So.',
      action: 'Do it.',
    })
  })

  test('readCard() refuses words that stand under no heading', () => {
    expect(found('\nSome words.\nMore.\n\n## Action required\nDo it.\n')).toEqual([
      [7, 'Some words.', 'words-before-heading'],
    ])
  })

  test('readCard() refuses a part that is given twice, and a heading that is none of the four', () => {
    expect(found('## Action required\nThis.\n## Action required by all\nThat.\n# Another\nWords.\n')).toEqual([
      [8, 'Action required by all', 'heading-twice'],
      [null, 'Another', 'unknown-heading'],
    ])
  })

  test('readCard() takes what looks like a heading in a fence of code for words', () => {
    for (const [open, close] of [
      ['```', '```'],
      ['~~~~ text', '~~~~~'],
    ]) {
      const body = `## Action required\n${open}\n## Not a heading\n\`\`\n${close}`
      const { rows, problems } = read(`${body}\n## Why is it important\nSo.\n`)
      expect(problems).toEqual([])
      expect(rows[0]?.values).toMatchObject({ action: body.slice(19), why: 'So.' })
    }
  })
})
