import type { Preview } from '../../intake/preview.ts'
import { counted, dayInWords, listed } from '../../shared/words.ts'
import { ErrorSummary } from '../forms/error-summary.tsx'
import { TokenField } from '../forms/forms.tsx'
import { fieldsOf } from '../frame/day.ts'
import { Page } from '../frame/page.tsx'
import type { OrganisationContext } from '../show-page.ts'
import { Changes } from './changes.tsx'
import { UploadForm } from './form.tsx'
import { Problems } from './problems.tsx'
import type { Upload } from './services.ts'
import { placeInWords } from './words.ts'

type Props = { readonly context: OrganisationContext; readonly upload: Upload }

/** An upload that waits: how far it is, or what would change if it were stored. */
export function WaitingPage({ context, upload }: Props) {
  const { progress } = upload
  if (progress.kind === 'preview') return <PreviewPage context={context} upload={upload} {...progress} />
  const { title, words } = states[progress.kind === 'stored' ? 'storing' : progress.kind]
  const isUnderWay = progress.kind !== 'failed'
  return (
    <Page frame={{ ...context.frame, day: null }} kind="reading" title={title}>
      <h1>{title}</h1>
      <p>{progress.kind === 'failed' ? progress.why : words}</p>
      <p>Files: {upload.files.join(', ')}</p>
      {isUnderWay && (
        <p>
          This page shows itself anew every few seconds. <a href={context.path}>Look again now</a>
        </p>
      )}
      <p>
        <a href={`/${context.organisation.slug}/import`}>{isUnderWay ? 'Past imports' : 'Import other files'}</a>
      </p>
    </Page>
  )
}

const states = {
  reading: { title: 'The files are being read', words: 'Nothing is stored before you have seen what would change.' },
  storing: {
    title: 'The figures are being stored',
    words: 'All of them are stored, or none. You can close this page: the work goes on, and past imports will list it.',
  },
  failed: { title: 'The files could not be imported', words: '' },
} as const

type PreviewProps = Props & { readonly preview: Preview; readonly isNew: boolean }

