import { createHash } from 'node:crypto'
import { NotFound } from '../../answers/not-found.ts'
import { typeOf } from '../../paper/publication/manifest.ts'
import { isDay } from '../../shared/words.ts'
import type { Answer } from '../route.ts'

/** A published file as it was frozen: a page to be read here, any other to be kept by the reader. @throws NotFound when there is none of that name */
export const paperFile: Answer = async ({ services, audience, params }) => {
  const { org: organisation = '', meeting = '', version = '', file = '' } = params
  // An address that could lead anywhere else is not asked about at all.
  const isPlain = /^[a-z0-9-]+$/.test(organisation) && isDay(meeting) && /^[1-9]\d{0,8}$/.test(version)
  if (!isPlain || !/^[a-z0-9][a-z0-9.-]*$/.test(file)) throw unknown()
  const bytes = await services.publishedFile({ organisation, meeting, version: Number(version) }, file, audience)
  if (!bytes) throw unknown()
  const isPage = file.endsWith('.html')
  return new Response(bytes, {
    headers: {
      'Content-Type': typeOf(file),
      'Content-Length': String(bytes.byteLength),
      // Two versions have files of one name, and data.json is called alike everywhere.
      'Content-Disposition': `${isPage ? 'inline' : 'attachment'}; filename="${named(file, organisation, meeting, version)}"`,
      ...(isPage ? { 'Content-Security-Policy': policyOf(bytes) } : {}),
    },
  })
}

const unknown = () => new NotFound('There is no such published file')

/**
 * What a published page may do when it is opened here: show itself, by the styles and typefaces it holds, as if it came from
 * nowhere. No script, no form, nothing from this server.
 */
function policyOf(page: Uint8Array): string {
  const styles = new TextDecoder().decode(page).matchAll(/<style>([\s\S]*?)<\/style>/g)
  const hashes = [...styles].map(([, style = '']) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  return [
    'sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation',
    "default-src 'none'",
    `style-src ${hashes.join(' ') || "'none'"}`,
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

function named(file: string, organisation: string, meeting: string, version: string): string {
  const start = `${organisation}-${meeting}-`
  const rest = file.startsWith(start) ? file.slice(start.length) : file
  return `${start}version-${version}-${rest}`
}
