import { loadFramework } from '../answers/framework-data.ts'
import { targetSheets } from '../answers/targets/sheets.ts'
import { targets } from '../answers/targets/targets.ts'
import type { AskedPath, PathView } from '../answers/targets/types.ts'
import { workbench } from '../answers/targets/workbench.ts'
import type { Moment } from '../answers/types.ts'
import { agreePath, CannotAgree, type PathPlace, type ProposedPath, savePath } from '../intake/targets/save-path.ts'
import { targetsPaper } from '../paper/outline/targets-paper.ts'
import { type Author, Conflict, type Reader, type Register } from '../register/index.ts'
import type { DecimalText } from '../shared/rounding.ts'
import { yearValuesText } from '../shared/year-values.ts'
import type { SavedPath, TargetsServices, WrittenWords } from '../web/targets/services.ts'
import { filesOf, formatsNamed } from './meeting-paper.ts'
import { authorOf, today, type World } from './world.ts'

type Asking = {
  readonly register: Register
  readonly world: World
  /** Answers a question once for each state of the register. */
  readonly answer: <T>(question: readonly (string | undefined)[], make: (reader: Reader) => Promise<T>) => Promise<T>
}

/** What the pages of targets ask, answered from a register. */
export function targetsServices({ register, world, answer }: Asking): TargetsServices {
  const now = (): Moment => ({ asAt: today(world) })
  const author = async (): Promise<Author> => ({ ...(await authorOf(register)), origin: 'pages' })
  return {
    targets: (org, framework, moment) =>
      answer(['targets', org, framework ?? '', moment.asAt, moment.recordedBefore], async reader =>
        targets(await loadFramework(reader, org, framework, moment, 'officer')),
      ),
    targetsPaper: async (org, framework, format, moment) => {
      const { reader } = await register.reader.pinned()
      const sheets = await targetSheets(reader, await loadFramework(reader, org, framework, moment, 'officer'))
      const [file] = await filesOf(org, targetsPaper(sheets), formatsNamed(format))
      return new Uint8Array(file?.bytes ?? [])
    },
    workbench: (org, slug, asked, moment) =>
      answer(['workbench', org, slug, JSON.stringify(asked), moment.asAt, moment.recordedBefore], reader =>
        workbench(reader, { owner: org, slug, moment, asked }),
      ),
    savePath: async (org, slug, { asked, words }, seen) => {
      const { reader } = await register.reader.pinned()
      const found = await workbench(reader, { owner: org, slug, moment: now(), asked })
      if (!found.asked) return { kind: 'refused', why: found.refusal }
      const place = { owner: org, indicator: slug, geography: found.organisation.geography }
      const path = payloadOf(asked, found.asked, words, found.indicator.polarity)
      return told(async () => savePath(register, await author(), place, path, { today: today(world), seen }))
    },
    agreePath: async (org, slug, agreed, seen) => {
      const place = await placeOf(register.reader, org, slug, now())
      return told(async () => agreePath(register, await author(), place, agreed, { today: today(world), seen }))
    },
  }
}

async function told(save: () => Promise<number>): Promise<SavedPath> {
  try {
    return { kind: 'saved', n: await save() }
  } catch (error) {
    if (error instanceof Conflict) return { kind: 'conflict' }
    if (error instanceof CannotAgree) return { kind: 'refused', why: error.message }
    throw error
  }
}

/** Whose path, of what: the area is the organisation's own. @throws NotFound when there is no such organisation */
export async function placeOf(reader: Reader, org: string, indicator: string, moment: Moment): Promise<PathPlace> {
  const { organisation } = await loadFramework(reader, org, null, moment, 'officer')
  return { owner: org, indicator, geography: organisation.geography }
}

/** A path as the register keeps it: as it was asked for, with the targets that are stated of its years. */
export function payloadOf(
  asked: AskedPath,
  view: PathView,
  words: WrittenWords,
  polarityUsed: WrittenWords['polarityPrinted'],
): ProposedPath {
  const { polarityPrinted, ...written } = words
  const { baseline, goal } = view
  const stated = view.years.flatMap(({ period, target }) =>
    target ? [{ period, value: target.shown as DecimalText }] : [],
  )
  return {
    shape: view.shape,
    baselinePeriod: baseline.period,
    baselineValue: baseline.shown as DecimalText,
    goal: asked.goal ?? (goal?.shown as DecimalText | undefined) ?? null,
    goalBy: goal?.period ?? '',
    targets: yearValuesText(stated),
    profile: view.profile,
    basis: view.basis,
    ...written,
    polarityPrinted: polarityPrinted === polarityUsed ? null : polarityPrinted,
    population: asked.population,
    outOf: asked.outOf,
    volumeRule: asked.volumeRule,
  }
}
