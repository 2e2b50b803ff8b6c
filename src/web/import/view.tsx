import { ErrorSummary, type FieldProblem } from '../forms/error-summary.tsx'
import type { DayFields } from '../frame/day.ts'
import { Page } from '../frame/page.tsx'
import type { OrganisationContext } from '../show-page.ts'
import { UploadForm } from './form.tsx'
import { PastImports } from './past-imports.tsx'
import type { ListedImport } from './services.ts'

type Props = {
  readonly context: OrganisationContext
  readonly imports: readonly ListedImport[]
  readonly problems: readonly FieldProblem[]
  readonly day: DayFields | undefined
}

/** What can be imported, the form for it, and past imports. */
export function ImportPage({ context, imports, problems, day }: Props) {
  const { frame, organisation, services } = context
  const action = `/${organisation.slug}/import`
  return (
    <Page frame={{ ...frame, day: null }} title={problems.length > 0 ? 'Error: Import figures' : 'Import figures'}>
      <ErrorSummary problems={problems} />
      <hgroup class="headline">
        <p class="eyebrow">{organisation.name}</p>
        <h1>Import figures</h1>
        <p class="lead">
          Send the spreadsheet that officers keep, or tables of the exchange format. You see what was understood, what
          is new and what is revised, before anything is stored.
        </p>
      </hgroup>
      <section class="section" aria-labelledby="files-to-import">
        <h2 id="files-to-import">Files to import</h2>
        <UploadForm context={context} action={action} problems={problems} {...(day ? { day } : {})} />
        <Help />
      </section>
      <PastImports organisation={organisation.slug} imports={imports} dayOf={services.dayOf} />
    </Page>
  )
}

function Help() {
  return (
    <details class="form-help">
      <summary>What can be imported</summary>
      <ul>
        <li>
          A spreadsheet with a row for each indicator and a column for each month, quarter or year. An indicator is
          recognised by its name, short name or slug, whatever the capitals. Counts may stand in the line below as 334 /
          387.
        </li>
        <li>
          A table of the exchange format, recognised by its file’s or sheet’s name, as observations.csv or targets.csv,
          with the names of its columns in the first row.
        </li>
        <li>Several tables at once, where one names what another brings: they are looked at together.</li>
      </ul>
      <p>
        Where one cell is wrong, nothing of the files is stored. The page names each such cell and what to do. A past
        import is undone by a further one, so that nothing is ever lost.
      </p>
    </details>
  )
}
