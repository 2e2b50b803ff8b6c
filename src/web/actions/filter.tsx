import { type ActionChoice, type ActionLogAnswer, logStates } from '../../answers/actions/action-log.ts'
import { dayInWords } from '../../shared/words.ts'

type Props = {
  readonly path: string
  readonly asAt: string | undefined
  readonly choices: ActionLogAnswer['choices']
  readonly choice: ActionChoice
}

/** Chooses actions by indicator, meeting, owner and state; what is chosen stands in the address. */
export function ActionFilter({ path, asAt, choices, choice }: Props) {
  return (
    <form class="filter" method="get" action={path}>
      {asAt && <input type="hidden" name="as-at" value={asAt} />}
      <Select
        name="indicator"
        label="Indicator"
        all="Every indicator"
        chosen={choice.indicator}
        options={choices.indicators.map(({ slug, name }) => ({ value: slug, words: name }))}
      />
      <Select
        name="meeting"
        label="Meeting"
        all="Every meeting"
        chosen={choice.meeting}
        options={choices.meetings.map(({ date }) => ({ value: date, words: dayInWords(date) }))}
      />
      <Select
        name="owner"
        label="Owner"
        all="Every owner"
        chosen={choice.owner}
        options={choices.owners.map(role => ({ value: role, words: role }))}
      />
      <Select
        name="state"
        label="State"
        all="Every state"
        chosen={choice.state?.replaceAll('_', '-')}
        options={logStates.map(({ code, label }) => ({ value: code.replaceAll('_', '-'), words: label }))}
      />
      <button class="button" type="submit">
        Show these
      </button>
    </form>
  )
}

type SelectProps = {
  readonly name: string
  readonly label: string
  readonly all: string
  readonly chosen: string | undefined
  readonly options: readonly { readonly value: string; readonly words: string }[]
}

function Select({ name, label, all, chosen, options }: SelectProps) {
  return (
    <div class="filter-field">
      <label for={`filter-${name}`}>{label}</label>
      <select class="input" id={`filter-${name}`} name={name}>
        <option value="">{all}</option>
        {options.map(({ value, words }) => (
          <option value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
