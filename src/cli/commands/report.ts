import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../last-folder.ts'
import { filesOf, formatsNamed, meetingPaper } from '../meeting-paper.ts'
import { stayYoung } from '../memory.ts'
import { audienceOption, commonOptions, dayOption, instantOption, needed, readOptions } from '../options.ts'
import { templateFor } from '../template-file.ts'
import { homeOf, type World, withRegister } from '../world.ts'

const options = {
  ...commonOptions,
  org: { type: 'string' },
  framework: { type: 'string' },
  meeting: { type: 'string' },
  audience: { type: 'string' },
  'recorded-before': { type: 'string' },
  template: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
} as const

/** `tidemark report`: the paper of a meeting, in each format asked for. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values } = readOptions(args, options)
  stayYoung()
  const org = needed('org', values.org)
  const meetingDay = String(dayOption('meeting', needed('meeting', values.meeting)))
  const out = needed('out', values.out)
  const wanted = formatsNamed(values.format ?? 'html')
  const audience = audienceOption(values.audience, 'public', 'officer')
  const template = templateFor({ org, file: values.template, home: homeOf(values.home, world) }, world)
  const paper = await withRegister(values.home, world, async register => {
    const { reader } = await register.reader.pinned()
    const recordedBefore = instantOption('recorded-before', values['recorded-before'])
    return meetingPaper(
      reader,
      { owner: org, framework: values.framework ?? null, meetingDay, audience, recordedBefore },
      template,
    )
  })
  // Every format is made before any is written, so that no half of a paper lies there.
  const files = await filesOf(org, paper, wanted)
  makeFolder('write the paper to', out)
  for (const { name, bytes } of files) {
    const path = join(out, name)
    writeFileSync(path, bytes)
    world.print(path)
  }
}
