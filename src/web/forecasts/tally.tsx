/** How good forecasts were, as cells of a table: every figure with its n. */
import type { Tally } from '../../judgement/forecast/backtest.ts'
import { counted } from '../../shared/words.ts'
import { figure } from '../components/wording.ts'

type Measured = Tally['mase']

/** The heads of the four columns that TallyCells fills. */
export function TallyHeads() {
  return (
    <>
      {['80 % range held', '95 % range held', 'Error against last year (MASE)', 'Error against the last value'].map(
        heading => (
          <th scope="col" class="number">
            {heading}
          </th>
        ),
      )}
    </>
  )
}

/** The four figures of a tally. */
export function TallyCells({ tally }: { tally: Tally }) {
  return (
    <>
      <Share of={tally.held80} />
      <Share of={tally.held95} />
      <Ratio of={tally.mase} />
      <Ratio of={tally.againstLast} />
    </>
  )
}

function Share({ of: { value, n } }: { of: Measured }) {
  return <Figure shown={value === null ? null : `${(value * 100).toFixed(1)} %`} n={n} />
}

function Ratio({ of: { value, n } }: { of: Measured }) {
  return <Figure shown={value === null ? null : value.toFixed(2)} n={n} />
}

function Figure({ shown, n }: { shown: string | null; n: number }) {
  if (shown === null) return <td class="number quiet">none</td>
  return (
    <td class="number">
      {shown} <span class="quiet">(n = {figure(String(n))})</span>
    </td>
  )
}

type AheadProps = {
  readonly caption: string
  readonly ahead: readonly { readonly ahead: number; readonly tally: Tally }[]
  readonly all: Tally
  /** What a step is, where every series has the same: "month". */
  readonly step?: string
}

/** A row for each distance ahead, and one for all. */
export function AheadTable({ caption, ahead, all, step = 'period' }: AheadProps) {
  return (
    <section class="table-scroll" aria-label={caption} tabindex={0}>
      <table class="values tallies">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Ahead</th>
            <th scope="col" class="number">
              Forecasts
            </th>
            <TallyHeads />
          </tr>
        </thead>
        <tbody>
          {ahead.map(each => (
            <tr>
              <th scope="row">{counted(each.ahead, step)}</th>
              <td class="number">{figure(String(each.tally.forecasts))}</td>
              <TallyCells tally={each.tally} />
            </tr>
          ))}
          <tr class="total">
            <th scope="row">All</th>
            <td class="number">{figure(String(all.forecasts))}</td>
            <TallyCells tally={all} />
          </tr>
        </tbody>
      </table>
    </section>
  )
}
