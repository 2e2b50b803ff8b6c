import { join } from 'node:path'
import { formats } from '../../paper/formats.ts'
import { paperOf } from '../../paper/outline/paper-of.ts'
import type { Paper } from '../../paper/outline/types.ts'
import { type Erratum, type FrozenFile, type Manifest, outlineFile } from '../../paper/publication/manifest.ts'
import { publishedPaper } from '../../paper/publication/published.ts'
import type { Register } from '../../register/index.ts'
import { counted } from '../../shared/words.ts'
import { erratumOf, erratumOfLost, type Working } from '../erratum.ts'
import { jsonText } from '../json.ts'
import { filesOf, formatsNamed, meetingAnswer } from '../meeting-paper.ts'
import { stayYoung } from '../memory.ts'
import { audienceOption, commonOptions, dayOption, needed, readOptions } from '../options.ts'
import { freeze, type Recorded, recordedVersions, recordInPlace } from '../publication-audit.ts'
import { folderOf, manifestFile, type Place, placeWords, readManifest, sha256 } from '../publication-folder.ts'
import { faultsOf, type Version, versionsOf } from '../publication-history.ts'
import { templateFor } from '../template-file.ts'
import { rulesVersion, tidemarkVersion } from '../version.ts'
import { homeOf, today, ukDay, type World, withRegister } from '../world.ts'

const options = {
  ...commonOptions,
  org: { type: 'string' },
  framework: { type: 'string' },
  meeting: { type: 'string' },
  audience: { type: 'string' },
  template: { type: 'string' },
  format: { type: 'string' },
  why: { type: 'string' },
  'earlier-lost': { type: 'boolean' },
} as const

/** `tidemark publish`: freezes the paper of a meeting; a correction is a further version with an erratum. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values } = readOptions(args, options)
  stayYoung()
  const org = needed('org', values.org)
  const meeting = String(dayOption('meeting', needed('meeting', values.meeting)))
  const listed = values.format ?? 'all'
  const wanted = listed === 'all' ? formats : formatsNamed(listed)
  const audience = audienceOption(values.audience, 'public', 'member')
  const home = homeOf(values.home, world)
  const template = templateFor({ org, file: values.template, home }, world)
  await withRegister(values.home, world, async register => {
    const { reader, head } = await register.reader.pinned()
    const question = { owner: org, framework: values.framework ?? null, meetingDay: meeting, audience }
    const answer = await meetingAnswer(reader, question, template)
    const working = { reader, question, template, answer, paper: paperOf(answer, template.template) }
    const earlier = await earlierVersions(register, home, { organisation: org, meeting }, world)
    const lost = lostOf(home, earlier, values['earlier-lost'] ?? false)
    const last = earlier.at(-1)?.recorded ?? null
    const erratum = last && (await erratumFor(home, last, lost, working, (values.why ?? '').trim()))
    const place: Place = { organisation: org, meeting, version: (last?.place.version ?? 0) + 1 }
    const publishing = { version: place.version, day: today(world), auditHead: head, erratum: dated(erratum) }
    const paper = publishedPaper(working.paper, publishing)
    const outline = { name: outlineFile, format: 'json', bytes: bytesOf(paper) }
    const rendered = [...(await filesOf(org, paper, wanted)), outline]
    const manifest = bytesOf(manifestOf(place, paper, working, { head, erratum, rendered, at: world.now() }))
    const files = [...rendered, { name: manifestFile, bytes: manifest }]
    await freeze(register, home, place, files, { manifest: sha256(manifest), ...(lost.length > 0 ? { lost } : {}) })
    world.print(`Published ${placeWords(place)}${erratum ? `: ${counted(erratum.changes.length, 'difference')}` : ''}.`)
    for (const { name } of files) world.print(join(folderOf(home, place), name))
  })
}

/** What was published for a meeting, each version named in the audit. */
async function earlierVersions(
  register: Register,
  home: string,
  only: Omit<Place, 'version'>,
  world: World,
): Promise<Version[]> {
  const found = versionsOf(home, await recordedVersions(register), only)
  const unnamed = found.filter(({ recorded }) => recorded === null)
  if (unnamed.length === 0) return found
  // A publication that was cut off between its files and its entry, or whose register was restored, gets its entry now.
  for (const { place } of unnamed) {
    await recordInPlace(register, place, readManifest(home, place).sha256)
    world.warn(`${placeWords(place)} lay there without an entry of the audit: it has one now.`)
  }
  return versionsOf(home, await recordedVersions(register), only)
}

/**
 * The versions that are given up: those that are not as they were published.
 * @throws Error when there are any and nobody says so, or when somebody says so and there are none
 */
function lostOf(home: string, earlier: readonly Version[], isSaid: boolean): number[] {
  const faulty = earlier.map(each => ({ ...each, faults: faultsOf(home, each) })).filter(each => each.faults.length > 0)
  const [first] = faulty
  if (first && !isSaid)
    throw new Error(
      `${placeWords(first.place)} is not as it was published (${first.faults[0]}): put ${folderOf(home, first.place)} back from the backup; where it is lost for good, publish with --earlier-lost and --why TEXT`,
    )
  if (!first && isSaid) throw new Error('No earlier version is lost: publish without --earlier-lost')
  return faulty.map(({ place }) => place.version)
}

function erratumFor(
  home: string,
  last: Recorded,
  lost: readonly number[],
  working: Working,
  why: string,
): Erratum | Promise<Erratum> {
  const isLost = last.isLost || lost.includes(last.place.version)
  return isLost ? erratumOfLost(last, why) : erratumOf(home, last, working, why)
}

type Made = {
  readonly head: string
  readonly erratum: Erratum | null
  readonly rendered: readonly (Pick<FrozenFile, 'name' | 'format'> & { readonly bytes: Uint8Array })[]
  readonly at: Date
}

function manifestOf(place: Place, paper: Paper, { question, template }: Working, made: Made): Manifest {
  return {
    ...place,
    organisationName: paper.organisation,
    committee: paper.committee,
    title: paper.title,
    audience: question.audience,
    publishedAt: made.at.toISOString(),
    auditHead: made.head,
    tidemark: tidemarkVersion,
    rules: rulesVersion,
    template: { name: template.name, sha256: template.sha256 },
    erratum: made.erratum,
    files: made.rendered.map(({ name, format, bytes }) => ({
      name,
      format,
      bytes: bytes.byteLength,
      sha256: sha256(bytes),
    })),
  }
}

function dated(erratum: Erratum | null) {
  return erratum && { ...erratum, replacesDay: ukDay(new Date(erratum.replacesPublishedAt)) }
}

function bytesOf(content: unknown): Uint8Array {
  return new TextEncoder().encode(`${jsonText(content)}\n`)
}
