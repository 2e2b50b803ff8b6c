import type { PageContext } from '../context.ts'
import type { FieldProblem } from '../forms/error-summary.tsx'
import { TokenField } from '../forms/forms.tsx'
import type { DayFields } from '../frame/day.ts'
import { mostBytes, mostFiles } from './uploaded-files.ts'

type Props = {
  readonly context: PageContext
  /** Where the form goes. */
  readonly action: string
  readonly problems?: readonly FieldProblem[]
  readonly day?: DayFields
  readonly button?: string
}

const noDay: DayFields = { day: '', month: '', year: '' }

/** The form that takes files to look at. */
export function UploadForm({ context, action, problems = [], day = noDay, button = 'Look at the files' }: Props) {
  const wrongFiles = problems.filter(({ at }) => at === 'files')
  const wrongDay = problems.filter(({ at }) => at === 'known-on-day')
  return (
    <form class="form" method="post" action={action} enctype="multipart/form-data">
      <TokenField context={context} />
      <div class={wrongFiles.length > 0 ? 'form-group form-group-wrong' : 'form-group'}>
        <label class="form-label" for="files">
          Files
        </label>
        <p id="files-hint" class="hint">
          Spreadsheets (.xlsx, .xlsm, .xlsb, .xls, .ods) or tables (.csv, .tsv). At most {mostFiles} files, together at
          most {Math.floor(mostBytes / 1024 / 1024)} MB, and none over 50 MB.
        </p>
        <Wrong id="files-error" problems={wrongFiles} />
        <input
          class="file-input"
          type="file"
          id="files"
          name="files"
          multiple
          accept=".xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.tsv"
          aria-describedby={wrongFiles.length > 0 ? 'files-hint files-error' : 'files-hint'}
          aria-invalid={wrongFiles.length > 0 ? 'true' : undefined}
        />
      </div>
      <fieldset
        class={wrongDay.length > 0 ? 'form-group form-group-wrong' : 'form-group'}
        aria-describedby={wrongDay.length > 0 ? 'known-on-hint known-on-error' : 'known-on-hint'}
      >
        <legend class="form-label">Known on</legend>
        <p id="known-on-hint" class="hint">
          The day on which the council knew these figures, such as the day of the meeting: 19 6 2017. Leave it empty
          where the files say it themselves.
        </p>
        <Wrong id="known-on-error" problems={wrongDay} />
        <div class="day-fields">
          {(['day', 'month', 'year'] as const).map(name => (
            <div class="day-field">
              <label for={`known-on-${name}`}>{dayLabels[name]}</label>
              <input
                class={`input input-width-${name === 'year' ? 4 : 2}`}
                id={`known-on-${name}`}
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
      <button class="button" type="submit">
        {button}
      </button>
      <p class="hint">Nothing is stored until you have seen what would change.</p>
    </form>
  )
}

const dayLabels = { day: 'Day', month: 'Month', year: 'Year' } as const

/** What is wrong with a field, beside it. */
export function Wrong({ id, problems }: { id: string; problems: readonly FieldProblem[] }) {
  if (problems.length === 0) return null
  return (
    <p id={id} class="error-message">
      <span class="visually-hidden">Error: </span>
      {problems.map(({ words }) => words).join('. ')}
    </p>
  )
}
