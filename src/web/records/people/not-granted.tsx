import type { OrganisationContext } from '../../show-page.ts'
import { RecordsPage, recordsPath } from '../frame.tsx'

/** That somebody may not look at people, and who can grant it. */
export function NotGrantedPage({ context }: { context: OrganisationContext }) {
  return (
    <RecordsPage
      context={context}
      here="/measures"
      title="You may not look at people’s records here"
      choice={null}
      lead="These are the records of single people, by pseudonym. To see them is a permission of its own, and it was not granted."
    >
      <p class="section-lead">
        Whoever runs this service grants it, by starting it with <code>tidemark serve --people</code>. From then on each
        look is written into the audit: who looked, at which measure, council and months, and how many people were
        shown.
      </p>
      <p class="section-lead">
        Every count stands in <a href={recordsPath(context.organisation.slug, '/measures')}>the measures</a> without it.
      </p>
    </RecordsPage>
  )
}
