import { allCouncils } from '../answers/compared/all-councils.ts'
import { type Comparing, type Loaded, loadComparing } from '../answers/compared/asking.ts'
import { compared } from '../answers/compared/compared.ts'
import { measureCompared } from '../answers/compared/measure-compared.ts'
import { printedOfLists } from '../answers/compared/printed.ts'
import { coverage } from '../answers/coverage/coverage.ts'
import { loadNational } from '../answers/national/national-data.ts'
import type { Moment } from '../answers/types.ts'
import type { Reader } from '../register/index.ts'
import type { ComparedServices } from '../web/compared/services.ts'
import { KeptAnswers } from './kept-answers.ts'

/** A reader of one state of the register, and the head of its chain. */
type Pinned = () => Promise<{ readonly reader: Reader; readonly head: string }>

type Asking = {
  readonly comparing: (moment: Moment) => Promise<Comparing>
  /** Answers a question once for each state of the register. */
  readonly answer: <T>(question: readonly (string | undefined)[], make: (reader: Reader) => Promise<T>) => Promise<T>
}

/** All that publishers give takes some forty megabytes: of one moment it is kept, for whoever asks next. */
export function keptComparing(pinned: Pinned): (moment: Moment) => Promise<Comparing> {
  const lastLoaded = new KeptAnswers(1)
  let last: Loaded | null = null
  return async moment => {
    const { reader, head } = await pinned()
    return lastLoaded.get(head, [moment.asAt, moment.recordedBefore], async () => {
      last = await loadComparing(reader, moment, last)
      return last
    })
  }
}

/** What the pages that compare councils ask, answered from a register. */
export function comparedServices({ comparing, answer }: Asking): ComparedServices {
  const at = ({ asAt, recordedBefore }: Moment) => [asAt, recordedBefore]
  return {
    compared: (org, group, moment) =>
      answer(['compared', org, group ?? '', ...at(moment)], async () => compared(await comparing(moment), org, group)),
    measureCompared: (org, asked, moment) =>
      answer(
        ['measure-compared', org, asked.measure, asked.group ?? '', asked.period ?? '', ...at(moment)],
        async reader => {
          const all = await comparing(moment)
          return measureCompared(all, org, asked, await printedOfLists(reader, all.data, org, asked.measure))
        },
      ),
    allCouncils: (org, asked, moment) =>
      answer(['all-councils', org, asked.measure, asked.period ?? '', ...at(moment)], async () =>
        allCouncils(await comparing(moment), org, asked),
      ),
    coverage: moment =>
      answer(['coverage', ...at(moment)], async reader => {
        const sources = await reader.current(['source'], moment)
        return {
          coverage: await coverage(reader, await loadNational(reader, moment, null)),
          documents: new Map(sources.map(({ name, payload }) => [name, payload])),
        }
      }),
  }
}
