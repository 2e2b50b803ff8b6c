import { type ActionChoice, logStates } from '../../answers/actions/action-log.ts'
import { organisationPage } from '../show-page.ts'
import { ActionsPage } from './view.tsx'

/** What was agreed, by whom, by when, and what became of it. */
export const actions = organisationPage({
  question: ({ services, organisation, moment, audience }) => services.actions(organisation.slug, moment, audience),
  view: (answer, { frame, query }) => <ActionsPage frame={frame} answer={answer} choice={readChoice(query)} />,
  keep: answer => ({ of: answer }),
})

/** Reads ?indicator=…&meeting=…&owner=…&state=no-update; an empty part of the form chooses everything. */
function readChoice(query: Readonly<Record<string, string>>): ActionChoice {
  const given = (name: string) => query[name]?.trim() || undefined
  return {
    indicator: given('indicator'),
    meeting: given('meeting'),
    owner: given('owner'),
    state: logStates.find(({ code }) => code.replaceAll('_', '-') === query['state'])?.code,
  }
}
