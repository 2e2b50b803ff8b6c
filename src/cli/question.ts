import { type FrameworkData, loadFramework } from '../answers/framework-data.ts'
import { organisations } from '../answers/organisations/organisations.ts'
import type { Moment } from '../answers/types.ts'
import type { Reader } from '../register/index.ts'
import type { Audience } from '../shared/audience.ts'
import { audienceOption, dayOption, instantOption } from './options.ts'
import { Usage } from './usage.ts'
import { today, type World, withRegister } from './world.ts'

export type QuestionValues = {
  readonly home?: string | undefined
  readonly org?: string | undefined
  readonly framework?: string | undefined
  readonly 'as-at'?: string | undefined
  readonly 'recorded-before'?: string | undefined
  readonly audience?: string | undefined
}

/** Answers a question about a framework: loads it as at the moment asked for and hands it on. */
export async function ask<T>(
  values: QuestionValues,
  world: World,
  answer: (data: FrameworkData, reader: Reader) => Promise<T> | T,
): Promise<T> {
  return askOf(values, world, async (reader, owner, moment, audience) =>
    answer(await loadFramework(reader, owner, values.framework ?? null, moment, audience), reader),
  )
}

/** Answers a question about an organisation: hands on whose figures are asked for, as at which moment and for whom. */
export async function askOf<T>(
  values: QuestionValues,
  world: World,
  answer: (reader: Reader, owner: string, moment: Moment, audience: Audience) => Promise<T>,
): Promise<T> {
  const moment = momentOf(values, world)
  // Whoever sits at the machine holds the register itself.
  const audience = audienceOption(values.audience, 'officer', 'officer')
  return withRegister(values.home, world, async register => {
    const { reader } = await register.reader.pinned()
    return answer(reader, values.org ?? (await onlyOrganisation(reader, moment)), moment, audience)
  })
}

/** The moment that a question is asked about. @throws Usage when a day or an instant is none */
export function momentOf(values: QuestionValues, world: World): Moment {
  return {
    asAt: dayOption('as-at', values['as-at']) ?? today(world),
    recordedBefore: instantOption('recorded-before', values['recorded-before']),
  }
}

async function onlyOrganisation(reader: Reader, moment: Moment): Promise<string> {
  const all = await organisations(reader, moment)
  const [only, second] = all
  if (only && !second) return only.slug
  throw new Usage(
    only
      ? `Whose figures? Say --org with one of ${all.map(each => each.slug).join(', ')}`
      : `The register holds no organisation as at ${moment.asAt}: load the examples, or import figures`,
  )
}
