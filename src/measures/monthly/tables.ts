/** A monthly run as tables of the exchange format. */
import { csvText } from '../../intake/exchange/export/csv-text.ts'
import { definitionOf } from '../definition.ts'
import { monthlyIndicators } from './indicators.data.ts'
import type { MonthlyRun } from './monthly.ts'

export const monthlyFramework = 'client-records'

/** What the register holds already of an organisation: an officer may have changed it, so it is not said again. */
export type Held = {
  readonly indicators: ReadonlySet<string>
  readonly hasFramework: boolean
}

export type Table = { readonly name: string; readonly text: string }

/** The tables that bring a run into the register of an organisation which answers for an area. */
export function tablesOf(run: MonthlyRun, geography: string, held: Held): Table[] {
  const document = `cld-${run.council.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${run.run}`
  const fresh = monthlyIndicators.filter(({ slug }) => !held.indicators.has(slug))
  const tables: (readonly [string, readonly (readonly string[])[]])[] = [
    [
      'sources',
      [
        ['document', 'title', 'date', 'note'],
        [
          document,
          `Client-level records of council ${run.council}, run ${run.run}`,
          run.knownOn,
          `Computed from ${run.files.join(', ')}`,
        ],
      ],
    ],
  ]
  if (!held.hasFramework)
    tables.push([
      'frameworks',
      [
        ['framework', 'name', 'description', 'source'],
        [
          monthlyFramework,
          'From client records',
          'Measures at every month’s end, from client-level records.',
          document,
        ],
      ],
    ])
  if (fresh.length > 0) {
    tables.push([
      'indicators',
      [
        [
          'indicator',
          'name',
          'short_name',
          'polarity',
          'unit',
          'decimals',
          'kind',
          'frequency',
          'numerator_label',
          'data_source',
          'measure',
          'source',
        ],
        ...fresh.map(({ slug, name, shortName, polarity, kind, folder, measure }) => {
          const figure = definitionOf(folder).figures.find(each => each.measure === measure)
          const unit = figure?.unit === 'percent' ? 'percent' : 'per_100k'
          return [
            slug,
            name,
            shortName,
            polarity,
            unit,
            String(figure?.decimals ?? 1),
            kind,
            'monthly',
            figure?.counts ?? '',
            'Client-level records',
            'none',
            document,
          ]
        }),
      ],
    ])
    tables.push([
      'memberships',
      [
        ['framework', 'indicator', 'section', 'order', 'reference', 'source'],
        ...fresh.map(({ slug, section, reference }) => {
          const order = monthlyIndicators.findIndex(each => each.slug === slug) + 1
          return [monthlyFramework, slug, section, String(order), reference, document]
        }),
      ],
    ])
  }
  tables.push([
    'observations',
    [
      [
        'indicator',
        'geography',
        'breakdown',
        'period',
        'value',
        'numerator',
        'denominator',
        'reason',
        'marks',
        'note',
        'source',
      ],
      ...run.observations.map(each => [
        each.indicator,
        geography,
        each.breakdown,
        each.period,
        each.value,
        each.numerator,
        each.denominator,
        each.reason,
        each.marks.join(';'),
        each.note,
        document,
      ]),
    ],
  ])
  return tables.map(([name, rows]) => ({ name: `${name}.csv`, text: csvText(rows) }))
}
