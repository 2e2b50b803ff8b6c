/** The form of an upload of records, read part by part: its files are kept as they come, and nothing of them is in memory. */
import type { FieldProblem } from '../../forms/error-summary.tsx'
import { type FormPart, textOf } from '../../forms/multipart.ts'
import { type DayFields, readDay } from '../../frame/day.ts'
import { fileName } from '../../import/uploaded-files.ts'
import { mostFiles } from './limits.ts'
import type { Receiving } from './services.ts'

/** Where the problems of a form lead. */
export const fieldIds = { files: 'records-files', day: 'received-on-day' } as const

/** What a form said: the day on which the files were received, or what is wrong with it. */
type ReadIntake = {
  readonly problems: readonly FieldProblem[]
  /** The day, where one was given. */
  readonly receivedOn: string | null
  readonly day: DayFields
}

/**
 * Reads a form to its end. Once something is wrong no further file is kept.
 * @throws FormFault when it does not come whole
 */
export async function readIntakeForm(
  parts: AsyncIterable<FormPart>,
  receiving: Receiving,
  today: string,
): Promise<ReadIntake> {
  const texts = new Map<string, string>()
  const names: string[] = []
  const wrong: string[] = []
  for await (const part of parts) {
    if (part.fileName === null) texts.set(part.name, await textOf(part))
    else if (part.name === 'files' && part.fileName !== '') {
      const name = fileName(part.fileName)
      const problem = problemWith(name, names)
      names.push(name)
      if (problem !== null) wrong.push(problem)
      if (wrong.length > 0) continue
      const why = await receiving.keep(name, part.pieces)
      if (why !== null) wrong.push(why)
    }
  }
  if (names.length === 0) wrong.push('Choose the files to take in')
  if (names.length > mostFiles) wrong.push(`Choose at most ${mostFiles} files at once; you chose ${names.length}`)
  const day = { day: texts.get('day') ?? '', month: texts.get('month') ?? '', year: texts.get('year') ?? '' }
  const asked = Object.values(day).every(text => text === '') ? null : readDay(day, today)
  const problems = [...new Set(wrong)].map(words => ({ at: fieldIds.files, words }))
  if (asked?.kind === 'wrong')
    return { problems: [...problems, { at: fieldIds.day, words: asked.problem }], receivedOn: null, day }
  return { problems, receivedOn: asked ? (asked.asAt ?? today) : null, day }
}

function problemWith(name: string, before: readonly string[]): string | null {
  if (before.length >= mostFiles) return `Choose at most ${mostFiles} files at once`
  if (!/\.csv(\.gz)?$/i.test(name))
    return `${name} is no CSV file: save it as CSV in UTF-8, or compress that as .csv.gz`
  return before.includes(name) ? `Two files are called ${name}: rename one, so that problems can name it` : null
}
