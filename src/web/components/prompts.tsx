/** The six prompts for the discussion of an exception, with what the figures answer. */
import type { Contributions, PromptView } from '../../answers/prompts/types.ts'
import { periodInWords } from '../../shared/period/format-period.ts'

/** Each question under a heading of the third level, with its answers, what a change is made of, and what is left to write. */
export function Prompts({ prompts }: { prompts: readonly PromptView[] }) {
  return (
    <ol class="prompts">
      {prompts.map(({ question, answers, contributions, left }) => (
        <li>
          <h3>{question}</h3>
          {answers.length > 0 && (
            <ul>
              {answers.map(answer => (
                <li>{answer}</li>
              ))}
            </ul>
          )}
          {contributions.length > 0 && (
            <details class="chart-data">
              <summary>What the change is made of, as tables</summary>
              {contributions.map(each => (
                <ContributionTable contributions={each} />
              ))}
            </details>
          )}
          {left !== '' && <p class="quiet">{left}</p>}
        </li>
      ))}
    </ol>
  )
}

/** The parts of a change; as shown they add up to it. */
function ContributionTable({ contributions: { name, from, to, change, parts } }: { contributions: Contributions }) {
  return (
    <table class="values">
      <caption>
        {name}:{' '}
        <span class="quiet">
          {periodInWords(from)} to {periodInWords(to)}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">From and to</th>
          <th scope="col" class="number">
            Share of the change
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map(part => (
          <tr>
            <th scope="row">{part.name}</th>
            <td>{part.counts}</td>
            <td class="number">{part.shown}</td>
          </tr>
        ))}
        <tr class="total">
          <th scope="row">All of the change</th>
          <td></td>
          <td class="number">{change}</td>
        </tr>
      </tbody>
    </table>
  )
}
