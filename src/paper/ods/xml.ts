/** Elements of XML as text. */
import { printable } from '../fonts/printable.ts'

type Attributes = Readonly<Record<string, string | number | undefined>>

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text without what no XML file may hold and what turns the order of letters around. */
export function clean(text: string): string {
  return printable(text, () => true)
}

/** Text as it stands within an element or an attribute. */
export function escaped(text: string): string {
  return clean(text).replace(/[&<>"]/g, character => escapes[character] as string)
}

/** An element with its attributes, those that are undefined left out, and what is in it: XML already. */
export function element(name: string, attributes: Attributes, ...inside: readonly string[]): string {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('')
  const content = inside.join('')
  return content === '' ? `<${name}${given}/>` : `<${name}${given}>${content}</${name}>`
}

/** A paragraph whose spaces all count, as OpenDocument takes several in a row for one. */
export function paragraphText(text: string): string {
  return escaped(text).replace(/^ | {2,}| $/g, spaces => `<text:s text:c="${spaces.length}"/>`)
}
