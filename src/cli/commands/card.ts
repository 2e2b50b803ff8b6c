import { card } from '../../answers/card/card.ts'
import type { CardAnswer } from '../../answers/types.ts'
import { cardJson, jsonText } from '../json.ts'
import { questionOptions, readOptions } from '../options.ts'
import { ask } from '../question.ts'
import type { World } from '../world.ts'

/** `tidemark card NAME`: a report card. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values, words } = readOptions(args, questionOptions, { least: 1, most: 1, called: 'The name of the card' })
  const answer = await ask(values, world, (data, reader) => card(reader, data, String(words[0])))
  world.print(values.json ? jsonText(cardJson(answer)) : asText(answer))
}

function asText({ title, verdict, finding, subtitle, words, lead, dataOwner, actions }: CardAnswer): string {
  const section = (heading: string, text: string) => (text === '' ? [] : ['', heading, text])
  return [
    title,
    verdict.title,
    verdict.detail,
    '',
    finding,
    subtitle,
    ...(words
      ? [
          ...section('Why is this important', words.why),
          ...section('What explains current performance', words.explains),
          ...section('What will success look like', words.success),
          ...section('Action required', words.action),
          ...section('Linked with', words.linked),
        ]
      : ['', `Nobody has written this card yet; ${lead || 'its lead'} owes the words.`]),
    ...(actions.length === 0 ? [] : ['', 'Actions']),
    ...actions.map(
      action =>
        `- ${action.description} (${action.ownerRole || 'no role named'}, ${action.state.replaceAll('_', ' ')})`,
    ),
    '',
    `Lead: ${lead || 'not stated'}. Data: ${dataOwner || 'not stated'}.`,
  ].join('\n')
}
