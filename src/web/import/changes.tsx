import type { PreviewChange } from '../../intake/preview.ts'
import { counted, dayInWords } from '../../shared/words.ts'

type Props = {
  readonly id: string
  /** What the table is called. */
  readonly name: string
  readonly changes: readonly PreviewChange[]
  /** How many there are in all; the table holds the first of them. */
  readonly total: number
}

/** What would be added, a row for each fact, with what was said before. */
export function Changes({ id, name, changes, total }: Props) {
  if (changes.length === 0) return null
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <section class="table-scroll" aria-label={`${name}, as a table`} tabindex={0}>
        <table class="import-table">
          <caption class="visually-hidden">{name}</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Change</th>
              <th scope="col">Known on</th>
              <th scope="col">Before</th>
              <th scope="col">Now</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ title, what, change, knownOn, old, new: now }) => (
              <tr>
                <th scope="row">
                  <Subject title={title} what={what} />
                </th>
                <td>{change}</td>
                <td class="date">{dayInWords(knownOn)}</td>
                <td>{old ?? 'nothing'}</td>
                <td>{now}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {total > changes.length && <p class="quiet">and {counted(total - changes.length, 'more row')}</p>}
    </section>
  )
}

/** What a fact speaks of: by its name, with the words of files beside it. */
function Subject({ title, what }: Pick<PreviewChange, 'title' | 'what'>) {
  if (title === '') return <>{what}</>
  return (
    <>
      {title} <span class="import-slug">{what}</span>
    </>
  )
}
