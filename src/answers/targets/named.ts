import type { Reader } from '../../register/index.ts'
import type { Moment } from '../types.ts'

/**
 * The slugs of an organisation's indicators that go by a name, in whatever framework they stand: that which is the slug itself, else
 * all whose name or short name it is, in whichever case. Empty where there are none.
 */
export async function indicatorsNamed(reader: Reader, owner: string, name: string, moment: Moment): Promise<string[]> {
  const facts = await reader.current(['indicator'], moment, { owner })
  if (facts.some(({ indicator }) => indicator === name)) return [name]
  const isIt = (text: string) => text.toLowerCase() === name.toLowerCase()
  return facts.filter(({ payload }) => isIt(payload.shortName) || isIt(payload.name)).map(({ indicator }) => indicator)
}
