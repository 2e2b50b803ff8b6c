import { raw } from 'hono/html'
import { sparkline } from '../../../charts/sparkline/sparkline.ts'
import { permissionToSeePeople } from '../../../judgement/permission/permission.ts'
import type { Cost } from '../../../measures/quality/cost.ts'
import type { Fault, QualityAnswer } from '../../../measures/quality/quality.ts'
import { capitalised, counted, dayInWords, grouped } from '../../../shared/words.ts'
import { linkTo } from '../../components/wording.ts'
import { queryOf, twelveMonths } from '../choice.ts'
import { DataTable, shownNumber } from '../data-table.tsx'
import { RecordsDownloads } from '../downloads.tsx'
import { RecordsPage, recordsPath } from '../frame.tsx'
import { notesOf } from '../measures/view.tsx'
import type { RecordsContext } from '../page.tsx'
import type { Reply } from '../services.ts'

type Props = {
  readonly answer: QualityAnswer
  /** They take longer than the rest of the page. */
  readonly costs: Reply<Pick<QualityAnswer, 'costs'>>
  readonly context: RecordsContext
}

/** What is wrong with the records by field, kind of event and file, and what each fault does to the measures. */
export function QualityPage({ answer: { faults, notes }, costs, context }: Props) {
  const { choice, month, organisation } = context
  const inLatest = faults.filter(({ trend }) => (trend.at(-1)?.wrong ?? 0) > 0)
  const wrong = inLatest.reduce((sum, { trend }) => sum + (trend.at(-1)?.wrong ?? 0), 0)
  const file = faults[0]?.trend.at(-1)
  const maySeePeople = permissionToSeePeople(context.site.settings).isGiven
  return (
    <RecordsPage
      context={context}
      here="/quality"
      title={wrong === 0 ? 'No fault in the latest file' : `${counted(wrong, 'fault')} in the latest file`}
      choice={choice}
      hasMonths
      lead={leadOf(inLatest.length, costs.kind === 'answer' ? costs.answer.costs : null, month)}
      notes={notesOf(notes, choice.council.code)}
    >
      <CostsSection reply={costs} month={month} path={linkTo(context.path, queryOf(choice))} />
      <section class="section" aria-labelledby="faults">
        <h2 id="faults">What is wrong, by field</h2>
        <p class="section-lead">
          {file && `The latest file is ${file.file}, received on ${dayInWords(file.importedAt.slice(0, 10))}. `}
          Of the records that a rule is about, so many break it. The line shows the share in each file, the first at the
          left.
        </p>
        {faults.length === 0 ? (
          <p class="section-lead">No record breaks a rule.</p>
        ) : (
          <DataTable
            caption="Faults of the latest file, with the course over all files"
            columns={[
              { heading: 'Field' },
              { heading: 'What is wrong' },
              { heading: 'Latest file', isNumber: true },
              { heading: 'File before', isNumber: true },
              { heading: 'Every file' },
              { heading: 'By kind of event' },
            ]}
            rows={faults.toSorted(mostFirst).map(faultCells)}
          />
        )}
      </section>
      <section class="section" aria-labelledby="send-back">
        <h2 id="send-back">Send back to teams</h2>
        <p class="section-lead">
          The list names each faulty record of the latest file by its row, and the person by pseudonym. Records name no
          team: the spreadsheet has a sheet for each type of service, and for each kind of event that is none. Whoever
          holds the key and the file as it was sent can have it with the council’s own identifiers, on the command line
          alone:
        </p>
        <pre class="records-command">
          <code>tidemark cld quality --list FILE.ods --with-identifiers ORIGINAL</code>
        </pre>
        <p class="section-lead">
          {maySeePeople
            ? 'Each time that the list is downloaded is recorded in the audit.'
            : 'The list is of single people. Those to whom it is granted can download it here; whoever runs this service grants it.'}
        </p>
      </section>
      <RecordsDownloads
        files={[
          ...(maySeePeople ? [{ base: 'faulty-records', words: 'Faulty records, to send back' }] : []),
          { base: 'faults', words: 'Faults by rule and file' },
          { base: 'costs', words: 'What the faults do to the measures' },
        ]}
        path={recordsPath(organisation.slug, '/quality/files')}
        query={queryOf(choice)}
      />
    </RecordsPage>
  )
}

function leadOf(rules: number, costs: readonly Cost[] | null, month: string): string {
  const broken = rules === 0 ? '' : `They break ${counted(rules, 'rule')} of the specification. `
  if (costs === null) return broken
  const measures = new Set(costs.map(({ measure }) => measure)).size
  const cost =
    measures === 0
      ? `No fault that can be mended changes a measure of ${twelveMonths(month)}.`
      : `Those that can be mended change ${counted(measures, 'measure')} of ${twelveMonths(month)}.`
  return `${broken}${cost}`
}

