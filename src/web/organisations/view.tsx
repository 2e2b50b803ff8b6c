import type { NationalFigures } from '../../answers/organisations/national-figures.ts'
import type { OverviewAnswer } from '../../answers/types.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { counted, listed } from '../../shared/words.ts'
import { dataTo } from '../components/data-to.ts'
import { RatingMark } from '../components/marks.tsx'
import { linkTo } from '../components/wording.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'

type Props = {
  readonly frame: Frame
  readonly overviews: readonly OverviewAnswer[]
  /** null where nothing of national publishers is there. */
  readonly national: NationalFigures | null
}

/** The first page: every organisation of the register with its finding, and the national figures to set them beside. */
export function OrganisationsPage({ frame, overviews, national }: Props) {
  return (
    <Page frame={frame} kind="reading" title="Choose an organisation">
      <h1>Choose an organisation</h1>
      {frame.organisations.length === 0 ? (
        <p class="lead">
          The register holds no organisation yet. Load one with <code>tidemark import</code>, or the examples with{' '}
          <code>tidemark examples load</code>.
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
          {national && (
            <li>
              <England national={national} asAt={frame.asAt} />
            </li>
          )}
        </ul>
      )}
    </Page>
  )
}

/** The councils of England report nothing here themselves: each organisation is set beside them. */
function England({ national, asAt }: { national: NationalFigures; asAt: string | undefined }) {
  const { councils, publishers } = national
  return (
    <>
      <h2>
        <a href={linkTo('/help/coverage', { 'as-at': asAt })}>England</a>
      </h2>
      <p>National figures of {counted(councils, 'council')}, to set an organisation beside</p>
      <p class="organisation-counts">
        <span>{listed(publishers)}. Choose an organisation, then Compared, to see it among all of them.</span>
      </p>
    </>
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
