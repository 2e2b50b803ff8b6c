import { page } from '../show-page.ts'
import { AccessibilityPage } from './view.tsx'

/** What everybody can expect of the pages, and what is not good enough yet. */
export const accessibility = page({
  question: async () => null,
  view: (_, { frame }) => <AccessibilityPage frame={frame} />,
})
