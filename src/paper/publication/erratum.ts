/** What a correction says of itself: the figures that changed at the head of the paper, every other place at its end. */
import { entryOf, reasons } from '../../shared/codes.ts'
import { counted, dayInWords } from '../../shared/words.ts'
import { rowHeader, textColumn } from '../outline/cells.ts'
import { paragraph } from '../outline/say.ts'
import type { Block, Cell, Section, Table } from '../outline/types.ts'
import { type Difference, erratumId, erratumPlacesId } from './differences.ts'
import type { Erratum } from './manifest.ts'

/** So many other places stand at the head, beside the figures. */
const fewPlaces = 8

type Correction = Erratum & {
  /** The day on which the version that it replaces was published. */
  readonly replacesDay: string
  readonly version: number
  readonly day: string
  /** The letter of the appendix that would hold the other places. */
  readonly letter: string
}

/** The section that begins a correction, and the appendix with the places that are no figures, where there are many. */
export function erratumSections(correction: Correction): { head: Section; places: Section | null } {
  const { version, day, replaces, replacesDay, why, changes, letter } = correction
  const figures = figuresIn(changes)
  const others = changes.filter(({ fact }) => !fact)
  const table = placesTable(others, replaces)
  const areMany = others.length > fewPlaces
  const heading = `Appendix ${letter}: Other places that the correction changes`
  return {
    head: section(erratumId, 'Erratum', 'front', [
      paragraph(
        `Version ${version}, published ${dayInWords(day)}, replaces version ${replaces}, published ${dayInWords(replacesDay)}.`,
      ),
      paragraph(`Why: ${why}`),
      ...(figures.length === 0 ? [paragraph('No figure of a table has changed.')] : [figuresTable(figures, replaces)]),
      ...(others.length > 0 && !areMany ? [table] : []),
      ...(areMany
        ? [
            paragraph([
              `${counted(others.length, 'other place', 'other places')}, such as sentences that speak of these figures, are listed in `,
              { text: `Appendix ${letter}`, to: `#${erratumPlacesId}` },
              '.',
            ]),
          ]
        : []),
    ]),
    places: areMany ? section(erratumPlacesId, heading, 'appendix', [table]) : null,
  }
}

function section(id: string, heading: string, kind: Section['kind'], blocks: readonly Block[]): Section {
  return { id, heading, kind, orientation: 'portrait', newPage: false, blocks }
}

type FigureChange = Difference & { readonly fact: NonNullable<Difference['fact']> }

/** Each figure once, as the first table of the paper that holds it says it. */
function figuresIn(changes: readonly Difference[]): FigureChange[] {
  const seen = new Set<string>()
  return changes.filter((change): change is FigureChange => {
    if (!change.fact) return false
    const key = `${change.fact.indicator} in ${change.fact.period}`
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

function figuresTable(figures: readonly FigureChange[], replaces: number): Table {
  return {
    block: 'table',
    id: `${erratumId}-figures`,
    caption: `Figures that differ from version ${replaces}: ${figures.length}`,
    description: 'A row for each figure: its indicator and period, what it was, and what it is now.',
    columns: [rowHeader('Indicator', 4), textColumn('Period', 1.7), textColumn('Was', 1.7), textColumn('Is now', 1.7)],
    rows: figures.map(change => [
      { text: `${change.fact.indicator} (${change.fact.unit})` },
      { text: change.fact.period },
      ...wasAndIs(change),
    ]),
    size: 'text',
  }
}

function placesTable(others: readonly Difference[], replaces: number): Table {
  return {
    block: 'table',
    id: `${erratumId}-changes`,
    caption: `What else differs from version ${replaces}: ${counted(others.length, 'place')}`,
    description: 'A row for each place that differs, with what it said and what it says now.',
    columns: [rowHeader('Place', 3), textColumn('Before', 4), textColumn('Now', 4)],
    rows: others.map(change => [{ text: change.where }, ...wasAndIs(change)]),
    size: 'wide',
  }
}

/** What was said and what is said now; what is hidden now is not repeated. */
function wasAndIs({ old, new: now }: Difference): Cell[] {
  const hidden = entryOf(reasons, 'suppressed').shorthand
  if (old !== null && now !== null && old.startsWith(hidden) && now.startsWith(hidden))
    return [{ text: 'not repeated' }, { text: `${hidden} now hidden` }]
  return [{ text: old ?? 'not there' }, { text: now ?? 'not there' }]
}
