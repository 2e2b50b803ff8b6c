import { createHmac } from 'node:crypto'

/** Bytes of a block of SHA-256, to which HMAC pads its key. */
const block = 64

/**
 * An identifier's pseudonym: the first 128 bits of HMAC-SHA256 under the lake's key, written as a UUID. The identifier is taken
 * without blanks around it and in capitals; a person without an NHS number is `COUNCIL_LOCALNUMBER`.
 */
export function pseudonym(key: Uint8Array, identifier: string): string {
  const hex = createHmac('sha256', key).update(identifier.trim().toUpperCase()).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

/**
 * The two padded forms of a key of at most 64 bytes, as HMAC (RFC 2104) defines them; the SQL of the import makes the same
 * pseudonym from them: sha256(outer + sha256(inner + identifier)).
 */
export function paddedKeys(key: Uint8Array): { readonly inner: Uint8Array; readonly outer: Uint8Array } {
  if (key.length > block) throw new RangeError(`The key is longer than ${block} bytes: ${key.length}`)
  const padded = new Uint8Array(block)
  padded.set(key)
  return { inner: padded.map(byte => byte ^ 0x36), outer: padded.map(byte => byte ^ 0x5c) }
}

/** The pseudonym of a SQL expression, null where it is null. Needs the engine's variables inner_pad and outer_pad. */
export function pseudonymSql(expression: string): string {
  const inner = `sha256(getvariable('inner_pad') || encode(${expression}))`
  return `cast(substr(sha256(getvariable('outer_pad') || unhex(${inner})), 1, 32) as uuid)`
}
