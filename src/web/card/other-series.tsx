import type { CardAnswer, SeriesView } from '../../answers/types.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { FoldedTable, SmallChart } from '../components/series.tsx'
import { ownerOf, unitLine, withUnit } from '../components/wording.ts'

/** The card's other indicators and its supplementary series: a small chart each, with its table. */
export function OtherSeries({ card }: { card: CardAnswer }) {
  const series = [...card.others, ...card.supplementary]
  if (series.length === 0) return null
  const owner = ownerOf(card.organisation.name)
  return (
    <section class="section other-series" aria-labelledby="other-series">
      <h2 id="other-series">Beside it</h2>
      <ul class="small-charts">
        {series.map(each => (
          <li>
            <Small series={each} owner={owner} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Small({ series: { indicator, cells }, owner }: { series: SeriesView; owner: string }) {
  const known = cells.filter(cell => cell.value !== null)
  const [first, last] = [known[0], known.at(-1)]
  const says = sentenceOf(first, last, indicator)
  return (
    <>
      <h3>{indicator.shortName}</h3>
      <p class="unit">{unitLine(indicator)}</p>
      <p class="small-finding">{says}</p>
      {known.length > 1 && (
        <SmallChart indicator={indicator} cells={cells} owner={owner} sentence={`${indicator.name}. ${says}`} />
      )}
      {cells.length > 0 && <FoldedTable indicator={indicator} cells={cells} />}
    </>
  )
}

type Cell = SeriesView['cells'][number]

function sentenceOf(first: Cell | undefined, last: Cell | undefined, indicator: SeriesView['indicator']): string {
  if (first?.shown == null || last?.shown == null) return 'No value is known.'
  const now = `${withUnit(last.shown, indicator)} in ${periodInWords(last.period)}`
  if (first === last) return `${now}.`
  const then = `${withUnit(first.shown, indicator)} in ${periodInWords(first.period)}`
  if (first.shown === last.shown) return `${now}, as in ${periodInWords(first.period)}.`
  return `${Number(last.value) > Number(first.value) ? 'Up' : 'Down'} from ${then} to ${now}.`
}
