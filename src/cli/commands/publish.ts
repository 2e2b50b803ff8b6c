import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formats } from '../../paper/formats.ts'
import type { Paper } from '../../paper/outline/types.ts'
import { type Difference, differences } from '../../paper/publication/differences.ts'
import { type Erratum, type Manifest, outlineFile } from '../../paper/publication/manifest.ts'
import { publishedPaper } from '../../paper/publication/published.ts'
import type { Register } from '../../register/index.ts'
import type { Audience } from '../../shared/audience.ts'
import { entryOf, reasons } from '../../shared/codes.ts'
import { counted } from '../../shared/words.ts'
import { jsonText } from '../json.ts'
import { filesOf, formatsNamed, meetingPaper, templateFor } from '../meeting-paper.ts'
import { audienceOption, commonOptions, dayOption, needed, readOptions } from '../options.ts'
import { freeze, recordedHashes } from '../publication-audit.ts'
import {
  folderOf,
  manifestFile,
  type Place,
  placesIn,
  placeWords,
  readManifest,
  sha256,
} from '../publication-folder.ts'
import { rulesVersion, tidemarkVersion } from '../version.ts'
import { authorOf, homeOf, today, ukDay, type World, withRegister } from '../world.ts'

const options = {
  ...commonOptions,
  org: { type: 'string' },
  framework: { type: 'string' },
  meeting: { type: 'string' },
  audience: { type: 'string' },
  template: { type: 'string' },
  format: { type: 'string' },
  why: { type: 'string' },
} as const

/** `tidemark publish`: freezes the paper of a meeting; a correction is a further version with an erratum. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values } = readOptions(args, options)
  const org = needed('org', values.org)
  const meeting = String(dayOption('meeting', needed('meeting', values.meeting)))
  const listed = values.format ?? 'all'
  const wanted = listed === 'all' ? formats : formatsNamed(listed)
  const audience = audienceOption(values.audience, 'public', 'member')
  const template = templateFor(org, values.template, world)
  const home = homeOf(values.home, world)
  await withRegister(values.home, world, async register => {
    const { reader, head } = await register.reader.pinned()
    const question = { owner: org, framework: values.framework ?? null, meetingDay: meeting, audience }
    const working = await meetingPaper(reader, question, template)
    const last = placesIn(home, { organisation: org, meeting }).at(-1)
    if (last) await nameInAudit(register, home, last, world)
    const erratum = last ? erratumOf(home, last, working, { audience, why: values.why }) : null
    const place: Place = { organisation: org, meeting, version: (last?.version ?? 0) + 1 }
    const publishing = { version: place.version, day: today(world), auditHead: head, erratum: dated(erratum) }
    const paper = publishedPaper(working, publishing)
    const rendered = await filesOf(org, paper, wanted)
    const outline = { name: outlineFile, format: 'json', bytes: bytesOf(paper) }
    const manifest: Manifest = {
      ...place,
      organisationName: paper.organisation,
      committee: paper.committee,
      title: paper.title,
      audience,
      publishedAt: world.now().toISOString(),
      auditHead: head,
      tidemark: tidemarkVersion,
      rules: rulesVersion,
      template: { name: template.name, sha256: template.sha256 },
      erratum,
      files: [...rendered, outline].map(({ name, format, bytes }) => ({
        name,
        format,
        bytes: bytes.byteLength,
        sha256: sha256(bytes),
      })),
    }
    const manifestBytes = bytesOf(manifest)
    const files = [...rendered, outline, { name: manifestFile, bytes: manifestBytes }]
    await freeze(register, home, place, files, { manifest: sha256(manifestBytes) })
    world.print(`Published ${placeWords(place)}${erratum ? `: ${counted(erratum.changes.length, 'difference')}` : ''}.`)
    for (const { name } of files) world.print(join(folderOf(home, place), name))
  })
}

/** A publication that was cut off between its files and its entry, or whose register was restored, gets its entry now. */
async function nameInAudit(register: Register, home: string, place: Place, world: World): Promise<void> {
  if ((await recordedHashes(register)).has(placeWords(place))) return
  const { sha256: manifest } = readManifest(home, place)
  await register.change(await authorOf(register), 'publish', async change => {
    change.describe({ publication: place, manifest, foundInPlace: true })
  })
  world.warn(`${placeWords(place)} lay there without an entry of the audit: it has one now.`)
}

/** What a further version corrects. @throws Error when there is nothing to correct, or nobody says why */
function erratumOf(
  home: string,
  last: Place,
  working: Paper,
  { audience, why }: { readonly audience: Audience; readonly why: string | undefined },
): Erratum {
  const before = JSON.parse(readFileSync(join(folderOf(home, last), outlineFile), 'utf8')) as Paper
  // As it will be read again.
  const changes = differences(before, JSON.parse(JSON.stringify(working)) as Paper).map(withoutHidden)
  const { manifest } = readManifest(home, last)
  if (manifest.audience !== undefined && manifest.audience !== audience)
    throw new Error(
      `${placeWords(last)} was published with --audience ${manifest.audience}: a correction is for the same readers, since it repeats what was said before`,
    )
  const already = `${placeWords(last)} was published on ${ukDay(new Date(manifest.publishedAt))}`
  if (changes.length === 0) throw new Error(`${already}, and nothing has changed since: it stays as it is`)
  const reason = (why ?? '').trim()
  if (reason === '')
    throw new Error(
      `${already}, and ${counted(changes.length, 'place')} would now say something else: with --why TEXT they become version ${last.version + 1}, which lists them`,
    )
  return { replaces: last.version, replacesPublishedAt: manifest.publishedAt, why: reason, changes }
}

/** What the new version hides, its erratum does not repeat. */
function withoutHidden(change: Difference): Difference {
  const hidden = entryOf(reasons, 'suppressed').shorthand
  return change.new?.split(' ').includes(hidden) ? { ...change, old: hidden } : change
}

function dated(erratum: Erratum | null) {
  return erratum && { ...erratum, replacesDay: ukDay(new Date(erratum.replacesPublishedAt)) }
}

function bytesOf(content: unknown): Uint8Array {
  return new TextEncoder().encode(`${jsonText(content)}\n`)
}
