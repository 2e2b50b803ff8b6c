import type { CardAnswer } from '../../answers/types.ts'
import { dateInWords } from '../../shared/words.ts'
import { actionStates } from '../components/action-states.ts'

const day = (date: string, none: string) => (date === '' ? none : dateInWords(date))

/** What was agreed about the indicator, by whom and by when, and what became of it. */
export function Actions({ card: { actions } }: { card: CardAnswer }) {
  if (actions.length === 0) return null
  return (
    <section class="section actions" aria-labelledby="actions">
      <h2 id="actions">Actions</h2>
      <section class="table-scroll" aria-labelledby="actions-caption" tabindex={0}>
        <table class="actions-table">
          <caption id="actions-caption" class="visually-hidden">
            Actions with owner, dates and state
          </caption>
          <thead>
            <tr>
              <th scope="col">Action</th>
              <th scope="col">Owner</th>
              <th scope="col">Raised</th>
              <th scope="col">Due</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {actions.map(action => (
              <tr>
                <th scope="row">
                  {action.description}
                  {action.updates.map(({ date, text }) => (
                    <span class="update">
                      {dateInWords(date)}: {text}
                    </span>
                  ))}
                </th>
                <td>{action.ownerRole || 'not named'}</td>
                <td class="date">{day(action.raisedOn, 'not stated')}</td>
                <td class="date">{day(action.dueOn, 'no date set')}</td>
                <td>
                  <span class={`state state-${action.state.replaceAll('_', '-')}`}>{actionStates[action.state]}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
