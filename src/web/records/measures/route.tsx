import { twelveMonths } from '../choice.ts'
import { recordsFile, recordsPage } from '../page.tsx'
import { measuresTable } from './table.ts'
import { MeasuresPage } from './view.tsx'

const asked = {
  here: '/measures',
  name: 'measures',
  about: ({ month }: { readonly month: string }) => ({ month }),
} as const

/** Every ASCOF measure of a council over twelve months. */
export const recordsMeasures = recordsPage({
  ...asked,
  what: ({ month }) => `every ASCOF measure of ${twelveMonths(month)}`,
  view: (answer, context) => <MeasuresPage answer={answer} context={context} />,
})

/** The same as a file. */
export const recordsMeasuresFile = recordsFile({
  ...asked,
  tables: {
    measures: ({ figures }, { choice, month }) =>
      measuresTable(
        `ASCOF measures of ${twelveMonths(month)}`,
        choice.council.name,
        figures.filter(({ council }) => council === choice.council.code),
      ),
  },
})
