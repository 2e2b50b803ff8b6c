import type { Fact } from '../../shared/facts.ts'
import { NotFound } from '../not-found.ts'
import { councilsOf, type NationalData } from './national-data.ts'

/** A council that can be compared: of the publishers' files, and perhaps an organisation of the register as well. */
export type Council = {
  readonly slug: string
  readonly name: string
  readonly area: Fact<'geography'>
  /** The slug of the organisation whose area it is; null where it does not report to the register itself. */
  readonly organisation: string | null
}

/**
 * The council that is meant: an organisation of the register, or a council of the publishers' files by its slug, its name or
 * one of its codes.
 * @throws NotFound when there is none, with those of a like name
 */
export function findCouncil(data: NationalData, asked: string): Council {
  const organisation = data.organisations.get(asked)
  const slug = organisation?.payload.geography ?? asked
  const councils = councilsOf(data)
  if (councils.length === 0)
    throw new NotFound(
      `The register holds no figures of national publishers as at ${data.moment.asAt}: load the example england, or import their files`,
    )
  const area = councils.find(each => each.name === slug) ?? byNameOrCode(councils, asked, isWider(data, asked))
  if (!area) {
    if (organisation)
      throw new NotFound(`${organisation.payload.name} is not among the councils of the publishers’ files`)
    const key = tidy(asked)
    const near = councils.filter(each => key.length > 2 && tidy(each.payload.name).includes(key)).map(each => each.name)
    const hint = near.length > 0 ? `did you mean ${near.slice(0, 5).join(' or ')}?` : 'give its slug, name or code'
    throw new NotFound(`Nobody knows a council called ${asked} as at ${data.moment.asAt}: ${hint}`)
  }
  const own = organisation ?? [...data.organisations.values()].find(each => each.payload.geography === area.name)
  return { slug: area.name, name: area.payload.name, area, organisation: own?.name ?? null }
}

/** Whether a wider area bears the name: London is not the City of London. */
function isWider(data: NationalData, asked: string): boolean {
  const name = asked.trim().toLowerCase()
  return [...data.areas.values()].some(
    ({ payload }) => payload.type !== 'council' && payload.name.toLowerCase() === name,
  )
}

function byNameOrCode(
  councils: readonly Fact<'geography'>[],
  asked: string,
  isAreaName: boolean,
): Fact<'geography'> | undefined {
  const spelled = ({ payload }: Fact<'geography'>) =>
    [payload.name, payload.onsCode ?? '', ...(payload.aliases ?? '').split(';')].filter(text => text !== '')
  const exact = (text: string) => text.trim().toLowerCase() === asked.trim().toLowerCase()
  const key = tidy(asked)
  const ways = [
    (each: Fact<'geography'>) => spelled(each).some(exact),
    // A number is that of a council before and after it changed.
    (each: Fact<'geography'>) => exact(each.payload.cassrCode ?? ''),
    (each: Fact<'geography'>) => key !== '' && !isAreaName && spelled(each).some(text => tidy(text) === key),
  ]
  const found = ways.map(is => councils.filter(is)).find(each => each.length > 0) ?? []
  // The council of today is meant.
  return found.find(each => (each.payload.to ?? '') === '') ?? found[0]
}

/** A name without the words that say what kind of council it is of. */
function tidy(text: string): string {
  return text
    .toLowerCase()
    .replace(/\b(london borough|city|county|borough|metropolitan|district|of|the|council)\b/g, ' ')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
}
