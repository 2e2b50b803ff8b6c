import type { PriorityView } from '../../../../answers/priorities/types.ts'
import { counted, listed } from '../../../../shared/words.ts'
import type { Teller } from '../../context.ts'
import { heading, list, paragraph, sentence } from '../../say.ts'
import type { Block } from '../../types.ts'
import { measuresOf } from './measures.ts'
import { wordsOf } from './round.ts'

/** The strategic priorities: what is said of all of them, then each with its measures, or with the counts that feed it. */
export const priorities: Teller = ({ report }, _, id) => {
  const { priorities: all, round } = report
  if (all.length === 0) return []
  const words = round?.headings.find(each => each.stage === 'priorities')
  return [
    ...(words ? wordsOf(words, 2) : []),
    ...all.flatMap((priority, at) => priorityBlocks(priority, at, `${id}-${priority.slug}`)),
  ]
}

function priorityBlocks(priority: PriorityView, at: number, id: string): Block[] {
  const { type, text, says, note, rows, fedBy } = priority
  const name = `${type === 'priority' ? 'Priority' : 'Objective'} ${at + 1}: ${text}`
  return [
    heading(name, id),
    ...(says === '' ? [] : [paragraph(says)]),
    ...(fedBy.length === 0
      ? []
      : [
          paragraph(
            `It is followed by the counts of ${listed(fedBy.map(({ framework, tally }) => `${framework.name} (${counted(tally.indicators, 'measure')})`))}.`,
          ),
          list(
            fedBy.map(
              ({ framework, tally: { travel, indicators } }) =>
                `${framework.name}: ${
                  travel.none === indicators
                    ? 'no direction can be told.'
                    : `${travel.better} better, ${travel.no_change} unchanged, ${travel.worse} worse, ${travel.none} not told.`
                }`,
            ),
          ),
        ]),
    ...measuresOf(rows, `Priority ${at + 1}: measures`, `${id}-measures`),
    ...(note === '' ? [] : [paragraph(sentence(note))]),
    ...(says === '' && note === '' ? [paragraph('No measures follow it yet.')] : []),
  ]
}
