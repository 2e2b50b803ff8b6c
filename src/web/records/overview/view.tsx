import type { OrganisationView } from '../../../answers/types.ts'
import type { HeldFile, HeldQuarter, Holdings } from '../../../measures/holdings/holdings.ts'
import { periodInWords } from '../../../shared/period/format-period.ts'
import { toPeriod } from '../../../shared/period/period.ts'
import { counted, dayInWords, grouped, listed } from '../../../shared/words.ts'
import { linkTo } from '../../components/wording.ts'
import { queryOf, twelveMonths } from '../choice.ts'
import { isCalled } from '../councils.ts'
import { DataTable } from '../data-table.tsx'
import { LeftOutFiles } from '../files/left-out.tsx'
import { RecordsPage, recordsPath } from '../frame.tsx'
import { IntakeForm } from '../intake/form.tsx'
import { WhatBecomesOfThem } from '../intake/view.tsx'
import type { RecordsContext } from '../page.tsx'
import type { HeldCouncil } from '../services.ts'

type Props = { readonly context: Omit<RecordsContext, 'month'> }

/** Which files of a council there are, what each covers, and which is used for which quarter. */
export function OverviewPage({ context }: Props) {
  const { choice, holdings, organisation } = context
  const { council, month } = choice
  const files = holdings.files.filter(each => each.council === council.code)
  const quarters = holdings.quarters.filter(each => each.council === council.code)
  const served = quarters.filter(({ file }) => file !== null)
  const rows = files.reduce((sum, file) => sum + file.rows, 0)
  const covers =
    served.length === 0
      ? 'None of them covers a whole quarter.'
      : `They serve ${counted(served.length, 'quarter')}, from ${quarterName(served[0] as HeldQuarter)} to ${quarterName(served.at(-1) as HeldQuarter)}.`
  return (
    <RecordsPage
      context={context}
      here=""
      title={`${counted(files.length, 'file')} with ${counted(rows, 'record')}`}
      choice={choice}
      lead={`${covers} ${month === null ? '' : `The latest twelve months are ${twelveMonths(month)}.`}`}
      notes={[...otherName(organisation, council), ...notesOf(files, quarters, holdings)]}
    >
      <WaysOn context={context} />
      <FilesSection files={files} quarters={quarters} organisation={organisation.slug} />
      <QuartersSection quarters={quarters} files={files} cutOff={holdings.cutOff} />
      <BesideSection references={holdings.references} />
      <LeftOutFiles context={context} />
      <section class="section" aria-labelledby="take-in">
        <h2 id="take-in">Take records in</h2>
        <IntakeForm context={context} />
      </section>
      <WhatBecomesOfThem />
    </RecordsPage>
  )
}

const quarterName = ({ start }: HeldQuarter): string => {
  const [year = 0, month = 0] = start.split('-').map(Number)
  const first = month >= 4 ? year : year - 1
  const number = month >= 4 ? (month - 1) / 3 : 4
  return periodInWords(toPeriod(`${first}/${String((first + 1) % 100).padStart(2, '0')}-Q${number}`))
}

/** Said where the records are of a council that is called otherwise. */
function otherName(organisation: OrganisationView, council: HeldCouncil): string[] {
  if (isCalled(council, organisation)) return []
  return [
    `The records are of ${council.name} (${council.code}). There are none of a council that is called ${organisation.name}`,
  ]
}

/** What a reader must know: quarters without a file, and files that none of the figures rests on. */
export function notesOf(
  files: readonly HeldFile[],
  quarters: readonly HeldQuarter[],
  { cutOff }: Pick<Holdings, 'cutOff'>,
): string[] {
  const missing = quarters.filter(({ file }) => file === null)
  const late = files.filter(({ importedAt }) => cutOff !== null && importedAt.slice(0, 10) > cutOff)
  const blank = files.filter(({ derivedEnd }) => derivedEnd === null)
  return [
    ...(missing.length > 0
      ? [
          `No file serves ${listed(missing.map(quarterName))}. Twelve months that hold such a quarter cannot be asked for`,
        ]
      : []),
    ...late.map(
      ({ file }) =>
        `${file} came after the cut-off day ${dayInWords(cutOff ?? '')} and is not used for any quarter yet`,
    ),
    ...blank.map(({ file }) => `No event in ${file} ended before it was sent, so that it covers no period`),
  ]
}

