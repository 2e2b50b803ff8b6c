/** SVG as text: no document, no browser, the same bytes each time. Looks are attributes, so that Word and PDF show the same. */

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** A number as SVG wants it: two decimals at most, no exponent, never NaN. @throws RangeError when it is not finite */
function coordinate(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`Cannot draw at a place that is not a finite number: ${value}`)
  return String(Math.round(value * 100) / 100 + 0)
}

/** Text made safe to stand in an element or an attribute. */
export function escaped(text: string): string {
  if (!/[&<>"']/.test(text)) return text
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** An element with its attributes and what is in it. Attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? coordinate(value) : escaped(String(value))}"`)
    .join('')
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

/** Path data through points, in straight lines. */
export function pathThrough(points: readonly { readonly x: number; readonly y: number }[]): string {
  return points.map(({ x, y }, at) => `${at ? 'L' : 'M'}${coordinate(x)} ${coordinate(y)}`).join('')
}
