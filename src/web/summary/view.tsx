import type { OverviewAnswer, SummaryAnswer, SummaryItem } from '../../answers/types.ts'
import { entryOf, summaryGroups } from '../../shared/codes.ts'
import { roundedText } from '../../shared/rounding.ts'
import { counted } from '../../shared/words.ts'
import { cardLink } from '../components/card-link.ts'
import { Headline } from '../components/choices.tsx'
import { dataTo } from '../components/data-to.ts'
import { indicatorLink } from '../components/indicator-link.ts'
import { RatingMark } from '../components/marks.tsx'
import { Sparkline } from '../components/series.tsx'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'

type Props = { readonly frame: Frame; readonly overview: OverviewAnswer }

/** The year of the framework in its groups. */
export function SummaryPage({ frame, overview }: Props) {
  const { organisation, framework, groups, unplaced } = overview.summary
  const { asAt } = frame
  const filled = groups.filter(group => group.items.length > 0)
  const empty = groups.filter(group => group.items.length === 0)
  return (
    <Page frame={frame} title="Summary over the year" band={{ dataTo: dataTo(overview) }}>
      <Headline eyebrow={`${organisation.name} · ${framework.name}`} title="Summary over the year">
        {filled.length === 0
          ? 'No indicator can be compared over a year on this day. Choose another day, or import more figures.'
          : `${filled.map(({ label, items }) => `${label}: ${items.length}`).join('; ')}.`}
      </Headline>
      {filled.map(group => (
        <Group group={group} organisation={organisation.slug} asAt={asAt} />
      ))}
      {filled.length > 0 && empty.length > 0 && (
        <section class="section" aria-labelledby="empty">
          <h2 id="empty">Groups without an indicator</h2>
          <dl class="rules">
            {empty.map(({ label, rule }) => (
              <div>
                <dt>{label}</dt>
                <dd>{rule}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {unplaced.length > 0 && (
        <section class="section" aria-labelledby="unplaced">
          <h2 id="unplaced">{counted(unplaced.length, 'indicator')} not placed in a group</h2>
          <ul class="plain-list">
            {unplaced.map(({ row, because }) => (
              <li>
                <a href={indicatorLink(organisation.slug, row.indicator.slug, asAt)}>{row.indicator.shortName}</a>
                <span class="under">{because}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}

type GroupProps = {
  readonly group: SummaryAnswer['groups'][number]
  readonly organisation: string
  readonly asAt: string | undefined
}

function Group({ group: { group, label, rule, items }, organisation, asAt }: GroupProps) {
  const id = `group-${group}`
  return (
    <section class={`section summary-page-group summary-${group.replace('_', '-')}`} aria-labelledby={id}>
      <h2 id={id}>
        {label} <span class="summary-count">{counted(items.length, 'indicator')}</span>
      </h2>
      <p class="rule">{rule}</p>
      <ul class="summary-items">
        {items.map(item => (
          <Item item={item} organisation={organisation} asAt={asAt} />
        ))}
      </ul>
    </section>
  )
}

type ItemProps = { readonly item: SummaryItem; readonly organisation: string; readonly asAt: string | undefined }

function Item({ item: { row, change, evidence, because, override }, organisation, asAt }: ItemProps) {
  const { indicator, latest } = row
  const rating = latest?.rating ?? null
  return (
    <li>
      <div>
        <h3>
          <a href={indicatorLink(organisation, indicator.slug, asAt)}>{indicator.shortName}</a>
        </h3>
        <p>{evidence.replace(/\.$/, '')}.</p>
        <p class="quiet">
          {because.replace(/\.$/, '')}.{' '}
          <a href={cardLink(organisation, row, asAt)}>
            Report card<span class="visually-hidden">: {indicator.shortName}</span>
          </a>
        </p>
        {override && (
          <p>
            <strong>An officer placed it here</strong>
            {override.ruleGroup && ` instead of under “${entryOf(summaryGroups, override.ruleGroup).label}”`}:{' '}
            {override.reason}
          </p>
        )}
      </div>
      <p class="summary-change">
        <Sparkline indicator={indicator} cells={row.cells} />
        <span>
          {changeInWords(change)}
          {rating && (
            <>
              {' · '}
              <RatingMark rating={rating} /> {rating}
            </>
          )}
        </span>
      </p>
    </li>
  )
}

/** @example changeInWords(-0.0421) // '4.2 % worse' */
function changeInWords(change: number | null): string {
  if (change === null) return 'nothing to compare with'
  const size = roundedText(Math.abs(change) * 100, 1)
  if (Number(size) === 0) return 'no change'
  return `${size}\u00a0% ${change > 0 ? 'better' : 'worse'}`
}
