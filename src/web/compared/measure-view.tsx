import { ordinal } from '../../answers/compared/place-in-words.ts'
import type { ComparedCouncil, FunnelPlace, MeasureComparedAnswer } from '../../answers/compared/types.ts'
import { capitalised, grouped } from '../../shared/words.ts'
import { linkTo } from '../components/wording.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'
import { RankedDots, Trend, trendInWords } from './charts.tsx'
import { type CouncilColumn, CouncilsTable } from './councils-table.tsx'
import { beyondWords, FunnelSection, type ShownFunnel, shownFunnel } from './funnel-section.tsx'
import { GroupChoices } from './group-form.tsx'
import { GroupsTable } from './groups-table.tsx'
import { Standing } from './standing.tsx'
import { atDecimals, besideMost, figureOf, licenceInWords, likeInWords, methods, partedInWords } from './words.ts'
import { YearChoices } from './year-choices.tsx'

type Props = {
  readonly frame: Frame
  readonly answer: MeasureComparedAnswer
  /** Which limits of the funnel are asked for: `widened`, or else those of chance alone. */
  readonly limits: string | undefined
}

/** One measure over all councils of a group: their order, the council's way through the years, and the table of all. */
export function MeasureComparedPage({ frame, answer, limits }: Props) {
  const { organisation, row, group, groups, periods, council } = answer
  const { asAt } = frame
  const base = `/${organisation.slug}/compared`
  const path = `${base}/${row.measure}`
  const chosen = group.asked === 'england' ? undefined : group.asked
  const latest = periods[0] === row.period ? undefined : row.period
  const shown = shownFunnel(answer.funnel, limits)
  const widened = shown?.isWidened ? 'widened' : undefined
  const here = { 'as-at': asAt, group: chosen, period: latest, limits: widened }
  return (
    <Page frame={frame} title={`${row.name}, compared`} licence={licenceInWords(answer.sources)}>
      <hgroup class="headline">
        <p class="eyebrow">
          <a href={linkTo(base, { 'as-at': asAt, group: chosen })}>Compared with {group.inWords}</a>
          {row.code && ` · ${row.code}`}
        </p>
        <h1>{row.name}</h1>
        <p class="lead">{finding(answer)}</p>
      </hgroup>
      <GroupChoices path={path} groups={groups} chosen={group.asked} choices={here} />
      <YearChoices periods={periods} chosen={row.period} path={path} choices={here} />
      <section class="section section-first" aria-labelledby="order">
        <h2 id="order">
          {council} among the councils of {group.inWords}, {row.period}
        </h2>
        <RankedDots answer={answer} sentence={finding(answer)} />
        <p class="section-lead">
          {howSure(answer)} <a href={linkTo(`${path}/map`, { 'as-at': asAt, period: latest })}>All councils on a map</a>
        </p>
      </section>
      <GroupsTable answer={answer} />
      <FunnelSection answer={answer} shown={shown} to={to => linkTo(path, { ...here, limits: to })} />
      <TrendSection answer={answer} />
      <AllCouncils
        answer={answer}
        funnel={shown}
        file={linkTo(`${path}/councils.csv`, { 'as-at': asAt, group: chosen, period: latest })}
      />
    </Page>
  )
}

function finding({ row, council, group }: MeasureComparedAnswer): string {
  const { standing, reason, england } = row.significance
  const value = `${council}: ${figureOf(row)} in ${row.period}`
  const place = row.place ? `, ${row.place} in ${group.inWords}` : ''
  const words = standing === 'similar' ? 'similar to' : `significantly ${standing} than`
  const beside =
    standing === null
      ? `Whether it differs from England cannot be told: ${reason}.`
      : `${capitalised(words)} England (${atDecimals(Number(england), row)}).`
  return [`${value}${place}.`, beside, ...besideMost(row, group.asked)].join(' ')
}

function howSure({ between, betweenBasis, row }: MeasureComparedAnswer): string {
  if (!row.rank) return row.rankReason ? `There is no place: ${row.rankReason}.` : ''
  const place = `Place ${row.rank.rank}${row.rank.tied ? '=' : ''} of ${row.rank.of}, 1 is best.`
  const [basis, ...held] = betweenBasis.split('; ')
  const still = held.map(each => `; ${each}`).join('')
  return between
    ? `${place} Given the ${basis}, its place may be anywhere from ${ordinal(between.lower)} to ${ordinal(between.upper)}${still}.`
    : `${place} How sure it is cannot be told: ${betweenBasis}.`
}