function WaysOn({ context: { organisation, choice } }: Props) {
  if (choice.month === null) return null
  const to = (path: string) => linkTo(recordsPath(organisation.slug, path), queryOf(choice))
  return (
    <ul class="records-list">
      <li>
        <a href={to('/measures')}>Every ASCOF measure</a>, how it came about step by step, and the people behind it
      </li>
      <li>
        <a href={to('/tables')}>SALT tables, ASCOF 2D and waiting times</a>
      </li>
      <li>
        <a href={to('/quality')}>What is wrong with the records</a>, and what each fault does to the measures
      </li>
      <li>
        <a href={to('/moved')}>What moved between two months</a>: who is new, left, died, or came to be known late
      </li>
      <li>
        <a href={to('/equalities')}>Equalities</a>: every measure by age, sex, ethnicity, support reason and area, and
        the gaps larger than chance
      </li>
      <li>
        <a href={to('/published')}>Published figures</a> beside those of the records, with what explains a difference
      </li>
    </ul>
  )
}

type FilesProps = {
  readonly files: readonly HeldFile[]
  readonly quarters: readonly HeldQuarter[]
  readonly organisation: string
}

function FilesSection({ files, quarters, organisation }: FilesProps) {
  const serves = (file: HeldFile) => {
    const own = quarters.filter(each => each.file === file.number)
    return own.length === 0 ? 'no quarter' : listed(own.map(quarterName))
  }
  const span = (start: string | null, end: string | null) =>
    start && end ? `${dayInWords(start)} to ${dayInWords(end)}` : 'nothing'
  const latestFirst = files.toSorted((a, b) => (a.importedAt < b.importedAt ? 1 : -1))
  return (
    <section class="section" aria-labelledby="files">
      <h2 id="files">Files</h2>
      <p class="section-lead">
        What a file covers is read from the months in which its events ended, by the national rule. Of the files that
        cover a quarter the latest serves it. A file’s own page says who took it in, and there it can be left out.
      </p>
      <DataTable
        caption="Files of records, the latest first"
        isStacked
        columns={[
          { heading: 'File' },
          { heading: 'Received' },
          { heading: 'Records', isNumber: true },
          { heading: 'Covers' },
          { heading: 'States' },
          { heading: 'Serves' },
        ]}
        rows={latestFirst.map(file => [
          <a href={recordsPath(organisation, `/files/${file.number}`)}>{file.file}</a>,
          dayInWords(file.importedAt.slice(0, 10)),
          grouped(String(file.rows)),
          span(file.derivedStart, file.derivedEnd),
          span(file.statedStart, file.statedEnd),
          serves(file),
        ])}
      />
    </section>
  )
}

type QuartersProps = {
  readonly quarters: readonly HeldQuarter[]
  readonly files: readonly HeldFile[]
  readonly cutOff: string | null
}

function QuartersSection({ quarters, files, cutOff }: QuartersProps) {
  if (quarters.length === 0) return null
  const fileOf = (number: number | null) => files.find(each => each.number === number)?.file ?? 'none'
  return (
    <section class="section" aria-labelledby="quarters">
      <h2 id="quarters">Which file is used for which quarter</h2>
      {cutOff !== null && (
        <p class="section-lead">
          Of the files that came by {dayInWords(cutOff)}, 35 days after the last quarter’s end.
        </p>
      )}
      <DataTable
        caption="Quarters, the latest first"
        columns={[{ heading: 'Quarter' }, { heading: 'Days' }, { heading: 'File' }]}
        rows={quarters
          .toReversed()
          .map(each => [quarterName(each), `${dayInWords(each.start)} to ${dayInWords(each.end)}`, fileOf(each.file)])}
      />
    </section>
  )
}

const besides = [
  ['populations', 'Population', 'rates for each 100,000 people (ASCOF 2B and 2C) have no denominator'],
  ['group-populations', 'Population by group', 'rates by group have counts only'],
  ['postcodes', 'Look-up of postcodes', 'equalities have no areas'],
  ['hospital-spells', 'Hospital spells', 'ASCOF 2D has no groups'],
  ['areas', 'Areas', 'ASCOF 2D cannot place hospital stays'],
  ['councils', 'Councils', 'ASCOF 2D cannot name areas'],
  ['values', 'Values', 'the values of the catalogue hold'],
] as const

function BesideSection({ references }: Pick<Holdings, 'references'>) {
  const fileOf = (kind: string) => references.find(each => each.kind === kind)?.file
  return (
    <section class="section" aria-labelledby="beside">
      <h2 id="beside">Tables beside the records</h2>
      <DataTable
        caption="Tables beside the records"
        columns={[{ heading: 'Table' }, { heading: 'File' }]}
        rows={besides.map(([kind, name, without]) => [name, fileOf(kind) ?? `not imported: ${without}`])}
      />
    </section>
  )
}
