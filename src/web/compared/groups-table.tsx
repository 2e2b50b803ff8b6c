import type { GroupBeside, MeasureComparedAnswer } from '../../answers/compared/types.ts'
import { atDecimals } from './words.ts'

/** What each group that the council can be set among comes to in the year, and the council's place in it. */
export function GroupsTable({ answer }: { answer: MeasureComparedAnswer }) {
  const { besides, council, row } = answer
  const printed = besides.find(each => each.published?.printedBy)?.published?.printedBy
  return (
    <section class="section" aria-labelledby="groups">
      <h2 id="groups">Each group, {row.period}</h2>
      <p class="section-lead">
        Each council counts once, whatever its size. What a publisher gives for the whole of an area counts each person
        once.{printed && ` What ${printed} prints of a group stands as it was printed, however it was worked out.`}
      </p>
      <section class="table-scroll" aria-label="Table of groups" tabindex={0}>
        <table class="words-table compared-groups">
          <thead>
            <tr>
              <th scope="col">Group</th>
              <th scope="col">{council}</th>
              {['Councils', 'Mean', 'Median', 'Middle half', 'Range', 'Whole'].map(head => (
                <th scope="col" class="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {besides.map(each => (
              <GroupRow group={each} row={row} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function GroupRow({ group, row }: { group: GroupBeside; row: MeasureComparedAnswer['row'] }) {
  const { name, figures, published, place, rankReason } = group
  const say = (value: number) => atDecimals(value, row)
  const cells = figures
    ? [
        String(figures.councils),
        say(figures.mean),
        say(figures.median),
        `${say(figures.lowerQuartile)} to ${say(figures.upperQuartile)}`,
        `${say(figures.least)} to ${say(figures.most)}`,
      ]
    : ['0', 'none', 'none', 'none', 'none']
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{place ?? rankReason}</td>
      {cells.map(cell => (
        <td class="number">{cell}</td>
      ))}
      <td class="number">
        {published === null ? 'none' : say(published.value)}
        {published?.printedBy && <span class="compared-beside">printed by {published.printedBy}</span>}
      </td>
    </tr>
  )
}
