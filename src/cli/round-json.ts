/** The work in the round as the command line prints it with --json. Documented in docs/json.md; keys are only ever added. */

import type { RoundAnswer, RoundHeading, RoundRow, Tally } from '../answers/round/types.ts'
import type { PriorityView } from '../answers/strategy/types.ts'

/** `tidemark round --json`. */
export function roundJson(answer: RoundAnswer) {
  return {
    asAt: answer.moment.asAt,
    recordedBefore: answer.moment.recordedBefore ?? null,
    organisation: answer.organisation.slug,
    quarter: answer.quarter,
    quarterBefore: answer.quarterBefore,
    headings: answer.headings.map(headingJson),
    priorities: answer.priorities.map(priorityJson),
    ranks: answer.ranks.map(({ rows, ...changes }) => ({
      ...changes,
      rows: rows.map(({ indicator, ...row }) => ({ indicator: indicator.slug, ...row })),
    })),
    implications: answer.implications,
  }
}

function headingJson(heading: RoundHeading) {
  return {
    framework: heading.framework.slug,
    name: heading.framework.name,
    stage: heading.stage,
    byForecast: heading.byForecast,
    now: tallyJson(heading.now),
    before: heading.before === null ? null : tallyJson(heading.before),
    difference: heading.difference,
    summary: heading.summary,
    rows: heading.sections.flatMap(section => section.rows.map(rowJson)),
    categories: heading.categories.map(({ indicator, period, breakdown, sums }) => ({
      indicator: indicator.slug,
      period,
      dimension: breakdown.name,
      sums,
      categories: breakdown.rows.map(({ name, cells }) => ({
        name,
        value: cells[0]?.value ?? null,
        reason: cells[0]?.reason ?? null,
      })),
    })),
    notes: heading.notes,
    actions: heading.actions,
  }
}

function tallyJson({ indicators, withValue, rating, travel }: Tally) {
  return { indicators, withValue, rating, travel }
}

function rowJson({ row, before, target, judged, yearEnd, point, says }: RoundRow) {
  const { indicator, latest, travel } = row
  return {
    indicator: indicator.slug,
    reference: indicator.reference,
    period: latest?.period ?? null,
    shown: latest?.shown ?? null,
    before: before?.shown ?? null,
    rating: latest?.rating ?? null,
    target: target?.value ?? null,
    judged,
    direction: travel.direction,
    directionReason: travel.reason,
    yearEnd,
    point,
    says,
  }
}

function priorityJson(priority: PriorityView) {
  return {
    priority: priority.slug,
    type: priority.type,
    order: priority.order,
    text: priority.text,
    note: priority.note,
    rows: priority.rows.map(rowJson),
    tally: priority.tally === null ? null : tallyJson(priority.tally),
    fedBy: priority.fedBy.map(({ framework, tally }) => ({ framework: framework.slug, tally: tallyJson(tally) })),
    says: priority.says,
  }
}
