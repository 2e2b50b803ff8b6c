/**
 * Whether a request names a host that we answer to. Another name means that a page elsewhere has led a browser here.
 * @param host the Host header; undefined where there is none
 * @param allowed "localhost:3000"; a name without a port holds for every port
 */
export function isAllowedHost(host: string | undefined, allowed: readonly string[]): boolean {
  if (host === undefined) return false
  const asked = host.toLowerCase()
  const name = asked.replace(/:\d+$/, '')
  return allowed.map(each => each.toLowerCase()).some(each => each === asked || each === name)
}
