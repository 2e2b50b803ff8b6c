import { counted, dayInWords } from '../../shared/words.ts'
import { rowHeader, textColumn } from '../outline/cells.ts'
import { paragraph } from '../outline/say.ts'
import type { Paper, Section } from '../outline/types.ts'
import { erratumId } from './differences.ts'
import type { Erratum } from './manifest.ts'

export type Publishing = {
  readonly version: number
  /** The day in the United Kingdom. */
  readonly day: string
  readonly auditHead: string
  /** With the day of what it replaces; null in the first version. */
  readonly erratum: (Erratum & { readonly replacesDay: string }) | null
}

/** The paper as it is published: its status says so, and a correction begins with what it corrects. */
export function publishedPaper(paper: Paper, publishing: Publishing): Paper {
  const { version, day, auditHead, erratum } = publishing
  // What the working copy says after its first sentence, such as that the council is invented, stays.
  const more = paper.status.replace(/^Not published: [^.]*\.\s*/, '')
  const head = auditHead === '' ? 'Audit head: none' : `Audit head ${auditHead}`
  const status = [`Published ${dayInWords(day)}, version ${version}. ${head}.`, more].filter(part => part !== '')
  return {
    ...paper,
    status: status.join(' '),
    sections: erratum ? [erratumSection(erratum, version, day), ...paper.sections] : paper.sections,
  }
}

function erratumSection(erratum: NonNullable<Publishing['erratum']>, version: number, day: string): Section {
  const { replaces, replacesDay, why, changes } = erratum
  return {
    id: erratumId,
    heading: 'Erratum',
    kind: 'front',
    orientation: 'portrait',
    newPage: false,
    blocks: [
      paragraph(
        `Version ${version}, published ${dayInWords(day)}, replaces version ${replaces}, published ${dayInWords(replacesDay)}.`,
      ),
      paragraph(`Why: ${why}`),
      {
        block: 'table',
        id: `${erratumId}-changes`,
        caption: `What differs from version ${replaces}: ${counted(changes.length, 'place')}`,
        description: 'A row for each place that differs, with what it said and what it says now.',
        columns: [rowHeader('Place', 4), textColumn('Before', 3), textColumn('Now', 3)],
        rows: changes.map(change => [
          { text: change.where },
          { text: change.old ?? 'not there' },
          { text: change.new ?? 'not there' },
        ]),
        size: 'text',
      },
    ],
  }
}
