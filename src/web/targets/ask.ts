/** The form of a path as an address or a sent form holds it. */
import type { AskedPath, WorkbenchAnswer } from '../../answers/targets/types.ts'
import { type PathShape, type Profile, pathShapes, profiles, type VolumeRule, volumeRules } from '../../shared/codes.ts'
import { isPeriod, type Period, shiftMonths, typeOf } from '../../shared/period/period.ts'
import { type DecimalText, isDecimalText } from '../../shared/rounding.ts'
import type { FieldProblem } from '../forms/error-summary.tsx'

/** The fields of own targets, one for each of the years to come. */
export const ownFields = ['t1', 't2', 't3', 't4', 't5', 't6'] as const

/** The names by which an address says what path is asked for. */
export const pathFields = [
  'shape',
  'from',
  'goal',
  'by',
  'until',
  'first',
  ...ownFields,
  'profile',
  'group',
  'population',
  'outOf',
  'rule',
] as const

export type PathFields = Readonly<Partial<Record<(typeof pathFields)[number], string>>>

export type ReadPath = {
  /** As it was typed, to be shown again. */
  readonly fields: PathFields
  /** null: no path is asked for, or something is wrong with it. */
  readonly asked: AskedPath | null
  readonly problems: readonly FieldProblem[]
}

/** Reads what is asked for; every problem is told at once. No shape asks for nothing. */
export function readPath(text: (name: string) => string | undefined): ReadPath {
  const fields = Object.fromEntries(
    pathFields.flatMap(name => {
      const value = text(name)?.trim().slice(0, 100)
      return value ? [[name, value] as const] : []
    }),
  ) as PathFields
  const shape = pathShapes.find(({ code }) => code === fields.shape)?.code
  if (!shape) return { fields, asked: null, problems: [] }
  const problems: FieldProblem[] = []
  const number = (name: keyof PathFields, what: string): DecimalText | null => {
    const typed = fields[name]
    if (typed === undefined) return null
    const plain = typed.replace(/\s*%$/, '').replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    if (isDecimalText(plain) && plain.length < 16) return plain
    problems.push({ at: name, words: `${what} is a number, as 25.0, not “${typed}”` })
    return null
  }
  const year = (name: keyof PathFields, what: string): Period | null => {
    const typed = fields[name]
    if (typed === undefined) return null
    if (isPeriod(typed) && typeOf(typed) === 'year') return typed
    problems.push({ at: name, words: `${what} is a financial year, as 2017/18, not “${typed}”` })
    return null
  }
  const first = year('first', 'The first year')
  const isGroup = shape === 'group_average' || shape === 'top_quartile'
  const goal = isGroup || shape === 'points' ? null : number('goal', 'The goal')
  if (shape === 'line' && goal === null && problems.length === 0)
    problems.push({ at: 'goal', words: 'Say the goal of the line' })
  const own =
    shape !== 'points' || first === null
      ? []
      : ownFields.flatMap((name, at) => {
          const period = shiftMonths(first, at * 12)
          const value = number(name, `The target of ${period}`)
          return value === null ? [] : [{ period, value }]
        })
  if (shape === 'points' && own.length === 0 && problems.length === 0)
    problems.push({ at: 't1', words: 'Give a target for at least one year' })
  const from = fields.from !== undefined && isPeriod(fields.from) ? fields.from : null
  if (fields.from !== undefined && from === null)
    problems.push({ at: 'from', words: `The start is a period, as 2016/17, not “${fields.from}”` })
  const asked: AskedPath = {
    shape,
    from,
    goal,
    by: shape === 'points' ? null : year('by', 'The year of the goal'),
    until: shape === 'points' ? null : year('until', 'The last year'),
    own,
    profile: codeIn<Profile>(profiles, fields.profile, 'line'),
    group: isGroup ? (fields.group ?? '') : '',
    population: fields.population ?? '',
    outOf: number('outOf', 'The number that is out of'),
    volumeRule: codeIn<VolumeRule>(volumeRules, fields.rule, 'same_total'),
  }
  return { fields, asked: problems.length > 0 ? null : asked, problems }
}

function codeIn<T extends string>(list: readonly { readonly code: T }[], typed: string | undefined, otherwise: T): T {
  return list.find(({ code }) => code === typed)?.code ?? otherwise
}

/** What the form starts from where nothing was asked yet: the path that is kept, else a line from the latest year. */
export function fieldsOf({ kept, years, baselines }: WorkbenchAnswer): PathFields {
  const [first, , third] = years
  if (!kept) {
    const shape: PathShape = 'line'
    return {
      shape,
      ...(baselines[0] ? { from: startOf(baselines) } : {}),
      ...(third ? { by: third, until: third } : {}),
      ...(first ? { first } : {}),
    }
  }
  const { asked } = kept
  const start = asked.from === null || !first ? undefined : first
  const own = Object.fromEntries(
    ownFields.flatMap((name, at) => {
      const period = first && shiftMonths(first, at * 12)
      const value = asked.own.find(each => each.period === period)?.value
      return value ? [[name, value]] : []
    }),
  )
  return given({
    shape: asked.shape,
    from: asked.from ?? undefined,
    goal: asked.goal ?? undefined,
    by: asked.by ?? undefined,
    until: asked.until ?? undefined,
    first: start,
    ...own,
    profile: asked.profile,
    group: asked.group || undefined,
    population: asked.population || undefined,
    outOf: asked.outOf ?? undefined,
    rule: asked.volumeRule,
  })
}

function startOf(baselines: WorkbenchAnswer['baselines']): Period {
  const year = baselines.find(({ period }) => typeOf(period) === 'year')
  return (year ?? baselines[0])?.period as Period
}

function given(fields: Readonly<Record<string, string | undefined>>): PathFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as PathFields
}
