import { raw } from 'hono/html'
import { byFileInWords, rankBefore, rankChangesInWords } from '../../answers/round/rank-changes.ts'
import type { RankChanges, RoundAnswer } from '../../answers/round/types.ts'
import type { OrganisationView } from '../../answers/types.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { dayInWords } from '../../shared/words.ts'
import { Headline } from '../components/choices.tsx'
import { indicatorLink } from '../components/indicator-link.ts'
import { markdown } from '../components/markdown.ts'
import { DirectionMark } from '../components/marks.tsx'
import { legendOf, linkTo } from '../components/wording.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'
import { Heading, Words } from './heading.tsx'
import { Priority } from './priority.tsx'
import { Tiles } from './tiles.tsx'

type Props = {
  readonly frame: Frame
  readonly organisation: OrganisationView
  readonly round: RoundAnswer | null
}

/** The work in the round: tiles, priorities, headings, ranks and implications. */
export function RoundPage({ frame, organisation, round }: Props) {
  const { asAt } = frame
  if (!round) return <NothingInTheRound frame={frame} organisation={organisation} />
  const [now, before] = [periodInWords(round.quarter), periodInWords(round.quarterBefore)]
  const own = round.headings.find(heading => heading.stage === 'priorities')
  return (
    <Page frame={frame} title="Performance in the round">
      <Headline eyebrow={organisation.name} title="Performance in the round">
        What goes in, how the work is done, what comes out, and what it changes for people: {now}, beside {before}.
        Counts lead to the dashboard, headings to their rows below.
      </Headline>
      <Tiles round={round} asAt={asAt} />
      <Signs round={round} />
      {round.priorities.length > 0 && (
        <section class="section" aria-labelledby={own?.framework.slug ?? 'priorities'}>
          <h2 id={own?.framework.slug ?? 'priorities'}>{own?.framework.name ?? 'Strategic priorities'}</h2>
          {own && <Words heading={own} organisation={organisation.slug} asAt={asAt} />}
          {round.priorities.map(priority => (
            <Priority
              priority={priority}
              organisation={organisation.slug}
              asAt={asAt}
              countsAt={framework => `#${framework}`}
            />
          ))}
        </section>
      )}
      {round.headings
        .filter(heading => heading !== own || round.priorities.length === 0)
        .map(heading => (
          <Heading heading={heading} organisation={organisation.slug} asAt={asAt} />
        ))}
      {round.ranks.map(ranks => (
        <Ranks ranks={ranks} organisation={organisation.slug} asAt={asAt} />
      ))}
      {round.implications.length > 0 && (
        <section class="section" aria-labelledby="implications">
          <h2 id="implications">Implications</h2>
          {round.implications.map(({ label, text }) => (
            <>
              <h3 class="finding-part">{label}</h3>
              <div class="markdown">{raw(markdown(text))}</div>
            </>
          ))}
        </section>
      )}
    </Page>
  )
}

/** What the signs beside figures mean, those of this page. */
function Signs({ round: { headings, priorities } }: { readonly round: RoundAnswer }) {
  const rows = [...headings.flatMap(each => each.sections), ...priorities].flatMap(each => each.rows)
  const legend = legendOf(rows.flatMap(({ row, before }) => [row.latest, before].filter(cell => cell !== null)))
  if (legend.length === 0) return null
  return (
    <ul class="legend" aria-label="What the signs mean">
      {legend.map(({ symbol, means }) => (
        <li>
          {symbol} {means}
        </li>
      ))}
    </ul>
  )
}

function NothingInTheRound({ frame, organisation }: Pick<Props, 'frame' | 'organisation'>) {
  return (
    <Page frame={frame} title="Performance in the round">
      <Headline eyebrow={organisation.name} title="Performance in the round">
        Nothing is told in the round{frame.asAt ? ` on ${dayInWords(frame.asAt)}` : ''}: no framework of{' '}
        {organisation.name} says which stage of the work it measures.
      </Headline>
      <p class="section-lead">
        Give a framework its stage (priorities, inputs, processes, outputs or outcomes) in the table{' '}
        <code>frameworks</code> of an import, and it stands here.{' '}
        <a href={linkTo(`/${organisation.slug}/dashboard`, { 'as-at': frame.asAt })}>The dashboard</a> shows every
        framework as it is.
      </p>
    </Page>
  )
}

const changes = { improved: 'better', unchanged: 'no_change', declined: 'worse' } as const

type RanksProps = {
  readonly ranks: RankChanges
  readonly organisation: string
  readonly asAt: string | undefined
}

function Ranks({ ranks, organisation, asAt }: RanksProps) {
  const { group, period, rows } = ranks
  const isChecked = rows.some(row => row.byFile !== null)
  const id = `ranks-${group}`
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>Printed ranks of {periodInWords(period)}</h2>
      <p class="section-lead">{rankChangesInWords(ranks)}</p>
      <section class="table-scroll" aria-label={`Table of ranks of ${periodInWords(period)}`} tabindex={0}>
        <table class="words-table round-ranks">
          <thead>
            <tr>
              <th scope="col">Measure</th>
              <th scope="col">Rank</th>
              <th scope="col">Before</th>
              <th scope="col">Change</th>
              {isChecked && <th scope="col">By the publishers’ files</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ indicator, rank, previous, change, byFile }) => (
              <tr>
                <th scope="row">
                  {indicator.reference && <span class="quiet">{indicator.reference} </span>}
                  <a href={indicatorLink(organisation, indicator.slug, asAt)}>{indicator.shortName}</a>
                </th>
                <td>{rank}</td>
                <td class={previous ? undefined : 'quiet'}>{rankBefore({ previous, change })}</td>
                <td>
                  {change === null ? (
                    <span class="quiet">not told</span>
                  ) : (
                    <DirectionMark direction={changes[change]} />
                  )}
                </td>
                {isChecked && <td>{byFileInWords(byFile)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
