/** Imports made up from a seed, each a folder of its own, with what a register must say after each. */
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Chance, wholeFrom } from '../../src/shared/chance.ts'
import type { Period } from '../../src/shared/period/period.ts'
import { indicatorRows, kindOf, monthsOfShape, type Shape, slugOf, writeTables } from './figures.ts'

/** One import: its folder, and the facts in it. */
export type MadeImport = {
  readonly number: number
  readonly folder: string
  readonly knownOn: string
  readonly facts: number
}

/** What a register says of the figures, by indicator and period, and of the names of indicators. */
export type Said = Map<string, string>

/** A fingerprint of everything that is said. */
export function fingerprintOf(said: ReadonlyMap<string, string>): string {
  const lines = [...said].map(([key, value]) => `${key}=${value}`).sort()
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16)
}

/** Makes imports one after the other, and follows what the register must say. */
export class ImportMaker {
  readonly said: Said = new Map()
  readonly #shape: Shape
  readonly #folder: string
  readonly #chance: Chance
  #number = 0

  constructor(folder: string, shape: Shape, chance: Chance) {
    this.#folder = folder
    this.#shape = shape
    this.#chance = chance
  }

  /**
   * Writes the next import: a block of figures, some new and some revisions of earlier ones, and the indicators renamed after
   * it, so that a half import shows in any two of its facts. `after` is what the register says once it is stored.
   */
  next(least: number, most: number): MadeImport & { readonly after: Said } {
    this.#number += 1
    const number = this.#number
    const chance = this.#chance
    const months = monthsOfShape(this.#shape)
    const wanted = wholeFrom(chance, least, most)
    const whole = this.#shape.indicators * months.length
    const start = wholeFrom(chance, 0, whole - 1)
    const after = new Map(this.said)
    const figures = [['indicator', 'period', 'value', 'note']]
    for (let step = 0; step < Math.min(wanted, whole); step += 1) {
      const cell = (start + step) % whole
      const indicator = Math.floor(cell / months.length)
      const month = months[cell % months.length] as Period
      const value = figureOf(indicator, number, chance)
      figures.push([slugOf(indicator), month, value, `import ${number}`])
      after.set(`${slugOf(indicator)} ${month}`, value)
    }
    const name = (indicator: number) => `Measure ${indicator + 1} as of import ${number}`
    const all = Array.from({ length: this.#shape.indicators }, (_, at) => at)
    for (const at of all) after.set(slugOf(at), name(at))
    const folder = join(this.#folder, `import-${number}`)
    rmSync(folder, { recursive: true, force: true })
    writeTables(
      folder,
      new Map([
        ['indicators', indicatorRows(all, name)],
        ['observations', figures],
      ]),
    )
    return { number, folder, knownOn: dayOf(number), facts: figures.length - 1 + all.length, after }
  }

  /** Follows that an import is stored. */
  stored(after: Said): void {
    for (const [key, value] of after) this.said.set(key, value)
  }
}

/** A value that no earlier import gave to the cell: its last digits are the import's number. */
function figureOf(indicator: number, number: number, chance: Chance): string {
  const tail = String(number).padStart(3, '0')
  const whole = wholeFrom(chance, 10, 80)
  return kindOf(indicator).unit === 'count' ? `${whole}${tail}` : `${whole}.${tail}`
}

function dayOf(number: number): string {
  return new Date(Date.UTC(2025, 5, 1) + number * 86_400_000).toISOString().slice(0, 10)
}
