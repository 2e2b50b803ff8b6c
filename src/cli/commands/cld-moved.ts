import type { Asked } from '../../measures/ask.ts'
import { askMoved, type Moved, type Movement } from '../../measures/moved/moved.ts'
import { jsonText } from '../json.ts'
import { textTable } from '../table.ts'
import { Usage } from '../usage.ts'
import type { World } from '../world.ts'

type Options = {
  readonly council?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly json?: boolean | undefined
}

/** `tidemark cld moved`: how a measure's counts went from one month to another. */
export async function moved(measure: string, asked: Asked, options: Options, world: World): Promise<void> {
  const [from, to] = [monthOf('from', options.from), monthOf('to', options.to)]
  const answer = await askMoved(asked, { measure, from, to, council: options.council ?? null })
  for (const note of answer.notes) world.warn(`Note: ${note}`)
  world.print(options.json ? jsonText(answer.moved) : inWords(answer.moved, from, to))
}

function monthOf(name: string, month: string | undefined): string {
  if (month === undefined || !/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
    throw new Usage(`--${name} takes a month written as 2025-12${month === undefined ? '' : `, not “${month}”`}`)
  return month
}

function inWords(rows: readonly Moved[], from: string, to: string): string {
  const numbers = (part: Movement) =>
    [
      part.from,
      `+${part.late}`,
      `+${part.correctedIn}`,
      `-${part.correctedOut}`,
      `+${part.new}`,
      `-${part.left}`,
      `-${part.died}`,
      part.to,
    ].map(String)
  const lines = rows.flatMap(({ council, measure, breakdown, numerator, denominator }) => {
    const line = (name: string, part: Movement) => [council, `${measure}, ${breakdown}`, name, ...numbers(part)]
    return [line('numerator', numerator), ...(denominator ? [line('denominator', denominator)] : [])]
  })
  const heading = ['council', 'measure', 'of', from, 'late', 'corrected in', 'corrected out', 'new', 'left', 'died', to]
  return textTable([heading, ...lines], [3, 4, 5, 6, 7, 8, 9, 10])
}
