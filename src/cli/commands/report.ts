import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { report } from '../../answers/report/report.ts'
import { formats, type PaperFormat, paperFileName } from '../../paper/formats.ts'
import { paperOf } from '../../paper/outline/paper-of.ts'
import { readTemplate, type Template } from '../../paper/template/template.ts'
import { folderBeside } from '../beside.ts'
import { commonOptions, dayOption, instantOption, needed, readOptions } from '../options.ts'
import { paperEffects } from '../paper-effects.ts'
import { Told, Usage } from '../usage.ts'
import { type World, withRegister } from '../world.ts'

const options = {
  ...commonOptions,
  org: { type: 'string' },
  framework: { type: 'string' },
  meeting: { type: 'string' },
  'recorded-before': { type: 'string' },
  template: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
} as const

/** `tidemark report`: the paper of a meeting, in each format asked for. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values } = readOptions(args, options)
  const org = needed('org', values.org)
  const meetingDay = String(dayOption('meeting', needed('meeting', values.meeting)))
  const out = needed('out', values.out)
  const wanted = formatsNamed(values.format ?? 'html')
  const template = templateOf(values.template ?? catalogued(org), world)
  const answer = await withRegister(values.home, world, async register => {
    const { reader } = await register.reader.pinned()
    return report(reader, {
      owner: org,
      framework: values.framework ?? null,
      meetingDay,
      recordedBefore: instantOption('recorded-before', values['recorded-before']),
      statutory: template.statutory,
      targetsOf: template.targetsOf,
    })
  })
  const paper = paperOf(answer, template)
  // Every format is made before any is written, so that no half of a paper lies there.
  const files = await Promise.all(
    wanted.map(async format => ({
      path: join(out, paperFileName(org, paper, format)),
      bytes: await format.render(paper, paperEffects),
    })),
  )
  mkdirSync(out, { recursive: true })
  for (const { path, bytes } of files) {
    writeFileSync(path, bytes)
    world.print(path)
  }
}

/** The formats of a list such as `html,pdf`. @throws Usage when one is unknown */
function formatsNamed(list: string): PaperFormat[] {
  const names = [...new Set(list.split(',').map(name => name.trim()))].filter(name => name !== '')
  if (names.length === 0) throw new Usage('--format needs a value')
  return names.map(name => {
    const found = formats.find(format => format.code === name)
    if (!found) throw new Usage(`There is no format ${name}: there are ${formats.map(each => each.code).join(', ')}`)
    return found
  })
}

/** The template that an organisation has in the catalogue, or the one for everybody. */
function catalogued(org: string): string {
  const folder = join(folderBeside('catalogue'), 'papers')
  const own = join(folder, `${org}.yaml`)
  return /^[a-z0-9-]+$/.test(org) && existsSync(own) ? own : join(folder, 'committee.yaml')
}

function templateOf(path: string, world: World): Template {
  const name = basename(path)
  const read = readTemplate(parsed(readFileSync(path, 'utf8'), name))
  if ('template' in read) return read.template
  for (const problem of read.problems) world.warn(`${name}: ${problem}`)
  throw new Told()
}

function parsed(text: string, name: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    throw new Error(`Cannot read ${name} as YAML: ${error instanceof Error ? error.message : String(error)}`)
  }
}
