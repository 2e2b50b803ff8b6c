import type { Teller } from '../../context.ts'
import { markdownBlocks } from '../../markdown.ts'
import { heading } from '../../say.ts'

/** What officers say that the report means for money, law, climate, equality and else. */
export const implications: Teller = ({ report }, _, id) =>
  (report.round?.implications ?? []).flatMap(({ slug, label, text }) => [
    heading(label, `${id}-${slug}`),
    ...markdownBlocks(text),
  ])
