import type { OverviewAnswer } from '../../answers/types.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { dataTo } from '../components/data-to.ts'
import { RatingMark } from '../components/marks.tsx'
import { linkTo } from '../components/wording.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'

/** The first page: every organisation of the register with its finding. */
export function OrganisationsPage({ frame, overviews }: { frame: Frame; overviews: readonly OverviewAnswer[] }) {
  return (
    <Page frame={frame} kind="reading" title="Choose an organisation">
      <h1>Choose an organisation</h1>
      {frame.organisations.length === 0 ? (
        <p class="lead">
          The register holds no organisation yet. Load one with <code>tidemark import</code>, or the demonstration with{' '}
          <code>tidemark demo</code>.
        </p>
      ) : overviews.length === 0 ? (
        <p class="lead">No organisation was known on this day.</p>
      ) : (
        <ul class="organisation-list">
          {overviews.map(overview => (
            <li>
              <Organisation overview={overview} asAt={frame.asAt} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}

function Organisation({ overview, asAt }: { overview: OverviewAnswer; asAt: string | undefined }) {
  const { organisation, headline, framework } = overview.dashboard
  const { red, amber, green } = headline.counts
  const latest = dataTo(overview)
  return (
    <>
      <h2>
        <a href={linkTo(`/${organisation.slug}`, { 'as-at': asAt })}>{organisation.name}</a>
        {organisation.invented && <span class="notice-tag">Demonstration</span>}
      </h2>
      <p>{headline.title}</p>
      <p class="organisation-counts">
        <span>
          <RatingMark rating="Red" /> {red} Red
        </span>
        <span>
          <RatingMark rating="Amber" /> {amber} Amber
        </span>
        <span>
          <RatingMark rating="Green" /> {green} Green
        </span>
        <span>
          {framework.name}
          {latest ? `, data to ${periodInWords(latest)}` : ', no values yet'}
        </span>
      </p>
    </>
  )
}
