/** Which characters a typeface can draw, read from its own table of characters. */

type Range = { readonly from: number; readonly to: number }

const tag = (view: DataView, at: number) =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))

/** A test of whether a TrueType file has a picture for a code point. @throws RangeError when it has no table of characters */
export function coverageOf(font: Uint8Array): (codePoint: number) => boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const ranges = subtablesOf(view).flatMap(at => rangesOf(view, at))
  const known = new Set<number>()
  for (const { from, to } of ranges) for (let code = from; code <= to; code++) known.add(code)
  return codePoint => known.has(codePoint)
}

function subtablesOf(view: DataView): number[] {
  const tables = Array.from({ length: view.getUint16(4) }, (_, at) => 12 + at * 16)
  const cmap = tables.find(at => tag(view, at) === 'cmap')
  if (cmap === undefined) throw new RangeError('Cannot read a typeface as it has no table of characters (cmap)')
  const start = view.getUint32(cmap + 8)
  return Array.from({ length: view.getUint16(start + 2) }, (_, at) => start + view.getUint32(start + 8 + at * 8))
}

function rangesOf(view: DataView, at: number): Range[] {
  const format = view.getUint16(at)
  if (format === 12) {
    return Array.from({ length: view.getUint32(at + 12) }, (_, group) => {
      const start = at + 16 + group * 12
      return { from: view.getUint32(start), to: view.getUint32(start + 4) }
    })
  }
  if (format !== 4) return []
  const doubled = view.getUint16(at + 6)
  return Array.from({ length: doubled / 2 }, (_, segment) => {
    const to = view.getUint16(at + 14 + segment * 2)
    return { from: view.getUint16(at + 16 + doubled + segment * 2), to: to === 0xffff ? -1 : to }
  })
}
