import { expect, test } from 'vitest'
import { markdownBlocks } from './markdown.ts'

test('markdownBlocks() gives paragraphs and lists, with strong words and links', () => {
  expect(markdownBlocks('Delays **doubled**, see [the trust](https://example.org/x).\n\n1. One\n2. Two')).toEqual([
    {
      block: 'paragraph',
      text: [
        { text: 'Delays ' },
        { text: 'doubled', strong: true },
        { text: ', see ' },
        { text: 'the trust', to: 'https://example.org/x' },
        { text: '.' },
      ],
    },
    { block: 'list', ordered: true, items: [[{ text: 'One' }], [{ text: 'Two' }]] },
  ])
})

test.each([
  ['<b onclick="x()">loud</b> words', '<b onclick="x()">loud</b> words'],
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['[away](javascript:alert%281%29)', 'away'],
  ['[away](//example.org)', 'away'],
  ['[away](data:text/html,x)', 'away'],
  ['![a picture](https://example.org/p.png)', 'a picture'],
  ['one\ntwo', 'one two'],
  ['> said *softly*', 'said softly'],
  ['a `code` word', 'a code word'],
])('markdownBlocks() shows %s as words', (markdown, text) => {
  expect(markdownBlocks(markdown)).toEqual([{ block: 'paragraph', text: [{ text }] }])
})

test('markdownBlocks() tells lists in lists as one, headings as strong words, and nothing of nothing', () => {
  expect(markdownBlocks('- Out\n  - In\n- Last')).toEqual([
    { block: 'list', ordered: false, items: [[{ text: 'Out' }], [{ text: 'In' }], [{ text: 'Last' }]] },
  ])
  expect(markdownBlocks('# Loud')).toEqual([{ block: 'paragraph', text: [{ text: 'Loud', strong: true }] }])
  expect(markdownBlocks(' \n\n---\n')).toEqual([])
})
