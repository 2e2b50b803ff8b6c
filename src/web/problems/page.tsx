import { type Frame, Page } from '../components/page.tsx'

export type Problem = { readonly title: string; readonly sentences: readonly string[] }

export const notFound: Problem = {
  title: 'Page not found',
  sentences: [
    'If you typed the address, check that it is right.',
    'If you followed a link, what it leads to may not have been known on the day that you chose.',
  ],
}

export const wentWrong: Problem = {
  title: 'Sorry, something went wrong',
  sentences: ['The page could not be shown. Nothing was changed. Try again later, or tell whoever runs this service.'],
}

/** What to say when there is no page to show, and where to go from there. */
export function ProblemPage({ frame, problem }: { frame: Frame; problem: Problem }) {
  return (
    <Page frame={frame} kind="reading" title={problem.title}>
      <h1>{problem.title}</h1>
      {problem.sentences.map(sentence => (
        <p>{sentence}</p>
      ))}
      <p>
        <a href="/">Choose an organisation</a>
      </p>
    </Page>
  )
}
