import type { IndicatorAnswer } from '../../answers/indicator/types.ts'
import { maySee } from '../../shared/audience.ts'
import { counted } from '../../shared/words.ts'
import { cardLink } from '../components/card-link.ts'
import { Verdict } from '../components/verdict.tsx'
import { definitionLine, linkTo } from '../components/wording.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'
import { explainLink } from '../records/explain/indicator-link.ts'
import { About, Comments } from './about.tsx'
import { Breakdowns } from './breakdowns.tsx'
import { Counts, hasCounts, ValuesOverTime } from './charts.tsx'
import { Downloads } from './downloads.tsx'
import { Forecast } from './forecast.tsx'
import { History } from './history.tsx'
import { Linked, Others } from './linked.tsx'
import { Signal } from './signal.tsx'
import { Years } from './years.tsx'

type Props = {
  readonly frame: Frame
  readonly answer: IndicatorAnswer
  /** Whether only those figures have their history shown that did not stay as first recorded. */
  readonly onlyChanged: boolean
}

/** Everything known of an indicator: its latest value, its figures in every way, and where each came from. */
export function IndicatorPage({ frame, answer, onlyChanged }: Props) {
  const { organisation, framework, row, isMember } = answer
  const { indicator } = row
  const { asAt } = frame
  const parts = partsOf(answer)
  return (
    <Page frame={frame} title={indicator.name} band={{ dataTo: row.latest?.period ?? null }} scripts={['point-reader']}>
      <p class="back">
        <a href={linkTo(`/${organisation.slug}/dashboard`, { 'as-at': asAt })}>
          {organisation.name}: {framework.name}
        </a>
      </p>
      <header class="card-head">
        <hgroup>
          <p class="eyebrow">
            Indicator · {isMember ? framework.name : 'in no framework'}
            {indicator.reference && ` · ${indicator.reference}`}
          </p>
          <h1>{indicator.name}</h1>
          <p class="unit">{definitionLine(indicator)}</p>
        </hgroup>
        <Verdict verdict={answer.verdict}>
          <p>{row.travel.sentence.replace(/\.?$/, '.')}</p>
          <VerdictLinks
            answer={answer}
            card={hasCard(answer) ? cardLink(organisation.slug, row, asAt) : null}
            explained={explainLink(frame, indicator.slug, row.latest?.period ?? null)}
            asAt={asAt}
          />
        </Verdict>
      </header>
      <nav class="on-this-page" aria-label="On this page">
        <ul>
          {parts.map(({ id, words }) => (
            <li>
              <a href={`#${id}`}>{words}</a>
            </li>
          ))}
        </ul>
      </nav>
      <ValuesOverTime answer={answer} />
      <Signal answer={answer} />
      <Forecast answer={answer} asAt={asAt} />
      <Counts answer={answer} />
      <Years answer={answer} />
      <Breakdowns answer={answer} />
      <Others answer={answer} />
      <Comments answer={answer} />
      <History answer={answer} onlyChanged={onlyChanged} asAt={asAt} />
      <About answer={answer} asAt={asAt} canSet={maySee(frame.audience, 'officer')} />
      <Linked answer={answer} asAt={asAt} />
      <Downloads answer={answer} asAt={asAt} />
    </Page>
  )
}

/** Report cards are of the committee's framework alone. */
function hasCard({ isMember, framework, organisation }: IndicatorAnswer): boolean {
  return isMember && framework.slug === organisation.committeeFramework
}

type LinksProps = {
  readonly answer: IndicatorAnswer
  readonly card: string | null
  /** How it came about, where it is computed from client-level records. */
  readonly explained: string | null
  readonly asAt: string | undefined
}

/** The ways from the verdict to what is said and done about it. */
function VerdictLinks({ answer: { row, actions, organisation }, card, explained, asAt }: LinksProps) {
  const toActions = linkTo(`/${organisation.slug}/actions`, { 'as-at': asAt, indicator: row.indicator.slug })
  const ways = [
    ...(card === null ? [] : [{ href: card, words: 'Report card' }]),
    ...(actions === 0 ? [] : [{ href: toActions, words: counted(actions, 'action') }]),
    ...(explained === null ? [] : [{ href: explained, words: 'How it came about, step by step' }]),
  ]
  if (ways.length === 0) return null
  return (
    <p class="verdict-links">
      {ways.map(({ href, words }, at) => (
        <>
          {at > 0 && ' · '}
          <a href={href}>{words}</a>
        </>
      ))}
    </p>
  )
}

/** The parts that this indicator has, in the order of the page. */
function partsOf(answer: IndicatorAnswer): { id: string; words: string }[] {
  const has: Record<string, boolean> = {
    counts: hasCounts(answer),
    years: answer.years !== null,
    breakdowns: answer.breakdowns.length > 0,
    others: answer.others.length > 0,
    comments: answer.comments.length > 0,
    history: answer.history.length > 0,
    linked: answer.linked.length > 0,
  }
  return [
    { id: 'values', words: 'Values' },
    { id: 'signal', words: 'Signal or chance' },
    { id: 'forecast', words: 'Forecast' },
    { id: 'counts', words: 'Counts' },
    { id: 'years', words: 'Earlier years' },
    { id: 'breakdowns', words: 'Breakdowns' },
    { id: 'others', words: 'Published by others' },
    { id: 'comments', words: 'Comments' },
    { id: 'history', words: 'Every value’s history' },
    { id: 'about', words: 'Definition' },
    { id: 'linked', words: 'Linked indicators' },
    { id: 'downloads', words: 'Downloads' },
  ].filter(({ id }) => has[id] ?? true)
}
