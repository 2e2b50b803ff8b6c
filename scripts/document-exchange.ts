/**
 * Writes docs/exchange-format.md and docs/exchange-format.csvw.json from the tables of the exchange format. The examples in it are
 * the first that occur in examples/demo. With --check it writes nothing and fails when either file is not up to date.
 *
 *   node scripts/document-exchange.ts [--check]
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import type { Column, ColumnType } from '../src/intake/exchange/columns.ts'
import { commonColumns, historyColumns, type Table, tables } from '../src/intake/exchange/tables.data.ts'
import {
  frequencies,
  kinds,
  marks,
  pathShapes,
  pathStates,
  polarities,
  profiles,
  purposes,
  reasons,
  summaryGroups,
  units,
  volumeRules,
} from '../src/shared/codes.ts'

const root = join(import.meta.dirname, '..')

type Row = Readonly<Record<string, string>>

function demoRows(table: string): Row[] {
  const path = join(root, 'examples', 'demo', `${table}.csv`)
  return existsSync(path) ? (parseCsv(readFileSync(path), { columns: true }) as Row[]) : []
}

// ------------------------------------------------------------------------------------------------ in words

const typesInWords: Readonly<Record<ColumnType, string>> = {
  slug: 'slug',
  text: 'text',
  markdown: 'Markdown',
  day: 'day',
  period: 'period',
  decimal: 'decimal',
  integer: 'whole number',
  yes_no: 'yes or no',
  code: 'code',
  list: 'list',
  breakdown: 'breakdown',
  settings: 'settings',
  year_values: 'values of years',
}

const typesExplained: readonly (readonly [ColumnType, string, string])[] = [
  ['slug', 'lower-case letters, digits and hyphens', '`waiting-for-assessment`'],
  ['text', 'one line', '`Head of Finance`'],
  ['markdown', 'Markdown without raw HTML; may have several lines', '`The list is **shorter**.`'],
  ['day', 'year, month and day', '`2026-03-09`'],
  [
    'period',
    'a month, a quarter of a financial year, a financial year, or two months with a slash between. Other spellings of papers (`Mar 16`, `Q2 2017/18`, `P9 2016/17`) are understood on reading and written like this',
    '`2016-12`, `2017/18-Q2`, `2016/17`, `2017-04/2017-09`',
  ],
  [
    'decimal',
    'digits with at most one point, perhaps a minus, with the decimals that the source prints: `79.0` is not `79`. Thousands separators and a percent sign are taken off on reading',
    '`618.0`',
  ],
  ['integer', 'digits, perhaps a minus', '`12`'],
  ['yes_no', '`yes` or `no`', '`yes`'],
  ['code', 'one of the words listed', '`bigger`'],
  ['list', 'slugs, days or codes with semicolons between', '`ascof-2b;ascof-2c`'],
  ['breakdown', 'dimensions and categories; empty is the total', '`age=65+; sex=female`'],
  ['settings', 'names and numbers', '`amber_below=0.1; green_band=0.03`'],
  ['year_values', 'financial years and their values, each year once', '`2017/18=28.86; 2018/19=25.00`'],
]

const codeTables: readonly (readonly [string, string, readonly { readonly code: string; readonly label: string }[]])[] =
  [
    ['Polarity', 'which way is good', polarities],
    ['Unit', 'what a value is counted in', units],
    ['Kind', 'how a value relates to time', kinds],
    ['Frequency', 'how often there is a value', frequencies],
    ['Reason', 'why there is no value', reasons],
    ['Mark', 'what a reader must know of a value', marks],
    ['Profile', 'how a target spreads over the periods before its own', profiles],
    ['Purpose', 'whether a target is judged by', purposes],
    ['Shape', 'how a path to a goal is drawn', pathShapes],
    ['State', 'how far a path has been decided', pathStates],
    ['Volume rule', 'what stays the same where a target is put into people', volumeRules],
    ['Summary group', 'where an indicator stands in the summary', summaryGroups],
  ]

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |\n`
  return line(head) + line(head.map(() => '---')).replaceAll(' --- ', '---') + rows.map(line).join('')
}

function exampleOf(column: Column, rows: readonly Row[]): string {
  const value = rows.map(row => row[column.name] ?? '').find(text => text !== '')
  if (value === undefined) return ''
  return `\`${value.length > 60 ? `${value.slice(0, 57)}…` : value}\``
}

function neededInWords(column: Column): string {
  if (column.required) return 'yes'
  return column.fallback === undefined ? '' : `else \`${column.fallback}\``
}

function columnsInWords(columns: readonly Column[], rows: readonly Row[]): string {
  return tableOf(
    ['column', 'type', 'needed', 'meaning', 'example'],
    columns.map(column => [
      `\`${column.name}\`${column.key ? ' (key)' : ''}`,
      typesInWords[column.type],
      neededInWords(column),
      column.codes && !column.codes.some(code => column.about.includes(code))
        ? `${column.about} One of ${column.codes.join(', ')}.`
        : column.about,
      exampleOf(column, rows),
    ]),
  )
}

function tableInWords(table: Table): string {
  const card = table.name === 'cards' ? `\n${cardInWords}` : ''
  return `### ${table.name}\n\n${table.about}\n\n${columnsInWords(table.columns, demoRows(table.name))}${card}`
}

const cardInWords = `In a folder a card may also be a file \`cards/NAME.md\`, or \`cards/DAY/NAME.md\` where there are several versions:

\`\`\`md
---
card: waiting-for-assessment
title: "Waiting for an assessment"
indicators: [waiting-for-assessment]
supplementary: [assessments-within-28-days]
lead: "Head of Access and Assessment"
data_owner: "Performance and Insight team"
linked: "Assessed within 28 days: one falls when the other rises."
source: paper-2025-09-15
---

## Why is this important

## What explains current performance

## What will success look like

## Action required
\`\`\`
`

function document(): string {
  const links = tables.map(({ name }) => `[${name}](#${name})`).join(' · ')
  return `<!-- Made by scripts/document-exchange.ts from src/intake/exchange/tables.data.ts: change it there. -->

# The exchange format

Everything that Tidemark knows of an organisation, as tables that any spreadsheet can open. A folder of CSV files, or one workbook with a
sheet for each table, can be imported; an export writes the same tables. \`examples/demo\` uses all of them. The same description for
machines is in [exchange-format.csvw.json](exchange-format.csvw.json) (CSV on the Web).

Contents: [files](#files) · [types](#types) · [codes](#codes) · [columns that every table may have](#columns-that-every-table-may-have)
· tables: ${links} · [what an export adds](#what-an-export-adds)

## Files

- CSV as in RFC 4180: commas, double quotes where needed, UTF-8, a first line with the names of the columns. Each file is named after
  its table: \`observations.csv\`. In a workbook each sheet is.
- Columns may come in any order. Those that are not needed may be left out; an empty cell says the same as a missing column.
- A table that is not there says nothing. One that Tidemark does not know is reported, as is a column.
- **Each row is a fact, and facts are only ever added.** A row with the same key (the columns marked so) and owner as an earlier one supersedes it
  from the day on which it was known. Two rows may have one key in one file when they were known on different days: that is how a
  revision is written. To take something back, add a row: a value gives way to a reason, a target to an empty value, a link to
  \`active: no\`.
- Every fact has the day on which it was known: its own \`known_on\`, else the date of its source, else the day that is named when
  importing. A row without any of them is refused.

## Types

${tableOf(
  ['type', 'what may stand there', 'example'],
  typesExplained.map(([type, explained, example]) => [typesInWords[type], explained, example]),
)}
## Codes

${codeTables
  .map(
    ([name, about, list]) =>
      `**${name}**: ${about}.\n\n${tableOf(
        ['code', 'means'],
        list.map(({ code, label }) => [`\`${code}\``, label]),
      )}`,
  )
  .join('\n')}
## Columns that every table may have

${columnsInWords(commonColumns, [{ owner: 'example-statistics', known_on: '2025-12-01', source: 'paper-2026-03-09' }])}
## Tables

${tables.map(tableInWords).join('\n')}
## What an export adds

An export holds every fact, superseded ones too. These columns say when and by whom each was recorded; only a restore into an empty
register reads them.

${columnsInWords(historyColumns, [])}`
}

// ------------------------------------------------------------------------------------------------ for machines

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

const slugPattern = '[a-z0-9][a-z0-9+-]*'
const periodPattern = '[0-9]{4}-(0[1-9]|1[0-2])(/[0-9]{4}-(0[1-9]|1[0-2]))?|[0-9]{4}/[0-9]{2}(-Q[1-4])?'

const datatypes: Readonly<Record<ColumnType, (column: Column) => { readonly [name: string]: Json }>> = {
  slug: () => ({ datatype: { base: 'string', format: slugPattern } }),
  text: () => ({ datatype: 'string' }),
  markdown: () => ({ datatype: 'string', 'dc:format': 'text/markdown' }),
  day: () => ({ datatype: { base: 'date', format: 'yyyy-MM-dd' } }),
  period: () => ({ datatype: { base: 'string', format: periodPattern } }),
  decimal: () => ({ datatype: 'decimal' }),
  integer: () => ({ datatype: 'integer' }),
  yes_no: () => ({ datatype: { base: 'boolean', format: 'yes|no' } }),
  code: column => ({ datatype: { base: 'string', format: (column.codes ?? []).join('|') } }),
  list: column => ({
    datatype: column.codes ? { base: 'string', format: column.codes.join('|') } : 'string',
    separator: ';',
  }),
  breakdown: () => ({ datatype: 'string', separator: '; ' }),
  settings: () => ({ datatype: 'string', separator: '; ' }),
  year_values: () => ({ datatype: 'string', separator: '; ' }),
}

/** Which table explains the slugs of a column. Notes, not foreign keys: a fact may stand there once for each day it was known. */
const explainedBy: Readonly<Record<string, string>> = {
  indicator: 'indicators',
  indicators: 'indicators',
  supplementary: 'indicators',
  related: 'indicators',
  geography: 'geographies',
  framework: 'frameworks',
  committee_framework: 'frameworks',
  meeting: 'meetings',
  action: 'actions',
  owner: 'organisations',
  source: 'sources',
  members: 'geographies',
  group: 'groups',
}

