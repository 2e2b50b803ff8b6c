import { linkTo } from './wording.ts'

/** Where everything known of an indicator stands. */
export function indicatorLink(organisation: string, indicator: string, asAt: string | undefined): string {
  return linkTo(`/${organisation}/indicators/${indicator}`, { 'as-at': asAt })
}
