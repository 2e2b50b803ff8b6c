/** How bytes travel: compressed where that is worth it, and only once for bytes that are sent again and again. */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

type Bytes = Uint8Array<ArrayBuffer>

const deflate = {
  // Five is as small as gzip's best and twice as fast; the best of Brotli takes a second for a large page.
  br: (bytes: Bytes) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength },
    }),
  gzip: (bytes: Bytes) => promisify(gzip)(bytes),
} as const

type Encoding = keyof typeof deflate

/** What is shorter fits into the first packets of an answer anyhow. */
const least = 1024

/** Kept pages and assets are the same bytes each time: their compressed forms stand beside them, and go with them. */
const compressed = new WeakMap<Bytes, Map<Encoding, Promise<Bytes>>>()

/**
 * Sends bytes in the best encoding that the reader takes; what is short or compressed already goes as it is.
 * Nothing in a page is both secret and the same twice (a form's token changes with each page), so that its length tells nothing.
 * @param headers with their Content-Type
 */
export async function sendBytes(
  http: Context,
  bytes: Bytes,
  status: ContentfulStatusCode,
  headers: Readonly<Record<'Content-Type', string>> & Readonly<Record<string, string>>,
): Promise<Response> {
  if (bytes.byteLength < least || !isText(headers['Content-Type'])) return http.body(bytes, status, headers)
  const varying = { ...headers, Vary: 'Accept-Encoding' }
  const encoding = bestEncoding(http.req.header('accept-encoding') ?? '')
  if (!encoding) return http.body(bytes, status, varying)
  return http.body(await inEncoding(bytes, encoding), status, { ...varying, 'Content-Encoding': encoding })
}

function isText(type: string): boolean {
  return /^(text\/|image\/svg\+xml|application\/json)/.test(type)
}

function inEncoding(bytes: Bytes, encoding: Encoding): Promise<Bytes> {
  const forms = compressed.get(bytes) ?? new Map<Encoding, Promise<Bytes>>()
  compressed.set(bytes, forms)
  const form = forms.get(encoding) ?? deflate[encoding](bytes).then(made => new Uint8Array(made))
  forms.set(encoding, form)
  return form
}

/**
 * The smallest encoding that a reader takes; null for bytes as they are.
 * @param accepted the header Accept-Encoding @example bestEncoding('gzip, br;q=0') // 'gzip'
 */
export function bestEncoding(accepted: string): Encoding | null {
  const taken = new Map(
    accepted.split(',').map(each => {
      const [name = '', ...parameters] = each.split(';').map(part => part.trim().toLowerCase())
      const quality = parameters.find(part => part.startsWith('q='))?.slice(2) ?? '1'
      return [name, Number(quality) > 0] as const
    }),
  )
  const takes = (name: Encoding) => taken.get(name) ?? taken.get('*') ?? false
  return (['br', 'gzip'] as const).find(takes) ?? null
}