function columnForMachines(column: Column): Json {
  return {
    name: column.name,
    titles: column.name,
    'dc:description': column.about,
    ...datatypes[column.type](column),
    required: column.required ?? false,
    ...(column.fallback === undefined || column.fallback === '' ? {} : { default: column.fallback }),
  }
}

function tableForMachines(table: Table): Json {
  const columns = [...table.columns, ...commonColumns]
  const notes = columns.flatMap(({ name }): Json[] => {
    const target = explainedBy[name]
    const keyOfTable = tables.find(each => each.name === target)?.columns[0]?.name
    if (target === undefined || keyOfTable === undefined || (target === table.name && name === keyOfTable)) return []
    if (table.name === 'overrides' && name === 'group') return []
    return [{ column: name, refersTo: `${target}.csv`, referredColumn: keyOfTable }]
  })
  const keys: Json = { key: columns.filter(column => column.key).map(column => column.name) }
  return {
    url: `${table.name}.csv`,
    'dc:title': table.name,
    'dc:description': table.about,
    notes: [keys, ...notes],
    tableSchema: { columns: columns.map(columnForMachines) },
  }
}

function metadata(): string {
  const group: Json = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    'dc:title': 'Tidemark exchange format',
    'dc:description':
      'Every table of the exchange format with all its columns. A file may leave out columns that are not required, and may hold them in another order.',
    dialect: {
      encoding: 'utf-8',
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      header: true,
      lineTerminators: ['\n', '\r\n'],
    },
    tables: tables.map(tableForMachines),
  }
  return `${inLines(group)}\n`
}

