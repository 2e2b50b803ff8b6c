/** What moved between two months: who is new, who left or died, and what only became known or was put right later. */
import { type Asked, isSalt, withMeasure } from '../ask.ts'
import { counts, excess } from '../compared/difference.ts'
import { type Definition, type Figure, hasDenominator } from '../definition.ts'
import type { Engine } from '../engine.ts'
import { councilCode } from '../explain/council.ts'
import { figureOf, measureNamed, type NamedMeasure } from '../explain/measure-named.ts'
import { makeMeasure, membersByBreakdown } from '../figures.ts'
import { cutOffAfter, type LakeQuestions, setPeriod } from '../main-table.ts'
import { quarterOf, yearTo } from '../period.ts'

/**
 * How a count went from one month to another: from + late + correctedIn − correctedOut + new − left − died = to.
 * The first three are the first month as it is known now against how it was known then, the others what happened since.
 */
export type Movement = {
  readonly from: number
  /** Counted in the first month now, and without any record when it was first computed. */
  readonly late: number
  /** Counted in the first month now, and not then, although the person was known. */
  readonly correctedIn: number
  /** Counted in the first month then, and not now. */
  readonly correctedOut: number
  readonly new: number
  readonly left: number
  /** Counted in the first month, not in the second, and dead by its end. */
  readonly died: number
  readonly to: number
}

export type Moved = {
  readonly council: string
  readonly measure: string
  readonly breakdown: string
  readonly counts: string
  readonly numerator: Movement
  /** null where the denominator is the population. */
  readonly denominator: Movement | null
}

export type MovedAnswer = { readonly moved: readonly Moved[]; readonly notes: readonly string[] }

export type MovedAsked = {
  readonly measure: string
  /** Months, as 2025-12: each stands for the twelve months up to its end. */
  readonly from: string
  readonly to: string
  /** Its code or name; null takes every council. */
  readonly council: string | null
}

/**
 * Says what moved in a measure. A month is first computed with the files that came by the cut-off day of its quarter.
 * @throws Error when the records do not cover a month, or there is no such measure or council
 */
export async function askMoved(asked: Asked, { measure, from, to, council }: MovedAsked): Promise<MovedAnswer> {
  if (from >= to) throw new Error(`The first month must come before the second: ${from} does not come before ${to}`)
  const named = measureNamed(measure)
  const { definition } = named
  const asOf = (month: string): Asked => ({
    ...asked,
    span: yearTo(month),
    cutOff: cutOffAfter(quarterOf(yearTo(month).end).end),
  })
  const first = await withMeasure(asOf(from), definition, async lake => ({
    ...(await countedIn(lake, named)),
    people: await peopleOf(lake, definition),
  }))
  return withMeasure(asOf(to), definition, async (lake, notes) => {
    const code = council === null ? null : councilCode(lake.lake.submissions, council)
    const last = await countedIn(lake, named)
    const dead = await deadBy(lake, definition, yearTo(to).end)
    await setPeriod(lake.engine, yearTo(from), asked)
    await makeMeasure(lake, definition)
    const restated = await countedIn(lake, named)
    const breakdowns = new Set([first, restated, last].flatMap(({ figure }) => Object.keys(figure.breakdowns)))
    const councils = [...new Set(lake.lake.submissions.map(each => each.council))].sort()
    const moved = councils
      .filter(each => code === null || each === code)
      .flatMap(each =>
        [...breakdowns].map(breakdown => {
          const part = (name: 'numerator' | 'denominator'): Movement => {
            const of = (counted: Counted) => counted[name].get(`${each} ${breakdown}`) ?? new Map()
            const isKnown = (person: string) => first.people.has(`${each} ${person}`)
            const isDead = (person: string) => dead.has(`${each} ${person}`)
            return movementOf({ before: of(first), restated: of(restated), last: of(last), isKnown, isDead })
          }
          const { figure } = last
          return {
            council: each,
            measure: figure.measure,
            breakdown,
            counts: figure.counts,
            numerator: part('numerator'),
            denominator: hasDenominator(figure) ? part('denominator') : null,
          }
        }),
      )
    return { moved, notes }
  })
}

type People = ReadonlyMap<string, number>

type Compared = {
  readonly before: People
  readonly restated: People
  readonly last: People
  readonly isKnown: (person: string) => boolean
  readonly isDead: (person: string) => boolean
}

/** The movement between three counts of people, each of whom may be counted more than once. */
export function movementOf({ before, restated, last, isKnown, isDead }: Compared): Movement {
  const total = (people: People) => [...people.values()].reduce((sum, count) => sum + count, 0)
  return {
    from: total(before),
    late: excess(restated, before, person => !isKnown(person)),
    correctedIn: excess(restated, before, isKnown),
    correctedOut: excess(before, restated),
    new: excess(last, restated),
    left: excess(restated, last, person => !isDead(person)),
    died: excess(restated, last, isDead),
    to: total(last),
  }
}

type Counted = {
  readonly figure: Figure
  readonly numerator: ReadonlyMap<string, People>
  readonly denominator: ReadonlyMap<string, People>
}

/** Who is counted, by council and breakdown; needs the tables of the measure. */
async function countedIn({ engine }: LakeQuestions, named: NamedMeasure): Promise<Counted> {
  const figure = await figureOf(engine, named)
  const numerator = new Map<string, People>()
  const denominator = new Map<string, People>()
  for (const [breakdown, members] of await membersByBreakdown(engine, named.definition, figure)) {
    for (const [council, own] of Map.groupBy(members, each => each.council)) {
      const people = (some: typeof own) => counts(some.map(({ person }) => person))
      numerator.set(`${council} ${breakdown}`, people(own.filter(({ inNumerator }) => inNumerator)))
      denominator.set(`${council} ${breakdown}`, people(own.filter(({ inDenominator }) => inDenominator)))
    }
  }
  return { figure, numerator, denominator }
}

/** The records up to the cut-off day, by the national rule of the SALT tables: a person is the NHS number, or else the local one. */
const saltPeople = `(
  select r.la_code, coalesce(r.nhs_id, r.local_id) as person_id, r.date_of_death
  from record r
  join submission s on s.submission_no = r.submission_no
  cross join cut_off c
  where cast(s.imported_at as date) <= c.cut_off
) as person`

/** Everybody with an event in the records on which a measure rests. */
async function peopleOf({ engine }: LakeQuestions, definition: Definition): Promise<ReadonlySet<string>> {
  const from = isSalt(definition) ? saltPeople : 'main_event'
  return namesOf(engine, `select distinct la_code, cast(person_id as varchar) as person from ${from}`)
}

/** Everybody whose death by the end of a day is recorded. */
async function deadBy({ engine }: LakeQuestions, definition: Definition, day: string): Promise<ReadonlySet<string>> {
  const from = isSalt(definition) ? saltPeople : 'person_death'
  const dead = `select distinct la_code, cast(person_id as varchar) as person from ${from}`
  return namesOf(engine, `${dead} where date_of_death <= date '${day}'`)
}

async function namesOf(engine: Engine, sql: string): Promise<ReadonlySet<string>> {
  return new Set((await engine.rows(sql)).map(row => `${row['la_code']} ${row['person']}`))
}
