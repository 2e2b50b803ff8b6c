import { page } from '../show-page.ts'
import { GlossaryPage } from './view.tsx'

/** The words of the field and of these pages, explained. */
export const glossary = page({
  question: async () => null,
  view: (_, { frame }) => <GlossaryPage frame={frame} />,
})
