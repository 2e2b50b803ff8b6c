/** The target-setting paper: a sheet for each measure, with its definition, its path, what it means, and why it was chosen. */
import type { SheetsAnswer } from '../../answers/targets/sheets.ts'
import { counted, dayInWords, listed } from '../../shared/words.ts'
import { paragraph } from './say.ts'
import { allTargets, sheetBlocks, sheetName } from './sections/target-sheets.ts'
import { symbolsIn } from './symbols.ts'
import type { Paper, Section } from './types.ts'

/** The target-setting paper of a framework, as known at the moment of the answer. */
export function targetsPaper(answer: SheetsAnswer): Paper {
  const { organisation, framework, moment, sheets } = answer
  const sections: Section[] = [overview(answer), ...sheets.map((sheet, at) => sheetSection(sheet, at, answer))]
  return {
    title: 'Target-setting paper',
    language: 'en-GB',
    organisation: organisation.name,
    committee: framework.name,
    meetingDay: moment.asAt,
    status: `Not published: as known on ${dayInWords(moment.asAt)}.`,
    frontMatter: [
      { label: 'Indicators', text: framework.name },
      { label: 'As known on', text: dayInWords(moment.asAt) },
      ...(organisation.notice === '' ? [] : [{ label: 'Notice', text: organisation.notice }]),
    ],
    sections,
    symbols: symbolsIn(sections),
    notes: ['Targets are judged unrounded where they lie on a line; each year is rounded only to be shown.'],
  }
}

function overview({ sheets, without, framework }: SheetsAnswer): Section {
  const paths = sheets.flatMap(sheet => sheet.paths)
  const agreed = paths.filter(({ kept }) => kept.state === 'agreed').length
  return {
    id: 'all-targets',
    heading: 'All targets',
    kind: 'summary',
    orientation: 'portrait',
    newPage: false,
    blocks: [
      paragraph(
        paths.length === 0
          ? `No path of targets is proposed for ${framework.name}.`
          : `${counted(paths.length, 'path')} of targets, ${agreed} agreed and ${paths.length - agreed} proposed. What is proposed is not rated.`,
      ),
      ...(paths.length > 0 ? [allTargets(paths)] : []),
      ...(without.length > 0 && paths.length > 0 ? [paragraph(`Without a path: ${listed(without)}.`)] : []),
    ],
  }
}

function sheetSection(sheet: SheetsAnswer['sheets'][number], at: number, answer: SheetsAnswer): Section {
  return {
    id: `sheet-${sheet.id}`,
    heading: `${at + 1} ${sheetName(sheet.paths)}`,
    kind: 'analysis',
    orientation: 'portrait',
    newPage: true,
    blocks: sheetBlocks(sheet, answer),
  }
}
