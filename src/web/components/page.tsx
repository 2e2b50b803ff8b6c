import type { Child } from 'hono/jsx'
import type { OrganisationView } from '../../answers/types.ts'
import type { Assets } from '../assets.ts'
import { Hidden } from './marks.tsx'
import { linkTo } from './wording.ts'

/** What every page stands in. */
export type Frame = {
  readonly assets: Pick<Assets, 'stylesheet' | 'mark' | 'font'>
  readonly organisations: readonly OrganisationView[]
  readonly organisation: OrganisationView | null
  /** The past day as known; undefined for today. Links to other pages keep it. */
  readonly asAt: string | undefined
}

type PageProps = {
  readonly frame: Frame
  /** Without the name of the site. */
  readonly title: string
  readonly kind?: 'wide' | 'reading' | 'card'
  /** Stands between header and main part: the day as known. */
  readonly band?: Child
  readonly children?: Child
}

/** A whole page: header with mark and organisations, main part, footer. */
export function Page({ frame, title, kind = 'wide', band, children }: PageProps) {
  const { assets, organisation } = frame
  const parts = [title, ...(organisation ? [organisation.name] : []), 'Tidemark']
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{parts.join(' – ')}</title>
        <link rel="preload" href={assets.font} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="stylesheet" href={assets.stylesheet} />
        <link rel="icon" href={assets.mark} type="image/svg+xml" />
      </head>
      <body class={`page page-${kind}`}>
        <a class="skip-link" href="#main">
          Skip to main content
        </a>
        <Header frame={frame} />
        {band}
        <main id="main" tabindex={-1}>
          {organisation?.invented && <Notice organisation={organisation} />}
          {children}
        </main>
        <Footer organisation={organisation} />
      </body>
    </html>
  )
}

/** So many organisations find room in the header; more are chosen on the first page. */
const roomForNames = 5

function Header({ frame }: { frame: Frame }) {
  const { organisations, organisation, asAt } = frame
  return (
    <header class="header">
      <div class="header-inner">
        <a class="brand" href="/">
          <Mark /> Tidemark
        </a>
        {organisations.length > 0 && (
          <nav class="organisations" aria-label="Organisations">
            <ul>
              {organisations.length <= roomForNames ? (
                organisations.map(({ slug, name }) => (
                  <li>
                    <a
                      href={linkTo(`/${slug}`, { 'as-at': asAt })}
                      aria-current={slug === organisation?.slug ? 'true' : undefined}
                    >
                      {name}
                    </a>
                  </li>
                ))
              ) : (
                <li>
                  <a href="/">{organisation ? `${organisation.name}: choose another` : 'Choose an organisation'}</a>
                </li>
              )}
            </ul>
          </nav>
        )}
      </div>
    </header>
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

function Notice({ organisation }: { organisation: OrganisationView }) {
  return (
    <p class="notice">
      <strong class="notice-tag">Demonstration</strong>{' '}
      {organisation.notice || `${organisation.name} is an invented council: its figures speak of nobody.`}
    </p>
  )
}

function Footer({ organisation }: { organisation: OrganisationView | null }) {
  const notice = organisation && !organisation.invented ? organisation.notice : ''
  return (
    <footer class="footer">
      <div class="footer-inner">
        {notice && <p>{notice}</p>}
        <p>
          {organisation?.licence && (
            <>
              <Hidden>Licence of the figures: </Hidden>
              {organisation.licence.replace(/\.?$/, '.')}{' '}
            </>
          )}
          Tidemark is open-source software for performance management in adult social care.
        </p>
      </div>
    </footer>
  )
}
