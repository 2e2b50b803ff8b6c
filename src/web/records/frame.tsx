/** What every page over client-level records stands in: its heading, the ways to the others, and the choice of council and months. */
import type { Child } from 'hono/jsx'
import { linkTo } from '../components/wording.ts'
import { Page } from '../frame/page.tsx'
import type { OrganisationContext } from '../show-page.ts'
import { monthInWords, queryOf, type RecordsChoice, twelveMonths } from './choice.ts'
import { type RecordsPath, recordsPages } from './pages.ts'

type Props = {
  readonly context: OrganisationContext
  /** The page that is current among the ways. */
  readonly here: RecordsPath
  readonly title: string
  readonly lead?: Child
  /** Null where there is nothing to choose yet. */
  readonly choice: RecordsChoice | null
  /** Whether the page has a form of its own, or nothing to choose. */
  readonly hasOwnForm?: boolean
  /** Whether the page is about twelve months, which the reader may choose. */
  readonly hasMonths?: boolean
  /** Further choices of the address that a change of council or months keeps. */
  readonly keep?: Readonly<Record<string, string | undefined>>
  /** What a reader must know of the figures. */
  readonly notes?: readonly string[]
  /** Whether what was sent is wrong, which the title then begins with. */
  readonly hasProblems?: boolean
  /** What stands above the heading: the summary of problems. */
  readonly before?: Child
  readonly children?: Child
}

/** The path of a records page of an organisation. */
export const recordsPath = (organisation: string, path: string): string => `/${organisation}/records${path}`

/** A page over client-level records. Records have no day as known: the lake holds what was sent until now. */
export function RecordsPage(props: Props) {
  const {
    context,
    here,
    title,
    lead,
    choice,
    hasMonths = false,
    hasOwnForm = false,
    keep = {},
    notes = [],
    hasProblems = false,
    before,
    children,
  } = props
  const { frame, organisation, path } = context
  const slug = organisation.slug
  const council = choice?.council.name ?? organisation.name
  const query = choice ? queryOf(choice) : {}
  return (
    <Page frame={{ ...frame, day: null }} title={hasProblems ? `Error: ${title}` : title}>
      {before}
      <hgroup class="headline">
        <p class="eyebrow">Client records · {council}</p>
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
      </hgroup>
      <nav class="choices" aria-label="Client records">
        <ul>
          {recordsPages.map(each => (
            <li>
              <a
                href={linkTo(recordsPath(slug, each.path), query)}
                aria-current={each.path !== here ? undefined : recordsPath(slug, each.path) === path ? 'page' : 'true'}
              >
                {each.words}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {choice && !hasOwnForm && <ChoiceForm path={path} choice={choice} hasMonths={hasMonths} keep={keep} />}
      <Notes notes={notes} />
      {children}
    </Page>
  )
}

type FormProps = {
  readonly path: string
  readonly choice: RecordsChoice
  readonly hasMonths: boolean
  readonly keep: Readonly<Record<string, string | undefined>>
}

function ChoiceForm({ path, choice, hasMonths, keep }: FormProps) {
  const { council, councils, month, months } = choice
  const choosesCouncil = councils.length > 1
  const choosesMonth = hasMonths && months.length > 1
  if (!choosesCouncil && !choosesMonth) return null
  const kept = { ...keep, ...(choosesMonth ? {} : { to: queryOf(choice)['to'] }) }
  return (
    <form class="filters records-choice" method="get" action={path} aria-label="Choose what is shown">
      {Object.entries(kept).map(
        ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
      )}
      <div class="filters-fields">
        {choosesCouncil && (
          <Select
            name="council"
            label="Council"
            chosen={council.code}
            options={councils.map(({ code, name }) => [code, name === code ? code : `${name} (${code})`])}
          />
        )}
        {choosesMonth && (
          <Select
            name="to"
            label="Twelve months to"
            chosen={month ?? ''}
            options={months.map(each => [
              each,
              each.endsWith('-03') ? `${monthInWords(each)}: ${twelveMonths(each)}` : monthInWords(each),
            ])}
          />
        )}
        <button class="button" type="submit">
          Show
        </button>
      </div>
    </form>
  )
}

type SelectProps = {
  readonly name: string
  readonly label: string
  readonly chosen: string
  readonly options: readonly (readonly [value: string, words: string])[]
}

/** A choice of a form that asks for a page. */
export function Select({ name, label, chosen, options }: SelectProps) {
  return (
    <div class="field">
      <label for={`choose-${name}`}>{label}</label>
      <select class="input" id={`choose-${name}`} name={name}>
        {options.map(([value, words]) => (
          <option value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

type BreakdownProps = {
  readonly path: string
  readonly query: Readonly<Record<string, string | undefined>>
  readonly breakdowns: readonly string[]
  readonly chosen: string
}

/** The breakdowns of a measure, a link each. */
export function BreakdownChoices({ path, query, breakdowns, chosen }: BreakdownProps) {
  return (
    <nav class="choices" aria-label="Breakdown">
      <ul>
        {breakdowns.map(breakdown => (
          <li>
            <a href={linkTo(path, { ...query, breakdown })} aria-current={breakdown === chosen ? 'true' : undefined}>
              {breakdown}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What must be known of the figures, without what only the command line can do about it. */
function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <section class="records-notes" aria-labelledby="to-know">
      <h2 id="to-know">To know first</h2>
      <ul>
        {notes.map(note => (
          <li>{note.replace(/; --[a-z-]+ [A-Z]+ (names another day|gives them)$/, '').replace(/\.?$/, '.')}</li>
        ))}
      </ul>
    </section>
  )
}
