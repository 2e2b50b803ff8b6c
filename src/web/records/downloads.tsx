import { linkTo } from '../components/wording.ts'
import { type RecordsFormat, recordsFormats } from './file-bytes.ts'

const means: Record<RecordsFormat, string> = {
  csv: 'CSV, for machines',
  ods: 'ODS, for spreadsheets',
  json: 'JSON, for programs',
}

type Props = {
  /** Each table that can be had, by the name of its file. */
  readonly files: readonly {
    readonly base: string
    readonly words: string
    readonly formats?: readonly RecordsFormat[]
  }[]
  /** The folder of the files, as an address. */
  readonly path: string
  readonly query: Readonly<Record<string, string | undefined>>
  /** Who may have them; without it, officers. */
  readonly lead?: string
}

/** What stands on a page as files. */
export function RecordsDownloads({
  files,
  path,
  query,
  lead = 'Exact counts, for officers: nothing in them is rounded or hidden.',
}: Props) {
  return (
    <section class="section indicator-downloads" aria-labelledby="downloads">
      <h2 id="downloads">Downloads</h2>
      <p class="section-lead">{lead}</p>
      <ul class="plain-list">
        {files.flatMap(({ base, words, formats = recordsFormats }) =>
          formats.map(format => (
            <li>
              <a href={linkTo(`${path}/${base}.${format}`, query)}>
                {words}: {means[format]}
              </a>
            </li>
          )),
        )}
      </ul>
    </section>
  )
}
