import type { BoardAnswer } from '../../answers/types.ts'
import { compareText } from '../../shared/compare-text.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { typeOf } from '../../shared/period/period.ts'
import { capitalised } from '../../shared/words.ts'
import { Hidden } from '../components/marks.tsx'
import { type Choice, dashboardLink, exceptionRules, queryOf, sorts, sortWord } from './choice.ts'
import { fewPeriods } from './table.tsx'
import {
  allPeriods,
  exceptionWords,
  filterWords,
  orderInWords,
  ratingWords,
  travelWords,
  withoutFilters,
} from './words.ts'

export type FiltersProps = {
  readonly board: BoardAnswer
  readonly choice: Choice
  readonly asAt: string | undefined
}

/** The choices as a form that asks for the page anew; its script asks at each change. */
export function Filters({ board, choice, asAt }: FiltersProps) {
  const { dashboard, frameworks, ends } = board
  const { rows, framework, organisation, periods } = dashboard
  const texts = (of: (row: (typeof rows)[number]) => string) =>
    [...new Set(rows.map(of))].filter(text => text !== '').map(text => [text, text] as const)
  const leads = texts(row => row.indicator.lead).toSorted(([a], [b]) => compareText(a, b))
  const sections = texts(row => row.indicator.section)
  const query = queryOf(choice)
  const latest = ends[0]
  // What is chosen without any choice is not said in the address.
  const plain = (slug: string) => (slug === organisation.committeeFramework ? '' : slug)
  return (
    <form
      id="dashboard-filters"
      class="filters"
      method="get"
      action={`/${organisation.slug}/dashboard`}
      data-replaces="dashboard-view dashboard-head dashboard-downloads day-known"
      data-says="dashboard-shown"
      aria-label="Choose what the dashboard shows"
    >
      {asAt && <input type="hidden" name="as-at" value={asAt} />}
      <details class="filters-fold">
        <summary>Filter and sort</summary>
        <div class="filters-fields">
          <div class="field field-find">
            <label for="filter-find">Find an indicator</label>
            <input
              class="input"
              id="filter-find"
              type="search"
              name="find"
              value={query['find']}
              maxlength={100}
              autocomplete="off"
            />
          </div>
          {sections.length > 1 && (
            <Select name="section" label="Section" chosen={query['section']} all="Every section" options={sections} />
          )}
          <Select
            name="rating"
            label="Rating"
            chosen={query['rating']}
            all="Every rating"
            options={(['Red', 'Amber', 'Green', 'none'] as const).map(code => [code.toLowerCase(), ratingWords[code]])}
          />
          <Select
            name="travel"
            label="Direction of travel"
            chosen={query['travel']}
            all="Every direction"
            options={(['worse', 'no_change', 'better'] as const).map(code => [
              code.replace('_', '-'),
              travelWords[code],
            ])}
          />
          <Select
            name="exception"
            label="Exceptions"
            chosen={query['exception']}
            all="With or without"
            options={(['any', ...exceptionRules] as const).map(rule => [rule, exceptionWords[rule]])}
          />
          {leads.length > 0 && (
            <Select name="lead" label="Lead" chosen={query['lead']} all="Every lead" options={leads} />
          )}
          {frameworks.length > 1 && (
            <Select
              name="framework"
              label="Framework"
              chosen={plain(framework.slug)}
              options={frameworks.map(({ slug, name, edition }) => [
                plain(slug),
                edition ? `${name}, ${edition}` : name,
              ])}
            />
          )}
          {latest && (
            <Select
              name="to"
              label={endLabels[typeOf(latest)]}
              chosen={periods.at(-1) === latest ? '' : periods.at(-1)}
              options={ends.map((end, at) => [
                at === 0 ? '' : end,
                `${periodInWords(end)}${at === 0 ? ' (latest)' : ''}`,
              ])}
            />
          )}
          <Select
            name="sort"
            label="Sort"
            chosen={query['sort']}
            all={capitalised(orderInWords(undefined))}
            options={sorts.flatMap(by =>
              [false, true].map(down => [sortWord({ by, down }), capitalised(orderInWords({ by, down }))] as const),
            )}
          />
          {periods.length > fewPeriods && (
            <div class="field field-tick field-periods">
              <input
                id="filter-periods"
                type="checkbox"
                name="periods"
                value="all"
                checked={choice.periods === 'all'}
              />
              <label for="filter-periods">{capitalised(allPeriods(periods))}</label>
            </div>
          )}
          {hasCounts(board) && (
            <div class="field field-tick">
              <input id="filter-counts" type="checkbox" name="counts" value="1" checked={choice.counts === true} />
              <label for="filter-counts">Show counts</label>
            </div>
          )}
          <button class="button" type="submit" data-without-script>
            Apply
          </button>
        </div>
      </details>
    </form>
  )
}

const endLabels = {
  month: 'Months up to',
  quarter: 'Quarters up to',
  year: 'Years up to',
  span: 'Years up to',
} as const

function hasCounts({ dashboard }: BoardAnswer): boolean {
  return dashboard.rows.some(row => row.cells.some(cell => cell?.numerator != null && cell.denominator !== null))
}

type SelectProps = {
  readonly name: string
  readonly label: string
  readonly chosen: string | undefined
  /** What choosing nothing is called; undefined where something is always chosen. */
  readonly all?: string
  /** Not children: of a list of one child, JSX makes the child. */
  readonly options: readonly (readonly [value: string, words: string])[]
}

function Select({ name, label, chosen, all, options }: SelectProps) {
  const offered = all === undefined ? options : [['', all] as const, ...options]
  return (
    <div class="field">
      <label for={`filter-${name}`}>{label}</label>
      <select class="input" id={`filter-${name}`} name={name}>
        {offered.map(([value, words]) => (
          <option value={value} selected={value === (chosen ?? '')}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

/** The filters in effect, each a link that takes it off; nothing where there is none. */
export function Chips({ board, choice, asAt }: FiltersProps) {
  const { slug } = board.dashboard.organisation
  const filters = [...filterWords(choice)]
  if (filters.length === 0) return null
  return (
    <ul class="chips" aria-label="Filters in effect">
      {filters.map(([name, words]) => {
        const { [name]: _, ...without } = choice
        return (
          <li>
            <a class="chip" href={dashboardLink(slug, without, asAt)} data-live data-key={`chip-${name}`}>
              <Hidden>Take off the filter </Hidden>
              {words}
              <svg class="cross" viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
                <path d="M2 2l8 8M10 2l-8 8" />
              </svg>
            </a>
          </li>
        )
      })}
      <li>
        <a class="clear" href={dashboardLink(slug, withoutFilters(choice), asAt)} data-live data-key="clear">
          Clear filters
        </a>
      </li>
    </ul>
  )
}
