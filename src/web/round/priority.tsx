import type { PriorityView } from '../../answers/strategy/types.ts'
import { counted } from '../../shared/words.ts'
import { Measures } from './measures.tsx'

type Props = {
  readonly priority: PriorityView
  readonly organisation: string
  readonly asAt: string | undefined
  /** Where the measures of a framework are that feeds it. */
  readonly countsAt: (framework: string) => string
}

/** A strategic priority or objective with its measures, or with the counts that feed it. */
export function Priority({ priority, organisation, asAt, countsAt }: Props) {
  const { slug, name, text, says, note, rows, fedBy } = priority
  return (
    <section class="round-priority" aria-labelledby={`priority-${slug}`}>
      <h3 id={`priority-${slug}`}>
        {name}: {text}
      </h3>
      {says && <p>{says}</p>}
      {fedBy.length > 0 && (
        <>
          <p>It is followed by the counts of other headings:</p>
          <ul class="plain-list">
            {fedBy.map(({ framework, tally: { travel, indicators } }) => (
              <li>
                <a href={countsAt(framework.slug)}>{framework.name}</a>
                {travel.none === indicators
                  ? `: no direction can be told of ${counted(indicators, 'measure')}`
                  : `: ${travel.better} better, ${travel.no_change} unchanged, ${travel.worse} worse, ${travel.none} not told`}
              </li>
            ))}
          </ul>
        </>
      )}
      <Measures rows={rows} label={`${name}: measures`} organisation={organisation} asAt={asAt} />
      {note && <p class="quiet">{note}</p>}
      {!says && !note && <p class="quiet">No measures follow it yet.</p>}
    </section>
  )
}
