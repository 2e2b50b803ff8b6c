import { type Chance, wholeFrom } from '../../src/shared/chance.ts'

/** A change to a file: the same one for the same chance. */
export type Mutation = { readonly name: string; readonly change: (bytes: Buffer, chance: Chance) => Buffer }

/** One of these. */
export function oneOf<T>(chance: Chance, choices: readonly T[]): T {
  return choices[wholeFrom(chance, 0, choices.length - 1)] as T
}

/** Where something in these bytes begins. */
export function somewhere(chance: Chance, bytes: Buffer): number {
  return wholeFrom(chance, 0, Math.max(0, bytes.length - 1))
}

/** Bytes by chance. */
export function randomBytes(chance: Chance, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => wholeFrom(chance, 0, 255)))
}

/** The bytes with some of them replaced. */
export function replaced(bytes: Buffer, start: number, end: number, by: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, start), by, bytes.subarray(end)])
}

function stretch(chance: Chance, bytes: Buffer): [start: number, end: number] {
  const start = somewhere(chance, bytes)
  return [start, Math.min(bytes.length, start + wholeFrom(chance, 1, 1 + Math.floor(bytes.length / 4)))]
}

/** What can happen to any file, whatever it holds. */
export const byteMutations: readonly Mutation[] = [
  {
    name: 'bit flips',
    change: (bytes, chance) => {
      const copy = Buffer.from(bytes)
      for (let times = wholeFrom(chance, 1, 20); times > 0 && copy.length > 0; times -= 1) {
        const at = somewhere(chance, copy)
        copy[at] = Number(copy[at]) ^ (1 << wholeFrom(chance, 0, 7))
      }
      return copy
    },
  },
  { name: 'cut short', change: (bytes, chance) => bytes.subarray(0, somewhere(chance, bytes)) },
  { name: 'start missing', change: (bytes, chance) => bytes.subarray(somewhere(chance, bytes)) },
  {
    name: 'a chunk twice',
    change: (bytes, chance) => {
      const [start, end] = stretch(chance, bytes)
      return replaced(bytes, end, end, bytes.subarray(start, end))
    },
  },
  {
    name: 'a chunk missing',
    change: (bytes, chance) => replaced(bytes, ...stretch(chance, bytes), Buffer.alloc(0)),
  },
  {
    name: 'a chunk elsewhere',
    change: (bytes, chance) => {
      const chunk = Buffer.from(bytes.subarray(...stretch(chance, bytes)))
      const at = somewhere(chance, bytes)
      return replaced(bytes, at, at, chunk)
    },
  },
  {
    name: 'bytes inserted',
    change: (bytes, chance) => {
      const at = somewhere(chance, bytes)
      return replaced(bytes, at, at, randomBytes(chance, wholeFrom(chance, 1, 300)))
    },
  },
  {
    name: 'bytes wiped',
    change: (bytes, chance) => {
      const [start, end] = stretch(chance, bytes)
      return replaced(bytes, start, end, Buffer.alloc(end - start, oneOf(chance, [0, 0x20, 0x3c, 0xff])))
    },
  },
]
