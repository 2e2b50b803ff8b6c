import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadFramework } from '../../answers/framework-data.ts'
import { indicatorsNamed } from '../../answers/targets/named.ts'
import { targetSheets } from '../../answers/targets/sheets.ts'
import { targets } from '../../answers/targets/targets.ts'
import type { AskedPath, WorkbenchAnswer } from '../../answers/targets/types.ts'
import { workbench } from '../../answers/targets/workbench.ts'
import { agreePath, CannotAgree, savePath } from '../../intake/targets/save-path.ts'
import { targetsPaper } from '../../paper/outline/targets-paper.ts'
import { Conflict, type Register } from '../../register/index.ts'
import { pathShapes } from '../../shared/codes.ts'
import { shiftMonths } from '../../shared/period/period.ts'
import { yearValuesOf } from '../../shared/year-values.ts'
import { ownFields, readPath } from '../../web/targets/ask.ts'
import { jsonText } from '../json.ts'
import { makeFolder } from '../last-folder.ts'
import { filesOf, formatsNamed } from '../meeting-paper.ts'
import { audienceOption, dayOption, needed, questionOptions, readOptions } from '../options.ts'
import { momentOf } from '../question.ts'
import { textTable } from '../table.ts'
import { targetsJson, workbenchJson } from '../targets-json.ts'
import { payloadOf, placeOf } from '../targets-services.ts'
import { Told, Usage } from '../usage.ts'
import { authorOf, today, type World, withRegister } from '../world.ts'

const options = {
  ...questionOptions,
  shape: { type: 'string' },
  from: { type: 'string' },
  goal: { type: 'string' },
  by: { type: 'string' },
  until: { type: 'string' },
  targets: { type: 'string' },
  profile: { type: 'string' },
  group: { type: 'string' },
  population: { type: 'string' },
  'out-of': { type: 'string' },
  rule: { type: 'string' },
  rationale: { type: 'string' },
  'agreed-by': { type: 'string' },
  'agreed-on': { type: 'string' },
  'dry-run': { type: 'boolean' },
  format: { type: 'string' },
  out: { type: 'string' },
} as const

type Values = ReturnType<typeof readOptions<typeof options>>['values']

/** `tidemark targets`: paths of targets, listed, shown, proposed, agreed, or as the target-setting paper. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values, words } = readOptions(args, options, { least: 0, most: 2, called: 'What to do' })
  const [verb = 'list', name] = words
  const org = needed('org', values.org)
  if (verb === 'list') return list(org, values, world)
  if (verb === 'paper') return paper(org, values, world)
  if (name === undefined) throw new Usage(`Name the indicator: tidemark targets ${verb} NAME`)
  const slug = await slugOf(org, name, values, world)
  if (verb === 'show') return show(org, slug, values, world)
  if (verb === 'propose') return propose(org, slug, values, world)
  if (verb === 'agree') return agree(org, slug, values, world)
  throw new Usage(`There is no targets ${verb}: there are list, show, propose, agree and paper`)
}

/** The indicator that goes by a name, as the list prints it. @throws Usage when several do */
async function slugOf(org: string, name: string, values: Values, world: World): Promise<string> {
  const moment = momentOf(values, world)
  const [slug, ...others] = await withRegister(values.home, world, register =>
    indicatorsNamed(register.reader, org, name, moment),
  )
  if (others.length > 0) throw new Usage(`Several indicators are called ${name}: say ${[slug, ...others].join(' or ')}`)
  return slug ?? name
}

async function list(org: string, values: Values, world: World): Promise<void> {
  const moment = momentOf(values, world)
  const answer = await withRegister(values.home, world, async register =>
    targets(await loadFramework(register.reader, org, values.framework ?? null, moment, 'officer')),
  )
  if (values.json) return world.print(jsonText(targetsJson(answer)))
  const heading = ['Indicator', 'State', ...answer.years]
  const rows = answer.rows.map(row => [
    row.indicator.shortName,
    row.state ?? 'no path',
    ...row.targets.map(target => target ?? '–'),
  ])
  world.print(textTable([heading, ...rows], []))
}

async function show(org: string, slug: string, values: Values, world: World): Promise<void> {
  const answer = await asked(org, slug, values, world)
  if (values.json) return world.print(jsonText(workbenchJson(answer)))
  const path = answer.asked ?? answer.kept?.path
  if (!path) return world.print(`${answer.indicator.name}: no path is proposed`)
  world.print(answer.indicator.name)
  world.print(
    textTable(
      [
        ['Year', 'Target', 'Rated by today', 'People'],
        ...path.years.map(({ period, target, present, people }) => [
          period,
          target?.shown ?? 'none',
          present ?? '–',
          people?.countShown ?? '–',
        ]),
      ],
      [1, 2, 3],
    ),
  )
  const { kept, beside, related } = answer
  const after = !answer.asked && kept?.writtenAfter ? [kept.writtenAfter] : []
  const sentences = [...after, ...path.meaning, ...path.forecast, path.paceSentence, ...path.warnings]
  for (const sentence of [...sentences, ...beside, ...related]) world.print(sentence)
}

