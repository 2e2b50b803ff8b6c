/** The named styles of the Word document: whoever edits it changes a style, not a hundred paragraphs. */
import {
  AlignmentType,
  BorderStyle,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
  ShadingType,
} from 'docx'
import { type Rating, ratings } from '../../shared/codes.ts'
import { fontFamily } from '../fonts/fonts.ts'
import { lookOf } from '../page/looks.ts'

const ink = '0b0c0c'
const quiet = '505a5f'
const brand = '12436d'

/** Half points, as Word counts sizes of text. */
export const half = (points: number): number => Math.round(points * 2)
/** Twentieths of a point, as Word counts lengths. */
export const twips = (points: number): number => Math.round(points * 20)

/** A colour as Word writes it. @example colourOf('#12436d') // '12436d' */
export const colourOf = (css: string): string => css.slice(1)

const heading = (size: number, before: number, after: number) => ({
  run: { font: fontFamily, size: half(size), bold: true, color: ink },
  paragraph: { spacing: { before: twips(before), after: twips(after) }, keepNext: true, keepLines: true },
})

/** Name of the paragraph style of a verdict. */
export const verdictStyle = (rating: Rating | null): string => `Verdict${rating ?? 'None'}`

function verdict(rating: Rating | null) {
  const look = rating ? lookOf(rating) : null
  const ground = look ? (look.ground ?? '#ffffff') : '#f3f2f1'
  return {
    id: verdictStyle(rating),
    name: `Verdict ${rating ?? 'none'}`,
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { color: ink },
    paragraph: {
      spacing: { before: twips(6), after: twips(6) },
      indent: { left: twips(12) },
      keepLines: true,
      shading: { type: ShadingType.CLEAR, fill: colourOf(ground), color: 'auto' },
      border: {
        left: { style: BorderStyle.SINGLE, size: 36, space: 6, color: look ? colourOf(look.mark) : quiet },
      },
    },
  }
}

/** Size of the foot of a page, in points. */
export const footSize = 9

const paragraphs = [
  { id: 'Quiet', name: 'Quiet', run: { color: quiet }, paragraph: { spacing: { after: twips(6) } } },
  { id: 'TOC1', name: 'toc 1', run: { size: half(11) }, paragraph: { spacing: { after: twips(1.5) } } },
  { id: 'Fact', name: 'Fact', run: {}, paragraph: { spacing: { after: twips(3) } } },
  {
    id: 'Contents',
    name: 'Contents heading',
    run: { size: half(15), bold: true },
    paragraph: { spacing: { before: twips(16), after: twips(6) }, keepNext: true },
  },
  {
    id: 'Note',
    name: 'Note',
    run: { size: half(9.5) },
    paragraph: { spacing: { after: twips(1) } },
  },
  { id: 'TableText', name: 'Table text', run: {}, paragraph: { spacing: { before: twips(3), after: twips(3) } } },
  {
    id: 'TableTextSmall',
    name: 'Table text small',
    run: { size: half(9) },
    paragraph: { spacing: { before: twips(0.6), after: twips(0.6), line: twips(10.7), lineRule: LineRuleType.EXACT } },
  },
  { id: 'Picture', name: 'Picture', run: {}, paragraph: { spacing: { after: twips(6) } } },
  {
    id: 'PageFoot',
    name: 'Page foot',
    run: { size: half(footSize), color: quiet },
    paragraph: { spacing: { after: 0 } },
  },
  ...[11, 10, 9].map(size => ({
    id: `Card${size}`,
    name: `Card text ${size}`,
    run: { size: half(size) },
    paragraph: { spacing: { after: twips(4) } },
  })),
]

export const styles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: fontFamily,
        size: half(12),
        color: ink,
        language: { value: 'en-GB', eastAsia: 'en-GB', bidirectional: 'ar-SA' },
      },
      paragraph: { spacing: { after: twips(8) } },
    },
    title: heading(28, 4, 8),
    heading1: heading(20, 22, 8),
    heading2: heading(15, 15, 6),
    heading3: heading(12.5, 12, 4),
    caption: {
      run: { bold: true, italics: false, size: half(12), color: ink },
      paragraph: { spacing: { before: twips(10), after: twips(4) }, keepNext: true },
    },
    hyperlink: { run: { color: brand, underline: {} } },
    listParagraph: { paragraph: { spacing: { after: twips(4) } } },
  },
  paragraphStyles: [
    ...paragraphs.map(style => ({ ...style, basedOn: 'Normal', next: 'Normal', quickFormat: true })),
    verdict(null),
    ...ratings.map(({ code }) => verdict(code)),
  ],
}

const indent = { paragraph: { indent: { left: twips(20), hanging: twips(16) } } }

export const numbering: INumberingOptions = {
  config: [
    {
      reference: 'bullets',
      levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, style: indent }],
    },
    {
      reference: 'numbers',
      levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT, style: indent }],
    },
    {
      reference: 'notes',
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '[note %1]',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: twips(54), hanging: twips(54) } } },
        },
      ],
    },
  ],
}
