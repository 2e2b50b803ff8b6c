import type { Found, SearchAnswer, SearchKind } from '../../answers/search/search.ts'
import type { OrganisationView } from '../../answers/types.ts'
import { counted } from '../../shared/words.ts'
import { indicatorLink } from '../components/indicator-link.ts'
import { linkTo } from '../components/wording.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'
import { SearchForm } from './form.tsx'

type Props = {
  readonly frame: Frame
  readonly organisation: OrganisationView
  readonly answer: SearchAnswer
}

const headings: Readonly<Record<SearchKind, string>> = {
  indicator: 'Indicators',
  card: 'Report cards',
  action: 'Actions',
  paper: 'Papers',
  term: 'Words explained',
  organisation: 'Organisations',
}

/** What was found, by kinds, the best of each first; and what to do when that is nothing. */
export function SearchPage(props: Props) {
  const { frame, organisation, answer } = props
  const { asked, count, groups } = answer
  const title = asked === '' ? 'Search' : `Search for “${asked}”`
  return (
    <Page frame={frame} kind="reading" title={title}>
      <h1>{title}</h1>
      <SearchForm id="search-again" action={`/${organisation.slug}/search`} asAt={frame.asAt} asked={asked} />
      {asked === '' ? (
        <p>
          Look for an indicator, what a framework calls it (as 2A(1)), words of a report card or an action, a paper, or
          a word to be explained.
        </p>
      ) : count === 0 ? (
        <NothingFound {...props} />
      ) : (
        <p>
          {counted(count, 'result')} at {organisation.name}
        </p>
      )}
      {groups.map(({ kind, found }) => (
        <section class="found-group" aria-labelledby={`found-${kind}`}>
          <h2 id={`found-${kind}`}>
            {headings[kind]} <span class="quiet">({found.length})</span>
          </h2>
          <ol class="found">
            {found.map(each => (
              <li>
                <Result {...props} found={each} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </Page>
  )
}

function NothingFound({ frame, organisation, answer: { asked, suggestions } }: Props) {
  const here = `/${organisation.slug}`
  return (
    <>
      <p>
        Nothing at {organisation.name} holds {asked.includes(' ') ? 'all of these words' : 'this word'}.
      </p>
      <h2>What you can do</h2>
      <ul>
        {suggestions.length > 0 && (
          <li>
            Search for{' '}
            {suggestions.map((word, at) => (
              <>
                {at > 0 && (at === suggestions.length - 1 ? ' or ' : ', ')}
                <a href={linkTo(`${here}/search`, { 'as-at': frame.asAt, q: word })}>{word}</a>
              </>
            ))}
          </li>
        )}
        {asked.includes(' ') && <li>Use fewer words: every one of them must be found.</li>}
        <li>Type only the beginning of a word: “delay” finds “delayed” and “delays”.</li>
        <li>
          Look through <a href={linkTo(`${here}/dashboard`, { 'as-at': frame.asAt })}>the dashboard</a>,{' '}
          <a href={linkTo(`${here}/about-the-data`, { 'as-at': frame.asAt })}>every indicator that there is</a>, or{' '}
          <a href="/help/glossary">the glossary</a>.
        </li>
        {frame.asAt && (
          <li>
            <a href={linkTo(`${here}/search`, { q: asked })}>Search in what is known today</a>
          </li>
        )}
      </ul>
    </>
  )
}

function Result({ found, ...props }: Props & { readonly found: Found }) {
  const { titleInPieces, alsoInPieces, excerpt } = found
  return (
    <>
      <p class="found-name">
        <a href={addressOf(found, props)}>
          <Pieces pieces={titleInPieces} />
        </a>
      </p>
      {alsoInPieces && (
        <p class="quiet">
          Also: <Pieces pieces={alsoInPieces} />
        </p>
      )}
      {excerpt && (
        <p>
          <Pieces pieces={excerpt} />
        </p>
      )}
    </>
  )
}

function Pieces({ pieces }: { readonly pieces: Found['titleInPieces'] }) {
  return <>{pieces.map(({ text, isHit }) => (isHit ? <mark>{text}</mark> : text))}</>
}

/** Where something found stands. */
function addressOf({ kind, name }: Found, { frame, organisation }: Props): string {
  const { slug } = organisation
  const { asAt } = frame
  if (kind === 'indicator') return indicatorLink(slug, name, asAt)
  if (kind === 'card') return linkTo(`/${slug}/cards/${name}`, { 'as-at': asAt })
  if (kind === 'action') return `${linkTo(`/${slug}/actions`, { 'as-at': asAt })}#action-${name}`
  if (kind === 'paper') return `${linkTo(`/${slug}/papers`, { 'as-at': asAt })}#meeting-${name}`
  if (kind === 'term') return `/help/glossary#${name}`
  return linkTo(`/${name}`, { 'as-at': asAt })
}
