import type { StrategyMeasure } from '../../answers/strategy/strategy.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { indicatorLink } from '../components/indicator-link.ts'
import { RatingMark } from '../components/marks.tsx'
import { figure, withUnit } from '../components/wording.ts'

/** Where the figures of the measures are read. */
export type MeasureLink = { readonly organisation: string; readonly asAt: string | undefined }

type Props = {
  readonly measures: readonly StrategyMeasure[]
  readonly labelledBy: string
  readonly link: MeasureLink
}

/** Measures with their latest value, its rating and target, and what is said of them in words. */
export function MeasureTable({ measures, labelledBy, link }: Props) {
  const hasWords = measures.some(each => each.stated.length > 0)
  return (
    <section class="table-scroll" aria-labelledby={labelledBy} tabindex={0}>
      <table class="words-table strategy-table">
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col">Latest</th>
            <th scope="col">Target</th>
            <th scope="col">Rating</th>
            {hasWords && <th scope="col">In words</th>}
          </tr>
        </thead>
        <tbody>
          {measures.map(each => (
            <tr>
              <th scope="row">
                <a href={indicatorLink(link.organisation, each.row.indicator.slug, link.asAt)}>
                  {each.row.indicator.shortName}
                </a>
              </th>
              <Latest measure={each} />
              <Target measure={each} />
              <Rated measure={each} />
              {hasWords && <Stated measure={each} />}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type CellProps = { readonly measure: StrategyMeasure }

function Latest({ measure: { row, stated } }: CellProps) {
  const { latest, indicator } = row
  if (!latest || latest.shown === null)
    return <td class="quiet">{stated.length > 0 ? 'in words only' : 'no figure yet'}</td>
  return (
    <td class="number">
      {withUnit(latest.shown, indicator)} <span class="quiet">{periodInWords(latest.period)}</span>
    </td>
  )
}

function Target({ measure: { row, targetBy } }: CellProps) {
  const target = row.latest?.target
  if (!target) return <td class="quiet">none</td>
  return (
    <td class="number">
      {figure(target.shown)} {targetBy && <span class="quiet">by {periodInWords(targetBy)}</span>}
    </td>
  )
}

function Rated({ measure: { row } }: CellProps) {
  const { latest } = row
  if (!latest?.rating) return <td class="quiet">not rated</td>
  return (
    <td>
      <RatingMark rating={latest.rating} /> {latest.rating}: {latest.ratingReason}
    </td>
  )
}

function Stated({ measure: { stated } }: CellProps) {
  if (stated.length === 0) return <td class="quiet">nothing</td>
  return (
    <td>
      {stated.map(({ period, text, tells }) => (
        <p>
          <strong>{periodInWords(period)}</strong>
          {tells === 'outturn' && ' (projected outturn)'}
          {tells === 'outlier' && ' (an outlier)'}: {text}
        </p>
      ))}
    </td>
  )
}
