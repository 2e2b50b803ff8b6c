import type { SummaryAnswer, SummaryItem } from '../../answers/types.ts'
import { entryOf, summaryGroups } from '../../shared/codes.ts'
import { counted } from '../../shared/words.ts'
import { cardLink } from '../components/card-link.ts'

/** Where every indicator stands over the year, in groups, each with its evidence. */
export function Summary({ summary, asAt }: { summary: SummaryAnswer; asAt: string | undefined }) {
  const { groups, unplaced, organisation } = summary
  const filled = groups.filter(group => group.items.length)
  const empty = groups.filter(group => group.items.length === 0)
  return (
    <section class="section" aria-labelledby="summary">
      <h2 id="summary">Summary over the year</h2>
      {filled.length === 0 && <p>No indicator can be compared over a year yet.</p>}
      <div class="summary-groups">
        {filled.map(({ group, label, rule, items }) => (
          <section class={`summary-group summary-${group.replace('_', '-')}`} aria-labelledby={`summary-${group}`}>
            <h3 id={`summary-${group}`}>
              {label} <span class="summary-count">{counted(items.length, 'indicator')}</span>
            </h3>
            <p class="rule">{rule}</p>
            <ul>
              {items.map(item => (
                <Item item={item} link={cardLink(organisation.slug, item.row, asAt)} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {filled.length > 0 && empty.length > 0 && (
        <p class="quiet">None under: {empty.map(group => group.label).join(', ')}.</p>
      )}
      {unplaced.length > 0 && (
        <details>
          <summary>{counted(unplaced.length, 'indicator')} not placed in a group</summary>
          <ul>
            {unplaced.map(({ row, because }) => (
              <li>
                {row.indicator.shortName}: {because}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Item({ item, link }: { item: SummaryItem; link: string }) {
  const { row, evidence, because, override } = item
  return (
    <li>
      <a href={link}>{row.indicator.shortName}</a>
      <span class="evidence">{evidence}</span>
      <span class="because">{because}</span>
      {override && (
        <span class="because">
          An officer placed it here
          {override.ruleGroup && ` instead of under “${entryOf(summaryGroups, override.ruleGroup).label}”`}:{' '}
          {override.reason}
        </span>
      )}
    </li>
  )
}
