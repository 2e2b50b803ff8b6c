import type { Child } from 'hono/jsx'
import type { OrganisationView } from '../../answers/types.ts'
import { Hidden } from '../components/marks.tsx'
import { AsAtBand, type BandProps, DayError } from './as-at-band.tsx'
import type { Frame, Looks } from './frame.ts'
import { Header } from './header.tsx'
import type { FrameLink } from './links.ts'

type PageProps = {
  readonly frame: Frame
  /** Without the name of the site. */
  readonly title: string
  readonly kind?: 'wide' | 'reading' | 'card'
  /** What the band of the day as known says of this page besides. */
  readonly band?: Pick<BandProps, 'dataTo' | 'meetings'>
  /** Whose the figures are and under which licence, where they are not the organisation's own; empty: what it states of its own. */
  readonly licence?: string
  /** Small scripts of src/web/assets by their names. The page must do everything without them too. */
  readonly scripts?: readonly string[]
  readonly children?: Child
}

/** A whole page: header, the day as known, main part, footer. */
export function Page({ frame, title, kind = 'wide', band = {}, licence = '', scripts = [], children }: PageProps) {
  const { assets, organisation, day, links } = frame
  const isWrong = day?.asked.kind === 'wrong'
  const parts = [isWrong ? `Error: ${title}` : title, ...(organisation ? [organisation.name] : []), 'Tidemark']
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{parts.join(' – ')}</title>
        <link rel="preload" href={assets.font} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="stylesheet" href={assets.stylesheet} />
        <link rel="icon" href={assets.mark} type="image/svg+xml" />
        {scripts.map(name => (
          <script type="module" src={scriptOf(assets, name)} />
        ))}
      </head>
      <body class={`page page-${kind}`}>
        <a class="skip-link" href="#main">
          Skip to main content
        </a>
        <Header frame={frame} />
        {day && <AsAtBand day={day} {...band} />}
        <main id="main" tabindex={-1}>
          {day && <DayError asked={day.asked} />}
          {organisation?.invented && <Notice organisation={organisation} />}
          {children}
        </main>
        <Footer
          licence={licence || organisation?.licence || ''}
          notice={licence || !organisation || organisation.invented ? '' : organisation.notice}
          links={links.footer}
          isOfficer={frame.audience === 'officer'}
        />
      </body>
    </html>
  )
}

/** @throws when there is no such script, so that a page whose script was renamed is noticed */
function scriptOf({ scripts }: Looks, name: string): string {
  const path = scripts[name]
  if (!path) throw new Error(`There is no script ${name}.js in src/web/assets`)
  return path
}

function Notice({ organisation }: { organisation: OrganisationView }) {
  return (
    <p class="notice">
      <strong class="notice-tag">Demonstration</strong>{' '}
      {organisation.notice || `${organisation.name} is an invented council: its figures speak of nobody.`}
    </p>
  )
}

type FooterProps = {
  readonly licence: string
  readonly notice: string
  readonly links: readonly FrameLink[]
  readonly isOfficer: boolean
}

function Footer({ licence, notice, links, isOfficer }: FooterProps) {
  return (
    <footer class="footer">
      <div class="footer-inner">
        {links.length > 0 && (
          <ul class="footer-links">
            {links.map(({ href, words, current }) => (
              <li>
                <a href={href} aria-current={current}>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        )}
        {notice && <p>{notice}</p>}
        <p>
          {licence && (
            <>
              <Hidden>Licence of the figures: </Hidden>
              {licence.replace(/\.?$/, '.')}{' '}
            </>
          )}
          Tidemark is open-source software for performance management in adult social care.
        </p>
        {isOfficer && (
          <p>There is no sign-in yet: the pages show what an officer may see, and answer on this machine only.</p>
        )}
      </div>
    </footer>
  )
}
