import { linkTo } from './wording.ts'

/** Where the figures of an indicator of one organisation are read, on one day. */
export type FiguresLink = (indicator: string) => string

/** Where everything known of an indicator stands. */
export function indicatorLink(organisation: string, indicator: string, asAt: string | undefined): string {
  return linkTo(`/${organisation}/indicators/${indicator}`, { 'as-at': asAt })
}
