/** Fields of the forms of a path: each with its label, its hint and what is wrong with it. */
import type { Child } from 'hono/jsx'
import type { FieldProblem } from '../forms/error-summary.tsx'
import { Wrong } from '../forms/fields.tsx'

type FieldProps = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly problems: readonly FieldProblem[]
}

/** What assistive technology reads with a field. */
function described({ name, hint, problems }: FieldProps): Readonly<Record<string, string | undefined>> {
  const isWrong = problems.some(({ at }) => at === name)
  const ids = [...(hint ? [`${name}-hint`] : []), ...(isWrong ? [`${name}-error`] : [])]
  return {
    ...(ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {}),
    ...(isWrong ? { 'aria-invalid': 'true' } : {}),
  }
}

function Group({ field, children }: { field: FieldProps; children?: Child }) {
  const { name, label, hint } = field
  const own = field.problems.filter(({ at }) => at === name)
  return (
    <div class={own.length > 0 ? 'form-group form-group-wrong' : 'form-group'}>
      <label class="form-label" for={name}>
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} class="hint">
          {hint}
        </p>
      )}
      <Wrong id={`${name}-error`} problems={own} />
      {children}
    </div>
  )
}

/** A line of text, or a short one: a number, a day. */
export function TextField(
  props: FieldProps & { readonly value: string | undefined; readonly kind?: 'number' | 'day' },
) {
  const { name, value = '', kind } = props
  return (
    <Group field={props}>
      <input
        class={kind ? 'input path-number' : 'input input-line'}
        id={name}
        name={name}
        type="text"
        inputmode={kind === 'number' ? 'decimal' : undefined}
        value={value}
        autocomplete="off"
        {...described(props)}
      />
    </Group>
  )
}

/** Text of several lines. */
export function LongField(props: FieldProps & { readonly value: string | undefined }) {
  const { name, value = '' } = props
  return (
    <Group field={props}>
      <textarea class="input input-line" id={name} name={name} rows={5} {...described(props)}>
        {value}
      </textarea>
    </Group>
  )
}

/** One of several things. */
export function ChoiceField(
  props: FieldProps & {
    readonly chosen: string | undefined
    readonly options: readonly (readonly [value: string, words: string])[]
  },
) {
  const { name, chosen = '', options } = props
  return (
    <Group field={props}>
      <select class="input path-choice" id={name} name={name} {...described(props)}>
        {options.map(([value, words]) => (
          <option value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </Group>
  )
}
