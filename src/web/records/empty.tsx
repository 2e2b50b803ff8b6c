import type { OrganisationContext } from '../show-page.ts'
import { LeftOutFiles } from './files/left-out.tsx'
import { RecordsPage } from './frame.tsx'
import { IntakeForm } from './intake/form.tsx'
import { WhatBecomesOfThem } from './intake/view.tsx'

/** What to do where there are no client-level records of an organisation. */
export function EmptyPage({ context }: { context: OrganisationContext }) {
  const { organisation } = context
  return (
    <RecordsPage
      context={context}
      here=""
      title="No client records yet"
      choice={null}
      lead={`No client-level records of ${organisation.name} are here. From them come the ASCOF and SALT figures, with the people behind each, for any month.`}
    >
      <section class="section" aria-labelledby="take-in">
        <h2 id="take-in">Take records in</h2>
        <IntakeForm context={context} />
      </section>
      <LeftOutFiles context={context} />
      <WhatBecomesOfThem />
      <section class="section" aria-labelledby="try">
        <h2 id="try">Try it without a real person</h2>
        <p class="section-lead">
          Invented records hold everything that real files hold. None of them speaks of anybody.
        </p>
        <pre class="records-command">
          <code>tidemark cld synthesise --out invented{'\n'}tidemark cld import invented</code>
        </pre>
      </section>
    </RecordsPage>
  )
}
