import type { PromptView } from '../../answers/prompts/types.ts'
import type { ExceptionItem, ExceptionRule, OverviewAnswer } from '../../answers/types.ts'
import { entryOf, exceptionRules } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { capitalised, counted, numberWord } from '../../shared/words.ts'
import { cardLink } from '../components/card-link.ts'
import { Choices, Headline } from '../components/choices.tsx'
import { dataTo } from '../components/data-to.ts'
import { ForecastLines } from '../components/forecast.tsx'
import { indicatorLink } from '../components/indicator-link.ts'
import { RatingMark } from '../components/marks.tsx'
import { Prompts } from '../components/prompts.tsx'
import { FoldedTable, SmallChart } from '../components/series.tsx'
import { linkTo, ownerOf, unitLine, withUnit } from '../components/wording.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'

type Props = {
  readonly frame: Frame
  readonly overview: OverviewAnswer
  /** Only those for which this rule speaks; null: all. */
  readonly reason: ExceptionRule | null
}

/** Which indicators go to committee, by which rule, and on what evidence. */
export function ExceptionsPage({ frame, overview, reason }: Props) {
  const { organisation, framework, rules, exceptions, missed } = overview.exceptions
  const { asAt } = frame
  const all = overview.dashboard.rows.length
  const by = (rule: ExceptionRule | null) =>
    exceptions.filter(({ reasons }) => rule === null || reasons.some(each => each.rule === rule))
  const shown = by(reason)
  const path = `/${organisation.slug}/exceptions`
  const link = (rule: ExceptionRule | null) => linkTo(path, { 'as-at': asAt, reason: rule ?? undefined })
  return (
    <Page frame={frame} title={titleOf(exceptions.length, all)} band={{ dataTo: dataTo(overview) }}>
      <Headline
        eyebrow={`${organisation.name} · ${framework.name} · Exceptions`}
        title={titleOf(exceptions.length, all)}
      >
        {all === 0
          ? 'No indicators were known on this day. Choose another day, or import figures.'
          : `An indicator goes to committee for any one of the reasons below, and every reason is kept. ${besideRating(exceptions)}`}
      </Headline>
      <section class="section section-first" aria-labelledby="rules">
        <h2 id="rules">The rules</h2>
        <dl class="rules">
          {rules.map(({ label, says }) => (
            <div>
              <dt>{label}</dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      </section>
      {exceptions.length > 0 && (
        <Choices
          label="Which exceptions"
          choices={[null, ...exceptionRules.map(({ code }) => code)].map(rule => ({
            href: link(rule),
            words: rule === null ? 'Every exception' : entryOf(exceptionRules, rule).label,
            count: by(rule).length,
            isChosen: rule === reason,
          }))}
        />
      )}
      {exceptions.length > 0 && shown.length === 0 && <p class="section-lead">No indicator is sent by this rule.</p>}
      <ol class="evidence-list">
        {shown.map(item => (
          <Evidence
            prompts={overview.prompts.get(item.row.indicator.slug) ?? []}
            item={item}
            owner={ownerOf(organisation.name)}
            organisation={organisation.slug}
            asAt={asAt}
          />
        ))}
      </ol>
      <Missed missed={missed} organisation={organisation.slug} asAt={asAt} />
    </Page>
  )
}

function titleOf(count: number, all: number): string {
  if (all === 0) return 'Exceptions'
  if (count === 0) return 'No exceptions: the rules send no indicator to committee'
  const said = numberWord(count)
  return `${said.charAt(0).toUpperCase()}${said.slice(1)} of ${counted(all, 'indicator')} ${count === 1 ? 'goes' : 'go'} to committee`
}

/** How many exceptions signal bears out, and how many may be chance. */
function besideRating(exceptions: readonly ExceptionItem[]): string {
  const by = Map.groupBy(exceptions, item => item.signal.finding)
  const said = [
    { of: by.get('signal'), one: 'is a signal', more: 'are signals' },
    { of: by.get('normal_variation'), one: 'is within normal variation', more: 'are within normal variation' },
    { of: by.get('cannot_tell'), one: 'cannot be told', more: 'cannot be told' },
  ].flatMap(({ of = [], one, more }) =>
    of.length === 0 ? [] : [`${numberWord(of.length)} ${of.length === 1 ? one : more}`],
  )
  return said.length === 0 ? '' : `${capitalised(said.join('; '))}.`
}

type MissedProps = {
  readonly missed: OverviewAnswer['exceptions']['missed']
  readonly organisation: string
  readonly asAt: string | undefined
}

/** Slow drifts and the like, which no rule of rating sends to committee. */
function Missed({ missed, organisation, asAt }: MissedProps) {
  return (
    <section class="section" aria-labelledby="missed">
      <h2 id="missed">Slow drifts that the ratings miss</h2>
      <p class="section-lead">
        {missed.length === 0
          ? 'No indicator shows a signal of concern without being an exception. '
          : 'By signal these are concerns, though no rule above sends them to committee. '}
        <a href={linkTo(`/${organisation}/signal`, { 'as-at': asAt })}>Every indicator by signal</a>
      </p>
      {missed.length > 0 && (
        <ul class="plain-list">
          {missed.map(({ row, sentence }) => (
            <li>
              <a href={indicatorLink(organisation, row.indicator.slug, asAt)}>{row.indicator.shortName}</a>: {sentence}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type EvidenceProps = {
  readonly prompts: readonly PromptView[]
  readonly item: ExceptionItem
  readonly owner: string
  readonly organisation: string
  readonly asAt: string | undefined
}

function Evidence({ prompts, item: { row, reasons, signal, forecast }, owner, organisation, asAt }: EvidenceProps) {
  const { indicator, latest } = row
  const rating = latest?.rating ?? null
  const cells = row.cells.filter(cell => cell !== null)
  const valued = cells.filter(cell => cell.value !== null)
  const now =
    latest?.shown == null
      ? 'No value is known'
      : `${withUnit(latest.shown, indicator)} in ${periodInWords(latest.period)}`
  const target = latest?.target ? `, target ${withUnit(latest.target.shown, indicator)}` : ''
  return (
    <li class={`evidence-item ${rating ? `exception-${rating.toLowerCase()}` : ''}`}>
      <div class="evidence-words">
        <h2>
          <a href={cardLink(organisation, row, asAt)}>{indicator.shortName}</a>
        </h2>
        <p class="unit">{unitLine(indicator)}</p>
        <p>
          {rating && (
            <>
              <RatingMark rating={rating} /> <strong>{rating}</strong>:{' '}
            </>
          )}
          {now}
          {target}
        </p>
        <ul class="exception-reasons">
          {reasons.map(each => (
            <li>
              <strong>{entryOf(exceptionRules, each.rule).label}:</strong> {each.detail}
            </li>
          ))}
        </ul>
        <p>
          <strong>Signal or chance:</strong> {signal.sentence}
        </p>
        <ForecastLines view={forecast} />
        {prompts.length > 0 && (
          <details class="chart-data">
            <summary>
              Six prompts, answered as far as the figures can
              <span class="visually-hidden">: {indicator.shortName}</span>
            </summary>
            <Prompts prompts={prompts} />
          </details>
        )}
        <p>
          <a href={indicatorLink(organisation, indicator.slug, asAt)}>
            Every figure<span class="visually-hidden"> of {indicator.shortName}</span>
          </a>
        </p>
      </div>
      {valued.length > 1 && (
        <div>
          <SmallChart
            indicator={indicator}
            cells={cells}
            owner={owner}
            sentence={`${indicator.name}. ${now}${target}. ${row.onAYear.sentence}`}
          />
          <FoldedTable indicator={indicator} cells={cells} />
        </div>
      )}
    </li>
  )
}
