import type { Funnel, FunnelPlace, MeasureComparedAnswer } from '../../answers/compared/types.ts'
import { counted, grouped } from '../../shared/words.ts'
import { FunnelPlot } from './charts.tsx'
import { atDecimals } from './words.ts'

/** A funnel that can be drawn. */
export type DrawnFunnel = Extract<Funnel, { kind: 'funnel' }>

/** Each council by its size, with what chance alone explains; or why that cannot be told. */
export function FunnelSection({ answer }: { answer: MeasureComparedAnswer }) {
  const { funnel } = answer
  return (
    <section class="section" aria-labelledby="funnel">
      <h2 id="funnel">More than chance</h2>
      {funnel.kind === 'none' ? (
        <p class="section-lead">There is no funnel plot: {funnel.because}.</p>
      ) : (
        <>
          <p class="section-lead">{howMany(funnel)}</p>
          <FunnelPlot answer={answer} of={funnel} sentence={funnelInWords(answer, funnel)} />
          <p class="section-lead">
            {funnelInWords(answer, funnel)} {howDrawn(funnel)}
          </p>
        </>
      )}
    </section>
  )
}

/** How a council lies in the funnel, in as few words as a table has room for. */
export function beyondWords({ beyond, standing }: FunnelPlace): string {
  if (beyond === null) return 'cannot be told'
  if (beyond === 'neither') return 'within'
  return `${standing}, beyond ${beyond === 'outer' ? '99.8 %' : '95 %'}`
}

function funnelInWords({ councils, council, row }: MeasureComparedAnswer, { places, middle }: DrawnFunnel): string {
  const asking = councils.find(each => each.isAsking)
  const place = asking && places.get(asking.slug)
  if (!asking || !place) return `${council} is not in the funnel: no counts of it are published.`
  const people = grouped(String(place.size))
  const where = {
    neither: `lies within the limits of a council of its size (${people})`,
    inner: `lies beyond the 95 % limits of a council of its size (${people}), within those of 99.8 %`,
    outer: `lies beyond the 99.8 % limits of a council of its size (${people})`,
  }
  const at = `${grouped(asking.shown)} beside ${atDecimals(middle, row)}`
  if (place.beyond === null)
    return `Whether ${council}, ${at}, lies beyond the limits cannot be told: its counts are rounded to 5, and what was rounded away decides.`
  const side = place.beyond === 'neither' ? '' : `, on the ${place.standing} side`
  return `${council} ${where[place.beyond]}${side}: ${at}.`
}

/** How many lie outside, beside how many chance alone would put there. */
function howMany({ places, lines }: DrawnFunnel): string {
  const all = [...places.values()]
  const outer = all.filter(each => each.beyond === 'outer').length
  const inner = outer + all.filter(each => each.beyond === 'inner').length
  const [near = 0, far = 0] = lines.map(({ level }) => Math.round(all.length * (1 - level)))
  const many =
    3 * inner > 2 * all.length
      ? ' As most councils lie beyond them, the limits tell little of any one council: councils differ in what they do, whom they serve, or how they count.'
      : inner > 2 * near + 1
        ? ' Councils differ by more than chance: in what they do, whom they serve, or how they count.'
        : ''
  return `Of ${counted(all.length, 'council', 'councils')}, ${inner} lie beyond the 95 % limits, where chance alone would put about ${near}, and ${outer} of them beyond the 99.8 % limits, where it would put ${far === 0 ? 'none' : `about ${far}`}.${many}`
}

function howDrawn({ middleIs, without, roundedCounts, isRate }: DrawnFunnel): string {
  const parts = [
    'The smaller a council, the further chance takes its figure, so that the limits open to the left.',
    middleIs === 'england'
      ? 'The line across is the figure that the publisher gives of England.'
      : 'The line across is the figure of all councils of the group together, as none is published of England.',
    isRate ? 'Limits are exact for counts (Poisson).' : 'Limits are those that Wilson’s intervals reach.',
    roundedCounts ? 'Counts are rounded to 5: where what was rounded away decides, it is not told.' : '',
    without > 0 ? `${counted(without, 'council gives', 'councils give')} no counts and cannot be drawn.` : '',
  ]
  return parts.filter(part => part !== '').join(' ')
}
