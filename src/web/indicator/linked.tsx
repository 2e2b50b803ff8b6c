import type { IndicatorAnswer, OtherOwner } from '../../answers/indicator/types.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { indicatorLink } from '../components/indicator-link.ts'
import { figure } from '../components/wording.ts'

/** Indicators that belong beside this one, each with why. */
export function Linked({
  answer: { linked, organisation },
  asAt,
}: {
  answer: IndicatorAnswer
  asAt: string | undefined
}) {
  if (linked.length === 0) return null
  return (
    <section class="section" aria-labelledby="linked">
      <h2 id="linked">Linked indicators</h2>
      <ul class="plain-list">
        {linked.map(({ name, slug, why }) => (
          <li>
            {slug === null ? (
              <strong>{name}</strong>
            ) : (
              <a href={indicatorLink(organisation.slug, slug, asAt)}>{name}</a>
            )}
            {why && <span class="under">{why}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The same measure as others publish it, beside the council's own. */
export function Others({ answer: { others, organisation } }: { answer: IndicatorAnswer }) {
  if (others.length === 0) return null
  return (
    <section class="section" aria-labelledby="others">
      <h2 id="others">The same measure, published by others</h2>
      {others.map((other, at) => (
        <OtherTable other={other} own={organisation.name} id={`other-${at + 1}`} />
      ))}
    </section>
  )
}

function OtherTable({ other: { owner, name, rows }, own, id }: { other: OtherOwner; own: string; id: string }) {
  const hasNotes = rows.some(row => row.note !== '')
  return (
    <section class="table-scroll" aria-labelledby={id} tabindex={0}>
      <table class="values">
        <caption id={id}>
          {owner}
          {name && <span class="quiet"> {name}</span>}
        </caption>
        <thead>
          <tr>
            <th scope="col">Period</th>
            <th scope="col" class="number">
              {own}
            </th>
            <th scope="col" class="number">
              {owner}
            </th>
            <th scope="col">Difference</th>
            {hasNotes && <th scope="col">Note</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr>
              <th scope="row">{periodInWords(row.period)}</th>
              <td class="number">{row.own === null ? 'no value' : figure(row.own)}</td>
              <td class="number">{row.theirs === null ? 'no value' : figure(row.theirs)}</td>
              <td>{row.difference}</td>
              {hasNotes && <td>{row.note || 'none'}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
