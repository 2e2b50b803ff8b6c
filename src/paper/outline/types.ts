/**
 * What a paper says, before any format: headings, paragraphs, lists, tables with header cells, figures with words and a data
 * table. Every renderer takes this and nothing else, so that all formats say the same words and numbers.
 */
import type { ChartInput } from '../../charts/chart.ts'
import type { AssuranceIcon, VariationIcon } from '../../charts/signal-icons/signal-icons.ts'
import type { Rating } from '../../shared/codes.ts'
import type { Period } from '../../shared/period/period.ts'

export type Paper = {
  /**
   * A view is some rows of a page, as a reader chose them; records a table made from client-level records; undefined for the paper of
   * a meeting.
   */
  readonly of?: 'view' | 'records'
  /** Title of the document: "Performance management report". */
  readonly title: string
  readonly language: 'en-GB'
  readonly organisation: string
  readonly committee: string
  /** The meeting day, of a view the day as known, YYYY-MM-DD: also the time stamp of every file. */
  readonly meetingDay: string
  /** "Not published: as known on 19 June 2017", or what the publication says of itself. */
  readonly status: string
  /** Front matter in the template's order: Item, Meeting date, Responsible director … */
  readonly frontMatter: readonly { readonly label: string; readonly text: string }[]
  readonly sections: readonly Section[]
  /** What the shorthand symbols mean that occur in it, in the order of guidance. */
  readonly symbols: readonly { readonly symbol: string; readonly means: string }[]
  /** Notes referred to as [note 1], in order. */
  readonly notes: readonly string[]
}

/** A part under a heading of the first level. */
export type Section = {
  /** Stable, lower-case, with hyphens: an anchor in HTML, a bookmark in PDF and Word. */
  readonly id: string
  readonly heading: string
  readonly kind: SectionKind
  readonly orientation: 'portrait' | 'landscape'
  /** A report card begins a page and fits one. */
  readonly newPage: boolean
  readonly blocks: readonly Block[]
}

export type SectionKind =
  | 'front'
  | 'summary'
  | 'recommendations'
  | 'analysis'
  | 'dashboard'
  | 'criteria'
  | 'card'
  | 'action'
  | 'results'
  | 'finding'
  | 'appendix'

export type Block =
  | { readonly block: 'heading'; readonly level: 2 | 3; readonly id: string; readonly text: string }
  | { readonly block: 'paragraph'; readonly text: Words }
  | { readonly block: 'list'; readonly ordered: boolean; readonly items: readonly Words[] }
  /** A verdict in words with its rating: colour, letter and shape in each format. */
  | {
      readonly block: 'verdict'
      readonly rating: Rating | null
      readonly title: string
      readonly detail: string
      /** What else is said of the value, below it, a line each after its sign. */
      readonly beside?: readonly { readonly sign: Sign | null; readonly text: string }[]
    }
  | { readonly block: 'facts'; readonly facts: readonly { readonly label: string; readonly text: string }[] }
  | Table
  | Figure

/** Words in a row; each run plain or strong, or a link within the paper (`#id`) or outside it (http, https, mailto). */
export type Words = readonly Run[]
export type Run = { readonly text: string; readonly strong?: boolean; readonly to?: string }

export type Table = {
  readonly block: 'table'
  readonly id: string
  /** What the table is, above it. */
  readonly caption: string
  /** For who cannot see it: what rows and columns hold. */
  readonly description: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** Wide tables are set in 9 pt on a landscape page. */
  readonly size: 'text' | 'wide'
}

/** A sign of signal; the words beside it say what it means. */
export type Sign = VariationIcon | AssuranceIcon

export type Column = {
  /** Unique in the table. */
  readonly heading: string
  readonly align: 'left' | 'right'
  /** Cells of this column name their row. */
  readonly isRowHeader: boolean
  /** Share of the width, relative to the other columns. */
  readonly width: number
  /** The period whose values it holds, for machines. */
  readonly period?: Period
}

export type Cell = {
  readonly text: string
  /** The same in fewer letters, for where there is little room: "Mar 16" for "March 2016". */
  readonly short?: string
  /** The rating of the value: its letter stands under it and its ground is tinted. */
  readonly rating?: Rating | null
  /** Better or worse than what it is compared with, in words and shape. */
  readonly compared?: 'better' | 'worse' | 'same' | null
  /** The number behind the text, unrounded, for ODS and CSV; undefined where the cell is words. */
  readonly value?: number
  readonly strong?: boolean
  /** Stands before the text, where a format has pictures in tables. */
  readonly sign?: Sign | null
  /** Which figure of the register it shows, in words: so that a correction can name what it changed. */
  readonly fact?: { readonly indicator: string; readonly period: string; readonly unit: string }
  /** The slug of the indicator that it names, for machines. */
  readonly slug?: string
}

export type Figure = {
  readonly block: 'figure'
  readonly id: string
  /** The finding, as its title. */
  readonly title: string
  /** Measure, geography, period. */
  readonly subtitle: string
  /** The whole in words, for who cannot see it. */
  readonly sentence: string
  /** small: it stands beside the main one, and may be drawn at half the width. */
  readonly size?: 'main' | 'small'
  readonly chart: ChartInput
  readonly table: Table
  /** Its table stands elsewhere in the paper, so that none is shown with the chart. */
  readonly tableApart?: boolean
}
