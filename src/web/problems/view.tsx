import type { OrganisationView } from '../../answers/types.ts'
import { dayInWords } from '../../shared/words.ts'
import type { Refusal } from '../forms/forms.tsx'
import type { Frame } from '../frame/frame.ts'
import type { Links } from '../frame/links.ts'
import { Page } from '../frame/page.tsx'
import { SearchForm } from '../search/form.tsx'
import { waysOn } from './ways-on.ts'

export type Problem = {
  readonly title: string
  readonly sentences: readonly string[]
  /** Where to go from there; the pages of the frame where none is given. */
  readonly next?: { readonly href: string; readonly words: string }
  /** Whether the address may have meant another page, which is then looked for. */
  readonly looksFurther?: boolean
}

export const notFound: Problem = {
  title: 'Page not found',
  sentences: [
    'If you typed the address, check that it is right.',
    'If you followed a link, tell us on which page it stands.',
  ],
  looksFurther: true,
}

/** On a server that shows no more than what was published. */
export const notPublic: Problem = {
  title: 'Page not found',
  sentences: [
    'This site shows only papers that were published for everybody, and there is no such paper here.',
    'If you typed the address, check that it is right.',
  ],
}

export const badAddress: Problem = {
  title: 'The address cannot be read',
  sentences: ['It holds signs that no address here has. Check it, or follow a link instead.'],
}

export const wrongMethod: Problem = {
  title: 'That cannot be done here',
  sentences: ['The page is there, but it does not take what was sent to it. Nothing was changed.'],
}

export const fromElsewhere: Problem = {
  title: 'That came from another site',
  sentences: ['A form is only taken when a page of this site sent it. Nothing was changed. Open the form here again.'],
}

export const tooLarge: Problem = {
  title: 'That is too large',
  sentences: [
    'What was sent is larger than the form may be. Nothing was changed. Send a smaller file or a shorter text.',
  ],
}

/** Forms that are not taken. */
export const refusals: Readonly<Record<Refusal, { readonly what: Problem; readonly status: 400 | 403 | 415 }>> = {
  type: {
    what: { title: 'That is not a form', sentences: ['Only what a form sends is taken here. Nothing was changed.'] },
    status: 415,
  },
  unreadable: {
    what: {
      title: 'The form cannot be read',
      sentences: ['It did not arrive whole. Nothing was changed. Go back and send it again.'],
    },
    status: 400,
  },
  token: {
    what: {
      title: 'The form was open for too long',
      sentences: [
        'A form can be sent for twelve hours after it was opened, and only by the browser that opened it.',
        'Nothing was changed. Go back, reload the page, and send it again. Cookies must be allowed for this site.',
      ],
    },
    status: 403,
  },
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

type Props = {
  readonly frame: Frame
  readonly problem: Problem
  /** The path that was asked for. */
  readonly path: string
}

/** What to say when there is no page to show, and where to go from there. */
export function ProblemPage({ frame, problem, path }: Props) {
  const { links, organisation } = frame
  const { meant, search } = problem.looksFurther ? waysOn(path, frame) : { meant: null, search: null }
  return (
    <Page frame={frame} kind="reading" title={problem.title}>
      <h1>{problem.title}</h1>
      {problem.sentences.map(sentence => (
        <p>{sentence}</p>
      ))}
      {meant && (
        <p>
          Did you mean <a href={meant.href}>{meant.words}</a>?
        </p>
      )}
      {search && organisation && (
        <SearchForm id="search-again" action={search.action} asAt={frame.asAt} asked={search.words} />
      )}
      <Ways links={links} problem={problem} name={organisation?.name ?? ''} />
    </Page>
  )
}

function Ways({ links, problem, name }: { links: Links; problem: Problem; name: string }) {
  const { start, organisations, organisation } = links
  const choose = start === null ? [] : [{ href: start, words: 'Choose an organisation' }]
  const within = organisation.map((link, at) => (at === 0 ? { ...link, words: name } : link))
  const ways = problem.next
    ? [problem.next]
    : start === null
      ? organisations.map(({ href, words }) => ({ href, words: `Papers of ${words}` }))
      : problem.looksFurther
        ? [...within, ...(within.length > 0 ? choose : organisations)]
        : [...within.slice(0, 1), ...choose]
  if (ways.length === 0) return null
  return (
    <>
      <h2>Where to go from here</h2>
      <ul>
        {ways.map(({ href, words }) => (
          <li>
            <a href={href}>{words}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