/** What the options ask for, beside what is kept. @throws Usage when an option says what no path can be */
async function asked(org: string, slug: string, values: Values, world: World): Promise<WorkbenchAnswer> {
  const path = pathIn(values)
  const moment = momentOf(values, world)
  const answer = await withRegister(values.home, world, async register =>
    workbench((await register.reader.pinned()).reader, { owner: org, slug, moment, asked: path }),
  )
  if (answer.refusal !== '') throw new Usage(answer.refusal)
  return answer
}

/** The path that the options ask for; null where they ask for none. */
function pathIn(values: Values): AskedPath | null {
  const own = yearValuesOf(values.targets ?? '')
  if (!own) throw new Usage('--targets takes years with values, as 2017/18=28.86; 2018/19=25.00')
  const first = own[0]?.period
  const { from, goal, by, until, profile, group, population, rule } = values
  const shape = values.shape ?? (first ? 'points' : goal === undefined ? undefined : 'line')
  const given: Readonly<Record<string, string | undefined>> = {
    ...{ from, goal, by, until, profile, group, population, rule, shape, first },
    outOf: values['out-of'],
    ...Object.fromEntries(
      ownFields.map((name, at) => [
        name,
        own.find(each => first && each.period === shiftMonths(first, at * 12))?.value,
      ]),
    ),
  }
  if (shape !== undefined && !pathShapes.some(({ code }) => code === shape))
    throw new Usage(`--shape takes ${pathShapes.map(({ code }) => code).join(', ')}, not “${shape}”`)
  const { asked, problems } = readPath(name => given[name])
  const [problem] = problems
  if (problem) throw new Usage(problem.words)
  return asked
}

async function propose(org: string, slug: string, values: Values, world: World): Promise<void> {
  const path = pathIn(values)
  if (!path) throw new Usage('Say the path: --goal VALUE --by YEAR, --targets LIST, or --shape')
  const answer = await asked(org, slug, values, world)
  if (!answer.asked) throw new Usage('Say the path: --goal VALUE --by YEAR, --targets LIST, or --shape')
  if (values['dry-run']) return show(org, slug, values, world)
  const before = answer.kept?.words
  const words = {
    definition: before?.definition ?? answer.indicator.name,
    owner: before?.owner ?? answer.indicator.lead,
    polarityPrinted: before?.polarityPrinted ?? answer.indicator.polarity,
    rationale: values.rationale ?? before?.rationale ?? '',
    citation: before?.citation ?? '',
    factors: before?.factors ?? '',
    alternatives: before?.alternatives ?? '',
    note: before?.note ?? '',
  }
  const payload = payloadOf(path, answer.asked, words, answer.indicator.polarity)
  const place = { owner: org, indicator: slug, geography: answer.organisation.geography }
  const n = await kept(values, world, async register =>
    savePath(register, await authorOf(register), place, payload, {
      today: today(world),
      seen: answer.seen,
    }),
  )
  world.print(`Proposed, as import ${n}: tidemark undo ${n} undoes it. Nothing is rated by it until it is agreed.`)
}

async function agree(org: string, slug: string, values: Values, world: World): Promise<void> {
  const by = needed('agreed-by', values['agreed-by']?.trim())
  const on = String(dayOption('agreed-on', needed('agreed-on', values['agreed-on'])))
  const n = await kept(values, world, async register => {
    const place = await placeOf(register.reader, org, slug, { asAt: today(world) })
    return agreePath(register, await authorOf(register), place, { by, on }, { today: today(world), seen: undefined })
  })
  world.print(`Agreed, as import ${n}: tidemark undo ${n} undoes it. Its targets are rated from now on.`)
}

/** Saves, and says plainly why it could not. */
async function kept(values: Values, world: World, save: (register: Register) => Promise<number>): Promise<number> {
  try {
    return await withRegister(values.home, world, save)
  } catch (error) {
    if (!(error instanceof CannotAgree || error instanceof Conflict)) throw error
    world.warn(error.message)
    throw new Told()
  }
}

async function paper(org: string, values: Values, world: World): Promise<void> {
  const out = needed('out', values.out)
  const wanted = formatsNamed(values.format ?? 'html')
  const audience = audienceOption(values.audience, 'officer', 'officer')
  const made = await withRegister(values.home, world, async register => {
    const { reader } = await register.reader.pinned()
    const data = await loadFramework(reader, org, values.framework ?? null, momentOf(values, world), audience)
    return targetsPaper(await targetSheets(reader, data))
  })
  const files = await filesOf(org, made, wanted)
  makeFolder('write the paper to', out)
  for (const { name, bytes } of files) {
    const path = join(out, name)
    writeFileSync(path, bytes)
    world.print(path)
  }
}
