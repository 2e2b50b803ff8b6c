/** Forms that change something: what keeps others from sending them in a reader's name. */
import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { PageContext } from '../context.ts'
import { formToken, isFormToken } from '../security/form-token.ts'
import { schemeOf } from '../security/headers.ts'
import type { Settings } from '../settings.ts'
import { type Form, formOf } from './form.ts'
import { boundaryOf, FormFault, type FormPart, partsOf, passOver, textOf } from './multipart.ts'

const tokenName = 'form-token'
const cookieName = 'tidemark-visitor'

/** What a visitor is called who came without a cookie, for as long as the request lasts. */
const newVisitors = new WeakMap<Context, string>()

/**
 * The hidden field that every form which changes something holds.
 * @throws Error on a page that is kept for other readers
 */
export function TokenField({ context: { http, site, isKept, path } }: { readonly context: PageContext }) {
  if (isKept) throw new Error(`${path} is kept for every reader, and so can hold no form that changes something`)
  const { settings } = site
  // Two forms of one page belong to one visitor, also to a new one.
  const visitor = visitorOf(http) ?? newVisitors.get(http) ?? randomBytes(24).toString('base64url')
  newVisitors.set(http, visitor)
  const secure = schemeOf(http, settings.behindTls) === 'https'
  setCookie(http, cookieName, visitor, { path: '/', httpOnly: true, sameSite: 'Strict', secure })
  http.header('Cache-Control', 'no-store')
  return <input type="hidden" name={tokenName} value={formToken(settings.secret, visitor, settings.now())} />
}

/** The form that was sent, checked already. @throws Error on a page that takes no form */
export function readForm({ form, path }: PageContext): Form {
  if (!form) throw new Error(`${path} was not sent a form`)
  return form
}

/** Why a form is not taken. */
export type Refusal = 'type' | 'unreadable' | 'token'

/** The form of a request of a limited size, or why it is not taken. */
export async function receiveForm(http: Context, settings: Settings): Promise<Form | Refusal> {
  const type = http.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded' && type !== 'multipart/form-data') return 'type'
  const data = await http.req.formData().catch(() => null)
  if (!data) return 'unreadable'
  const form = formOf(data)
  const token = form.text(tokenName)
  return isFormToken(token, settings.secret, visitorOf(http) ?? '', settings.now()) ? form : 'token'
}

/**
 * The parts of a form with files too large for memory, or why it is not taken. Its token is its first part, and is checked before
 * any other is given; what is refused is read to its end first, as a browser shows no answer to what it is still sending.
 * @param most the most bytes of the form
 */
export async function receiveParts(
  http: Context,
  settings: Settings,
  most: number,
): Promise<AsyncIterable<FormPart> | Refusal | 'large'> {
  const boundary = boundaryOf(http.req.header('content-type'))
  const { body } = http.req.raw
  if (boundary === null || body === null) return 'type'
  if (Number(http.req.header('content-length') ?? 0) > most) return 'large'
  const parts = partsOf(body, boundary, most)
  try {
    const { value: first } = await parts.next()
    const token = first?.name === tokenName && first.fileName === null ? await textOf(first) : ''
    if (isFormToken(token, settings.secret, visitorOf(http) ?? '', settings.now())) return parts
    await passOver(parts)
    return 'token'
  } catch (error) {
    return error instanceof FormFault ? error.fault : 'unreadable'
  }
}

/** The parts of the form that was sent, each to be read once. @throws Error on a page that takes no such form */
export function readParts({ parts, path }: PageContext): AsyncIterable<FormPart> {
  if (!parts) throw new Error(`${path} was not sent a form in parts`)
  return parts
}

/** What the visitor's cookie says; undefined without one that we could have given. */
export function visitorOf(http: Context): string | undefined {
  const visitor = getCookie(http, cookieName)
  return visitor && /^[\w-]{32}$/.test(visitor) ? visitor : undefined
}
