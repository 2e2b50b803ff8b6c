/** Paths of targets on their way into the register: proposed, then agreed, each time as a further version. */
import { targetsOfPath } from '../../judgement/path/targets-of-path.ts'
import { whyImpossiblePath } from '../../judgement/path/why-impossible-path.ts'
import { defaultRatingSettings } from '../../judgement/rating/rate.ts'
import { type Author, Conflict, type Reader, type Register } from '../../register/index.ts'
import { type Fact, keyOf, type NewFact, ofKind } from '../../shared/facts.ts'
import { toPeriod } from '../../shared/period/period.ts'
import type { DecimalText } from '../../shared/rounding.ts'
import { dayInWords } from '../../shared/words.ts'
import { yearValuesOf } from '../../shared/year-values.ts'
import { aboutFacts } from '../imports.ts'

/** What the list of imports calls them, which come from no file. */
const workbench = 'targets workbench'

/** A path that cannot be agreed, and why, in a sentence. */
export class CannotAgree extends Error {}

/** Whose path, of what. */
export type PathPlace = { readonly owner: string; readonly indicator: string; readonly geography: string }

/** What a path says, before anybody has agreed it. */
export type ProposedPath = Omit<NewFact<'target_path'>['payload'], 'state' | 'agreedBy' | 'agreedOn'>

/** How it is saved. */
export type Saving = {
  /** The day on which it is known. */
  readonly today: string
  /** The version that whoever saves has seen: its number, null where there was none; undefined: whichever there is. */
  readonly seen: number | null | undefined
}

/**
 * Keeps a path as a proposal; nothing is rated by it. What was agreed before goes on to be rated.
 * @returns the number of the audit's entry, by which it can be undone
 * @throws Conflict when somebody saved another version in between
 */
export function savePath(
  register: Register,
  author: Author,
  place: PathPlace,
  path: ProposedPath,
  { today, seen }: Saving,
): Promise<number> {
  return register.change(author, 'targets', async change => {
    const before = (await versionsOfPath(change.reader, place)).at(-1)
    const fact = pathFact(place, { ...path, state: 'proposed', agreedBy: '', agreedOn: '' }, notBefore(before, today))
    refuseConflict(fact, before, seen)
    await change.add([fact])
    change.describe({ files: [workbench], counts: counts([fact], before ? 0 : 1), ...aboutFacts([fact]) })
    return change.entry
  })
}

/**
 * Agrees the path that is proposed: the path says who agreed it, and its targets are rated from now on. Targets of a path agreed
 * before that the new one does not have are withdrawn. A decision may be older than the proposal, which was then written down after it.
 * @returns the number of the audit's entry, by which it can be undone
 * @throws CannotAgree when nothing is proposed, no result could meet it, or the day is still to come; Conflict when somebody saved another version in between
 */
export function agreePath(
  register: Register,
  author: Author,
  place: PathPlace,
  agreed: { readonly by: string; readonly on: string },
  { today, seen }: Saving,
): Promise<number> {
  return register.change(author, 'targets', async change => {
    const versions = await versionsOfPath(change.reader, place)
    const latest = versions.at(-1)
    if (latest?.payload.state !== 'proposed')
      throw new CannotAgree(`No path of ${place.indicator} is proposed, so there is nothing to agree`)
    if (agreed.on > today)
      throw new CannotAgree(
        `It cannot have been agreed on ${dayInWords(agreed.on)}, which is still to come; give the day of the decision`,
      )
    const impossible = await whyImpossible(change.reader, latest, today)
    if (impossible) throw new CannotAgree(`It cannot be agreed as it stands. ${impossible}; propose it anew`)
    const fact = pathFact(
      place,
      { ...latest.payload, state: 'agreed', agreedBy: agreed.by, agreedOn: agreed.on },
      notBefore(latest, today),
    )
    refuseConflict(fact, latest, seen)
    const before = versions.findLast(each => each.payload.state === 'agreed')
    const targets = targetsIn(fact, `Agreed by ${agreed.by}`)
    const periods = new Set(targets.map(({ period }) => period))
    const ended = before
      ? targetsIn({ ...fact, payload: before.payload }, '').filter(({ period }) => !periods.has(period))
      : []
    const withdrawn = ended.map(each => ({
      ...each,
      payload: { ...each.payload, value: null, note: `Not in the path that ${agreed.by} agreed` },
    }))
    const facts: NewFact[] = [fact, ...targets, ...withdrawn]
    await change.add(facts)
    change.describe({ files: [workbench], counts: counts(facts, before ? 0 : targets.length), ...aboutFacts(facts) })
    return change.entry
  })
}

