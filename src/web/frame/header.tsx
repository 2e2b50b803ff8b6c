import type { Frame } from './frame.ts'
import type { FrameLink, Links } from './links.ts'

/** So many organisations find room in the header; more are chosen on the first page. */
const roomForNames = 5

/** The mark, the choice of an organisation, and the ways within it. */
export function Header({ frame: { links, organisation, asAt } }: { frame: Frame }) {
  const { start } = links
  return (
    <header class="header">
      <div class="header-inner">
        {start === null ? (
          <span class="brand">
            <Mark /> Tidemark
          </span>
        ) : (
          <a class="brand" href={start}>
            <Mark /> Tidemark
          </a>
        )}
        <Organisations links={links} chosen={organisation?.name ?? 'Choose an organisation'} />
        {links.search && <Search action={links.search} asAt={asAt} />}
      </div>
      {links.organisation.length > 0 && (
        <div class="header-ways">
          <Ways label={organisation?.name ?? ''} links={links} />
        </div>
      )}
    </header>
  )
}

/** The organisation whose page it is, which unfolds to all that it can be changed for. */
function Organisations({ links: { start, organisations }, chosen }: { links: Links; chosen: string }) {
  if (organisations.length === 0) return null
  return (
    <nav class="organisations" aria-label="Organisations">
      {organisations.length > roomForNames && start !== null ? (
        <a href={start}>{chosen}: choose another</a>
      ) : (
        <details>
          <summary>{chosen}</summary>
          <List links={organisations} />
        </details>
      )}
    </nav>
  )
}

/** The pages of the organisation that people ask for most, the page itself, and the others, which unfold. */
function Ways({ label, links: { organisation, more } }: { label: string; links: Links }) {
  return (
    <nav class="ways" aria-label={label}>
      <List links={organisation} />
      {more.length > 0 && (
        <details>
          <summary>More</summary>
          <List links={more} />
        </details>
      )}
    </nav>
  )
}

function List({ links }: { links: readonly FrameLink[] }) {
  return (
    <ul>
      {links.map(({ href, words, current }) => (
        <li>
          <a href={href} aria-current={current}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Search({ action, asAt }: { action: string; asAt: string | undefined }) {
  return (
    <search class="header-search">
      <form method="get" action={action}>
        {asAt && <input type="hidden" name="as-at" value={asAt} />}
        <label class="visually-hidden" for="header-search">
          Search
        </label>
        <input class="input" id="header-search" name="q" type="search" />
        <button class="button" type="submit">
          Search
        </button>
      </form>
    </search>
  )
}

/** Our own mark: bars and a tide against a scale. */
function Mark() {
  return (
    <svg class="brand-mark" viewBox="0 0 24 24" width="26" height="26" aria-hidden="true">
      <path d="M3 3v18h18M3 4h6M3 9h4M7.5 16c1.8-2.4 3.2-2.4 4.8-.6s3 1.8 4.8-.6l2.900-3.800" />
    </svg>
  )
}
