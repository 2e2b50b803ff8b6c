import { ErrorSummary, type FieldProblem } from '../../forms/error-summary.tsx'
import type { DayFields } from '../../frame/day.ts'
import type { OrganisationContext } from '../../show-page.ts'
import { RecordsPage } from '../frame.tsx'
import { IntakeForm } from './form.tsx'

type Props = {
  readonly context: OrganisationContext
  readonly problems?: readonly FieldProblem[]
  readonly day?: DayFields
}

/** The form that takes records in, and what becomes of them. */
export function IntakePage({ context, problems = [], day }: Props) {
  const title = 'Take records in'
  return (
    <RecordsPage
      context={context}
      here="/import"
      title={title}
      hasProblems={problems.length > 0}
      choice={null}
      before={<ErrorSummary problems={problems} />}
      lead={`Send the files of ${context.organisation.name} as they were sent to the collection. Another council’s file is refused.`}
    >
      <section class="section" aria-label="Files to take in">
        <IntakeForm context={context} problems={problems} {...(day ? { day } : {})} />
      </section>
      <WhatBecomesOfThem />
    </RecordsPage>
  )
}

/** What can be sent, what is kept of it, and how it is done without a browser. */
export function WhatBecomesOfThem() {
  return (
    <section class="section" aria-labelledby="what-becomes">
      <h2 id="what-becomes">What becomes of the files</h2>
      <ul class="records-list">
        <li>
          A file is known by its columns: records of Release 1 or 2, with the specification’s labels or field names;
          populations, also by group, hospital spells, areas, a look-up of postcodes, councils, a list of values, and a
          list of submissions. Rates need the populations, ASCOF 2D the hospital spells and areas, equalities by area
          the look-up.
        </li>
        <li>
          On the way in, NHS numbers and local identifiers become pseudonyms under your key, birth dates months, and
          postcodes areas where there is a look-up; names and free text are left out. The files themselves are removed
          as soon as they were read.
        </li>
        <li>Each problem is named with its file, row and field, never with what stands there.</li>
        <li>
          Who took in which file, and with how many records, is written into the audit. A file that should not count can
          be left out again.
        </li>
      </ul>
      <details class="form-help">
        <summary>In a terminal</summary>
        <p>The same, for a folder of files of any size on the machine that runs this service:</p>
        <pre class="records-command">
          <code>tidemark cld import FOLDER</code>
        </pre>
      </details>
    </section>
  )
}
