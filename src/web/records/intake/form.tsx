import type { FieldProblem } from '../../forms/error-summary.tsx'
import { TokenField } from '../../forms/forms.tsx'
import type { DayFields } from '../../frame/day.ts'
import { Wrong } from '../../import/form.tsx'
import type { OrganisationContext } from '../../show-page.ts'
import { recordsPath } from '../frame.tsx'
import { mostBytes, mostFiles } from './limits.ts'
import { fieldIds } from './read-form.ts'

type Props = {
  readonly context: OrganisationContext
  readonly problems?: readonly FieldProblem[]
  readonly day?: DayFields
}

const noDay: DayFields = { day: '', month: '', year: '' }

const dayLabels = { day: 'Day', month: 'Month', year: 'Year' } as const

/** The form that takes files of records. Its token stands first: no file is kept before it was checked. */
export function IntakeForm({ context, problems = [], day = noDay }: Props) {
  const wrongFiles = problems.filter(({ at }) => at === fieldIds.files)
  const wrongDay = problems.filter(({ at }) => at === fieldIds.day)
  return (
    <form
      class="form"
      method="post"
      action={recordsPath(context.organisation.slug, '/import')}
      enctype="multipart/form-data"
    >
      <TokenField context={context} />
      <fieldset
        class={wrongDay.length > 0 ? 'form-group form-group-wrong' : 'form-group'}
        aria-describedby={wrongDay.length > 0 ? 'received-on-hint received-on-error' : 'received-on-hint'}
      >
        <legend class="form-label">Received on</legend>
        <p id="received-on-hint" class="hint">
          The day on which the collection received the files, such as 25 4 2026: it decides which of them serves a
          quarter. Leave it empty where a list of submissions or the files’ names say it, or for today.
        </p>
        <Wrong id="received-on-error" problems={wrongDay} />
        <div class="day-fields">
          {(['day', 'month', 'year'] as const).map(name => (
            <div class="day-field">
              <label for={`received-on-${name}`}>{dayLabels[name]}</label>
              <input
                class={`input input-width-${name === 'year' ? 4 : 2}`}
                id={`received-on-${name}`}
                name={name}
                type="text"
                inputmode="numeric"
                value={day[name]}
                aria-invalid={wrongDay.length > 0 ? 'true' : undefined}
              />
            </div>
          ))}
        </div>
      </fieldset>
      <div class={wrongFiles.length > 0 ? 'form-group form-group-wrong' : 'form-group'}>
        <label class="form-label" for={fieldIds.files}>
          Files
        </label>
        <p id="records-files-hint" class="hint">
          Records as they were sent and, with them, the tables beside: CSV in UTF-8 (.csv), also compressed (.csv.gz).
          At most {mostFiles} files, together at most {mostBytes / 1024 ** 3} GB.
        </p>
        <Wrong id="records-files-error" problems={wrongFiles} />
        <input
          class="file-input"
          type="file"
          id={fieldIds.files}
          name="files"
          multiple
          accept=".csv,.gz"
          aria-describedby={wrongFiles.length > 0 ? 'records-files-hint records-files-error' : 'records-files-hint'}
          aria-invalid={wrongFiles.length > 0 ? 'true' : undefined}
        />
      </div>
      <button class="button" type="submit">
        Take in the files
      </button>
      <p class="hint">Where anything is wrong with one of them, nothing is taken in.</p>
    </form>
  )
}
