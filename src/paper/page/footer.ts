/** What stands at the foot of each page: one line, so without the audit's hash, which the first page gives. */
import type { Paper } from '../outline/types.ts'

/** The title and what the paper says of itself. @example 'Performance report · Published 20 June 2017, version 1.' */
export function footerWords({ title, status }: Pick<Paper, 'title' | 'status'>): string {
  return [title, status.replace(/\s*Audit head[^.]*\./, '')].filter(part => part !== '').join(' · ')
}
