import { dayInWords } from '../../shared/words.ts'
import { Page } from '../frame/page.tsx'
import type { OrganisationContext } from '../show-page.ts'
import { UndoLink, whoInWords } from './past-imports.tsx'
import type { ListedImport } from './services.ts'
import { whatItDid } from './words.ts'

type Props = { readonly context: OrganisationContext; readonly past: ListedImport }

/** What an import stored, with the ways on. */
export function ResultPage({ context, past }: Props) {
  const { frame, organisation, services } = context
  const start = `/${organisation.slug}`
  return (
    <Page frame={{ ...frame, day: null }} title={`Import ${past.n}`}>
      <hgroup class="headline">
        <p class="eyebrow">
          {organisation.name}: import {past.n}
        </p>
        <h1>{past.undid ? whatItDid(past) : `Stored: ${whatItDid(past)}`}</h1>
      </hgroup>
      <dl class="import-facts">
        <dt>Recorded</dt>
        <dd>
          {dayInWords(services.dayOf(past.at))} by {whoInWords(past)}
        </dd>
        {past.files.length > 0 && (
          <>
            <dt>Files</dt>
            <dd>{past.files.join(', ')}</dd>
          </>
        )}
        {past.undid && (
          <>
            <dt>Why</dt>
            <dd>{past.undid.why}</dd>
            <dt>What it undid</dt>
            <dd>
              <a href={`${start}/import/${past.undid.n}`}>Import {past.undid.n}</a>
            </dd>
          </>
        )}
        <dt>Undo</dt>
        <dd>
          <UndoLink organisation={organisation.slug} past={past} />
        </dd>
      </dl>
      <Indicators context={context} past={past} />
      <p class="import-ways">
        <a href={`${start}/dashboard`}>See the dashboard</a>{' '}
        <a href={`${start}/import`}>Import more, or see past imports</a>
      </p>
    </Page>
  )
}

/** Where an indicator has a page of its own. */
const indicatorPath = '/:org/indicators/:indicator'

function Indicators({ context: { organisation, site }, past: { indicators } }: Props) {
  if (indicators.length === 0) return null
  const hasPage = site.table.some(({ path }) => path === indicatorPath)
  return (
    <section class="section" aria-labelledby="indicators">
      <h2 id="indicators">Indicators that it spoke of</h2>
      <ul class="import-indicators">
        {indicators.map(slug => (
          <li>{hasPage ? <a href={`/${organisation.slug}/indicators/${slug}`}>{slug}</a> : slug}</li>
        ))}
      </ul>
    </section>
  )
}
