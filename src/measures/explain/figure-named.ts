import { type Definition, definitionOf, type Figure, figureFolders } from '../definition.ts'

export type NamedFigure = { readonly definition: Definition; readonly figure: Figure }

/**
 * The measure of a name, whatever its capitals, with or without ASCOF before it.
 * @throws Error when there is none of that name
 */
export function figureNamed(name: string): NamedFigure {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/^ascof\s*/, '')
      .replaceAll(/[\s()]/g, '')
  const all = figureFolders
    .map(definitionOf)
    .flatMap(definition => definition.figures.map(figure => ({ definition, figure })))
  const found = all.find(({ figure }) => plain(figure.measure) === plain(name))
  if (!found)
    throw new Error(`There is no measure ${name}; there are ${all.map(({ figure }) => figure.measure).join(', ')}`)
  return found
}
