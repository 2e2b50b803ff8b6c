import type { PriorityView } from '../../../../answers/strategy/types.ts'
import { counted, listed } from '../../../../shared/words.ts'
import type { Teller } from '../../context.ts'
import { heading, list, paragraph, sentence } from '../../say.ts'
import type { Block } from '../../types.ts'
import { measuresOf } from './measures.ts'
import { wordsOf } from './round.ts'

/**
 * Priorities and objectives: what is said of all of them in the round, then each with its measures, or with the counts that
 * feed it; one without any says so.
 */
export const priorities: Teller = ({ report: { strategy, round } }, _, id) => {
  if (strategy.priorities.length === 0) return []
  const words = round?.headings.find(each => each.stage === 'priorities')
  return [
    ...(words ? wordsOf(words, 2) : []),
    ...strategy.priorities.flatMap(each => priorityBlocks(each, `${id}-${each.slug}`)),
  ]
}

function priorityBlocks({ name, text, says, note, rows, fedBy }: PriorityView, id: string): Block[] {
  return [
    heading(`${name}: ${text}`, id),
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
    ...measuresOf(rows, `${name}: measures`, `${id}-measures`),
    ...(note === '' ? [] : [paragraph(sentence(note))]),
    ...(says === '' && note === '' ? [paragraph('No measures follow it yet.')] : []),
  ]
}
