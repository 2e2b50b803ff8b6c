/** The forms that keep a path: as a proposal with its reasons, and as agreed. */
import type { WorkbenchAnswer } from '../../answers/targets/types.ts'
import { entryOf, polarities } from '../../shared/codes.ts'
import type { FieldProblem } from '../forms/error-summary.tsx'
import { TokenField } from '../forms/forms.tsx'
import type { OrganisationContext } from '../show-page.ts'
import { type PathFields, pathFields } from './ask.ts'
import { ChoiceField, LongField, TextField } from './fields.tsx'

/** What is written in a form, by the names of its fields. */
export type Written = Readonly<Record<string, string>>

type Props = {
  readonly context: OrganisationContext
  readonly answer: WorkbenchAnswer
  readonly action: string
  readonly problems: readonly FieldProblem[]
}

/** The reasons for a path, and the button that keeps it as a proposal. */
export function ProposeForm({
  context,
  answer,
  action,
  problems,
  fields,
  written,
}: Props & { readonly fields: PathFields; readonly written: Written | null }) {
  const { kept, indicator } = answer
  const words = kept?.words
  const value = (name: string, before: string | undefined) => written?.[name] ?? before ?? ''
  const printed = value('polarityPrinted', words?.polarityPrinted ?? indicator.polarity)
  return (
    <form class="form section" method="post" action={action} aria-labelledby="propose">
      <h3 id="propose">Keep it as a proposal</h3>
      <TokenField context={context} />
      <input type="hidden" name="seen" value={answer.seen ?? ''} />
      {pathFields.map(name => fields[name] !== undefined && <input type="hidden" name={name} value={fields[name]} />)}
      <TextField
        name="definition"
        label="Definition"
        value={value('definition', words?.definition || indicator.name)}
        problems={problems}
      />
      <TextField
        name="owner"
        label="Owner"
        hint="A role, not a name"
        value={value('owner', words?.owner || indicator.lead)}
        problems={problems}
      />
      <ChoiceField
        name="polarityPrinted"
        label="Which way is good, as your document prints it"
        hint={`Used here: ${entryOf(polarities, indicator.polarity).label.toLowerCase()}. Where the two differ both are kept.`}
        chosen={printed}
        problems={problems}
        options={polarities.map(({ code, label }) => [code, label])}
      />
      <LongField name="rationale" label="Rationale" value={value('rationale', words?.rationale)} problems={problems} />
      <TextField
        name="citation"
        label="Where good practice is stated"
        value={value('citation', words?.citation)}
        problems={problems}
      />
      <LongField
        name="factors"
        label="Factors likely to affect performance"
        value={value('factors', words?.factors)}
        problems={problems}
      />
      <LongField
        name="alternatives"
        label="Alternatives considered"
        value={value('alternatives', words?.alternatives)}
        problems={problems}
      />
      <TextField name="note" label="Note" value={value('note', words?.note)} problems={problems} />
      <button class="button" type="submit">
        Save as a proposal
      </button>
      <p class="hint">Nothing is rated by a proposal. It can be undone, and every version is kept.</p>
    </form>
  )
}

/** Who agreed the proposal, and when: from then on it is rated. */
export function AgreeForm({
  context,
  answer,
  action,
  problems,
  written,
}: Props & { readonly written: Written | null }) {
  if (answer.kept?.state !== 'proposed') return null
  return (
    <form class="form section" method="post" action={`${action}/agree`} aria-labelledby="agree">
      <h3 id="agree">Record that it was agreed</h3>
      <TokenField context={context} />
      <input type="hidden" name="seen" value={answer.seen ?? ''} />
      <TextField
        name="agreedBy"
        label="Agreed by"
        hint="The meeting or the leadership team, as Adult Social Care Committee"
        value={written?.['agreedBy'] ?? ''}
        problems={problems}
      />
      <TextField
        name="agreedOn"
        label="Agreed on"
        hint="The day of the decision, as 2017-10-09. It may be older than this proposal, which then says that it was written down afterwards"
        value={written?.['agreedOn'] ?? ''}
        problems={problems}
        kind="day"
      />
      <button class="button" type="submit">
        Record as agreed
      </button>
      <p class="hint">From then on its targets are rated, in every page and paper.</p>
    </form>
  )
}
