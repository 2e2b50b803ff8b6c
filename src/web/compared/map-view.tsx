import { raw } from 'hono/html'
import type { AllCouncilsAnswer, CouncilAmongAll } from '../../answers/compared/types.ts'
import {
  type MapTile,
  type Quartile,
  type TileMapInput,
  tileMap,
  tileMapSizes,
} from '../../charts/tile-map/tile-map.ts'
import { inReadingOrder, tileOf } from '../../charts/tile-map/tile-of.ts'
import { isRanked } from '../../judgement/benchmark/ranks.ts'
import { counted, grouped } from '../../shared/words.ts'
import { linkTo } from '../components/wording.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'
import { CouncilsTable } from './councils-table.tsx'
import { atDecimals, figureOf, licenceInWords, likeInWords } from './words.ts'
import { YearChoices } from './year-choices.tsx'

type Props = { readonly frame: Frame; readonly answer: AllCouncilsAnswer }

const quartiles = [1, 2, 3, 4] as const

/** One measure over all councils of England: a map of tiles, the same as a list in reading order, and the table. */
export function AllCouncilsPage({ frame, answer }: Props) {
  const { organisation, measure, code, name, period, periods, council } = answer
  const { asAt } = frame
  const base = `/${organisation.slug}/compared`
  const path = `${base}/${measure}/map`
  const given = period === periods[0] ? undefined : period
  return (
    <Page frame={frame} title={`${name}: all councils`} licence={licenceInWords(answer.sources)}>
      <hgroup class="headline">
        <p class="eyebrow">
          {council === null ? (
            <a href={linkTo(base, { 'as-at': asAt })}>Compared</a>
          ) : (
            <a href={linkTo(`${base}/${measure}`, { 'as-at': asAt, period: given })}>Place of {council}</a>
          )}
          {code && ` · ${code}`}
        </p>
        <h1>{name}: all councils</h1>
        <p class="lead">{finding(answer)}</p>
      </hgroup>
      <YearChoices periods={periods} chosen={period} path={path} choices={{ 'as-at': asAt }} />
      <div class="map-and-regions">
        <MapSection answer={answer} />
        <RegionsTable answer={answer} />
      </div>
      <ReadingOrder answer={answer} />
      <AllTable answer={answer} file={linkTo(`${path}.csv`, { 'as-at': asAt, period: given })} />
    </Page>
  )
}

function finding(answer: AllCouncilsAnswer): string {
  const { councils, figures, england, council, period } = answer
  if (!figures) return `No council has a value in ${period}.`
  const own = councils.find(each => each.isAsking)
  const from = `${counted(figures.councils, 'council')} with a value in ${period}, from ${atDecimals(figures.least, answer)} to ${atDecimals(figures.most, answer)}, median ${atDecimals(figures.median, answer)}`
  const whole = england === null ? '' : `; England ${grouped(england)}`
  const asking =
    council === null || !own
      ? ''
      : own.quartile === null
        ? ` ${council} has none: ${figureOf({ ...own, unit: answer.unit })}.`
        : ` ${council}: ${grouped(String(own.shown))}, in ${quartileInWords(own.quartile, answer)}.`
  return `${from}${whole}.${asking}`
}

function endsOf({ polarity }: AllCouncilsAnswer): readonly [string, string] {
  return isRanked(polarity) ? ['best', 'worst'] : ['highest', 'lowest']
}

function quartileInWords(quartile: Quartile, answer: AllCouncilsAnswer): string {
  const [first, last] = endsOf(answer)
  return { 1: `the ${first} quartile`, 2: 'the second quartile', 3: 'the third quartile', 4: `the ${last} quartile` }[
    quartile
  ]
}

function MapSection({ answer }: { answer: AllCouncilsAnswer }) {
  const input = mapOf(answer)
  const [first, last] = endsOf(answer)
  const without = answer.councils.filter(each => tileOf(each.slug) === null)
  return (
    <section class="section section-first" aria-labelledby="map">
      <h2 id="map">Where the quartiles lie</h2>
      <p class="section-lead">
        A tile for each council, about where it lies. Quartile 1 is the {first} fourth of the councils, 4 the {last}.
        Councils of equal value are in one quartile. The list below says the same in words.
      </p>
      <div class="chart-frame tile-frame">
        <div class="chart-wide">{raw(tileMap(input, tileMapSizes.wide))}</div>
        <div class="chart-narrow">{raw(tileMap(input, tileMapSizes.narrow))}</div>
      </div>
      {without.length > 0 && (
        <p class="section-lead">
          Without a tile, but in the list and the table: {without.map(each => each.name).join(', ')}.
        </p>
      )}
    </section>
  )
}

