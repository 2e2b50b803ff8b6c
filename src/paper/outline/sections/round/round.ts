import type { NoteView, RoundHeading, RoundRow } from '../../../../answers/round/types.ts'
import { dayInWords } from '../../../../shared/words.ts'
import type { Teller } from '../../context.ts'
import { markdownBlocks } from '../../markdown.ts'
import { heading, list, paragraph, sentence, strong } from '../../say.ts'
import type { Block, Words } from '../../types.ts'
import { roles } from '../cards.ts'
import { categoriesOf, measuresOf } from './measures.ts'
import { headingId } from './tiles.ts'

/** Headings of the work: those that the template names. Several stand each under its own name. */
export const round: Teller = ({ report }, { frameworks }) => {
  const found = (report.round?.headings ?? []).filter(each => frameworks.includes(each.framework.slug))
  if (found.length === 1 && found[0]) return headingBlocks(found[0], 2)
  return found.flatMap(each => [
    heading(each.framework.name, `${headingId(each.framework.slug)}-name`),
    ...headingBlocks(each, 3),
  ])
}

/** Everything that is said under a heading of the work: summary, achievements, concerns, measures, categories, notes to act. */
function headingBlocks(each: RoundHeading, level: 2 | 3): Block[] {
  const id = headingId(each.framework.slug)
  return [
    ...wordsOf(each, level),
    ...measuresOf(
      // What is told by category alone has its table below.
      each.sections
        .flatMap(section => section.rows)
        .filter(
          ({ row }) => row.latest || !each.categories.some(({ indicator }) => indicator.slug === row.indicator.slug),
        ),
      `${each.framework.name}: measures`,
      `${id}-measures`,
    ),
    ...categoriesOf(each.categories, id),
    ...actionsOf(each, id, level),
  ]
}

/** Summary, achievements and concerns of a heading: by the rules, and as the officers see them. */
export function wordsOf({ framework, summary, difference, sections, notes }: RoundHeading, level: 2 | 3): Block[] {
  const id = headingId(framework.slug)
  const rows = sections.flatMap(section => section.rows)
  const points = (point: RoundRow['point']) => rows.filter(row => row.point === point)
  return [
    heading('Summary', id, level),
    paragraph(summary),
    ...(difference === '' ? [] : [paragraph(difference)]),
    ...notes.summary.flatMap(officersSay),
    ...pointsOf('Achievements', `${id}-achievements`, level, points('achievement'), notes.achievement),
    ...pointsOf('Concerns', `${id}-concerns`, level, points('concern'), notes.concern),
  ]
}

function pointsOf(
  name: 'Achievements' | 'Concerns',
  id: string,
  level: 2 | 3,
  rows: readonly RoundRow[],
  notes: readonly NoteView[],
): Block[] {
  if (rows.length + notes.length === 0) return []
  return [
    heading(name, id, level),
    ...(rows.length === 0
      ? []
      : [paragraph(`By the rules, ${rows.length === 1 ? 'one measure' : `${rows.length} measures`}:`)]),
    ...(rows.length === 0
      ? []
      : [list(rows.map(({ row, says }) => [strong(`${row.indicator.shortName}. `), sentence(says)]))]),
    ...(notes.length === 0 ? [] : [paragraph('Officers say:'), list(notes.map(note => inline(note)))]),
  ]
}

function officersSay(note: NoteView): Block[] {
  const [first, ...others] = markdownBlocks(note.text)
  if (first?.block !== 'paragraph') return markdownBlocks(note.text)
  return [{ block: 'paragraph', text: [strong('Officers say: '), ...first.text] }, ...others]
}

/** A note as the words of one item. */
function inline(note: NoteView): Words {
  return markdownBlocks(note.text).flatMap((block, at) => [
    ...(at === 0 ? [] : [{ text: ' ' }]),
    ...(block.block === 'paragraph' ? block.text : block.block === 'list' ? block.items.flat() : []),
  ])
}

function actionsOf({ actions }: RoundHeading, id: string, level: 2 | 3): Block[] {
  if (actions.length === 0) return []
  return [
    heading('Notes to act', `${id}-actions`, level),
    list(
      actions.map(({ type, description, ownerRole, dueOn }) => [
        strong(`${type === 'review' ? 'REVIEW' : 'ACTION'}: `),
        sentence(description),
        ownerRole === '' ? '' : ` By: ${roles(ownerRole)}.`,
        dueOn === '' ? '' : ` Due by ${dayInWords(dueOn)}.`,
      ]),
    ),
  ]
}
