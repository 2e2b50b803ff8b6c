import { sendBytes } from './encoding.ts'
import type { Answer } from './route.ts'

/** A file of the site's looks: kept by browsers for good, as its name changes with its content. */
export const asset: Answer = async ({ site, http }) => {
  const found = site.assets.byPath.get(http.req.path)
  if (!found) return http.text('There is no such file.\n', 404)
  const headers = { 'Cache-Control': 'public, max-age=31536000, immutable', ETag: found.etag }
  if (http.req.header('if-none-match') === found.etag) return http.body(null, 304, headers)
  return sendBytes(http, found.body, 200, { ...headers, 'Content-Type': found.type })
}
