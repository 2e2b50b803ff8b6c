/** The pages that stand where an answer is not there: still being worked out, impossible, or without a whole year to ask about. */
import { counted } from '../../shared/words.ts'
import { linkTo } from '../components/wording.ts'
import type { OrganisationContext } from '../show-page.ts'
import { queryOf, type RecordsChoice } from './choice.ts'
import { RecordsPage, recordsPath } from './frame.tsx'
import type { RecordsPath } from './pages.ts'
import type { Reply } from './services.ts'

type Props = { readonly context: OrganisationContext; readonly here: RecordsPath }

type UnderwayProps = Props & { readonly what: string; readonly reply: Extract<Reply<unknown>, { kind: 'underway' }> }

/** That a question is being answered; the page shows itself anew until it is. */
export function UnderwayPage({ context, here, what, reply }: UnderwayProps) {
  const { path, query } = context
  return (
    <RecordsPage
      context={context}
      here={here}
      title="Being worked out"
      choice={null}
      lead={`Tidemark works out ${what}.`}
    >
      <p class="section-lead">
        {reply.before === 0
          ? `It has taken ${counted(reply.seconds, 'second')} so far.`
          : `It waits for ${counted(reply.before, 'question')} before it.`}{' '}
        The first question after an import takes longest. An answer is kept until the records change.
      </p>
      <p class="section-lead">
        This page shows itself anew every few seconds. <a href={linkTo(path, query)}>Look again now</a>
      </p>
    </RecordsPage>
  )
}

/** That a question cannot be answered, and why. */
export function FailedPage({ context, here, why }: Props & { readonly why: string }) {
  const title = 'That cannot be worked out'
  return (
    <RecordsPage context={context} here={here} title={title} choice={null} lead={why.replace(/\.?$/, '.')}>
      <p class="section-lead">
        <a href={recordsPath(context.organisation.slug, '')}>What records there are, and what they cover</a>
      </p>
    </RecordsPage>
  )
}

/** That the address names something that the records do not hold. */
export function NotKnownPage({ context, here, why }: Props & { readonly why: string }) {
  const title = 'The records do not have that'
  return (
    <RecordsPage context={context} here={here} title={title} choice={null} lead={why.replace(/\.?$/, '.')}>
      <p class="section-lead">
        <a href={recordsPath(context.organisation.slug, here)}>The same page without what was asked for</a>
      </p>
    </RecordsPage>
  )
}

/** That no twelve months are covered whole. */
export function NoYearPage({ context, here, choice }: Props & { readonly choice: RecordsChoice }) {
  const lead = 'The records cover no twelve months whole, and every measure is of twelve months.'
  return (
    <RecordsPage context={context} here={here} title="No whole year yet" choice={choice} lead={lead}>
      <p class="section-lead">
        <a href={linkTo(recordsPath(context.organisation.slug, ''), queryOf(choice))}>
          Which file serves which quarter, and which quarters are missing
        </a>
      </p>
    </RecordsPage>
  )
}
