import { dayInWords, grouped } from '../../../shared/words.ts'
import type { OrganisationContext } from '../../show-page.ts'
import { DataTable } from '../data-table.tsx'
import { recordsPath } from '../frame.tsx'
import { filesOf } from './files-of.ts'

/** Files of the organisation that count for nothing, each with the way to count it again; nothing where there is none. */
export function LeftOutFiles({ context }: { readonly context: OrganisationContext }) {
  const files = filesOf(context).filter(({ isLeftOut }) => isLeftOut)
  if (files.length === 0) return null
  return (
    <section class="section" aria-labelledby="left-out">
      <h2 id="left-out">Files that are left out</h2>
      <p class="section-lead">They are kept, and nothing is computed from them.</p>
      <DataTable
        caption="Files that are left out, the latest first"
        isStacked
        columns={[
          { heading: 'File' },
          { heading: 'Council' },
          { heading: 'Received' },
          { heading: 'Records', isNumber: true },
        ]}
        rows={files
          .toReversed()
          .map(({ number, file, council, importedAt, rows }) => [
            <a href={recordsPath(context.organisation.slug, `/files/${number}`)}>{file}</a>,
            council,
            dayInWords(importedAt.slice(0, 10)),
            grouped(String(rows)),
          ])}
      />
    </section>
  )
}
