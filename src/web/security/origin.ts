/** What a request says of where it comes from. */
export type Sent = {
  readonly origin: string | undefined
  /** The header Sec-Fetch-Site. */
  readonly site: string | undefined
  /** The Host header, which is one that we answer to. */
  readonly host: string
  readonly scheme: 'http' | 'https'
}

/** Whether a form was sent by a page of this very site. Who says nothing of where it comes from is refused too. */
export function isFromHere({ origin, site, host, scheme }: Sent): boolean {
  if (origin === undefined && site === undefined) return false
  if (site !== undefined && site !== 'same-origin') return false
  return origin === undefined || origin.toLowerCase() === `${scheme}://${host.toLowerCase()}`
}
