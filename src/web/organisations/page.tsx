import type { OverviewAnswer } from '../../answers/types.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { RatingMark } from '../components/marks.tsx'
import { type Frame, Page } from '../components/page.tsx'
import { dataTo } from '../overview/page.tsx'

/** The first page: every organisation of the register with its finding. */
export function OrganisationsPage({ frame, overviews }: { frame: Frame; overviews: readonly OverviewAnswer[] }) {
  return (
    <Page frame={frame} kind="reading" title="Choose an organisation">
      <h1>Choose an organisation</h1>
      {overviews.length === 0 ? (
        <p class="lead">
          The register holds no organisation yet. Load one with <code>tidemark import</code>, or the demonstration with{' '}
          <code>tidemark demo</code>.
        </p>
      ) : (
        <ul class="organisation-list">
          {overviews.map(overview => (
            <li>
              <Organisation overview={overview} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}

function Organisation({ overview }: { overview: OverviewAnswer }) {
  const { organisation, headline, framework } = overview.dashboard
  const { red, amber, green } = headline.counts
  const latest = dataTo(overview)
  return (
    <>
      <h2>
        <a href={`/${organisation.slug}`}>{organisation.name}</a>
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
