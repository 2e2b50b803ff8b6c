import { indicator } from '../../answers/indicator/indicator.ts'
import type { IndicatorAnswer } from '../../answers/indicator/types.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { dayInWords } from '../../shared/words.ts'
import { indicatorJson, jsonText } from '../json.ts'
import { questionOptions, readOptions } from '../options.ts'
import { askOf } from '../question.ts'
import type { World } from '../world.ts'

/** `tidemark indicator NAME`: an indicator with every version of every value. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values, words } = readOptions(args, questionOptions, {
    least: 1,
    most: 1,
    called: 'The name of the indicator',
  })
  const answer = await askOf(values, world, (reader, owner, moment, audience) =>
    indicator(reader, {
      owner,
      framework: values.framework ?? null,
      slug: String(words[0]),
      moment,
      audience,
    }),
  )
  world.print(values.json ? jsonText(indicatorJson(answer)) : asText(answer))
}

function asText({ row, verdict, finding, subtitle, history, linked }: IndicatorAnswer): string {
  return [
    row.indicator.name,
    verdict.title,
    verdict.detail,
    '',
    finding,
    subtitle,
    ...(history.length === 0 ? [] : ['', 'Every value, the latest period first']),
    ...history.flatMap(({ period, versions }) => [
      periodInWords(period),
      ...versions.map(
        ({ sentence, knownOn, document }) => `  ${dayInWords(knownOn)}: ${sentence}${document && ` (${document})`}`,
      ),
    ]),
    ...(linked.length === 0 ? [] : ['', 'Linked with']),
    ...linked.map(({ name, why }) => `- ${name}${why && `: ${why}`}`),
  ].join('\n')
}