const share = ({ rows, wrong }: { readonly rows: number; readonly wrong: number }) => (rows === 0 ? null : wrong / rows)
const mostFirst = (a: Fault, b: Fault) => (b.trend.at(-1)?.wrong ?? 0) - (a.trend.at(-1)?.wrong ?? 0)
/** A rule may be about no record of a file: one of Release 2 is not due in a file of Release 1. */
function ofRows(count: { readonly rows: number; readonly wrong: number } | undefined): string {
  if (!count) return '–'
  return count.rows === 0 ? 'not due' : `${grouped(String(count.wrong))} of ${grouped(String(count.rows))}`
}

function faultCells({ field, says, latest, trend }: Fault) {
  const kinds = latest.filter(({ wrong }) => wrong > 0)
  return [
    field,
    capitalised(says),
    ofRows(trend.at(-1)),
    ofRows(trend.at(-2)),
    <Course trend={trend} />,
    kinds.length === 0 ? '–' : kinds.map(({ eventType, wrong }) => `${eventType} ${grouped(String(wrong))}`).join(', '),
  ]
}

/** The share of faulty records in every file, as a line and, unfolded, in numbers. */
function Course({ trend }: Pick<Fault, 'trend'>) {
  if (trend.length < 2) return <>one file</>
  return (
    <details>
      <summary>
        {raw(sparkline({ values: trend.map(share), targets: [] }))}
        <span class="visually-hidden">Every file in numbers</span>
      </summary>
      <ul class="records-course">
        {trend.toReversed().map(each => (
          <li>
            {dayInWords(each.importedAt.slice(0, 10))}: {ofRows(each)}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** So many figures stand in sight; the rest are folded. */
const mostCosts = 10

/** How many a fault hides or adds. */
const effectOf = ({ numerator: { hidden, added } }: Cost) => hidden + added

/** Measures that a council answers for come before the tables behind them; of each, what moves most people is first. */
function mostTelling(a: Cost, b: Cost): number {
  const isTable = ({ measure }: Cost) => Number(/^(LTS|STS)\d/.test(measure))
  return isTable(a) - isTable(b) || effectOf(b) - effectOf(a)
}

/** A measure with its breakdown, which may begin with the code of the measure already. */
function figureName({ measure, breakdown }: Pick<Cost, 'measure' | 'breakdown'>): string {
  return breakdown.startsWith(measure) ? breakdown : `${measure}, ${breakdown}`
}

function CostsTable({ costs, caption }: { costs: readonly Cost[]; caption: string }) {
  const change = ({ now, hidden, added, ifMended }: Cost['numerator']) =>
    `${shownNumber(now)} + ${shownNumber(hidden)} − ${shownNumber(added)} = ${shownNumber(ifMended)}`
  return (
    <DataTable
      caption={caption}
      isStacked
      columns={[
        { heading: 'Measure' },
        { heading: 'The fault, and how it is mended' },
        { heading: 'Numerator', isNumber: true },
        { heading: 'Denominator', isNumber: true },
        { heading: 'Outcome', isNumber: true },
        { heading: 'If mended', isNumber: true },
      ]}
      rows={costs.map(each => [
        figureName(each),
        `${capitalised(each.says)}; if ${each.mended}`,
        change(each.numerator),
        each.denominator ? change(each.denominator) : '–',
        each.outcome === null ? '–' : grouped(String(each.outcome)),
        each.outcomeIfMended === null ? '–' : grouped(String(each.outcomeIfMended)),
      ])}
    />
  )
}

type CostsProps = { readonly reply: Props['costs']; readonly month: string; readonly path: string }

function CostsSection({ reply, month, path }: CostsProps) {
  const costs = reply.kind === 'answer' ? reply.answer.costs : []
  const inOrder = costs.toSorted(mostTelling)
  const [first, others] = [inOrder.slice(0, mostCosts), inOrder.slice(mostCosts)]
  return (
    <section class="section section-first" aria-labelledby="costs">
      <h2 id="costs">What it costs</h2>
      <p class="section-lead">
        Every measure of {twelveMonths(month)} is computed once more as if a fault were mended: as it is + hidden by the
        fault − counted by the fault alone = if mended. For other faults nobody can know what should stand there.
      </p>
      {reply.kind === 'underway' && (
        <p class="section-lead">
          This is being worked out, for {counted(reply.seconds, 'second')} so far. The page shows itself anew.{' '}
          <a href={path}>Look again now</a>
        </p>
      )}
      {reply.kind === 'failed' && <p class="section-lead">{reply.why}</p>}
      {reply.kind !== 'answer' ? null : costs.length === 0 ? (
        <p class="section-lead">None of the faults that can be mended changes a measure.</p>
      ) : (
        <>
          <CostsTable costs={first} caption="What the faults do most to the measures" />
          {others.length > 0 && (
            <details class="records-person">
              <summary>{counted(others.length, 'figure')} that a fault changes less</summary>
              <CostsTable costs={others} caption="What the faults do less to the measures" />
            </details>
          )}
        </>
      )}
    </section>
  )
}
