import type { Categories, RoundRow } from '../../answers/round/types.ts'
import { symbolsOf, withUnit } from '../../answers/wording.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { listed } from '../../shared/words.ts'
import { ValueCell } from '../components/cell.tsx'
import { indicatorLink } from '../components/indicator-link.ts'
import { DirectionMark, RatingMark } from '../components/marks.tsx'

type Props = {
  readonly rows: readonly RoundRow[]
  readonly label: string
  readonly organisation: string
  readonly asAt: string | undefined
}

/** Measures with their values, targets, directions and what is said in words; those with neither figure nor words by the reason. */
export function Measures({ rows, label, organisation, asAt }: Props) {
  const told = rows.filter(({ row, stated }) => row.latest || stated.length > 0)
  const untold = Map.groupBy(
    rows.filter(row => !told.includes(row)),
    row => row.says,
  )
  const hasWords = told.some(({ stated }) => stated.length > 0)
  return (
    <>
      {told.length > 0 && (
        <section class="table-scroll" aria-label={label} tabindex={0}>
          <table class="words-table round-measures stacked-table">
            <thead>
              <tr>
                <th scope="col">Measure</th>
                <th scope="col">Before</th>
                <th scope="col">Latest</th>
                <th scope="col">Target</th>
                <th scope="col">Against the target</th>
                <th scope="col">Direction</th>
                {hasWords && <th scope="col">In words</th>}
              </tr>
            </thead>
            <tbody>
              {told.map(row => (
                <Measure row={row} hasWords={hasWords} organisation={organisation} asAt={asAt} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {[...untold].map(([reason, own]) => (
        <p class="round-untold">
          <strong>Without a figure:</strong> {listed(own.map(({ row }) => row.indicator.shortName))} ({reason}).
        </p>
      ))}
    </>
  )
}

type MeasureProps = Omit<Props, 'rows' | 'label'> & { readonly row: RoundRow; readonly hasWords: boolean }

function Measure({ row: told, hasWords, organisation, asAt }: MeasureProps) {
  const { row, before, target, targetBy, judged, yearEnd, stated } = told
  const { indicator, latest, travel } = row
  return (
    <tr>
      <th scope="row">
        {indicator.reference && <span class="quiet">{indicator.reference} </span>}
        <a href={indicatorLink(organisation, indicator.slug, asAt)}>{indicator.shortName}</a>
      </th>
      <td data-heading="Before">
        {before ? <Value cell={before} indicator={indicator} /> : <span class="quiet">none</span>}
      </td>
      <td data-heading="Latest">
        {latest ? <Value cell={latest} indicator={indicator} /> : <span class="quiet">in words only</span>}
      </td>
      <td data-heading="Target">
        {target ? withUnit(target.shown, indicator) : <span class="quiet">none</span>}
        {target && targetBy && <span class="under">by {periodInWords(targetBy)}</span>}
      </td>
      <td data-heading="Against the target">
        {latest?.rating && (
          <>
            <RatingMark rating={latest.rating} /> {latest.rating}:{' '}
          </>
        )}
        {judged}
        {yearEnd && <span class="under">{yearEnd}</span>}
      </td>
      <td data-heading="Direction">
        {travel.direction === null ? (
          <span class="quiet">{travel.reason}</span>
        ) : (
          <>
            <DirectionMark direction={travel.direction} /> <span class="under">{beside(travel.sentence)}</span>
          </>
        )}
      </td>
      {hasWords && <Stated stated={stated} />}
    </tr>
  )
}

function Stated({ stated }: Pick<RoundRow, 'stated'>) {
  const heading = 'In words'
  if (stated.length === 0)
    return (
      <td class="quiet" data-heading={heading}>
        nothing
      </td>
    )
  return (
    <td data-heading={heading}>
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

/** "compared with Q2 2016/17 (99.6 %)", without what the mark says already. */
function beside(sentence: string): string {
  return sentence.replace(/^.*?compared with (the baseline, )?/, 'than ').replace(/^than /, 'beside ')
}

type ValueProps = { readonly cell: NonNullable<RoundRow['before']>; readonly indicator: RoundRow['row']['indicator'] }

function Value({ cell, indicator }: ValueProps) {
  return (
    <>
      {withUnit(String(cell.shown), indicator)} {symbolsOf(cell).join(' ')}
      <span class="under">{periodInWords(cell.period)}</span>
    </>
  )
}

/** The categories of an indicator, and how each kind of them adds up. */
export function CategoryTables({ categories }: { readonly categories: readonly Categories[] }) {
  return (
    <div class="round-categories">
      {categories.map(({ indicator, period, breakdown, sums }) => (
        <div>
          <table class="round-counts">
            <caption>
              {indicator.shortName} by {breakdown.name.toLowerCase()}, {periodInWords(period)}
            </caption>
            <thead>
              <tr>
                <th scope="col">{breakdown.name}</th>
                <th scope="col" class="number">
                  Figure
                </th>
              </tr>
            </thead>
            <tbody>
              {breakdown.rows.map(({ name, cells: [cell] }) => (
                <tr>
                  <th scope="row">{name}</th>
                  {cell ? <ValueCell cell={{ ...cell, rating: null }} /> : <td class="number quiet">[x]</td>}
                </tr>
              ))}
            </tbody>
          </table>
          {sums && <p class="quiet">{sums}</p>}
        </div>
      ))}
    </div>
  )
}
