import { dayInWords } from '../../shared/words.ts'
import type { ListedImport } from './services.ts'
import { whatItDid } from './words.ts'

type Props = {
  readonly organisation: string
  readonly imports: readonly ListedImport[]
  readonly dayOf: (instant: string) => string
}

/** Past imports, the latest first, with the way to undo each. */
export function PastImports({ organisation, imports, dayOf }: Props) {
  return (
    <section class="section" aria-labelledby="past-imports">
      <h2 id="past-imports">Past imports</h2>
      {imports.length === 0 ? (
        <p>Nothing has been imported yet.</p>
      ) : (
        <section class="table-scroll" aria-label="Past imports, as a table" tabindex={0}>
          <table class="import-table">
            <caption class="visually-hidden">Past imports, the latest first</caption>
            <thead>
              <tr>
                <th scope="col">Import</th>
                <th scope="col">Recorded</th>
                <th scope="col">By</th>
                <th scope="col">Files</th>
                <th scope="col">What changed</th>
                <th scope="col">Undo</th>
              </tr>
            </thead>
            <tbody>
              {imports.map(each => (
                <tr>
                  <th scope="row">
                    <a href={`/${organisation}/import/${each.n}`}>Import {each.n}</a>
                  </th>
                  <td class="date">{dayInWords(dayOf(each.at))}</td>
                  <td>{whoInWords(each)}</td>
                  <td class="import-files">{each.files.join(', ') || 'none'}</td>
                  <td>{whatItDid(each)}</td>
                  <td>
                    <UndoLink organisation={organisation} past={each} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}

/** The way to undo an import, or by which it was undone. */
export function UndoLink({ organisation, past: { n, undoneBy } }: { organisation: string; past: ListedImport }) {
  return undoneBy === null ? (
    <a href={`/${organisation}/import/${n}/undo`}>Undo import {n}</a>
  ) : (
    <>
      Undone by <a href={`/${organisation}/import/${undoneBy}`}>import {undoneBy}</a>
    </>
  )
}

/** Who made an import, and from where. */
export function whoInWords({ who, origin }: ListedImport): string {
  return `${who ?? 'Somebody who was forgotten'}, ${origin === 'pages' ? 'in these pages' : `from the ${origin}`}`
}
