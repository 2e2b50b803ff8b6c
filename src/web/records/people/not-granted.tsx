import type { OrganisationContext } from '../../show-page.ts'
import { RecordsPage, recordsPath } from '../frame.tsx'

type Props = { readonly context: OrganisationContext; readonly here: keyof typeof counts }

/** Where the counts stand that everybody who sees these pages may see. */
const counts = {
  '/measures': ['Every count stands in ', 'the measures'],
  '/quality': ['How many records are faulty, and how, stands in ', 'data quality'],
} as const

/** That somebody may not look at people, and who can grant it. */
export function NotGrantedPage({ context, here }: Props) {
  const [where, page] = counts[here]
  return (
    <RecordsPage
      context={context}
      here={here}
      title="You may not look at people’s records here"
      choice={null}
      lead="These are the records of single people, by pseudonym. To see them is a permission of its own, and it was not granted."
    >
      <p class="section-lead">
        Whoever runs this service grants it, by starting it with <code>tidemark serve --people</code>. From then on each
        look is written into the audit: who looked, at which list, council and months, and how much was shown.
      </p>
      <p class="section-lead">
        {where}
        <a href={recordsPath(context.organisation.slug, here)}>{page}</a> without it.
      </p>
    </RecordsPage>
  )
}
