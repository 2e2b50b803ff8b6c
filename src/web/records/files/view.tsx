import { capitalised, counted, dayInWords } from '../../../shared/words.ts'
import { ErrorSummary } from '../../forms/error-summary.tsx'
import { Wrong } from '../../forms/fields.tsx'
import { TokenField } from '../../forms/forms.tsx'
import type { OrganisationContext } from '../../show-page.ts'
import { RecordsPage } from '../frame.tsx'
import type { FileDeed, KeptFile } from '../intake/services.ts'

type Problem = { readonly why: string; readonly words: string }

type Props = {
  readonly context: OrganisationContext
  readonly file: KeptFile
  readonly deeds: readonly FileDeed[]
  readonly problem?: Problem
}

/** A file of records: what it is, what was done with it, and whether it counts. */
export function FilePage({ context, file, deeds, problem }: Props) {
  const { isLeftOut } = file
  const problems = problem ? [{ at: isLeftOut ? 'count' : 'why', words: problem.words }] : []
  const span = (start: string | null, end: string | null) =>
    start && end ? `${dayInWords(start)} to ${dayInWords(end)}` : 'nothing'
  return (
    <RecordsPage
      context={context}
      here=""
      title={`${file.file}${isLeftOut ? ': left out' : ''}`}
      hasProblems={problem !== undefined}
      before={<ErrorSummary problems={problems} />}
      choice={null}
      lead={
        isLeftOut
          ? 'The file is kept, and nothing is computed from it.'
          : 'A later file of the same quarters takes its place by itself: a file need only be left out where it should never have come.'
      }
    >
      <dl class="import-facts">
        <dt>Council</dt>
        <dd>{file.councilName === file.council ? file.council : `${file.councilName} (${file.council})`}</dd>
        <dt>Received</dt>
        <dd>{dayInWords(file.importedAt.slice(0, 10))}</dd>
        <dt>Holds</dt>
        <dd>{counted(file.rows, 'record')}</dd>
        <dt>Covers</dt>
        <dd>{span(file.derivedStart, file.derivedEnd)}</dd>
        <dt>States</dt>
        <dd>{span(file.statedStart, file.statedEnd)}</dd>
      </dl>
      {isLeftOut ? <CountAgain context={context} /> : <LeaveOut context={context} problem={problem} />}
      <section class="section" aria-labelledby="deeds">
        <h2 id="deeds">What was done with it</h2>
        {deeds.length === 0 ? (
          <p class="section-lead">The audit says nothing of it: it came before such entries were made.</p>
        ) : (
          <ul class="records-list">
            {deeds.map(({ did, at, who, why }) => (
              <li>
                {capitalised(did)} on {dayInWords(context.services.dayOf(at))} by {who ?? 'somebody who was forgotten'}
                {why !== null && <>: {why}</>}
              </li>
            ))}
          </ul>
        )}
      </section>
    </RecordsPage>
  )
}

function LeaveOut({ context, problem }: { context: OrganisationContext; problem: Problem | undefined }) {
  return (
    <form class="form section" method="post" action={context.path} aria-labelledby="leave-out">
      <h2 id="leave-out">Leave this file out</h2>
      <TokenField context={context} />
      <div class={problem ? 'form-group form-group-wrong' : 'form-group'}>
        <label class="form-label" for="why">
          Why it should not count
        </label>
        <p id="why-hint" class="hint">
          The reason stays in the audit, with your name. Write nothing of a person. The file is kept, and can be counted
          again.
        </p>
        <Wrong id="why-error" problems={problem ? [{ at: 'why', words: problem.words }] : []} />
        <input
          class="input input-line"
          type="text"
          id="why"
          name="why"
          value={problem?.why ?? ''}
          aria-describedby={problem ? 'why-hint why-error' : 'why-hint'}
          aria-invalid={problem ? 'true' : undefined}
        />
      </div>
      <button class="button" type="submit" name="decision" value="leave-out">
        Leave this file out
      </button>
    </form>
  )
}

function CountAgain({ context }: { context: OrganisationContext }) {
  return (
    <form class="form section" method="post" action={context.path}>
      <TokenField context={context} />
      <button class="button" type="submit" id="count" name="decision" value="count">
        Count this file again
      </button>
    </form>
  )
}
