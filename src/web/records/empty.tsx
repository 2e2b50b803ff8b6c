import type { OrganisationContext } from '../show-page.ts'
import { RecordsPage } from './frame.tsx'

/** What to do where there are no client-level records of an organisation. */
export function EmptyPage({ context }: { context: OrganisationContext }) {
  const { organisation } = context
  return (
    <RecordsPage
      context={context}
      here=""
      title="No client records yet"
      choice={null}
      lead={`No client-level records of ${organisation.name} were imported. From them come the ASCOF and SALT figures, with the people behind each, for any month.`}
    >
      <HowToImport />
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

/** How records are taken in, and what becomes of what names a person. */
export function HowToImport() {
  return (
    <section class="section" aria-labelledby="how-to-import">
      <h2 id="how-to-import">Import records</h2>
      <p class="section-lead">
        Files are large and say much about people, so that they go in on this machine and not through a browser. In a
        terminal, with the folder that holds the files as they were sent:
      </p>
      <pre class="records-command">
        <code>tidemark cld import FOLDER</code>
      </pre>
      <ul class="records-list">
        <li>CSV files, also gzipped, of Release 1 or 2, with the specification’s labels or field names.</li>
        <li>
          Beside them, where you have them: population, also by group, a look-up of postcodes, hospital spells, areas
          and councils. Rates need the population, ASCOF 2D the hospital spells, equalities by area the look-up.
        </li>
        <li>
          On the way in, NHS numbers and local identifiers become pseudonyms under your key, birth dates months, and
          postcodes areas where there is a look-up; names and free text are left out.
        </li>
        <li>Where anything is wrong, nothing is taken in, and each problem is named with its file, row and field.</li>
      </ul>
      <p class="section-lead">These pages show the new records as soon as the command has ended.</p>
    </section>
  )
}
