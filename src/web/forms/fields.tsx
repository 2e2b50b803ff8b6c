/** Fields that several forms ask for: a day, and files. */
import type { PropsWithChildren } from 'hono/jsx'
import type { DayFields } from '../frame/day.ts'
import type { FieldProblem } from './error-summary.tsx'

const dayLabels = { day: 'Day', month: 'Month', year: 'Year' } as const

/** A day that nobody has filled in yet. */
export const noDay: DayFields = { day: '', month: '', year: '' }

type DayProps = PropsWithChildren<{
  /** What the fields' ids begin with: `known-on` for `known-on-day`. */
  readonly id: string
  readonly legend: string
  readonly day: DayFields
  /** The problems of the whole form; those at the day's first field are shown here. */
  readonly problems: readonly FieldProblem[]
}>

/** Day, month and year, with what they are for as the children. */
export function DayFieldset({ id, legend, day, problems, children }: DayProps) {
  const wrong = problems.filter(({ at }) => at === `${id}-day`)
  return (
    <fieldset {...groupOf(id, wrong)}>
      <legend class="form-label">{legend}</legend>
      <p id={`${id}-hint`} class="hint">
        {children}
      </p>
      <Wrong id={`${id}-error`} problems={wrong} />
      <div class="day-fields">
        {(['day', 'month', 'year'] as const).map(name => (
          <div class="day-field">
            <label for={`${id}-${name}`}>{dayLabels[name]}</label>
            <input
              class={`input input-width-${name === 'year' ? 4 : 2}`}
              id={`${id}-${name}`}
              name={name}
              type="text"
              inputmode="numeric"
              value={day[name]}
              aria-invalid={wrong.length > 0 ? 'true' : undefined}
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}

type FilesProps = PropsWithChildren<{
  readonly id: string
  /** The endings that the browser offers, as `.csv,.gz`. */
  readonly accept: string
  readonly problems: readonly FieldProblem[]
}>

/** A field that takes several files, with what they may be as the children. */
export function FilesField({ id, accept, problems, children }: FilesProps) {
  const wrong = problems.filter(({ at }) => at === id)
  const { class: group, 'aria-describedby': describedBy } = groupOf(id, wrong)
  return (
    <div class={group}>
      <label class="form-label" for={id}>
        Files
      </label>
      <p id={`${id}-hint`} class="hint">
        {children}
      </p>
      <Wrong id={`${id}-error`} problems={wrong} />
      <input
        class="file-input"
        type="file"
        id={id}
        name="files"
        multiple
        accept={accept}
        aria-describedby={describedBy}
        aria-invalid={wrong.length > 0 ? 'true' : undefined}
      />
    </div>
  )
}

const groupOf = (id: string, wrong: readonly FieldProblem[]) => ({
  class: wrong.length > 0 ? 'form-group form-group-wrong' : 'form-group',
  'aria-describedby': wrong.length > 0 ? `${id}-hint ${id}-error` : `${id}-hint`,
})

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
