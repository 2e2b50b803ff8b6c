/** A form with files too large for memory, read piece by piece as it comes (multipart/form-data, RFC 7578). */

/** Why a form cannot be read to its end; it did not arrive whole, or is larger than it may be. */
export class FormFault extends Error {
  readonly fault: 'unreadable' | 'large'
  constructor(fault: FormFault['fault']) {
    super(`The form is ${fault}`)
    this.fault = fault
  }
}

/** A field of a form, or a file of it. */
export type FormPart = {
  readonly name: string
  /** What the browser calls the file, empty where none was chosen; null where it is a field and no file. */
  readonly fileName: string | null
  /** What stands in it. What is left unread when the next part is asked for is passed over. */
  readonly pieces: AsyncIterable<Uint8Array>
}

/** The most bytes of what stands before a part, and of a field that is no file. */
const mostHead = 16 * 1024
const mostText = 64 * 1024
/** The most parts of a form. */
const mostParts = 200

/** The boundary that a Content-Type names; null where it is no form with files. */
export function boundaryOf(contentType: string | undefined): string | null {
  if (!/^multipart\/form-data\s*;/i.test(contentType ?? '')) return null
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))\s*(?:;|$)/i.exec(contentType ?? '') ?? []
  return quoted ?? plain ?? null
}

/**
 * The parts of a form in the order in which they come. No more than two pieces of it are in memory.
 * @param most the most bytes of the whole form
 * @throws FormFault while it is read
 */
export async function* partsOf(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
  most: number,
): AsyncGenerator<FormPart, void, undefined> {
  const source = incoming(body, most)
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  await passOver(source.until(delimiter))
  for (let count = 0; ; count += 1) {
    const after = await source.take(2)
    if (after.equals(Buffer.from('--'))) return passOver(source.rest())
    if (!after.equals(Buffer.from('\r\n')) || count === mostParts) throw new FormFault('unreadable')
    const part = { ...headOf(await source.head()), pieces: source.until(delimiter) }
    yield part
    await passOver(part.pieces)
  }
}

/** The text of a field, without the space around it. @throws FormFault where it is longer than a field may be */
export async function textOf({ pieces }: Pick<FormPart, 'pieces'>): Promise<string> {
  const all: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    size += piece.byteLength
    if (size > mostText) throw new FormFault('large')
    all.push(piece)
  }
  return Buffer.concat(all).toString('utf8').trim()
}

/** Reads what nobody wants, so that what follows can be read. */
export async function passOver(pieces: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of pieces) {
    // nothing is kept of it
  }
}

function headOf(text: string): Pick<FormPart, 'name' | 'fileName'> {
  const said = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(text)?.[1]
  const value = (name: string) => new RegExp(`(?:^|;)\\s*${name}="([^"]*)"`, 'i').exec(`;${said}`)?.[1]
  const name = value('name')
  if (said === undefined || name === undefined) throw new FormFault('unreadable')
  return { name: plain(name), fileName: value('filename') === undefined ? null : plain(value('filename') ?? '') }
}

/** A name as it was before the browser made it fit between quotation marks. */
const plain = (name: string) => name.replaceAll('%22', '"').replaceAll(/%0D%0A|%0D|%0A/gi, ' ')

/** What comes, with the bytes that were read and not yet used before it. */
function incoming(body: AsyncIterable<Uint8Array>, most: number) {
  const reader = body[Symbol.asyncIterator]()
  // The first delimiter stands at the very start, without the line end that the others have before them.
  let held = Buffer.from('\r\n')
  let size = 0

  const more = async (): Promise<boolean> => {
    const { done, value } = await reader.next().catch(() => {
      throw new FormFault('unreadable') // the browser went away
    })
    if (done) return false
    size += value.byteLength
    if (size > most) throw new FormFault('large')
    held = held.byteLength === 0 ? Buffer.from(value) : Buffer.concat([held, value])
    return true
  }
  const cut = (at: number): Buffer => {
    const piece = held.subarray(0, at)
    held = held.subarray(at)
    return piece
  }
  return {
    async take(count: number): Promise<Buffer> {
      while (held.byteLength < count) if (!(await more())) throw new FormFault('unreadable')
      return cut(count)
    },
    /** The lines before the empty one. */
    async head(): Promise<string> {
      for (;;) {
        const end = held.indexOf('\r\n\r\n')
        if (end >= 0) return cut(end + 4).toString('utf8')
        if (held.byteLength > mostHead || !(await more())) throw new FormFault('unreadable')
      }
    },
    /** What stands before a delimiter, which is passed over. Whoever stops in the middle can go on later. */
    until(delimiter: Buffer): AsyncIterable<Uint8Array> {
      let isThere = false
      const next = async (): Promise<IteratorResult<Uint8Array, undefined>> => {
        while (!isThere) {
          const at = held.indexOf(delimiter)
          if (at === 0) {
            cut(delimiter.byteLength)
            isThere = true
            break
          }
          const sure = at > 0 ? at : held.byteLength - delimiter.byteLength + 1
          if (sure > 0) return { done: false, value: cut(sure) }
          if (!(await more())) throw new FormFault('unreadable')
        }
        return { done: true, value: undefined }
      }
      return { [Symbol.asyncIterator]: () => ({ next }) }
    },
    async *rest(): AsyncGenerator<Uint8Array> {
      do yield cut(held.byteLength)
      while (await more())
    },
  }
}
