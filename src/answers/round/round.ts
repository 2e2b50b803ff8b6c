import type { Reader } from '../../register/index.ts'
import type { Audience } from '../../shared/audience.ts'
import { implications, type NoteKind } from '../../shared/codes.ts'
import { compareText } from '../../shared/compare-text.ts'
import { type Fact, ofKind } from '../../shared/facts.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { type Period, shiftPeriod, yearOf } from '../../shared/period/period.ts'
import { listedActions } from '../actions/actions.ts'
import { upTo } from '../dashboard/board.ts'
import { type FrameworkData, frameworkView, loadFramework } from '../framework-data.ts'
import { indicatorRow } from '../indicator-row.ts'
import { NotFound } from '../not-found.ts'
import { categoriesFor, type Observation, type ObservationKeys } from '../observations.ts'
import { prioritiesOf, priorityKinds } from '../strategy/priorities.ts'
import type { Moment } from '../types.ts'
import { categoriesOf } from './categories.ts'
import { rankChanges } from './rank-changes.ts'
import { type PublishersFiles, ranksByFile } from './ranks-by-file.ts'
import { roundRow, sinceQuarter } from './rows.ts'
import { differenceInWords, tallyInWords, tallyOf } from './tally.ts'
import { latestQuarter, lookingThrough, stagedFrameworks } from './through.ts'
import type { NotedAction, NoteView, RoundAnswer, RoundHeading } from './types.ts'

const kinds = [...priorityKinds, 'indicator', 'card', 'note', 'action', 'action_update', 'rank', 'meeting'] as const

type Facts = readonly Fact<(typeof kinds)[number]>[]

export type RoundQuestion = {
  readonly owner: string
  readonly moment: Moment
  readonly audience: Audience
  /** The meeting whose notes are told; null: the latest one that has any. */
  readonly meeting?: string | null
  readonly alsoHidden?: ObservationKeys
  /** When the publishers' files were known that printed ranks are set beside; left out: at the moment. */
  readonly filesKnownAt?: Moment
  /** Where those files are kept; left out: what is needed of them is loaded. */
  readonly files?: PublishersFiles
}

/**
 * The work of an organisation in the round, at a moment: every framework that says which stage of the work it measures, this
 * quarter beside the one before, and the strategic priorities.
 * @returns null where no framework of the organisation says so
 * @throws NotFound when the organisation is not known at the moment
 */
export async function round(reader: Reader, question: RoundQuestion): Promise<RoundAnswer | null> {
  const { owner, moment, audience, alsoHidden } = question
  const facts = await reader.current(kinds, moment, { owner })
  const staged = stagedFrameworks(facts)
  const [first] = staged
  if (!first) return null
  const data = await loadFramework(reader, owner, first.name, moment, audience, alsoHidden)
  const through = lookingThrough(data, facts)
  const shown = staged.flatMap(fact => through(fact.name) ?? [])
  const quarter = latestQuarter(shown)
  if (quarter === null) throw new NotFound('None of the frameworks in the round has a figure at this moment')
  const before = shiftPeriod(quarter, -1)
  const throughBefore = lookingThrough(upTo(data, before), facts)
  const byCategory = await figuresByCategory(reader, data, facts, shown)
  const categories = Map.groupBy(byCategory, fact => fact.indicator)
  const notes = notesOf(facts, question.meeting ?? null)
  const everyFramework = [...ofKind(facts, 'framework').flatMap(fact => through(fact.name) ?? []), ...shown]
  const byFile = await ranksByFile(
    reader,
    { owner, moment: question.filesKnownAt ?? moment, ranks: ofKind(facts, 'rank'), files: question.files },
    (indicator, period) =>
      data.observations.get(indicator)?.find(fact => fact.period === period)?.payload.value ?? null,
  )
  return {
    organisation: data.organisation,
    moment,
    areaName: data.areaName,
    quarter,
    quarterBefore: before,
    headings: shown.map(each =>
      headingOf({ data: each, earlier: throughBefore(each.framework.name), quarter, before, categories, notes, facts }),
    ),
    priorities: prioritiesOf(facts, data, through, yearOf(quarter)),
    ranks: rankChanges(facts, everyFramework, byFile),
    implications: implications.flatMap(({ code, label }) =>
      notes.filter(note => note.payload.under === code).map(note => ({ slug: code, label, text: note.payload.text })),
    ),
    byCategory,
  }
}

