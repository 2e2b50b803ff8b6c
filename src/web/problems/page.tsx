import type { OrganisationView } from '../../answers/types.ts'
import { dayInWords } from '../../shared/words.ts'
import { type Frame, Page } from '../components/page.tsx'

export type Problem = {
  readonly title: string
  readonly sentences: readonly string[]
  /** Where to go from there; the first page where none is given. */
  readonly next?: { readonly href: string; readonly words: string }
}

export const notFound: Problem = {
  title: 'Page not found',
  sentences: [
    'If you typed the address, check that it is right.',
    'If you followed a link, tell whoever runs the page that it stands on.',
  ],
}

/** What was asked for is not in the register of that day, but may be now. */
export function notYetKnown(organisation: OrganisationView, asAt: string): Problem {
  return {
    title: `Not known on ${dayInWords(asAt)}`,
    sentences: [`On that day nothing was known yet of what this page shows of ${organisation.name}.`],
    next: { href: `/${organisation.slug}`, words: `${organisation.name} as known today` },
  }
}

export const wentWrong: Problem = {
  title: 'Sorry, something went wrong',
  sentences: ['The page could not be shown. Nothing was changed. Try again later, or tell whoever runs this service.'],
}

/** What to say when there is no page to show, and where to go from there. */
export function ProblemPage({ frame, problem }: { frame: Frame; problem: Problem }) {
  const { next = { href: '/', words: 'Choose an organisation' } } = problem
  return (
    <Page frame={frame} kind="reading" title={problem.title}>
      <h1>{problem.title}</h1>
      {problem.sentences.map(sentence => (
        <p>{sentence}</p>
      ))}
      <p>
        <a href={next.href}>{next.words}</a>
      </p>
    </Page>
  )
}