/** Why a proposal cannot be met as the indicator is defined now, whatever was checked when it was saved; null where it can. */
async function whyImpossible(
  reader: Reader,
  { owner, indicator, payload }: Fact<'target_path'>,
  today: string,
): Promise<string | null> {
  const around = await reader.current(['indicator', 'framework', 'membership'], { asAt: today }, { owner })
  const defined = ofKind(around, 'indicator').find(fact => fact.indicator === indicator)?.payload
  if (!defined) return null
  const holding = new Set(
    ofKind(around, 'membership').flatMap(fact =>
      fact.indicator === indicator && fact.payload.member ? [fact.name] : [],
    ),
  )
  const bands = ofKind(around, 'framework').flatMap(({ name, payload: { settings } }) =>
    holding.has(name) && settings['green_band'] !== undefined ? [settings['green_band']] : [],
  )
  const { baselineValue, goal, targets } = payload
  return whyImpossiblePath(
    {
      from: baselineValue === null ? null : Number(baselineValue),
      goal: goal === null ? null : Number(goal),
      targets: yearValuesOf(targets) ?? [],
    },
    defined,
    bands.length > 0 ? Math.max(...bands) : defaultRatingSettings.greenBand,
  )
}

/** Every version of a path in the order of recording, but for those that were redacted. */
async function versionsOfPath(
  reader: Reader,
  { owner, indicator, geography }: PathPlace,
): Promise<Fact<'target_path'>[]> {
  return reader.history(['target_path'], { owner, indicators: [indicator], geographies: [geography], breakdown: '' })
}

/** The day on which a version is known: a later one never before those that it builds on. */
function notBefore(latest: Fact | undefined, today: string): string {
  return latest && latest.knownOn > today ? latest.knownOn : today
}

function pathFact(
  { owner, indicator, geography }: PathPlace,
  payload: NewFact<'target_path'>['payload'],
  knownOn: string,
): NewFact<'target_path'> {
  return { ...keyOf(owner, { indicator, geography }), kind: 'target_path', knownOn, payload, from: typed }
}

/** Where facts come from that somebody typed. */
const typed = { document: '', file: '', place: '' }

/** The targets that an agreed path comes to, as facts. */
function targetsIn(
  { owner, indicator, geography, knownOn, payload }: NewFact<'target_path'>,
  note: string,
): NewFact<'target'>[] {
  const { shape, baselinePeriod, baselineValue, goal, goalBy, targets, profile } = payload
  if (baselinePeriod === '' || baselineValue === null) return []
  const steps = targetsOfPath({
    shape,
    baselinePeriod: toPeriod(baselinePeriod),
    baselineValue: baselineValue as DecimalText,
    goal,
    goalBy: goalBy === '' ? null : toPeriod(goalBy),
    targets: yearValuesOf(targets) ?? [],
    profile,
  })
  return steps.map(step => ({
    ...keyOf(owner, { indicator, geography, period: step.period, name: 'rated' }),
    kind: 'target',
    knownOn,
    payload: {
      value: step.value,
      profile: step.profile,
      purpose: 'rated',
      baselinePeriod: step.baselinePeriod,
      baselineValue: step.baselineValue,
      assigned: [],
      note,
    },
    from: typed,
  }))
}

/**
 * Somebody else may have saved since. Asked here and not of the store, for which a version that was redacted is one too, though nobody
 * can see it.
 */
function refuseConflict(fact: NewFact, latest: Fact | undefined, seen: Saving['seen']): void {
  if (seen !== undefined && (latest?.seq ?? null) !== seen) throw new Conflict([{ fact, since: latest?.seq ?? 0 }])
}

function counts(facts: readonly NewFact[], added: number) {
  return { new: added, revised: facts.length - added, restated: 0, unchanged: 0 }
}