/** JSON as the formatter of this repository likes it: lists of plain values on one line where they fit. */
function inLines(value: Json, indent = ''): string {
  const deeper = `${indent}  `
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const isList = Array.isArray(value)
  const parts: readonly string[] = isList
    ? value.map((item: Json) => inLines(item, deeper))
    : Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${inLines(item, deeper)}`)
  const [open, close] = isList ? ['[', ']'] : ['{', '}']
  const isPlain = isList && value.every((item: Json) => typeof item !== 'object' || item === null)
  if (parts.length === 0 || isPlain) return `${open}${parts.join(', ')}${close}`
  return `${open}\n${deeper}${parts.join(`,\n${deeper}`)}\n${indent}${close}`
}

// ------------------------------------------------------------------------------------------------ writing

const files: readonly (readonly [path: string, text: string])[] = [
  ['docs/exchange-format.md', document()],
  ['docs/exchange-format.csvw.json', metadata()],
]
const check = process.argv.includes('--check')
const stale = files.filter(
  ([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text,
)
if (!check) for (const [path, text] of stale) writeFileSync(join(root, path), text)
console.log(
  stale.length === 0
    ? 'Both are up to date'
    : `${check ? 'Not up to date' : 'Written'}: ${stale.map(([path]) => path).join(', ')}`,
)
if (check && stale.length > 0) process.exit(1)
