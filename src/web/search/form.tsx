import { longestSearch } from '../../answers/search/search.ts'

type Props = {
  /** Of the field: another than the header's. */
  readonly id: string
  readonly action: string
  readonly asAt: string | undefined
  readonly asked: string
}

/** The field in which the words to look for are typed, on a page of its own right. */
export function SearchForm({ id, action, asAt, asked }: Props) {
  return (
    <search class="search-again" aria-label="Search again">
      <form method="get" action={action}>
        {asAt && <input type="hidden" name="as-at" value={asAt} />}
        <label for={id}>Words to look for</label>
        <div class="search-again-field">
          <input class="input" id={id} name="q" type="search" value={asked} maxlength={longestSearch} />
          <button class="button" type="submit">
            Search
          </button>
        </div>
      </form>
    </search>
  )
}
