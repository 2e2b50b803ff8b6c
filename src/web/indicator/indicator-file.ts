import { NotFound } from '../../answers/not-found.ts'
import { typeOf } from '../../paper/publication/manifest.ts'
import type { Answer } from '../route.ts'
import { indicatorFormats } from '../services.ts'

/** The figures of an indicator as a file, as known on the asked day. @throws NotFound when there is none of that name */
export const indicatorFile: Answer = async ({ services, audience, params, moment, asked }) => {
  const { org: organisation = '', indicator = '', file = '' } = params
  const format = indicatorFormats.find(each => file === `${indicator}.${each}`)
  // Only what is a name can stand in the name of the file that the reader keeps.
  if (!format || !/^[a-z0-9-]+$/.test(indicator) || asked.kind === 'wrong') throw new NotFound('There is no such file')
  const bytes = await services.indicatorFile(organisation, indicator, format, moment, audience)
  return new Response(bytes, {
    headers: {
      'Content-Type': typeOf(file),
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': `attachment; filename="${organisation}-${indicator}-as-known-${moment.asAt}.${format}"`,
    },
  })
}
