/** How each question of the records pages is answered, in the process that does nothing else. */
import { equalitiesFor } from '../../answers/equalities/for-audience.ts'
import { type Asked, askMeasures, askTable } from '../../measures/ask.ts'
import { askEqualities } from '../../measures/equalities/equalities.ts'
import { askExplanation } from '../../measures/explain/explain.ts'
import { askHoldings } from '../../measures/holdings/holdings.ts'
import { askMoved } from '../../measures/moved/moved.ts'
import { askPeople } from '../../measures/people/people.ts'
import { yearTo } from '../../measures/period.ts'
import { askQuality } from '../../measures/quality/quality.ts'
import { askReconciliation } from '../../measures/reconcile/reconcile.ts'
import { fileBytes } from '../../web/records/file-bytes.ts'
import { faultyRecordsTable } from '../../web/records/quality/faulty-records.ts'
import type { About, AnswerTo, QuestionName } from '../../web/records/services.ts'

type Answers = {
  readonly [K in QuestionName]: (asked: Asked, about: About<K>, day: string) => Promise<AnswerTo<K>>
}

const upTo = (asked: Asked, month: string): Asked => ({ ...asked, span: yearTo(month) })

/** A row for each question. @throws Error with a plain sentence where what is asked cannot be answered */
export const answers: Answers = {
  holdings: askHoldings,
  measures: (asked, { month }) => askMeasures(upTo(asked, month), false),
  table: (asked, { month, name }) => askTable(name, upTo(asked, month)),
  explain: (asked, { month, measure, council }) => askExplanation(upTo(asked, month), measure, council),
  quality: (asked, { month, council }) =>
    askQuality(upTo(asked, month), { council, withRecords: false, withCosts: false }),
  costs: async (asked, { month, council }) => {
    const { costs } = await askQuality(upTo(asked, month), { council, withRecords: false })
    return { costs }
  },
  'faulty-records': async (asked, { month, council, format }, day) => {
    const { records } = await askQuality(upTo(asked, month), { council, withRecords: true, withCosts: false })
    return { bytes: fileBytes(faultyRecordsTable(council, records), format, day), records: records.length }
  },
  equalities: async (asked, { month, council, audience }) => {
    const about = { measures: null, council, populations: null }
    const { tables, notes, aboutAreas } = await askEqualities(upTo(asked, month), about)
    return { tables: equalitiesFor(audience, tables), notes, aboutAreas }
  },
  reconcile: (asked, { month, council, published }) =>
    askReconciliation({ ...asked, span: yearTo(month) }, council, published),
  moved: askMoved,
  people: (asked, { month, ...question }) => askPeople(upTo(asked, month), question),
}
