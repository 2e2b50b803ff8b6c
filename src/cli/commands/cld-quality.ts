import { writeFileSync } from 'node:fs'
import { csvText } from '../../intake/exchange/export/csv-text.ts'
import type { Asked } from '../../measures/ask.ts'
import type { Cost } from '../../measures/quality/cost.ts'
import { askQuality, type Fault, type FaultyRecord } from '../../measures/quality/quality.ts'
import { counted } from '../../shared/words.ts'
import { jsonText } from '../json.ts'
import { textTable } from '../table.ts'
import type { World } from '../world.ts'

type Options = {
  readonly council?: string | undefined
  readonly json?: boolean | undefined
  readonly list?: string | undefined
}

/** `tidemark cld quality`: what is wrong with the records, what it costs, and the list to send back to teams. */
export async function quality(asked: Asked, { council, json, list }: Options, world: World): Promise<void> {
  const answer = await askQuality(asked, { council: council ?? null, withRecords: list !== undefined })
  const { faults, costs, records, notes } = answer
  for (const note of notes) world.warn(`Note: ${note}`)
  if (list !== undefined) writeFileSync(list, listOf(records), { mode: 0o600 })
  if (json) world.print(jsonText({ faults, costs }))
  else world.print([...faultsInWords(faults), costsInWords(costs)].join('\n\n'))
  if (list !== undefined) world.warn(`${list} lists ${counted(records.length, 'fault')} of the latest files.`)
}

function listOf(records: readonly FaultyRecord[]): string {
  const heading = ['council', 'file', 'row', 'rule', 'field', 'what_is_wrong', 'person', 'event_type', 'start', 'end']
  const lines = records.map(each => [
    each.council,
    each.file,
    String(each.row),
    each.rule,
    each.field,
    each.says,
    each.person,
    each.eventType,
    each.eventStart,
    each.eventEnd,
  ])
  return csvText([heading, ...lines])
}

function faultsInWords(faults: readonly Fault[]): string[] {
  return [...Map.groupBy(faults, ({ council }) => council)].map(([council, own]) => {
    const lines = own.map(({ field, says, trend }) => {
      const [before, latest] = [trend.at(-2), trend.at(-1)]
      return [field, says, ...[before, latest].map(each => (each ? `${each.wrong} of ${each.rows}` : ''))]
    })
    const heading = ['field', 'what is wrong', 'file before', 'latest file']
    return `Council ${council}\n${textTable([heading, ...lines], [2, 3])}`
  })
}

function costsInWords(costs: readonly Cost[]): string {
  if (costs.length === 0) return 'None of the faults that can be mended changes a measure.'
  const lines = costs.map(({ council, says, mended, measure, breakdown, numerator, denominator, ...outcomes }) => [
    council,
    `${measure}, ${breakdown}`,
    inWords(numerator),
    denominator ? inWords(denominator) : '',
    `${outcomes.outcome ?? ''} → ${outcomes.outcomeIfMended ?? ''}`,
    `${says}; if ${mended}`,
  ])
  const heading = [
    'council',
    'measure',
    'numerator',
    'denominator',
    'outcome',
    'what the fault is, and how it is mended',
  ]
  return `What the faults do to the measures\n${textTable([heading, ...lines])}`
}

function inWords({ now, hidden, added, ifMended }: Cost['numerator']): string {
  return `${now} + ${hidden} hidden − ${added} added = ${ifMended}`
}
