import { NotFound } from '../../answers/not-found.ts'
import { typeOf } from '../../paper/publication/manifest.ts'
import { isDay } from '../../shared/words.ts'
import type { Answer } from '../route.ts'

/** A published file as it was frozen, to be kept by the reader. @throws NotFound when there is none of that name */
export const paperFile: Answer = async ({ services, audience, params }) => {
  const { org: organisation = '', meeting = '', version = '', file = '' } = params
  // An address that could lead anywhere else is not asked about at all.
  const isPlain = /^[a-z0-9-]+$/.test(organisation) && isDay(meeting) && /^[1-9]\d{0,8}$/.test(version)
  if (!isPlain || !/^[a-z0-9][a-z0-9.-]*$/.test(file)) throw unknown()
  const bytes = await services.publishedFile({ organisation, meeting, version: Number(version) }, file, audience)
  if (!bytes) throw unknown()
  return new Response(bytes, {
    headers: {
      'Content-Type': typeOf(file),
      'Content-Length': String(bytes.byteLength),
      // Two versions have files of one name, and data.json is called alike everywhere.
      'Content-Disposition': `attachment; filename="${named(file, organisation, meeting, version)}"`,
    },
  })
}

const unknown = () => new NotFound('There is no such published file')

function named(file: string, organisation: string, meeting: string, version: string): string {
  const start = `${organisation}-${meeting}-`
  const rest = file.startsWith(start) ? file.slice(start.length) : file
  return `${start}version-${version}-${rest}`
}
