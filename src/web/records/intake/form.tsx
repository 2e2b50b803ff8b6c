import type { FieldProblem } from '../../forms/error-summary.tsx'
import { DayFieldset, FilesField, noDay } from '../../forms/fields.tsx'
import { TokenField } from '../../forms/forms.tsx'
import type { DayFields } from '../../frame/day.ts'
import type { OrganisationContext } from '../../show-page.ts'
import { recordsPath } from '../frame.tsx'
import { mostBytes, mostFiles } from './limits.ts'
import { fieldIds } from './read-form.ts'

type Props = {
  readonly context: OrganisationContext
  readonly problems?: readonly FieldProblem[]
  readonly day?: DayFields
}

/** The form that takes files of records. Its token stands first: no file is kept before it was checked. */
export function IntakeForm({ context, problems = [], day = noDay }: Props) {
  const action = recordsPath(context.organisation.slug, '/import')
  return (
    <form class="form" method="post" action={action} enctype="multipart/form-data">
      <TokenField context={context} />
      <DayFieldset id="received-on" legend="Received on" day={day} problems={problems}>
        The day on which the collection received the files, such as 25 4 2026: it decides which of them serves a
        quarter. Leave it empty where a list of submissions or the files’ names say it, or for today.
      </DayFieldset>
      <FilesField id={fieldIds.files} accept=".csv,.gz" problems={problems}>
        Records as they were sent and, with them, the tables beside: CSV in UTF-8 (.csv), also compressed (.csv.gz). At
        most {mostFiles} files, together at most {mostBytes / 1024 ** 3} GB.
      </FilesField>
      <button class="button" type="submit">
        Take in the files
      </button>
      <p class="hint">Where anything is wrong with one of them, nothing is taken in.</p>
    </form>
  )
}
