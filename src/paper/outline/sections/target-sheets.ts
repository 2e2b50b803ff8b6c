/** Sheets of targets: for each measure its definition, its path, what it means, and why it was chosen. */
import type { SheetPath, SheetsAnswer } from '../../../answers/targets/sheets.ts'
import type { PathView } from '../../../answers/targets/types.ts'
import { figure, ownerOf, withUnit } from '../../../answers/wording.ts'
import { entryOf, pathShapes, polarities } from '../../../shared/codes.ts'
import { periodInWords } from '../../../shared/period/format-period.ts'
import { dayInWords, listed } from '../../../shared/words.ts'
import { figureOf, numberColumn, rowHeader, textColumn } from '../cells.ts'
import type { Teller } from '../context.ts'
import { markdownBlocks } from '../markdown.ts'
import { heading, list, paragraph, sentence } from '../say.ts'
import type { Block, Cell, Table } from '../types.ts'

/** The sheets of every framework whose targets the paper prints, one after the other. */
export const targetSheets: Teller = ({ report }) =>
  report.sheets.flatMap(answer =>
    answer.sheets.flatMap(sheet => [
      heading(sheetName(sheet.paths), `sheet-${sheet.id}`),
      ...(sheet.paths.length > 1 ? [sideBySide(sheet.paths)] : []),
      ...sheet.paths.flatMap(path => onePath(path, answer, path.indicator.shortName)),
    ]),
  )

/** The blocks of a sheet that is a section of its own. */
export function sheetBlocks({ paths }: SheetsAnswer['sheets'][number], answer: SheetsAnswer): Block[] {
  const [first] = paths
  if (paths.length === 1 && first) return onePath(first, answer, '')
  return [
    sideBySide(paths),
    ...paths.flatMap(path => [
      heading(path.indicator.shortName, `sheet-${path.indicator.slug}`),
      ...onePath(path, answer, path.indicator.shortName),
    ]),
  ]
}

/** Targets of several indicators by year, from where they start, and whether they are agreed. */
export function allTargets(paths: readonly SheetPath[]): Table {
  const years = [...new Set(paths.flatMap(({ kept }) => kept.path.years.map(({ period }) => period)))].sort()
  return {
    block: 'table',
    id: 'all-targets-table',
    caption: 'Targets by year',
    description:
      'A row for each indicator: from where its path starts, its target of each year, and whether it is agreed.',
    columns: [
      rowHeader('Indicator', 3),
      textColumn('Starts from', 2),
      ...years.map(year => numberColumn(year)),
      textColumn('State'),
    ],
    rows: paths.map(({ indicator, kept: { path, state } }): Cell[] => [
      { text: `${indicator.shortName} (${indicator.unitLabel})` },
      { text: `${figure(path.baseline.shown)} in ${periodInWords(path.baseline.period)}` },
      ...years.map(year => targetCell(path, year)),
      { text: state },
    ]),
    size: 'text',
  }
}

function targetCell({ years }: PathView, year: string): Cell {
  const target = years.find(({ period }) => period === year)?.target
  return target ? { text: figure(target.shown), value: target.value } : { text: '[x]' }
}

/** What age groups share in the names of their indicators. */
export function sheetName(paths: readonly SheetPath[]): string {
  const names = paths.map(({ indicator }) => indicator.name)
  const [name = ''] = names
  if (names.length < 2) return name
  const bare = name.replace(
    /\s*\(?(?:for people )?aged? ?18[-–]64\)?|\s*\((?:18[-–]64|65\+)\)|,? (?:18[-–]64|65\+)/i,
    '',
  )
  return `${bare.trim()}, by age group`
}

/** Age groups side by side. */
function sideBySide(paths: readonly SheetPath[]): Table {
  const table = allTargets(paths)
  return { ...table, id: `side-by-side-${paths[0]?.indicator.slug}`, caption: 'Age groups side by side' }
}

