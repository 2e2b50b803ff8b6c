import type { Route } from '../route.ts'
import { linkTo } from './wording.ts'

/** Where the figures of an indicator are read. */
export type FiguresLink = (indicator: string) => string

type Where = {
  readonly organisation: string
  readonly asAt: string | undefined
  /** Slugs of the committee's framework: each has a report card. */
  readonly committee: ReadonlySet<string>
}

/**
 * Links to the figures of indicators: to the page of an indicator where the table of routes has one; else to its report card; else
 * to what is said of its data.
 */
export function figuresLinks(table: readonly Route[], { organisation, asAt, committee }: Where): FiguresLink {
  const hasPages = table.some(({ method, path }) => method === 'GET' && /^\/:org\/indicators\/:\w+$/.test(path))
  return indicator => {
    if (hasPages) return linkTo(`/${organisation}/indicators/${indicator}`, { 'as-at': asAt })
    if (committee.has(indicator)) return linkTo(`/${organisation}/cards/${indicator}`, { 'as-at': asAt })
    return `${linkTo(`/${organisation}/about-the-data`, { 'as-at': asAt })}#${indicator}`
  }
}
