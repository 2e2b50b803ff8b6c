/** What a further version of a paper corrects. */
import { NotFound } from '../answers/not-found.ts'
import type { ReportAnswer } from '../answers/report/report.ts'
import { paperOf } from '../paper/outline/paper-of.ts'
import type { Paper } from '../paper/outline/types.ts'
import { type Difference, differences } from '../paper/publication/differences.ts'
import { withoutHidden } from '../paper/publication/hidden-since.ts'
import { type Erratum, type Manifest, outlineFile } from '../paper/publication/manifest.ts'
import type { Reader } from '../register/index.ts'
import { counted } from '../shared/words.ts'
import { type MeetingQuestion, meetingAnswer } from './meeting-paper.ts'
import type { Recorded } from './publication-audit.ts'
import { type Place, placeWords, readFrozen, readManifest } from './publication-folder.ts'
import type { NamedTemplate } from './template-file.ts'
import { ukDay } from './world.ts'

/** A paper that is to be published: what was asked, what was answered, and what it says. */
export type Working = {
  readonly reader: Reader
  readonly question: MeetingQuestion
  readonly template: NamedTemplate
  readonly answer: ReportAnswer
  readonly paper: Paper
}

/** What a further version corrects. @throws Error when there is nothing to correct, or nobody says why */
export async function erratumOf(home: string, last: Recorded, working: Working, why: string): Promise<Erratum> {
  const { place } = last
  const { manifest } = readManifest(home, place)
  refuseOtherReaders(place, manifest, working)
  const before = JSON.parse(new TextDecoder().decode(readFrozen(home, place, outlineFile) ?? undefined)) as Paper
  const changes = await changesSince(before, last, working)
  const already = `${placeWords(place)} was published on ${ukDay(new Date(manifest.publishedAt))}`
  if (changes.length === 0) throw new Error(`${already}, and nothing has changed since: it stays as it is`)
  if (why === '')
    throw new Error(
      `${already}, and ${counted(changes.length, 'place')} would now say something else: with --why TEXT they become version ${place.version + 1}, which lists them`,
    )
  return { replaces: place.version, replacesPublishedAt: manifest.publishedAt, why, changes }
}

/** What replaces a version that is lost, and so cannot be set beside it. @throws Error when nobody says why */
export function erratumOfLost({ place, at }: Recorded, why: string): Erratum {
  if (why === '')
    throw new Error(`${placeWords(place)} is replaced although it is lost: say with --why TEXT how it was lost`)
  const all = { where: 'The whole paper', old: 'lost: what it said cannot be listed', new: 'this version' }
  return { replaces: place.version, replacesPublishedAt: at, why, changes: [all] }
}

function refuseOtherReaders(place: Place, { audience }: Manifest, { question }: Working): void {
  if (audience !== undefined && audience !== question.audience)
    throw new Error(
      `${placeWords(place)} was published with --audience ${audience}: a correction is for the same readers, since it repeats what was said before`,
    )
}

/** What differs, without what the new version hides: for that, the earlier version is made again without it. */
async function changesSince(before: Paper, last: Recorded, working: Working): Promise<Difference[]> {
  const { reader, question, template, answer } = working
  const after = asRead(working.paper)
  const changes = differences(before, after)
  const { hidden } = answer.suppression
  if (changes.length === 0 || hidden.size === 0) return changes
  try {
    const asThen = { ...question, recordedBefore: last.at, alsoHidden: hidden }
    const safe = paperOf(await meetingAnswer(reader, asThen, template), template.template)
    return withoutHidden(changes, differences(asRead(safe), after))
  } catch (error) {
    // This register learnt of the meeting later than the paper says: nothing of it is repeated.
    if (error instanceof NotFound) return withoutHidden(changes, [])
    throw error
  }
}

/** As it will be read again. */
function asRead(paper: Paper): Paper {
  return JSON.parse(JSON.stringify(paper)) as Paper
}