function PreviewPage({ context, upload, preview, isNew }: PreviewProps) {
  const { organisation, frame, path } = context
  const { errors, problems, understood, changes, counts } = preview
  const title = titleOf(preview)
  const of = (level: string) => problems.filter(problem => problem.level === level)
  const total = counts.new + counts.revised + counts.restated
  return (
    <Page frame={{ ...frame, day: null }} title={errors > 0 || isNew ? `Error: ${title}` : title}>
      <ErrorSummary
        problems={[
          ...(isNew ? [{ at: 'what-would-change', words: changedSince }] : []),
          ...of('error').map((problem, index) => ({
            at: `error-${index + 1}`,
            words: [placeInWords(problem), problem.expected].filter(Boolean).join(': '),
          })),
          ...(errors > 0 ? [{ at: 'files', words: 'Mend the files and send them again' }] : []),
        ].slice(0, mostInSummary)}
        more={errors > mostInSummary ? `and ${counted(errors - mostInSummary, 'more problem')} below.` : ''}
      />
      <hgroup class="headline" id="what-would-change">
        <p class="eyebrow">{organisation.name}: import</p>
        <h1>{title}</h1>
        <p class="lead">
          {leadOf(preview, organisation)} Files: {upload.files.join(', ')}
          {upload.how.knownOn === null ? '.' : `, known on ${dayInWords(upload.how.knownOn)}.`}
        </p>
      </hgroup>
      {preview.canStore && <Confirm context={context} preview={preview} total={total} />}
      {understood.length > 0 && (
        <section class="section" aria-labelledby="understood">
          <h2 id="understood">What was understood</h2>
          <ul class="import-understood">
            {understood.map(sentence => (
              <li>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <ProblemSection level="error" title="What is wrong" problems={of('error')} total={errors} />
      {preview.canAcceptHeadings && <AcceptHeadings context={context} />}
      {errors > 0 && (
        <section class="section" aria-labelledby="send-again">
          <h2 id="send-again">Send the mended files</h2>
          <UploadForm
            context={context}
            action={`/${organisation.slug}/import`}
            button="Look at the mended files"
            {...(upload.how.knownOn === null ? {} : { day: fieldsOf(upload.how.knownOn) })}
          />
        </section>
      )}
      <ProblemSection level="warning" title="Look again" problems={of('warning')} total={preview.warnings} />
      <Changes id="changes" name="What would change" changes={changes} total={total} />
      {!preview.canStore && (
        <Decision context={context} decision="put-away" words="Put these files away" isSecond path={path} />
      )}
    </Page>
  )
}

/** Links in the summary of errors; the rest stand below. */
const mostInSummary = 20

const changedSince =
  'Not stored, as somebody changed the register in the meantime. Look at what would change now, and store it then'

function titleOf({ errors, canStore, counts }: Preview): string {
  if (errors > 0) return `${counted(errors, 'problem')} to mend before anything is stored`
  if (!canStore) return 'There is nothing to store: the register says all of this already'
  const restated = counts.restated > 0 ? [`${counts.restated} restated`] : []
  return listed([`${counts.new} new`, `${counts.revised} revised`, ...restated, `${counts.unchanged} unchanged`])
}

function leadOf({ errors, canStore, owners }: Preview, { slug, name }: OrganisationContext['organisation']): string {
  if (errors > 0) return 'Nothing was stored.'
  return canStore
    ? `Nothing is stored yet. These are facts of ${listed(owners.map(owner => (owner === slug ? name : owner)))}.`
    : 'Nothing was stored.'
}

type ProblemSectionProps = {
  readonly level: 'error' | 'warning'
  readonly title: string
  readonly problems: Preview['problems']
  readonly total: number
}

function ProblemSection({ level, title, problems, total }: ProblemSectionProps) {
  if (problems.length === 0) return null
  return (
    <section class="section" aria-labelledby={`${level}s`}>
      <h2 id={`${level}s`}>
        {title}: {counted(total, level === 'error' ? 'problem' : 'remark')}
      </h2>
      {level === 'warning' && <p class="section-lead">These stop nothing, but may be mistakes.</p>}
      <Problems problems={problems} level={level} />
      {total > problems.length && <p class="quiet">and {total - problems.length} more</p>}
    </section>
  )
}

function Confirm({ context, preview, total }: { context: OrganisationContext; preview: Preview; total: number }) {
  return (
    <div class="form-buttons">
      <Decision
        context={context}
        decision="store"
        words={`Store ${total === 1 ? 'this fact' : `these ${counted(total, 'fact')}`}`}
        path={context.path}
        digest={preview.digest}
      />
      <Decision context={context} decision="put-away" words="Do not store" isSecond path={context.path} />
    </div>
  )
}

function AcceptHeadings({ context }: { context: OrganisationContext }) {
  return (
    <section class="section" aria-labelledby="headings">
      <h2 id="headings">Wrong headings</h2>
      <p class="section-lead">
        Each wrong heading above comes with the period that seems to be meant. You can take them as proposed, or put
        them right in the file. What you take as proposed is named as a remark, and nothing is stored yet.
      </p>
      <Decision context={context} decision="headings" words="Take the headings as proposed" path={context.path} />
    </section>
  )
}

type DecisionProps = {
  readonly context: OrganisationContext
  readonly decision: 'store' | 'headings' | 'put-away'
  readonly words: string
  readonly path: string
  readonly isSecond?: boolean
  readonly digest?: string
}

function Decision({ context, decision, words, path, isSecond = false, digest }: DecisionProps) {
  return (
    <form class="form-decision" method="post" action={path}>
      <TokenField context={context} />
      <input type="hidden" name="decision" value={decision} />
      {digest !== undefined && <input type="hidden" name="digest" value={digest} />}
      <button class={isSecond ? 'button button-second' : 'button'} type="submit">
        {words}
      </button>
    </form>
  )
}
