import { createHash } from 'node:crypto'
import { publishedFigures } from '../../answers/reconcile/published-figures.ts'
import type { OrganisationView } from '../../answers/types.ts'
import { type Lake, readLake } from '../../measures/lake/lake.ts'
import type { Register } from '../../register/index.ts'
import type { HeldCouncil, QuestionName, RecordsServices, Reply } from '../../web/records/services.ts'
import { authorOf, today, type World } from '../world.ts'
import { intakeServicesOver } from './intake/intake-services.ts'
import { recordLook } from './looks.ts'
import { questions } from './questions.ts'
import { CannotAnswer, runQuestion } from './run-question.ts'

/** How long a page waits for an answer before it says that it is being worked out. */
const patience = 1500

/** What is said where a process failed; what went wrong is for whoever runs the server. */
const failed = 'Something went wrong on the way. Try again, or tell whoever runs this service.'

/** What is large and asked for once is not kept. */
const large: readonly QuestionName[] = ['faulty-records']

/** Answers that take many times as long as others: they stand in a lane of their own. */
const slow: readonly QuestionName[] = ['costs']

/** The questions of the records pages over the lake of a home: at most two at a time, each within the memory that is given. */
export function recordsServicesOver(
  register: Register,
  world: World,
  { home, memory }: { readonly home: string; readonly memory: string },
  organisations: () => Promise<readonly OrganisationView[]>,
  report: (error: unknown) => void,
): RecordsServices {
  const councils = () => councilsOf(readLake(home))
  const said = (error: unknown) => {
    if (error instanceof CannotAnswer) return error.message
    report(error)
    return failed
  }
  const all = questions({ kept: 60, waiting: 30 }, said, () => world.now().getTime())
  return {
    councils,
    intake: intakeServicesOver({ register, world, home, memory, organisations, councils, report }),
    ask: async (name, about, patient) => {
      const request = { home, memory, day: today(world), name, about }
      const work = async () => ({ answer: await runQuestion(request), stays: !large.includes(name) })
      const wait = patient === 'file' ? Number.POSITIVE_INFINITY : patience
      const reply = await all.ask(
        stateOf(readLake(home)),
        { key: JSON.stringify([name, about]), lane: slow.includes(name) ? 'slow' : 'quick', work },
        wait,
      )
      return reply as Reply<never>
    },
    published: async (code, year) => {
      const name = councilsOf(readLake(home)).find(each => each.code === code)?.name ?? ''
      const { reader } = await register.reader.pinned()
      return publishedFigures(reader, { asAt: today(world) }, { code, name }, year)
    },
    recordLook: async look => recordLook(register, { ...(await authorOf(register)), origin: 'pages' }, look),
  }
}

/** Another text for every state of the records: their files, their key and the tables beside them. */
function stateOf(lake: Lake): string {
  return createHash('sha256').update(JSON.stringify(lake)).digest('hex')
}

function councilsOf({ submissions }: Lake): HeldCouncil[] {
  // The latest file knows the name best.
  const names = new Map(submissions.map(({ council, councilName }) => [council, councilName]))
  return [...names].map(([code, name]) => ({ code, name: name || code })).sort((a, b) => (a.code < b.code ? -1 : 1))
}