async function figuresByCategory(
  reader: Reader,
  data: FrameworkData,
  facts: Facts,
  shown: readonly FrameworkData[],
): Promise<Observation[]> {
  const { organisation, moment, audience, alsoHidden, areas } = data
  const slugs = [...new Set(shown.flatMap(each => each.members.map(({ indicator }) => indicator.indicator)))]
  const geographies = [organisation.geography, ...areas.map(area => area.name)]
  return categoriesFor(
    reader,
    { owner: organisation.slug, geographies, moment, audience, alsoHidden },
    slugs,
    [...[...data.observations.values()].flat(), ...data.elsewhere],
    {
      indicators: ofKind(facts, 'indicator'),
      frameworks: ofKind(facts, 'framework'),
      memberships: ofKind(facts, 'membership'),
      cards: ofKind(facts, 'card'),
    },
  )
}

function notesOf(facts: Facts, meeting: string | null): Fact<'note'>[] {
  const all = ofKind(facts, 'note')
  const dated = ofKind(facts, 'meeting').sort((a, b) => compareText(b.payload.date, a.payload.date))
  const latest = dated.find(fact => all.some(note => note.payload.meeting === fact.name))?.name
  return all
    .filter(note => note.payload.meeting === (meeting ?? latest))
    .sort((a, b) => a.payload.order - b.payload.order)
}

type HeadingParts = {
  readonly data: FrameworkData
  readonly earlier: FrameworkData | null
  readonly quarter: Period
  readonly before: Period
  readonly categories: ReadonlyMap<string, readonly Observation[]>
  readonly notes: readonly Fact<'note'>[]
  readonly facts: Facts
}

function headingOf({ data, earlier, quarter, before, categories, notes, facts }: HeadingParts): RoundHeading {
  const { name, payload } = data.framework
  const byForecast = payload.rating === 'forecast'
  const slugs = data.members.map(({ indicator }) => indicator.indicator)
  const rows = slugs.map(slug => roundRow(slug, data, yearOf(quarter)))
  const two = rows.map(({ row }, at) => ({
    now: row,
    before: earlier ? indicatorRow(String(slugs[at]), earlier).view : undefined,
  }))
  const toldBefore = two.flatMap(each => each.before ?? [])
  const now = tallyOf(rows.map(({ row }) => row))
  const tallyBefore = tallyOf(toldBefore)
  const of = (type: NoteKind): NoteView[] =>
    notes
      .filter(note => note.payload.under === name && note.payload.type === type)
      .map(note => ({ slug: note.name, text: note.payload.text }))
  return {
    framework: frameworkView(data.framework),
    description: payload.description,
    stage: payload.stage ?? 'outcomes',
    byForecast,
    now,
    before: tallyBefore.withValue === 0 ? null : tallyBefore,
    difference: differenceInWords(
      two,
      slugs.map(slug => sinceQuarter(slug, data, before, quarter)),
      periodInWords(before),
      byForecast,
    ),
    summary: tallyInWords(now, byForecast),
    sections: [...Map.groupBy(rows, ({ row }) => row.indicator.section)].map(([section, own]) => ({
      section,
      rows: own,
    })),
    categories: slugs.flatMap(slug => categoriesOf(slug, categories.get(slug) ?? [], data)),
    notes: { summary: of('summary'), achievement: of('achievement'), concern: of('concern') },
    actions: actionsUnder(name, facts, data.moment.asAt),
  }
}

function actionsUnder(framework: string, facts: Facts, asAt: string): NotedAction[] {
  const own = ofKind(facts, 'action').filter(fact => fact.payload.under === framework)
  const types = new Map(own.map(fact => [fact.name, fact.payload.type ?? 'action']))
  return listedActions([...own, ...ofKind(facts, 'action_update')], asAt).map(
    ({ slug, description, ownerRole, raisedOn, dueOn, state }) => ({
      type: types.get(slug) ?? 'action',
      slug,
      description,
      ownerRole,
      raisedOn,
      dueOn,
      state,
    }),
  )
}
