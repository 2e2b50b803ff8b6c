import type { FieldProblem } from '../forms/error-summary.tsx'
import type { Form } from '../forms/form.ts'
import { type DayFields, readDay } from '../frame/day.ts'
import type { HowToImport, UploadedFile } from './services.ts'

/** The most bytes of all files together, with what the browser sends around them. */
export const mostBytes = 60 * 1024 * 1024

/** The most files of one upload. */
export const mostFiles = 20

/** Characters of a file's name that are kept. */
const longestName = 100

export type FormFields = { readonly day: DayFields }

export type ReadUpload =
  | { readonly files: readonly UploadedFile[]; readonly how: HowToImport; readonly problems: readonly [] }
  | { readonly problems: readonly FieldProblem[]; readonly fields: FormFields }

/** The files and the day of a form, or what is wrong with each. */
export async function readUploadForm(form: Form, today: string): Promise<ReadUpload> {
  const day = { day: form.text('day'), month: form.text('month'), year: form.text('year') }
  const isBlank = Object.values(day).every(text => text === '')
  const asked = isBlank ? null : readDay(day, today)
  const sent = form.files('files')
  const problems = [
    ...problemsOfFiles(sent.map(file => fileName(file.name))).map(words => ({ at: 'files', words })),
    ...(asked?.kind === 'wrong' ? [{ at: 'known-on-day', words: asked.problem }] : []),
  ]
  if (problems.length > 0) return { problems, fields: { day } }
  const files = await Promise.all(
    sent.map(async file => ({ name: fileName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
  return { files, how: { knownOn: asked ? (asked.asAt ?? today) : null, acceptHeadings: false }, problems: [] }
}

function problemsOfFiles(names: readonly string[]): readonly string[] {
  if (names.length === 0) return ['Choose the files to import']
  if (names.length > mostFiles) return [`Choose at most ${mostFiles} files at once; you chose ${names.length}`]
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  return twice === undefined ? [] : [`Two files are called ${twice}: rename one, so that problems can name it`]
}

/**
 * A file's name as it may be shown: the last part of what the browser calls it, without characters that do not print.
 * @example fileName('C:\\figures\\March.xlsx') // 'March.xlsx'
 */
export function fileName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? ''
  const plain = last.replace(/[\p{C}\s]+/gu, ' ').trim()
  return plain.length > longestName ? `…${plain.slice(1 - longestName)}` : plain || 'a file without a name'
}
