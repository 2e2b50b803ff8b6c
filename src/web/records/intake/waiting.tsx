import type { Problem } from '../../../intake/grid.ts'
import type { PreviewProblem } from '../../../intake/preview.ts'
import { counted, dayInWords, grouped, listed } from '../../../shared/words.ts'
import { ErrorSummary } from '../../forms/error-summary.tsx'
import { Problems } from '../../import/problems.tsx'
import { placeInWords } from '../../import/words.ts'
import type { OrganisationContext } from '../../show-page.ts'
import { DataTable } from '../data-table.tsx'
import { RecordsPage, recordsPath } from '../frame.tsx'
import { IntakeForm } from './form.tsx'
import type { Intake, Taken } from './services.ts'

type Props = { readonly context: OrganisationContext; readonly intake: Intake }

/** An upload of records: how far it is, what was taken in, or what is wrong. */
export function TakingInPage({ context, intake }: Props) {
  const { progress } = intake
  if (progress.kind === 'taken') return <TakenPage context={context} taken={progress} />
  if (progress.kind === 'refused') return <RefusedPage context={context} {...progress} />
  if (progress.kind === 'failed') return <FailedIntakePage context={context} why={progress.why} />
  return (
    <RecordsPage
      context={context}
      here="/import"
      title="The records are being taken in"
      choice={null}
      lead={underWay(progress, context.site.settings.now())}
    >
      <p class="section-lead">Files: {intake.files.join(', ')}.</p>
      <p class="section-lead">
        All of them are taken in, or none. You can close this page: the work goes on. It shows itself anew every few
        seconds. <a href={context.path}>Look again now</a>
      </p>
    </RecordsPage>
  )
}

type UnderWay = Extract<Intake['progress'], { kind: 'waiting' | 'held-up' | 'reading' }>

function underWay(progress: UnderWay, now: Date): string {
  if (progress.kind === 'waiting') return `${counted(progress.before, 'upload')} before it must end first.`
  if (progress.kind === 'held-up')
    return 'Another import is under way, by the command line or by another server. This one begins when it has ended.'
  const { done, total, since } = progress
  const seconds = Math.max(0, Math.round((now.getTime() - since) / 1000))
  const files = total === 1 ? 'One file is being read' : `File ${Math.min(done + 1, total)} of ${total} is being read`
  return `${files}, for ${counted(seconds, 'second')} so far. A million records take about half a minute.`
}

function TakenPage({ context, taken }: { context: OrganisationContext; taken: Taken }) {
  const { files, references, held, warnings } = taken
  const to = (path: string) => recordsPath(context.organisation.slug, path)
  const rows = files.reduce((sum, file) => sum + file.rows, 0)
  const also = [
    ...references.map(({ kind, file }) => `${file}: taken in as ${kind.replace('-', ' ')}`),
    ...held.map(file => `${file}: already taken in, left as it is`),
  ]
  return (
    <RecordsPage
      context={context}
      here="/import"
      title={titleOf(files.length, references.length, rows)}
      choice={null}
      lead={
        files.length > 0
          ? 'Every page of the records shows them now. The audit says who took them in.'
          : 'No file of records was new.'
      }
    >
      {files.length > 0 && (
        <DataTable
          caption="Files that were taken in"
          isStacked
          columns={[
            { heading: 'File' },
            { heading: 'Council' },
            { heading: 'Records', isNumber: true },
            { heading: 'Covers' },
            { heading: 'If it should not count' },
          ]}
          rows={files.map(file => [
            file.file,
            file.council,
            grouped(String(file.rows)),
            file.derivedStart && file.derivedEnd
              ? `${dayInWords(file.derivedStart)} to ${dayInWords(file.derivedEnd)}`
              : 'nothing: no event ended before it was sent',
            <a href={to(`/files/${file.number}`)}>
              Leave it out<span class="visually-hidden"> {file.file}</span>
            </a>,
          ])}
        />
      )}
      {also.length > 0 && (
        <ul class="records-list">
          {also.map(each => (
            <li>{each}.</li>
          ))}
        </ul>
      )}
      <section class="section" aria-labelledby="next">
        <h2 id="next">What to look at next</h2>
        <ul class="records-list">
          <li>
            <a href={to('/quality')}>What is wrong with the records</a>, and what each fault does to the measures
          </li>
          <li>
            <a href={to('/measures')}>Every ASCOF measure</a> from them
          </li>
          <li>
            <a href={to('')}>Which file serves which quarter</a>
          </li>
        </ul>
        <p class="section-lead">
          The monthly figures of the dashboard follow with <code>tidemark cld monthly</code>.
        </p>
      </section>
      {warnings.length > 0 && (
        <section class="section" aria-labelledby="warnings">
          <h2 id="warnings">Look again: {counted(warnings.length, 'remark')}</h2>
          <p class="section-lead">These stop nothing, but may be mistakes.</p>
          <Problems problems={withoutCells(warnings)} level="warning" />
        </section>
      )}
    </RecordsPage>
  )
}

function titleOf(files: number, references: number, rows: number): string {
  const parts = [
    ...(files > 0 ? [`${counted(files, 'file')} with ${counted(rows, 'record')}`] : []),
    ...(references > 0 ? [counted(references, 'table')] : []),
  ]
  return parts.length === 0 ? 'Nothing new was taken in' : `Taken in: ${listed(parts)}`
}

type RefusedProps = {
  readonly context: OrganisationContext
  readonly problems: readonly Problem[]
  readonly total: number
}

/** Links in the summary of errors; the rest stand below. */
const mostInSummary = 10

function RefusedPage({ context, problems, total }: RefusedProps) {
  return (
    <RecordsPage
      context={context}
      here="/import"
      title={`${counted(total, 'problem')}: nothing was taken in`}
      hasProblems
      choice={null}
      before={
        <ErrorSummary
          problems={problems.slice(0, mostInSummary).map((problem, index) => ({
            at: `error-${index + 1}`,
            words: [placeInWords({ ...problem, around: null }), problem.expected].filter(Boolean).join(': '),
          }))}
          more={total > mostInSummary ? `and ${counted(total - mostInSummary, 'more problem')} below.` : ''}
        />
      }
      lead="Mend the files, or have them sent again, and take them in then. What was sent is removed already."
    >
      <section class="section" aria-labelledby="errors">
        <h2 id="errors">What is wrong</h2>
        <Problems problems={withoutCells(problems)} level="error" />
        {total > problems.length && <p class="quiet">and {grouped(String(total - problems.length))} more</p>}
      </section>
      <SendAgain context={context} />
    </RecordsPage>
  )
}

function FailedIntakePage({ context, why }: { context: OrganisationContext; why: string }) {
  const lead = `${why.replace(/\.?$/, '.')} What was sent is removed.`
  return (
    <RecordsPage context={context} here="/import" title="Nothing was taken in" hasProblems choice={null} lead={lead}>
      <SendAgain context={context} />
    </RecordsPage>
  )
}

function SendAgain({ context }: { context: OrganisationContext }) {
  return (
    <section class="section" aria-labelledby="send-again">
      <h2 id="send-again">Send the files again</h2>
      <IntakeForm context={context} />
    </section>
  )
}

/** What stands in a row of records is never shown. */
const withoutCells = (problems: readonly Problem[]): PreviewProblem[] =>
  problems.map(problem => ({ ...problem, around: null }))
