import { NotAmong } from '../../answers/compared/not-among.ts'
import { linkTo } from '../components/wording.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'
import type { Answer } from '../route.ts'
import { showPage } from '../show-page.ts'

/** The same answer; where its address asks for a group or a year that is not there, it says which are. */
export function orChoices(answer: Answer): Answer {
  return async context => {
    try {
      return await answer(context)
    } catch (error) {
      if (!(error instanceof NotAmong)) throw error
      const { frame, path, query } = context
      return showPage(context, <ChoicesPage frame={frame} path={path} query={query} missing={error} />, 404)
    }
  }
}

type Props = {
  readonly frame: Frame
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly missing: NotAmong
}

const words = {
  group: {
    title: 'No such group',
    lead: (asked: string) => `There is no group “${asked}” to compare with.`,
    next: 'Groups to compare with',
  },
  period: {
    title: 'No figures of that year',
    lead: (asked: string) => `Nobody publishes figures of “${asked}”.`,
    next: 'Years with figures',
  },
} as const

/** An address is its reader's: of a long one the beginning is enough. */
const mostShown = 40

function ChoicesPage({ frame, path, query, missing: { what, asked, choices } }: Props) {
  const { title, lead, next } = words[what]
  const shown = asked.length > mostShown ? `${asked.slice(0, mostShown)}…` : asked
  return (
    <Page frame={frame} kind="reading" title={title}>
      <h1>{title}</h1>
      <p>{lead(shown)} Choose one of these:</p>
      <h2>{next}</h2>
      <ul>
        {choices.map(({ slug, name }) => (
          <li>
            <a href={linkTo(path, { ...query, 'as-at': frame.asAt, [what]: slug === 'england' ? undefined : slug })}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </Page>
  )
}
