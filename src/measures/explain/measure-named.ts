import {
  type CountedBy,
  type Definition,
  definitionOf,
  type Figure,
  figureFolders,
  tableFolders,
} from '../definition.ts'
import type { Engine } from '../engine.ts'
import { countedFigure } from '../figures.ts'

/** A figure of a measure, or the count of a table, whose labels only its rows give. */
export type NamedMeasure = { readonly definition: Definition } & (
  | { readonly figure: Figure; readonly counted?: undefined }
  | { readonly counted: CountedBy; readonly figure?: undefined }
)

/**
 * The measure or table of a name, whatever its capitals, with or without ASCOF before it.
 * @throws Error when there is none of that name
 */
export function measureNamed(name: string): NamedMeasure {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/^ascof\s*/, '')
      .replaceAll(/[\s()-]/g, '')
  const all = [...figureFolders, ...tableFolders]
    .map(definitionOf)
    .flatMap((definition): NamedMeasure[] => [
      ...definition.figures.map(figure => ({ definition, figure })),
      ...definition.counted.map(counted => ({ definition, counted })),
    ])
  const nameOf = ({ figure, counted }: NamedMeasure) => (figure ?? counted).measure
  const found = all.find(each => plain(nameOf(each)) === plain(name))
  if (!found) throw new Error(`There is no measure ${name}; there are ${all.map(nameOf).join(', ')}`)
  return found
}

/** What is counted of a named measure; needs its tables. */
export async function figureOf(engine: Engine, { definition, figure, counted }: NamedMeasure): Promise<Figure> {
  return figure ?? countedFigure(engine, definition, counted)
}
