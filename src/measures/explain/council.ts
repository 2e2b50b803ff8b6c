import type { Submission } from '../lake/lake.ts'

/**
 * The code of a council that somebody names by code or by name.
 * @throws Error when no submission is that council's
 */
export function councilCode(submissions: readonly Pick<Submission, 'council' | 'councilName'>[], said: string): string {
  const same = (text: string) => text.trim().toLowerCase() === said.trim().toLowerCase()
  const found = submissions.find(({ council, councilName }) => same(council) || same(councilName))
  if (found) return found.council
  const held = [...new Set(submissions.map(({ council, councilName }) => `${council} ${councilName}`.trim()))].sort()
  throw new Error(`There are no records of a council ${said}; there are those of ${held.join(', ')}`)
}
