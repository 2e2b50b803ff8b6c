/** The formats that a paper can be rendered to. Each renderer is read when it is asked for, as some are large. */
import type { Fonts } from './fonts/fonts.ts'
import type { WebFonts } from './html/render-html.ts'
import type { Paper } from './outline/types.ts'

/** What a renderer is handed, as nothing in a paper reads files. */
export type PaperEffects = {
  readonly webFonts: () => WebFonts
  readonly printFonts: () => Fonts
  /** Gives back the memory of what is no longer used and is not the program's own, such as the pixels of a picture. */
  readonly sweep: () => Promise<void>
}

export type PaperFormat = {
  /** As `--format` names it. */
  readonly code: string
  readonly extension: string
  readonly render: (paper: Paper, effects: PaperEffects) => Promise<Uint8Array>
}

export const formats: readonly PaperFormat[] = [
  {
    code: 'html',
    extension: 'html',
    async render(paper, effects) {
      const { renderHtml } = await import('./html/render-html.ts')
      return renderHtml(paper, effects.webFonts())
    },
  },
  {
    code: 'docx',
    extension: 'docx',
    async render(paper, effects) {
      const { renderWord } = await import('./word/render-word.ts')
      return renderWord(paper, effects.printFonts(), effects.sweep)
    },
  },
  {
    code: 'pdf',
    extension: 'pdf',
    async render(paper, effects) {
      const { renderPdf } = await import('./pdf/render-pdf.ts')
      return renderPdf(paper, effects.printFonts())
    },
  },
  {
    code: 'csv',
    extension: 'csv',
    async render(paper) {
      const { renderCsv } = await import('./csv/render-csv.ts')
      return renderCsv(paper)
    },
  },
  {
    code: 'ods',
    extension: 'ods',
    async render(paper) {
      const { renderOds } = await import('./ods/render-ods.ts')
      return renderOds(paper)
    },
  },
]

/** The file of a paper: whose it is, the meeting and the title. @example 'norfolk-2017-06-19-performance-management-report.html' */
export function paperFileName(organisation: string, paper: Paper, { extension }: PaperFormat): string {
  const title = paper.title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
  return `${organisation}-${paper.meetingDay}-${title || 'report'}.${extension}`
}
