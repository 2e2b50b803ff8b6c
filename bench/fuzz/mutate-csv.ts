import { type Chance, wholeFrom } from '../../src/shared/chance.ts'
import { type Mutation, oneOf, randomBytes, replaced, somewhere } from './mutate-bytes.ts'

/** Numbers that no council has, and texts that some program takes for something else. */
export const strangeTexts: readonly string[] = [
  '9'.repeat(400),
  '1e309',
  '-1e-320',
  '0x1F',
  'NaN',
  '-0',
  '1,2,3',
  '１２３',
  '12 345',
  '=1+1',
  '@SUM(A1)',
  '2016-13',
  'Mar 16',
  '0/0',
  '334 / 387',
  '/',
  '#DIV/0!',
  '%',
  '86.3%%',
  '(((((',
  '\u202e321',
  '\u0007',
  '\u0000',
  'é'.repeat(40_000),
  '__proto__',
  'constructor',
  '🙂'.repeat(50),
  '\ud800',
]

const lineFeed = 10

function swapped(bytes: Buffer, chance: Chance): Buffer {
  const rows = bytes
    .toString('utf8')
    .split('\n')
    .map(row => row.split(','))
  const row = () => rows[wholeFrom(chance, 0, rows.length - 1)] ?? []
  for (let times = wholeFrom(chance, 1, 10); times > 0; times -= 1) {
    const [left, right] = [row(), row()]
    const [at, to] = [wholeFrom(chance, 0, left.length - 1), wholeFrom(chance, 0, right.length - 1)]
    const before = left[at] ?? ''
    left[at] = right[to] ?? ''
    right[to] = before
  }
  return Buffer.from(rows.map(cells => cells.join(',')).join('\n'))
}

/** What can happen to a text of rows and cells. */
export const csvMutations: readonly Mutation[] = [
  { name: 'cells swapped', change: swapped },
  {
    name: 'a strange value',
    change: (bytes, chance) => {
      const cells = bytes.toString('utf8').split(',')
      cells[wholeFrom(chance, 0, cells.length - 1)] = oneOf(chance, strangeTexts)
      return Buffer.from(cells.join(','))
    },
  },
  {
    name: 'a stray sign',
    change: (bytes, chance) => {
      const at = somewhere(chance, bytes)
      return replaced(
        bytes,
        at,
        at,
        Buffer.from(oneOf(chance, ['"', '""', ',', ';', '\t', '\r', '\n', '\r\n', '\ufeff', '\u2028'])),
      )
    },
  },
  {
    name: 'another delimiter',
    change: (bytes, chance) =>
      Buffer.from(bytes.toString('utf8').replaceAll(',', oneOf(chance, [';', '\t', '|', ' ', ',,']))),
  },
  {
    name: 'another encoding',
    change: (bytes, chance) => {
      const text = bytes.toString('utf8')
      return oneOf(chance, [
        () => Buffer.from(`\ufeff${text}`, 'utf16le'),
        () => Buffer.from(text, 'utf16le'),
        () => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
        () => Buffer.from(text.replaceAll('-', '£'), 'latin1'),
        () => Buffer.from(`\ufeff${text}`),
      ])()
    },
  },
  {
    name: 'rows in another order',
    change: (bytes, chance) => {
      const rows = bytes.toString('utf8').split('\n')
      for (let at = rows.length - 1; at > 0; at -= 1) {
        const to = wholeFrom(chance, 0, at)
        const row = rows[at] ?? ''
        rows[at] = rows[to] ?? ''
        rows[to] = row
      }
      return Buffer.from(rows.join('\n'))
    },
  },
  {
    name: 'far too much of something',
    change: (bytes, chance) => {
      const at = somewhere(chance, bytes)
      const sign = oneOf(chance, [',', '\n', '"', 'x', '""', '\r', ' '])
      return replaced(bytes, at, at, Buffer.alloc(wholeFrom(chance, 1000, 200_000), sign))
    },
  },
  {
    name: 'a row many times',
    change: (bytes, chance) => {
      const start = bytes.lastIndexOf(lineFeed, somewhere(chance, bytes)) + 1
      const end = bytes.indexOf(lineFeed, start) + 1 || bytes.length
      const row = bytes.subarray(start, end)
      return replaced(bytes, end, end, Buffer.concat(Array(wholeFrom(chance, 1, 500)).fill(row)))
    },
  },
  { name: 'noise', change: (_, chance) => randomBytes(chance, wholeFrom(chance, 1, 5000)) },
]
