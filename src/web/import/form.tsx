import type { PageContext } from '../context.ts'
import type { FieldProblem } from '../forms/error-summary.tsx'
import { DayFieldset, FilesField, noDay } from '../forms/fields.tsx'
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

/** The form that takes files to look at. */
export function UploadForm({ context, action, problems = [], day = noDay, button = 'Look at the files' }: Props) {
  return (
    <form class="form" method="post" action={action} enctype="multipart/form-data">
      <TokenField context={context} />
      <FilesField id="files" accept=".xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.tsv" problems={problems}>
        Spreadsheets (.xlsx, .xlsm, .xlsb, .xls, .ods) or tables (.csv, .tsv). At most {mostFiles} files, together at
        most {Math.floor(mostBytes / 1024 / 1024)} MB, and none over 50 MB.
      </FilesField>
      <DayFieldset id="known-on" legend="Known on" day={day} problems={problems}>
        The day on which the council knew these figures, such as the day of the meeting: 19 6 2017. Leave it empty where
        the files say it themselves.
      </DayFieldset>
      <button class="button" type="submit">
        {button}
      </button>
      <p class="hint">Nothing is stored until you have seen what would change.</p>
    </form>
  )
}
