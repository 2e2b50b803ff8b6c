/** The form that asks what a path would mean; it stores nothing. */
import type { WorkbenchAnswer } from '../../answers/targets/types.ts'
import { addsUp } from '../../paper/outline/series-chart.ts'
import { pathShapes, profiles, volumeRules } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { capitalised } from '../../shared/words.ts'
import { withUnit } from '../components/wording.ts'
import type { FieldProblem } from '../forms/error-summary.tsx'
import { ownFields, type PathFields } from './ask.ts'
import { ChoiceField, TextField } from './fields.tsx'

type Props = {
  readonly answer: WorkbenchAnswer
  readonly fields: PathFields
  readonly problems: readonly FieldProblem[]
  readonly action: string
  readonly asAt: string | undefined
}

/** Every choice of a path. What a shape does not need is left as it is. */
export function PathForm({ answer, fields, problems, action, asAt }: Props) {
  const { years, baselines, groups, populations, indicator } = answer
  const hasMonths = indicator.frequency === 'monthly' || indicator.frequency === 'quarterly'
  const yearOptions = years.map(year => [year, year] as const)
  return (
    <form class="form path-form" method="get" action={`${action}#means`} aria-label="Propose a path">
      {asAt && <input type="hidden" name="as-at" value={asAt} />}
      <input type="hidden" name="first" value={years[0] ?? ''} />
      <div class="path-fields">
        <ChoiceField
          name="shape"
          label="Shape of the path"
          chosen={fields.shape}
          problems={problems}
          options={pathShapes.map(({ code, label }) => [code, label])}
        />
        <ChoiceField
          name="from"
          label="Starts from"
          chosen={fields.from}
          problems={problems}
          options={baselines.map(({ period, shown }) => [
            period,
            `${periodInWords(period)}: ${withUnit(shown, indicator)}`,
          ])}
        />
        <TextField
          name="goal"
          label="Goal"
          hint="Of a line, or a rate to hold"
          value={fields.goal}
          problems={problems}
          kind="number"
        />
        <ChoiceField
          name="by"
          label="Goal reached in"
          hint="Of a line or a group"
          chosen={fields.by}
          problems={problems}
          options={yearOptions}
        />
        <ChoiceField
          name="until"
          label="Last year with a target"
          hint="The goal is held until then"
          chosen={fields.until}
          problems={problems}
          options={yearOptions}
        />
        {groups.length > 0 && (
          <ChoiceField
            name="group"
            label="Group"
            hint="For its average or best quarter"
            chosen={fields.group}
            problems={problems}
            options={groups.map(({ slug, name }) => [slug, name])}
          />
        )}
      </div>
      <fieldset class="form-group path-own">
        <legend class="form-label">Targets of their own</legend>
        <p class="hint" id="own-hint">
          For a path with a target of its own for each year. A year left empty has no target.
        </p>
        <div class="path-years">
          {ownFields.map((name, at) => (
            <TextField name={name} label={String(years[at])} value={fields[name]} problems={problems} kind="number" />
          ))}
        </div>
      </fieldset>
      <details class="form-help" open={fields.outOf !== undefined || undefined}>
        <summary>{hasMonths ? 'Months, and what it means in people' : 'What it means in people'}</summary>
        <div class="path-fields">
          {hasMonths ? (
            <ChoiceField
              name="profile"
              label="In the months before"
              chosen={fields.profile ?? (addsUp(indicator) ? 'seasonal' : 'line')}
              problems={problems}
              options={profiles
                .filter(({ code }) => !addsUp(indicator) || code !== 'line')
                .map(({ code, label }) => [code, capitalised(label)])}
            />
          ) : (
            <input type="hidden" name="profile" value={fields.profile ?? 'line'} />
          )}
          {populations.length > 0 && (
            <ChoiceField
              name="population"
              label="Population"
              hint="Of whom it is a rate"
              chosen={fields.population}
              problems={problems}
              options={[['', 'As the register has it'], ...populations.map(({ slug, name }) => [slug, name] as const)]}
            />
          )}
          <TextField
            name="outOf"
            label="Out of how many"
            hint="Where no figure says it"
            value={fields.outOf}
            problems={problems}
            kind="number"
          />
          <ChoiceField
            name="rule"
            label="What stays the same"
            chosen={fields.rule}
            problems={problems}
            options={volumeRules.map(({ code, label }) => [code, capitalised(label)])}
          />
        </div>
      </details>
      <button class="button" type="submit">
        Show what it means
      </button>
      <p class="hint">Nothing is stored yet.</p>
    </form>
  )
}
