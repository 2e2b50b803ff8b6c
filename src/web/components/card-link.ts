import type { DashboardRow } from '../../answers/types.ts'
import { linkTo } from './wording.ts'

/** Where the report card of a row's indicator stands. */
export function cardLink(organisation: string, row: DashboardRow, asAt: string | undefined): string {
  return linkTo(`/${organisation}/cards/${row.card ?? row.indicator.slug}`, { 'as-at': asAt })
}
