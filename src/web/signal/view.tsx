import type { SignalAnswer, SignalView } from '../../answers/signal/types.ts'
import { iconMeanings } from '../../charts/signal-icons/signal-icons.ts'
import { comparePeriods, type Period } from '../../shared/period/period.ts'
import { counted, numberWord } from '../../shared/words.ts'
import { Headline } from '../components/choices.tsx'
import { Frameworks } from '../components/frameworks.tsx'
import { indicatorLink } from '../components/indicator-link.ts'
import { iconsOf, SignalDrawings, SignalSign } from '../components/signal.tsx'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'
import { Matrix, MatrixLists } from './matrix.tsx'

type Props = { readonly frame: Frame; readonly answer: SignalAnswer }

/** Which indicators show a signal and which only chance, and what will become of their targets. */
export function SignalPage({ frame, answer }: Props) {
  const { organisation, framework, indicators, others, missed } = answer
  const { asAt } = frame
  const title = titleOf(answer)
  const placed = indicators.length - others.length
  return (
    <Page frame={frame} title={title} band={{ dataTo: latestOf(indicators) }}>
      <Headline eyebrow={`${organisation.name} · ${framework.name} · Signal`} title={title}>
        {indicators.length === 0
          ? 'No indicators were known on this day. Choose another day, or import figures.'
          : 'A signal is a change that chance alone would hardly make; the rest is normal variation, which no single month explains. Signal is judged beside the ratings and does not change them.'}
      </Headline>
      <Frameworks answer={answer} page="signal" asAt={asAt} />
      {placed > 0 && (
        <section class="section" aria-labelledby="matrix">
          <h2 id="matrix">What changed, and what will become of the target</h2>
          <SignalDrawings views={indicators} />
          <Matrix answer={answer} asAt={asAt} />
          <MatrixLists answer={answer} asAt={asAt} />
          <Meanings views={indicators} />
        </section>
      )}
      {missed.length > 0 && (
        <section class="section" aria-labelledby="missed">
          <h2 id="missed">Concerns that the ratings do not show</h2>
          <ul class="plain-list">
            {missed.map(({ row, sentence }) => (
              <li>
                <a href={indicatorLink(organisation.slug, row.indicator.slug, asAt)}>{row.indicator.shortName}</a>:{' '}
                {sentence}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Suggestions answer={answer} asAt={asAt} />
      {others.length > 0 && (
        <section class="section" aria-labelledby="others">
          <h2 id="others">{placed > 0 ? 'Not in the table, and why' : 'Why no indicator has a verdict'}</h2>
          <Reasons answer={answer} asAt={asAt} />
        </section>
      )}
    </Page>
  )
}

/** Each reason once, with the indicators that it holds for. */
function Reasons({ answer: { organisation, others }, asAt }: { answer: SignalAnswer; asAt: string | undefined }) {
  const said = others.map(({ indicator: { indicator, chart }, because }) => {
    const where = chart ? ' The page of each has a chart.' : ''
    return { indicator, reason: `${because}${where}` }
  })
  return [...Map.groupBy(said, each => each.reason)].map(([reason, held]) => (
    <>
      <p class="section-lead">{reason}</p>
      <ul class="plain-list name-list">
        {held.map(({ indicator }) => (
          <li>
            <a href={indicatorLink(organisation.slug, indicator.slug, asAt)}>{indicator.shortName}</a>
          </li>
        ))}
      </ul>
    </>
  ))
}

/** The latest period with a value in any chart; null where there is none. */
function latestOf(views: readonly SignalView[]): Period | null {
  const periods = views.flatMap(({ chart }) => (chart?.points ?? []).filter(point => point.value !== null).slice(-1))
  return (
    periods
      .map(point => point.period)
      .toSorted(comparePeriods)
      .at(-1) ?? null
  )
}

function titleOf({ indicators }: SignalAnswer): string {
  if (indicators.length === 0) return 'Signal'
  const judged = indicators.filter(({ variation }) => variation.meaning !== null)
  if (judged.length === 0) return `No verdict can be given for any of ${counted(indicators.length, 'indicator')}`
  const concerns = judged.filter(({ variation }) => variation.meaning === 'concern').length
  const those = judged.length < indicators.length ? ' that can be judged' : ''
  if (concerns === 0) return `None of ${counted(judged.length, 'indicator')}${those} shows a signal of concern`
  const said = numberWord(concerns)
  const shows = concerns === 1 ? 'shows' : 'show'
  return `${said.charAt(0).toUpperCase()}${said.slice(1)} of ${counted(indicators.length, 'indicator')} ${shows} a signal of concern`
}

/** What each sign on the page means. */
function Meanings({ views }: { views: readonly SignalView[] }) {
  return (
    <>
      <h3>What the signs mean</h3>
      <ul class="signal-meanings">
        {[...new Set(views.flatMap(iconsOf))].map(icon => (
          <li class="signal-verdict">
            <SignalSign icon={icon} />
            <span>{iconMeanings[icon]}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Where limits might begin anew, if somebody knows why. */
function Suggestions({ answer, asAt }: { answer: SignalAnswer; asAt: string | undefined }) {
  const suggested = answer.indicators.filter(view => view.suggestion !== null)
  if (suggested.length === 0) return null
  return (
    <section class="section" aria-labelledby="suggestions">
      <h2 id="suggestions">New limits, suggested and not done</h2>
      <p class="section-lead">
        Limits begin anew only when an officer says from when, and why, in the table <code>rebases</code> of an import.
      </p>
      <ul class="plain-list">
        {suggested.map(({ indicator, suggestion }) => (
          <li>
            <a href={indicatorLink(answer.organisation.slug, indicator.slug, asAt)}>{indicator.shortName}</a>:{' '}
            {suggestion?.sentence}
          </li>
        ))}
      </ul>
    </section>
  )
}
