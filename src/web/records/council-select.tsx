import type { RecordsChoice } from './choice.ts'
import { Select } from './frame.tsx'

/** The choice of a council in a form of a page's own; nothing where there is one. */
export function CouncilSelect({ choice: { council, councils } }: { readonly choice: RecordsChoice }) {
  if (councils.length < 2) return null
  const options = councils.map(({ code, name }) => [code, name === code ? code : `${name} (${code})`] as const)
  return <Select name="council" label="Council" chosen={council.code} options={options} />
}