function TrendSection({ answer }: { answer: MeasureComparedAnswer }) {
  const { years, row, group, council, breaks, notes } = answer
  const sentence = trendInWords(answer)
  return (
    <section class="section" aria-labelledby="trend">
      <h2 id="trend">Through the years</h2>
      <p class="section-lead">
        {sentence}. {partedInWords(years, breaks)}
      </p>
      <div class="chart-and-table">
        <Trend answer={answer} sentence={sentence} />
        <section class="values-scroll" aria-label={`${council} and ${group.inWords} by year`} tabindex={0}>
          <table class="values">
            <caption>
              {council} and the councils of {group.inWords}
            </caption>
            <thead>
              <tr>
                <th scope="col">Year</th>
                <th scope="col" class="number">
                  Value
                </th>
                <th scope="col" class="number">
                  Place
                </th>
                <th scope="col" class="number">
                  Median
                </th>
                <th scope="col" class="number">
                  Middle half
                </th>
              </tr>
            </thead>
            <tbody>
              {years.toReversed().map(({ period, shown, place, median, lowerQuartile, upperQuartile, marks }) => (
                <tr>
                  <th scope="row">
                    {period}
                    {marks.includes('not_comparable') && <span class="quiet"> not comparable</span>}
                  </th>
                  <td class="number">{shown === null ? 'none' : grouped(shown)}</td>
                  <td class="number">{place ? `${place.rank}${place.tied ? '=' : ''} of ${place.of}` : 'none'}</td>
                  <td class="number">{median === null ? 'none' : atDecimals(median, row)}</td>
                  <td class="number">
                    {lowerQuartile === null || upperQuartile === null
                      ? 'none'
                      : `${atDecimals(lowerQuartile, row)} to ${atDecimals(upperQuartile, row)}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
      {breaks.length + notes.length > 0 && (
        <ul class="compared-findings">
          {breaks.map(({ from, text }) => (
            <li>
              From {from}: {text}
            </li>
          ))}
          {notes
            .filter(note => breaks.every(({ text }) => text !== note))
            .map(note => (
              <li>{note}</li>
            ))}
        </ul>
      )}
    </section>
  )
}

type TableProps = {
  readonly answer: MeasureComparedAnswer
  readonly funnel: ShownFunnel | null
  readonly file: string
}

function AllCouncils({ answer, funnel, file }: TableProps) {
  const { councils, row, group, like, document } = answer
  return (
    <section class="section" aria-labelledby="councils">
      <h2 id="councils">All councils</h2>
      <p class="section-lead">
        {councils.length} of the councils of {group.inWords} with a value in {row.period}
        {likeInWords(like)}. Source: {document || row.publisher}. <a href={file}>Take this table along (CSV)</a>
      </p>
      <CouncilsTable councils={councils} columns={[...columnsOf(answer), ...(funnel ? funnelColumns(funnel) : [])]} />
    </section>
  )
}

type Column = CouncilColumn<ComparedCouncil>

function columnsOf({ councils, row }: MeasureComparedAnswer): Column[] {
  const method = councils.find(each => each.significance.method !== null)?.significance.method
  const intervalOf = ({ significance: { lower, upper } }: ComparedCouncil) =>
    lower === null || upper === null ? 'not known' : `${atDecimals(lower, row)} to ${atDecimals(upper, row)}`
  return [
    { head: 'Value', isNumber: true, cell: each => grouped(each.shown) },
    {
      head: <>95 % interval{method && <span class="compared-beside">{methods[method]}</span>}</>,
      isNumber: true,
      cell: intervalOf,
    },
    { head: 'Beside England', cell: each => <Standing significance={each.significance} /> },
  ]
}

function funnelColumns({ isRate, isWidened, places }: ShownFunnel): Column[] {
  const told = (tell: (place: FunnelPlace) => string, without: string) => (council: ComparedCouncil) => {
    const place = places.get(council.slug)
    return place ? tell(place) : without
  }
  return [
    {
      head: isRate ? 'Population' : 'Out of',
      isNumber: true,
      cell: told(({ size }) => grouped(String(size)), 'not known'),
    },
    {
      head: <>In the funnel{isWidened && <span class="compared-beside">limits widened</span>}</>,
      cell: told(beyondWords, 'not in it'),
    },
  ]
}
