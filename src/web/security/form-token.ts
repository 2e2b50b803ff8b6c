import { createHmac, timingSafeEqual } from 'node:crypto'

/** How long a form may stay open before it must be opened again. */
const hours = 12

/**
 * The token of a form: who was given it and when, sealed with the secret of the process. It is good for that visitor only.
 * @param visitor what the visitor's cookie says
 */
export function formToken(secret: Uint8Array, visitor: string, now: Date): string {
  const at = now.getTime().toString(36)
  return `${at}.${seal(secret, visitor, at)}`
}

/** Whether a token was made for this visitor by this process within the last twelve hours. */
export function isFormToken(token: string, secret: Uint8Array, visitor: string, now: Date): boolean {
  const [, at = '', sealed = ''] = /^([0-9a-z]{1,12})\.([\w-]{43})$/.exec(token) ?? []
  if (at === '' || visitor === '') return false
  if (!timingSafeEqual(Buffer.from(sealed), Buffer.from(seal(secret, visitor, at)))) return false
  const age = now.getTime() - Number.parseInt(at, 36)
  return age >= 0 && age < hours * 3_600_000
}

function seal(secret: Uint8Array, visitor: string, at: string): string {
  return createHmac('sha256', secret).update(`${at} ${visitor}`).digest('base64url')
}
