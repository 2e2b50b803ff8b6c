import type { Funnel, FunnelPlace, MeasureComparedAnswer } from '../../answers/compared/types.ts'
import { usuallyBeyond } from '../../judgement/funnel/over-dispersion.ts'
import { roundedText } from '../../shared/rounding.ts'
import { counted, grouped } from '../../shared/words.ts'
import { FunnelPlot } from './charts.tsx'
import { atDecimals } from './words.ts'

type DrawnFunnel = Extract<Funnel, { kind: 'funnel' }>

/** A funnel as it is shown: with the limits of chance alone, or with those that allow for how much councils differ. */
export type ShownFunnel = DrawnFunnel & { readonly isWidened: boolean }

/** Which of its limits a reader asked for; the widened ones only where there are any. null: there is no funnel. */
export function shownFunnel(funnel: Funnel, limits: string | undefined): ShownFunnel | null {
  if (funnel.kind === 'none') return null
  const { widened } = funnel
  return limits === 'widened' && widened.kind === 'limits'
    ? { ...funnel, ...widened, kind: 'funnel', isWidened: true }
    : { ...funnel, isWidened: false }
}

type Props = {
  readonly answer: MeasureComparedAnswer
  readonly shown: ShownFunnel | null
  /** The address of the page with the limits of one sort or the other. */
  readonly to: (limits: 'widened' | undefined) => string
}

/** Each council by its size, with what chance alone explains, or what councils differ by; or why that cannot be told. */
export function FunnelSection({ answer, shown, to }: Props) {
  const { funnel } = answer
  return (
    <section class="section" aria-labelledby="funnel">
      <h2 id="funnel">More than chance</h2>
      {funnel.kind === 'none' && <p class="section-lead">There is no funnel plot: {funnel.because}.</p>}
      {shown && (
        <>
          <LimitChoices shown={shown} to={to} />
          <p class="section-lead">{shown.isWidened ? howManyWidened(shown) : howMany(shown)}</p>
          <FunnelPlot answer={answer} of={shown} sentence={funnelInWords(answer, shown)} />
          <p class="section-lead">
            {funnelInWords(answer, shown)} {howDrawn(shown)}
          </p>
        </>
      )}
    </section>
  )
}

/** Which limits are drawn: a link for each, or why there is only one sort. */
function LimitChoices({ shown, to }: { readonly shown: ShownFunnel; readonly to: Props['to'] }) {
  const { widened, isWidened } = shown
  if (widened.kind === 'none') return <p class="section-lead quiet">Limits are not widened: {widened.because}.</p>
  const choices = [
    { words: 'Limits of chance alone', href: to(undefined), isChosen: !isWidened },
    { words: 'Limits widened for how much councils differ', href: to('widened'), isChosen: isWidened },
  ]
  return (
    <nav class="choices" aria-label="Limits of the funnel">
      <ul>
        {choices.map(({ words, href, isChosen }) => (
          <li>
            <a href={`${href}#funnel`} aria-current={isChosen ? 'true' : undefined}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** How a council lies in the funnel, in as few words as a table has room for. */
export function beyondWords({ beyond, standing }: FunnelPlace): string {
  if (beyond === null) return 'cannot be told'
  if (beyond === 'neither') return 'within'
  return `${standing}, beyond ${beyond === 'outer' ? '99.8 %' : '95 %'}`
}

function funnelInWords({ councils, council, row }: MeasureComparedAnswer, shown: ShownFunnel): string {
  const { places, middle, isWidened } = shown
  const asking = councils.find(each => each.isAsking)
  const place = asking && places.get(asking.slug)
  if (!asking || !place) return `${council} is not in the funnel: no counts of it are published.`
  const people = grouped(String(place.size))
  const limits = isWidened ? 'widened limits' : 'limits'
  const where = {
    neither: `lies within the ${limits} of a council of its size (${people})`,
    inner: `lies beyond the 95 % ${limits} of a council of its size (${people}), within those of 99.8 %`,
    outer: `lies beyond the 99.8 % ${limits} of a council of its size (${people})`,
  }
  const at = `${grouped(asking.shown)} beside ${atDecimals(middle, row)}`
  if (place.beyond === null)
    return `Whether ${council}, ${at}, lies beyond the ${limits} cannot be told: its counts are rounded to 5, and what was rounded away decides.`
  const side = place.beyond === 'neither' ? '' : `, on the ${place.standing} side`
  return `${council} ${where[place.beyond]}${side}: ${at}.`
}

function countsBeyond({ places }: ShownFunnel): {
  readonly all: number
  readonly inner: number
  readonly outer: number
} {
  const each = [...places.values()]
  const outer = each.filter(({ beyond }) => beyond === 'outer').length
  return { all: each.length, inner: outer + each.filter(({ beyond }) => beyond === 'inner').length, outer }
}

/** How many lie outside, beside how many chance alone would put there. */
function howMany(shown: ShownFunnel): string {
  const { all, inner, outer } = countsBeyond(shown)
  const [near = 0, far = 0] = shown.lines.map(({ level }) => Math.round(all * (1 - level)))
  const many =
    3 * inner > 2 * all
      ? ' As most councils lie beyond them, the limits tell little of any one council: councils differ in what they do, whom they serve, or how they count.'
      : inner > 2 * near + 1
        ? ' Councils differ by more than chance: in what they do, whom they serve, or how they count.'
        : ''
  return `Of ${counted(all, 'council', 'councils')}, ${inner} lie beyond the 95 % limits, where chance alone would put about ${near}, and ${outer} of them beyond the 99.8 % limits, where it would put ${far === 0 ? 'none' : `about ${far}`}.${many}`
}

/** How many lie outside of limits that allow for how much councils differ, and how much that is. */
function howManyWidened(shown: ShownFunnel): string {
  const { all, inner, outer } = countsBeyond(shown)
  const times =
    shown.widened.kind === 'limits' ? roundedText(shown.widened.times, shown.widened.times < 10 ? 1 : 0) : ''
  const [near, far] = [usuallyBeyond[0.95], usuallyBeyond[0.998]].map(share => Math.round(all * share))
  return `Councils differ by more than chance: their spread, as a variance, is ${grouped(times)} times what chance alone would give. The limits allow for that, so that whoever lies beyond them stands out even among councils that differ so much. Of ${counted(all, 'council', 'councils')}, ${inner} lie beyond the widened 95 % limits, where by this rule about ${near} usually would, and ${outer} of them beyond those of 99.8 %, where ${far === 0 ? 'hardly any' : `about ${far}`} would.`
}

function howDrawn({ middleIs, without, roundedCounts, isRate, isWidened }: ShownFunnel): string {
  const byChance = isRate ? 'Limits are exact for counts (Poisson).' : 'Limits are those that Wilson’s intervals reach.'
  const parts = [
    'The smaller a council, the further chance takes its figure, so that the limits open to the left.',
    middleIs === 'england'
      ? 'The line across is the figure that the publisher gives of England.'
      : 'The line across is the figure of all councils of the group together, as none is published of England.',
    isWidened
      ? `The limits add to chance how much councils differ (Spiegelhalter 2005, additive random effects): worked out on ${isRate ? 'square roots of the rates' : 'angles of the shares (arcsine)'}, with the most extreme tenth of either end drawn in.`
      : byChance,
    roundedCounts ? 'Counts are rounded to 5: where what was rounded away decides, it is not told.' : '',
    without > 0 ? `${counted(without, 'council gives', 'councils give')} no counts and cannot be drawn.` : '',
  ]
  return parts.filter(part => part !== '').join(' ')
}
