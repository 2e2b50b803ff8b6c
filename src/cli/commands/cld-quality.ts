import { writeFileSync } from 'node:fs'
import type { Asked } from '../../measures/ask.ts'
import type { Cost } from '../../measures/quality/cost.ts'
import { identified } from '../../measures/quality/identified.ts'
import { askQuality, type Fault } from '../../measures/quality/quality.ts'
import { counted } from '../../shared/words.ts'
import { fileBytes } from '../../web/records/file-bytes.ts'
import { faultyRecordsTable, identifiedTable } from '../../web/records/quality/faulty-records.ts'
import { jsonText } from '../json.ts'
import { monthOf, recordCommandLook } from '../records/looks.ts'
import { textTable } from '../table.ts'
import { Usage } from '../usage.ts'
import { today, type World } from '../world.ts'

type Options = {
  readonly council?: string | undefined
  readonly json?: boolean | undefined
  readonly list?: string | undefined
  readonly 'with-identifiers'?: string | undefined
}

/** `tidemark cld quality`: what is wrong with the records, what it costs, and the list to send back to teams. */
export async function quality(asked: Asked, options: Options, world: World): Promise<void> {
  const { council, json, list, 'with-identifiers': original } = options
  if (original !== undefined && list === undefined)
    throw new Usage('--with-identifiers goes with --list FILE: identifiers are written to a file and shown nowhere')
  const answer = await askQuality(asked, { council: council ?? null, withRecords: list !== undefined })
  const { faults, costs, records, notes } = answer
  for (const note of notes) world.warn(`Note: ${note}`)
  if (list !== undefined) {
    const of = council ?? 'Every council of the records'
    const table =
      original === undefined
        ? faultyRecordsTable(of, records)
        : identifiedTable(of, await identified(asked, records, original))
    const bytes = fileBytes(table, list.endsWith('.ods') ? 'ods' : 'csv', today(world))
    const withIdentifiers = original !== undefined
    await recordCommandLook(
      asked.home,
      world,
      {
        what: 'list of faulty records',
        council: council ?? null,
        month: monthOf(asked.span),
        withIdentifiers,
        records: records.length,
      },
      { needsRegister: withIdentifiers },
    )
    writeFileSync(list, bytes, { mode: 0o600 })
  }
  if (json) world.print(jsonText({ faults, costs }))
  else world.print([...faultsInWords(faults), costsInWords(costs)].join('\n\n'))
  if (list !== undefined) world.warn(`${list} lists ${counted(records.length, 'fault')} of the latest files.`)
}

function faultsInWords(faults: readonly Fault[]): string[] {
  return [...Map.groupBy(faults, ({ council }) => council)].map(([council, own]) => {
    const lines = own.map(({ field, says, trend }) => {
      const [before, latest] = [trend.at(-2), trend.at(-1)]
      return [field, says, ...[before, latest].map(inFile)]
    })
    const heading = ['field', 'what is wrong', 'file before', 'latest file']
    return `Council ${council}\n${textTable([heading, ...lines], [2, 3])}`
  })
}

function inFile(count: Fault['trend'][number] | undefined): string {
  if (!count) return ''
  return count.rows === 0 ? 'not due' : `${count.wrong} of ${count.rows}`
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
