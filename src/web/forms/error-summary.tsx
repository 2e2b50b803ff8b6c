export type FieldProblem = {
  /** The id of what the reader is led to. */
  readonly at: string
  readonly words: string
}

/** The summary at the top of a page with problems: each leads to its place. */
export function ErrorSummary({ problems, more = '' }: { problems: readonly FieldProblem[]; more?: string }) {
  if (problems.length === 0) return null
  return (
    <div class="error-summary">
      <div role="alert">
        <h2>There is a problem</h2>
        <ul>
          {problems.map(({ at, words }) => (
            <li>
              <a href={`#${at}`}>{words}</a>
            </li>
          ))}
        </ul>
        {more && <p>{more}</p>}
      </div>
    </div>
  )
}
