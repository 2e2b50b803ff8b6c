import type { JSX } from 'hono/jsx/jsx-runtime'
import type { OtherRevision, RevisionItem, RevisionsAnswer } from '../../answers/types.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { comparePeriods, isPeriod, type Period } from '../../shared/period/period.ts'
import { counted, dayInWords, listed } from '../../shared/words.ts'
import { figure } from '../components/wording.ts'

/** What the page shows of the revisions: changes of what could be read in the dashboard of the earlier day. */
export function shownRevisions(revisions: RevisionsAnswer): readonly RevisionItem[] {
  return revisions.revisions.filter(item => item.inEarlierDashboard && item.change !== 'detail')
}

/** What changed since the last meeting: figures revised, added or withdrawn, then targets, definitions and memberships. */
export function Revisions({ revisions, meeting }: { revisions: RevisionsAnswer; meeting: string }) {
  const shown = shownRevisions(revisions)
  const of = (change: RevisionItem['change']) => shown.filter(item => item.change === change)
  const nothing = shown.length === 0 && revisions.others.length === 0
  return (
    <section class="section" aria-labelledby="revisions">
      <h2 id="revisions">What changed since {dayInWords(revisions.from)}</h2>
      <p class="section-lead">
        {nothing ? 'Nothing has changed' : 'Changes'} in the months of the dashboard that the {meeting} saw
        {nothing ? '.' : ':'}
      </p>
      <div class="revision-groups">
        <Changed title="revised" items={of('revised')} />
        <Changed title="withdrawn" items={of('withdrawn')} />
        <Added items={of('added')} />
        <Others items={revisions.others} />
      </div>
    </section>
  )
}

function byIndicator(items: readonly RevisionItem[]): readonly (readonly RevisionItem[])[] {
  return [...Map.groupBy(items, item => item.indicator.slug).values()]
}

function Changed({ title, items }: { title: string; items: readonly RevisionItem[] }) {
  if (items.length === 0) return null
  return (
    <div>
      <h3>
        {counted(items.length, 'figure')} {title}
      </h3>
      <ul class="revisions">
        {byIndicator(items).map(group => (
          <li>
            <b>{group[0]?.indicator.shortName}</b>
            <ul>
              {group.map(item => (
                <li>
                  {periodInWords(item.period)}: {item.sentence}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Added({ items }: { items: readonly RevisionItem[] }) {
  if (items.length === 0) return null
  return (
    <div>
      <h3>{counted(items.length, 'figure')} added</h3>
      <Folded
        items={byIndicator(items).map(group => (
          <li>
            <b>{group[0]?.indicator.shortName}</b>: {addedOf(group)}
          </li>
        ))}
      />
    </div>
  )
}

/** So many of a list are shown at once. */
const few = 5

/** The first items of a long list, and the others folded away. */
function Folded({ items }: { items: readonly JSX.Element[] }) {
  // One more is not worth the unfolding.
  if (items.length <= few + 1) return <ul class="revisions">{items}</ul>
  return (
    <>
      <ul class="revisions">{items.slice(0, few)}</ul>
      <details class="revisions-more">
        <summary>And {items.length - few} more</summary>
        <ul class="revisions">{items.slice(few)}</ul>
      </details>
    </>
  )
}

/** Up to three are named one by one, more as a span. */
function addedOf(items: readonly RevisionItem[]): string {
  const sorted = items.toSorted((a, b) => comparePeriods(a.period, b.period))
  if (sorted.length <= 3)
    return listed(
      sorted.map(item => `${item.newShown === null ? '' : `${figure(item.newShown)} in `}${inWords(item.period)}`),
    )
  const [first, last] = [sorted[0]?.period, sorted.at(-1)?.period]
  return first && last ? `${sorted.length} periods from ${inWords(first)} to ${inWords(last)}` : ''
}

const inWords = (period: Period) => periodInWords(period)

const others: Record<OtherRevision['what'], string> = {
  target: 'target',
  definition: 'definition',
  membership: 'place in the framework',
}

function Others({ items }: { items: readonly OtherRevision[] }) {
  if (items.length === 0) return null
  return (
    <div>
      <h3>Targets and definitions</h3>
      <Folded
        items={items.map(item => (
          <li>
            <b>{item.name}</b>: {otherSentence(item)}
          </li>
        ))}
      />
    </div>
  )
}

function otherSentence({ what, period, change, old, new: now }: OtherRevision): string {
  const when = isPeriod(period) ? ` for ${periodInWords(period)}` : ''
  const subject = `${others[what]}${when}`
  if (change === 'revised' && old !== null && now !== null) return `${subject}: ${figure(old)} became ${figure(now)}`
  const value = now ?? old
  return `${subject} ${change}${value === null || what !== 'target' ? '' : ` (${figure(value)})`}`
}