function onePath(sheet: SheetPath, answer: SheetsAnswer, below: string): Block[] {
  const { indicator, kept, current, cells, beside, related } = sheet
  const { path, words } = kept
  const id = `sheet-${indicator.slug}`
  const level = below === '' ? 2 : 3
  const under = (title: string, part: string) =>
    heading(below === '' ? title : `${title}: ${below}`, `${id}-${part}`, level)
  const long = (title: string, part: string, text: string): Block[] => {
    const blocks = markdownBlocks(text)
    return [under(title, part), ...(blocks.length > 0 ? blocks : [paragraph('Nothing has been written yet.')])]
  }
  const around = [...beside.sentences, ...related]
  const title = `${shapeInWords(path)}: ${path.years.flatMap(({ period, target }) => (target ? [`${figure(target.shown)} in ${period}`] : [])).join(', ')}`
  return [
    { block: 'facts', facts: factsOf(kept, current, indicator) },
    ...long('Factors likely to affect performance', 'factors', words.factors),
    under('Targets', 'targets'),
    {
      ...figureOf({
        id: `${id}-figure`,
        indicator,
        cells,
        start: path.baseline,
        benchmarks: beside.lines,
        owner: ownerOf(answer.organisation.name),
        title,
        subtitle: `${indicator.name}, ${answer.areaName}`,
        sentence: `${indicator.name}. ${title}. It starts from ${withUnit(path.baseline.shown, indicator)} in ${periodInWords(path.baseline.period)}.`,
        size: 'small',
      }),
      // The table of targets says all that the chart draws, unless there is more to it than a start and a path.
      tableApart: cells.every(cell => cell.target || cell.value === null || cell.period === path.baseline.period),
    },
    targetTable(path, indicator, id),
    ...(around.length > 0 ? [list(around)] : []),
    ...path.warnings.map(warning => paragraph(sentence(warning))),
    under('What does this mean?', 'meaning'),
    list([...path.meaning, ...(path.band ? [path.band] : []), ...path.forecast, path.paceSentence]),
    ...long('Rationale', 'rationale', words.rationale),
    ...(words.citation === '' ? [] : [paragraph(`Good practice is stated in: ${sentence(words.citation)}`)]),
    ...long('Alternatives considered', 'alternatives', words.alternatives),
    ...(words.note === '' ? [] : [paragraph(sentence(words.note))]),
  ]
}

function factsOf(
  { words, state, agreedBy, agreedOn, knownOn, writtenAfter }: SheetPath['kept'],
  current: SheetPath['current'],
  indicator: SheetPath['indicator'],
) {
  const used = entryOf(polarities, words.polarityUsed).label
  const printed = entryOf(polarities, words.polarityPrinted).label
  return [
    { label: 'Definition', text: words.definition },
    { label: 'Good', text: used === printed ? used : `${used} (the document prints: ${printed.toLowerCase()})` },
    {
      label: 'Owner',
      text: words.owner === '' ? 'not stated' : listed(words.owner.split(';').map(role => role.trim())),
    },
    {
      label: 'Current performance',
      text: current ? `${withUnit(current.shown, indicator)} in ${periodInWords(current.period)}` : 'no figure yet',
    },
    {
      label: 'State',
      text:
        state === 'agreed'
          ? [`Agreed by ${agreedBy} on ${dayInWords(agreedOn || knownOn)}`, writtenAfter].filter(Boolean).join('. ')
          : `Proposed, ${dayInWords(knownOn)}`,
    },
  ]
}

function shapeInWords(path: PathView): string {
  const { label } = entryOf(pathShapes, path.shape)
  return path.basis === '' ? label : `${label} (${path.basis})`
}

/** Result and targets by year, with what they mean in people where that is known. */
function targetTable(path: PathView, indicator: SheetPath['indicator'], id: string): Table {
  const hasPeople = path.years.some(({ people }) => people !== null)
  const { counts, places } = path.countsOf
  const hasPlaces = places !== null && path.years.some(({ people }) => people?.placesShown)
  const people = (view: PathView['peopleNow']): Cell[] => {
    if (!hasPeople) return []
    const none = { text: '[x]' }
    return [
      view ? { text: view.countShown, value: view.count } : none,
      view ? { text: view.outOfShown, value: view.outOf } : none,
      ...(hasPlaces ? [view?.placesShown ? { text: view.placesShown } : none] : []),
    ]
  }
  return {
    block: 'table',
    id: `${id}-table`,
    caption: `Result and targets: ${indicator.shortName}, ${indicator.unitLabel}`,
    description: `A row for the result from which the path starts, then one for each year with its target${hasPeople ? ' and what it means in people' : ''}.`,
    columns: [
      rowHeader('Year', 1.5),
      numberColumn('Result'),
      numberColumn('Target'),
      ...(hasPeople
        ? [
            numberColumn(counts === 'People' ? 'Counted, about' : `${counts}, about`, 1.2),
            numberColumn('Out of, about', 1.2),
          ]
        : []),
      ...(hasPlaces ? [numberColumn(`${places}, about`, 1.2)] : []),
    ],
    rows: [
      [
        { text: periodInWords(path.baseline.period) },
        { text: figure(path.baseline.shown), value: path.baseline.value },
        { text: 'none' },
        ...people(path.peopleNow),
      ],
      ...path.years.map(({ period, target, people: view }): Cell[] => [
        { text: period },
        { text: '[x]' },
        targetCell(path, period),
        ...people(target ? view : null),
      ]),
    ],
    size: 'text',
  }
}
