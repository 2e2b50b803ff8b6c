import type { PreviewProblem } from '../../intake/preview.ts'
import { capitalised } from '../../shared/words.ts'
import { placeInWords } from './words.ts'

/** What stands before the cell that a problem speaks of: a remark may be about a figure that is right. */
const cellWords = { error: 'Wrong: ', warning: 'Look here: ' } as const

/** What to do where these pages have a field for it, which the command line has an option for. */
const pageWords: Readonly<Record<string, string>> = {
  'no-known-on':
    'nobody says on which day this was known: go back and fill in “Known on”, or give the file a column known_on or the day of its source',
  'no-owner': 'nobody says whose figures these are: open the import of the organisation that they are of',
}

type Level = keyof typeof cellWords

/** Problems or remarks, each with its place, what is wrong, what to do, and the row as it was read. */
export function Problems({ problems, level }: { problems: readonly PreviewProblem[]; level: Level }) {
  return (
    <ol class="import-problems">
      {problems.map((problem, index) => (
        <Problem problem={problem} level={level} id={`${level}-${index + 1}`} />
      ))}
    </ol>
  )
}

function Problem({ problem, level, id }: { problem: PreviewProblem; level: Level; id: string }) {
  const { around, found } = problem
  const expected = pageWords[problem.code] ?? problem.expected
  const place = placeInWords(problem)
  return (
    <li id={id} tabindex={-1}>
      {place && <h3>{place}</h3>}
      <p>
        {found && (
          <>
            Found <q>{found}</q>:{' '}
          </>
        )}
        {found ? expected : capitalised(expected)}
      </p>
      {around && (
        <section class="table-scroll" aria-label={`The row as it was read: ${place}`} tabindex={0}>
          <table class="import-row">
            <caption class="visually-hidden">The row as it was read: {place}</caption>
            <thead>
              <tr>
                <th scope="col">Row</th>
                {around.cells.map(({ column, heading }) => (
                  <th scope="col">
                    {column}
                    {heading && <span class="import-heading">{heading}</span>}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{around.row}</th>
                {around.cells.map(({ shown, isFaulty }) => (
                  <td class={isFaulty ? 'faulty' : undefined}>
                    {isFaulty && <span class="faulty-mark">{cellWords[level]}</span>}
                    {shown || <span class="quiet">empty</span>}
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </section>
      )}
    </li>
  )
}
