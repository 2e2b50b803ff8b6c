import { typeOf } from '../../paper/publication/manifest.ts'
import type { Answer } from '../route.ts'
import { ofOrganisation } from '../show-page.ts'

/** What the target-setting paper can be had as. */
export const paperFormats = ['pdf', 'docx', 'html', 'ods', 'csv'] as const

/** The target-setting paper of a framework as a file to keep. */
export function targetsFile(format: (typeof paperFormats)[number]): Answer {
  return ofOrganisation(async ({ services, organisation, query, moment }) => {
    const framework = query['framework'] ?? null
    const bytes = await services.targetsPaper(organisation.slug, framework, format, moment)
    const name = [organisation.slug, framework ?? '', 'targets', 'as-at', moment.asAt]
      .filter(part => part !== '')
      .join('-')
    return new Response(bytes, {
      headers: {
        'Content-Type': typeOf(`paper.${format}`),
        'Content-Length': String(bytes.byteLength),
        'Content-Disposition': `attachment; filename="${name.toLowerCase().replace(/[^a-z0-9-]/g, '-')}.${format}"`,
      },
    })
  })
}
