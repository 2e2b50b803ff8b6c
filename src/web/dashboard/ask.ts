import type { BoardAnswer } from '../../answers/types.ts'
import type { OrganisationContext } from '../show-page.ts'
import { type Choice, choiceWithin, readChoice } from './choice.ts'

/** The dashboard that an address asks for, with what of its choices can be had. @throws NotFound when there is no such framework */
export async function askBoard({
  services,
  organisation,
  query,
  moment,
  audience,
}: OrganisationContext): Promise<{ board: BoardAnswer; choice: Choice }> {
  const asked = readChoice(query)
  const { framework = null, to: end = null } = asked
  const board = await services.board(organisation.slug, { framework, end }, moment, audience)
  return { board, choice: choiceWithin(asked, board.dashboard) }
}
