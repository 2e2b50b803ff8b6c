import type { Reader } from '../../register/index.ts'
import { listedActions } from '../actions/actions.ts'
import type { FrameworkData } from '../framework-data.ts'
import { categoriesFor } from '../observations.ts'
import { promptsOf } from './prompts.ts'
import type { PromptView } from './types.ts'

/** The prompts on several indicators of a framework, by their slugs, as the audience of the data may see what answers them. */
export async function promptsFor(
  reader: Reader,
  data: FrameworkData,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, readonly PromptView[]>> {
  if (slugs.length === 0) return new Map()
  const { organisation, moment, audience, alsoHidden, areas, standing } = data
  const owner = organisation.slug
  const geographies = [organisation.geography, ...areas.map(area => area.name)]
  const totals = [...[...data.observations.values()].flat(), ...data.elsewhere]
  const [byArea, facts] = await Promise.all([
    categoriesFor(reader, { owner, geographies, moment, audience, alsoHidden }, slugs, totals, standing),
    reader.current(['action', 'action_update'], moment, { owner }),
  ])
  const categories = byArea.filter(fact => fact.geography === organisation.geography)
  const actions = listedActions(facts, moment.asAt)
  return new Map(
    slugs.map(slug => [
      slug,
      promptsOf(slug, data, { categories, actions: actions.filter(each => each.indicators.includes(slug)) }),
    ]),
  )
}
