/** How ratings and comparisons look in papers: a colour is never alone, a letter, a shape or words stand with it. */
import { entryOf, type Rating, ratings } from '../../shared/codes.ts'
import type { Cell } from '../outline/types.ts'

export type RatingLook = {
  readonly letter: string
  readonly shape: 'circle' | 'triangle' | 'diamond'
  /** Colour of mark and letter. */
  readonly mark: string
  /** Colour of words beside the mark. */
  readonly words: string
  /** Ground of a cell: the eye is led to what is wrong, so Green keeps the paper's white. */
  readonly ground: string | null
}

const colours: Record<Rating, Pick<RatingLook, 'mark' | 'words' | 'ground'>> = {
  Green: { mark: '#00703c', words: '#00562e', ground: null },
  Amber: { mark: '#8a5a00', words: '#8a5a00', ground: '#fdf0d5' },
  Red: { mark: '#942514', words: '#942514', ground: '#f9d9d3' },
}

/** The look of a rating. */
export function lookOf(rating: Rating): RatingLook {
  const { letter, shape } = entryOf(ratings, rating)
  return { letter, shape, ...colours[rating] } as RatingLook
}

type Comparison = NonNullable<Cell['compared']>

const comparisons: Record<Comparison, { word: string; says: RegExp; colour: string }> = {
  better: { word: 'better', says: /\b(?:better|improv\w+)\b/i, colour: '#00562e' },
  worse: { word: 'worse', says: /\b(?:worse|deteriorat\w+)\b/i, colour: '#942514' },
  same: { word: 'the same', says: /\b(?:same|change|changed|steady|level)\b/i, colour: '#505a5f' },
}

/** The text of a cell with its comparison in words, where its own words do not say it yet. */
export function comparedText(cell: Cell): string {
  if (!cell.compared) return cell.text
  const { word, says } = comparisons[cell.compared]
  if (says.test(cell.text)) return cell.text
  return cell.text ? `${cell.text}, ${word}` : word
}

/** Colour of the words and shape of a comparison. */
export const comparedColour = (compared: Comparison): string => comparisons[compared].colour
