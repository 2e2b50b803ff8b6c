import { dayInWords } from '../../shared/words.ts'
import type { Paper, Section } from '../outline/types.ts'
import { erratumSections } from './erratum.ts'
import type { Erratum } from './manifest.ts'

export type Publishing = {
  readonly version: number
  /** The day in the United Kingdom. */
  readonly day: string
  readonly auditHead: string
  /** With the day of what it replaces; null in the first version. */
  readonly erratum: (Erratum & { readonly replacesDay: string }) | null
}

/** The paper as it is published: its status says so, and a correction begins with the figures it corrects. */
export function publishedPaper(paper: Paper, publishing: Publishing): Paper {
  const { version, day, auditHead, erratum } = publishing
  // What the working copy says after its first sentence, such as that the council is invented, stays.
  const more = paper.status.replace(/^Not published: [^.]*\.\s*/, '')
  const head = auditHead === '' ? 'Audit head: none' : `Audit head ${auditHead}`
  const status = [`Published ${dayInWords(day)}, version ${version}. ${head}.`, more].filter(part => part !== '')
  return {
    ...paper,
    status: status.join(' '),
    sections: erratum ? corrected(paper.sections, { ...erratum, version, day }) : paper.sections,
  }
}

type Correction = NonNullable<Publishing['erratum']> & Pick<Publishing, 'version' | 'day'>

/** The sections between what the correction says of itself; its appendix comes after those of the paper. */
function corrected(sections: readonly Section[], correction: Correction): Section[] {
  const lettered = sections.filter(({ kind }) => kind === 'appendix').length
  const letter = String.fromCharCode(65 + Math.min(lettered, 25))
  const { head, places } = erratumSections({ ...correction, letter })
  return [head, ...sections, ...(places ? [places] : [])]
}