function mapOf(answer: AllCouncilsAnswer): TileMapInput {
  const { councils, council, like, unit } = answer
  return {
    sentence: finding(answer),
    ends: endsOf(answer),
    owner: council ?? '',
    like,
    tiles: councils.flatMap((each): MapTile[] => {
      const tile = tileOf(each.slug)
      if (!tile) return []
      const who = each.isAsking ? 'asking' : each.isLike ? 'like' : 'other'
      const title = `${each.name}: ${figureOf({ ...each, unit })}`
      return [{ tile, quartile: each.quartile, region: each.region.slug, who, title }]
    }),
  }
}

/** Regions in the order in which they are met when the map is read, each with its councils in that order. */
function regionsOf({ councils }: AllCouncilsAnswer): { name: string; councils: CouncilAmongAll[] }[] {
  const nowhere = { row: Number.POSITIVE_INFINITY, column: 0, code: '' }
  const ordered = councils.toSorted((a, b) => inReadingOrder(tileOf(a.slug) ?? nowhere, tileOf(b.slug) ?? nowhere))
  return [...Map.groupBy(ordered, each => each.region.name)].map(([name, own]) => ({ name, councils: own }))
}

function RegionsTable({ answer }: { answer: AllCouncilsAnswer }) {
  const [first, last] = endsOf(answer)
  const heads = [`1, ${first}`, '2', '3', `4, ${last}`]
  return (
    <section class="section" aria-labelledby="regions">
      <h2 id="regions">Quartiles by region</h2>
      <section class="table-scroll" aria-label="Table of quartiles by region" tabindex={0}>
        <table class="words-table compared-regions">
          <thead>
            <tr>
              <th scope="col">Region</th>
              {heads.map(head => (
                <th scope="col" class="number">
                  {head}
                </th>
              ))}
              <th scope="col" class="number">
                No value
              </th>
            </tr>
          </thead>
          <tbody>
            {regionsOf(answer).map(({ name, councils }) => (
              <tr>
                <th scope="row">{name}</th>
                {[...quartiles, null].map(quartile => (
                  <td class="number">{councils.filter(each => each.quartile === quartile).length}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function ReadingOrder({ answer }: { answer: AllCouncilsAnswer }) {
  return (
    <section class="section" aria-labelledby="list">
      <h2 id="list">The map as a list</h2>
      <p class="section-lead">
        As the tiles are read: from north to south, and from west to east. After each council its quartile and its value
        {likeInWords(answer.like)}.
      </p>
      <div class="map-list">
        {regionsOf(answer).map(({ name, councils }) => (
          <section>
            <h3>{name}</h3>
            <ul>
              {councils.map(each => (
                <li>
                  {each.isAsking ? <strong>{each.name}</strong> : each.name}
                  {each.isLike && ' †'}:{' '}
                  {each.quartile === null
                    ? figureOf({ ...each, unit: answer.unit })
                    : `${each.quartile} (${grouped(String(each.shown))})`}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  )
}

function AllTable({ answer, file }: { answer: AllCouncilsAnswer; file: string }) {
  const { councils, unit, document } = answer
  const last = councils.length + 1
  const sorted = councils.toSorted((a, b) => (a.rank?.rank ?? last) - (b.rank?.rank ?? last) || byValue(a, b))
  return (
    <section class="section" aria-labelledby="all">
      <h2 id="all">All councils</h2>
      <p class="section-lead">
        Source: {document}. <a href={file}>Take this table along (CSV)</a>
      </p>
      <CouncilsTable
        councils={sorted}
        columns={[
          {
            head: 'Value',
            isNumber: true,
            cell: each => (each.shown === null ? figureOf({ ...each, unit }) : grouped(each.shown)),
          },
          { head: 'Quartile', isNumber: true, cell: each => each.quartile ?? 'none' },
          { head: 'Region', cell: each => each.region.name },
          { head: 'Type', cell: each => each.type },
        ]}
      />
    </section>
  )
}

/** Those of a figure for information by value; those without one at the end, by name. */
function byValue(a: CouncilAmongAll, b: CouncilAmongAll): number {
  return (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY) || 0
}
