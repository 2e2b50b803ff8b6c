import type { Answer } from '../route.ts'

/** Everything that is known of an organisation on a day, as a zip of tables for its analysts. */
export const ownCopy: Answer = async ({ services, organisation, moment }) => {
  const slug = organisation?.slug ?? ''
  const bytes = await services.ownCopy(slug, moment)
  return new Response(bytes, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': `attachment; filename="${slug}-as-known-on-${moment.asAt}.zip"`,
    },
  })
}
