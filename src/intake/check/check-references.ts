import { implications } from '../../shared/codes.ts'
import type { FactKind, NewFact } from '../../shared/facts.ts'
import type { Draft } from '../exchange/facts-of-rows.ts'
import { problemAt } from '../exchange/read-table.ts'
import type { Problem } from '../grid.ts'

/** A fact that names another by its slug. */
type Reference = {
  readonly column: string
  readonly slug: string
  /** The kinds that it may be; the table of the first is named in the problem. */
  readonly kinds: readonly FactKind[]
  readonly table: string
}

/** What a fact names besides its indicator and its area. */
function referencesOf(fact: NewFact): Reference[] {
  if (fact.kind === 'action_update')
    return [{ column: 'action', slug: fact.payload.action, kinds: ['action'], table: 'actions' }]
  if (fact.kind === 'recommendation')
    return [{ column: 'meeting', slug: fact.payload.meeting, kinds: ['meeting'], table: 'meetings' }]
  if (fact.kind === 'meeting')
    return [{ column: 'framework', slug: fact.payload.framework, kinds: ['framework'], table: 'frameworks' }]
  if (fact.kind === 'note')
    return [
      { column: 'meeting', slug: fact.payload.meeting, kinds: ['meeting'], table: 'meetings' },
      ...(implications.some(({ code }) => code === fact.payload.under) ? [] : [framework('under', fact.payload.under)]),
    ]
  if (fact.kind === 'action') return [framework('under', fact.payload.under ?? '')]
  if (fact.kind === 'priority') return (fact.payload.fedBy ?? []).map(slug => framework('fed_by', slug))
  if (fact.kind === 'rank')
    return [{ column: 'group', slug: fact.name, kinds: ['group', 'geography'], table: 'groups' }]
  if (fact.kind === 'link')
    return fact.payload.rule === 'budget'
      ? [{ column: 'to', slug: fact.payload.to, kinds: ['budget_line'], table: 'budget_lines' }]
      : [{ column: 'to', slug: fact.payload.to, kinds: ['risk'], table: 'risks' }]
  return []
}

function framework(column: string, slug: string): Reference {
  return { column, slug, kinds: ['framework'], table: 'frameworks' }
}

/**
 * Slugs that name nothing.
 * @param names of what is known: its kind, its owner and its slug, joined by spaces
 * @param refused what was given in rows that were told already: its kind and its slug, or *
 */
export function checkReferences(
  draft: Draft,
  names: ReadonlySet<string>,
  refused: ReadonlySet<string> = new Set(),
): Problem[] {
  const { fact, place } = draft
  return referencesOf(fact).flatMap(({ column, slug, kinds, table }) =>
    slug === '' ||
    kinds.some(
      kind => names.has(`${kind} ${fact.owner} ${slug}`) || refused.has(`${kind} ${slug}`) || refused.has(`${kind} *`),
    )
      ? []
      : [
          problemAt(
            place,
            column,
            slug,
            `unknown-${String(kinds[0]).replaceAll('_', '-')}`,
            `the table ${table} has no row of this name; add it there, or mend the spelling`,
          ),
        ],
  )
}
