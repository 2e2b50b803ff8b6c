/** Sheets of targets: for each measure its definition, its path, what it means, and why it was chosen. */
import type { SheetPath, SheetsAnswer } from '../../../answers/targets/sheets.ts'
import type { PathView } from '../../../answers/targets/types.ts'
import { figure, ownerOf, withUnit } from '../../../answers/wording.ts'
import { entryOf, pathShapes, polarities } from '../../../shared/codes.ts'
import { periodInShort, periodInWords } from '../../../shared/period/format-period.ts'
import { comparePeriods, monthsBetween, type Period, typeOf } from '../../../shared/period/period.ts'
import { dayInWords, listed } from '../../../shared/words.ts'
import { benchmarkCell, figureOf, numberColumn, rowHeader, textColumn, valueCell } from '../cells.ts'
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
      tableApart: true,
    },
    targetTable(sheet, id),
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

/**
 * Results and targets in order of time, with what they mean in people where that is known, and the figures of other areas. Of months
 * those of the start's own month of each year are told, and the latest: the chart draws the others.
 */
function targetTable({ indicator, kept: { path }, cells, beside }: SheetPath, id: string): Table {
  const { baseline, years } = path
  const hasPeople = years.some(({ people }) => people !== null)
  const { counts, places } = path.countsOf
  const hasPlaces = places !== null && years.some(({ people }) => people?.placesShown)
  const none = { text: '[x]' }
  const people = (view: PathView['peopleNow']): Cell[] => {
    if (!hasPeople) return []
    return [
      view ? { text: view.countShown, value: view.count } : none,
      view ? { text: view.outOfShown, value: view.outOf } : none,
      ...(hasPlaces ? [view?.placesShown ? { text: view.placesShown } : none] : []),
    ]
  }
  const recorded = new Map(cells.map(cell => [cell.period, cell]))
  return {
    block: 'table',
    id: `${id}-table`,
    caption: `Results and targets: ${indicator.shortName}, ${indicator.unitLabel}`,
    description: `A row for each period with its result or its target${hasPeople ? ', and what that means in people' : ''}${beside.lines.length > 0 ? ', beside other areas' : ''}.`,
    columns: [
      rowHeader('Period', 1.5),
      numberColumn('Result'),
      numberColumn('Target'),
      ...(hasPeople
        ? [
            numberColumn(counts === 'People' ? 'Counted, about' : `${counts}, about`, 1.2),
            numberColumn('Out of, about', 1.2),
          ]
        : []),
      ...(hasPlaces ? [numberColumn(`${places}, about`, 1.2)] : []),
      ...beside.lines.map(({ name }) => numberColumn(name, 1.3)),
    ],
    rows: periodsTold(path, cells).map((period): Cell[] => {
      const year = years.find(each => each.period === period)
      const cell = recorded.get(period)
      const isStart = period === baseline.period
      return [
        { text: periodInWords(period), short: periodInShort(period) },
        isStart
          ? { text: figure(baseline.shown), value: baseline.value }
          : cell
            ? { ...valueCell(cell, indicator), rating: null }
            : none,
        year ? targetCell(path, period) : { text: 'none' },
        ...people(isStart ? path.peopleNow : (year?.target && year.people) || null),
        ...beside.lines.map(line => benchmarkCell(line, period)),
      ]
    }),
    size: 'text',
  }
}

/** The periods of the table: those of the results, the start, and the years of the path. */
function periodsTold({ baseline, years }: PathView, cells: SheetPath['cells']): Period[] {
  const isOfYears = typeOf(baseline.period) === 'year'
  const results = cells.filter(({ value }) => value !== null)
  const latest = results.at(-1)
  const told = (isOfYears ? cells : results).filter(
    cell => isOfYears || cell === latest || monthsBetween(cell.period, baseline.period) % 12 === 0,
  )
  const all = [...told.map(({ period }) => period), baseline.period, ...years.map(({ period }) => period)]
  return [...new Set(all)].sort(comparePeriods)
}
