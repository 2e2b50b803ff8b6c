/**
 * Makes examples/demo: an invented council with figures in every table of the exchange format. The same bytes every time: all
 * chance comes from the names of the indicators. The report cards and README.md there are written by hand and are not touched.
 *
 *   node scripts/make-demo.ts
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { entryOf, units } from '../src/shared/codes.ts'
import {
  contains,
  lastMonth,
  monthsOf,
  type Period,
  shiftMonths,
  toPeriod,
  yearAndMonth,
  yearOf,
} from '../src/shared/period/period.ts'
import { type DecimalText, roundedText } from '../src/shared/rounding.ts'
import { chanceOf, type Figure, figuresOf, quotient, shaken, sharedOut } from './support/demo-figures.ts'
import { withRecords } from './support/demo-from-records.ts'
import { type DemoIndicator, demoFrameworks } from './support/demo-indicators.data.ts'
import { notes } from './support/demo-notes.data.ts'
import {
  actions,
  actionUpdates,
  budgetLines,
  commentary,
  links,
  meetings,
  options,
  overrides,
  priorities,
  rebases,
  recommendations,
  risks,
  statedComparisons,
  targetPaths,
} from './support/demo-words.data.ts'
import { csvOf, problemsAcross, type Row, type Tables } from './support/exchange-tables.ts'

const indicators = Object.values(demoFrameworks).flat()
const bySlug = new Map(indicators.map(indicator => [indicator.slug, indicator]))
const figures = new Map(indicators.map(indicator => [indicator.slug, withRecords(indicator, figuresOf(indicator))]))

const council = 'harrowmere'
const started = 'starting-data'
const monthly = 'monthly-data'
const loadedOn = '2025-04-30'
const lastLoad = '2026-06-15'

/** The day on which a period's figures reach the council: the fifteenth of the month after it, later by the lag. */
function knownOn(period: Period, lag: number): string {
  const { year, month } = yearAndMonth(monthsOf(period).last + 1 + lag)
  const day = `${year}-${String(month).padStart(2, '0')}-15`
  return day < loadedOn ? loadedOn : day
}

const arrival = (day: string): Row => (day === loadedOn ? { source: started } : { source: monthly, known_on: day })

// ------------------------------------------------------------------------------------------------ areas

/** Invented councils to compare with, and how each stands to Harrowmere: a share above or below. */
const neighbours: readonly (readonly [slug: string, name: string, standing: number])[] = [
  ['ashenvale', 'Ashenvale', 0.03],
  ['brackwater', 'Brackwater', -0.04],
  ['coldmarsh', 'Coldmarsh', 0.01],
  ['dunmoor', 'Dunmoor', -0.02],
  ['easterholm', 'Easterholm', 0.05],
  ['fernwold', 'Fernwold', 0],
  ['greyfold', 'Greyfold', -0.06],
  ['hollowdale', 'Hollowdale', 0.02],
]

const localities = [
  ['north', 'North Harrowmere', 0.27],
  ['east', 'East Harrowmere', 0.22],
  ['south', 'South Harrowmere', 0.31],
  ['west', 'West Harrowmere', 0.2],
] as const

const geographies: readonly Row[] = [
  { geography: council, name: 'Harrowmere', type: 'council' },
  { geography: 'near-neighbours', name: 'Near neighbours', type: 'group', in_sentence: 'the near neighbours' },
  { geography: 'wold-region', name: 'Wold region', type: 'region', in_sentence: 'the Wold region' },
  {
    geography: 'england-example',
    name: 'England (made-up figures)',
    type: 'nation',
    in_sentence: 'England (made-up figures)',
  },
  ...neighbours.map(([geography, name]) => ({ geography, name, type: 'council' })),
  ...localities.map(([slug, name]) => ({ geography: `harrowmere-${slug}`, name, type: 'locality' })),
].map(row => ({ ...row, source: started }))

// ------------------------------------------------------------------------------------------------ figures of the council

const publisher = 'example-statistics'
const late = { slug: 'delayed-rate', periods: ['2025-07', '2025-08', '2025-09'], day: '2025-12-01' }
const recounted = { slug: 'cqc-good-or-better', periods: ['2025-05', '2025-06', '2025-07'], day: '2025-11-15' }

/** Rows of one figure: usually one; more where it came late, was revised or was taken back. */
function rowsOf(indicator: DemoIndicator, figure: Figure): Row[] {
  const { slug } = indicator
  const { period } = figure
  const day = knownOn(period, indicator.lag ?? 0)
  const row: Row = {
    indicator: slug,
    geography: council,
    period,
    value: figure.value,
    numerator: figure.numerator,
    denominator: figure.denominator,
    ...marked(slug, period),
  }
  const first: Row = { ...row, ...arrival(day) }
  const missing = (reason: string, note: string): Row => ({ indicator: slug, geography: council, period, reason, note })
  if (slug === late.slug && late.periods.includes(period))
    return [
      { ...missing('not_available', 'The hospital trust changed its system and sent no figures.'), ...arrival(day) },
      { ...row, note: 'Came late from the hospital trust.', source: monthly, known_on: late.day },
    ]
  if (slug === recounted.slug && recounted.periods.includes(period)) {
    const before = quotient(roundedText(Number(figure.numerator) - 3, 0), figure.denominator as DecimalText, 100, 1)
    return [
      { ...first, ...before },
      {
        ...row,
        note: 'Recounted: three providers had been listed under an old name.',
        source: monthly,
        known_on: recounted.day,
      },
    ]
  }
  if (slug === 'supervision-rate' && period === '2025-08')
    return [
      first,
      {
        ...missing('withheld', 'Taken back while one team’s records are checked.'),
        source: monthly,
        known_on: '2025-10-15',
      },
    ]
  if (slug === 'assessments-within-28-days' && period === '2025-06')
    return [
      { ...first, numerator: '', denominator: '' },
      { ...row, source: monthly, known_on: '2025-08-15' },
    ]
  if (slug === 'spend-net' && period === '2025-12')
    return [
      {
        ...first,
        value: roundedText(Number(figure.value) + 850_000, 0),
        marks: 'estimated',
        note: 'Estimated before the books closed.',
      },
      { ...row, source: monthly, known_on: '2026-02-15' },
    ]
  if (slug === 'waiting-for-assessment' && period < '2023-07')
    return [{ ...missing('not_applicable', 'Counted only from July 2023.'), ...arrival(day) }]
  return [first]
}

/** Marks that a figure carries from the start. */
function marked(slug: string, period: Period): Row {
  if (slug === 'discharge-delay-days' && period === '2024-04')
    return { marks: 'break', note: 'Counted from the day a person is ready, not from the decision.' }
  if (slug === 'sickness-days' && period === '2024-10')
    return { marks: 'break', note: 'The new staff system counts hours, not half days.' }
  if (slug === 'agency-spend' && period >= '2025-12' && period.length === 7)
    return {
      marks: 'not_comparable',
      note: 'Includes the bridging team paid from a grant, which the target leaves out.',
    }
  if (slug.startsWith('ascof-') && period === '2025/26')
    return { marks: 'provisional', note: 'Provisional until validated.' }
  if (slug === 'forecast-variance') return { marks: 'estimated' }
  return {}
}

/** The survey of users for 2025/26 is still out, and that of carers was not held in 2024/25. */
function annualRows(indicator: DemoIndicator, figure: Figure): Row[] {
  const { slug, dataSource } = indicator
  if (dataSource === 'Adult Social Care Survey' && figure.period === '2025/26')
    return [
      {
        indicator: slug,
        geography: council,
        period: figure.period,
        reason: 'not_due',
        until: '2026-07-31',
        note: 'Results of the survey of users are due in July.',
        source: monthly,
        known_on: '2026-05-15',
      },
    ]
  return rowsOf(indicator, figure)
}

function councilRows(): Row[] {
  return indicators.flatMap(indicator => {
    const own = figures.get(indicator.slug) ?? []
    if (indicator.frequency !== 'annual' && indicator.frequency !== 'every_two_years')
      return own.flatMap(figure => rowsOf(indicator, figure))
    const gap: Row[] =
      indicator.frequency === 'every_two_years'
        ? [
            {
              indicator: indicator.slug,
              geography: council,
              period: '2024/25',
              reason: 'not_applicable',
              note: 'No survey of carers in this year.',
              source: started,
            },
          ]
        : []
    return [...gap, ...own.flatMap(figure => annualRows(indicator, figure))]
  })
}

// ------------------------------------------------------------------------------------------------ breakdowns

type Dimension = { readonly name: string; readonly shares: readonly (readonly [category: string, share: number])[] }

const age: Dimension = {
  name: 'age',
  shares: [
    ['18-64', 0.36],
    ['65-84', 0.37],
    ['85+', 0.27],
  ],
}
const sex: Dimension = {
  name: 'sex',
  shares: [
    ['female', 0.58],
    ['male', 0.42],
  ],
}
const ethnicity: Dimension = {
  name: 'ethnicity',
  shares: [
    ['white', 0.905],
    ['asian', 0.04],
    ['black', 0.028],
    ['mixed', 0.012],
    ['other', 0.007],
    ['not-recorded', 0.008],
  ],
}
const locality: Dimension = { name: 'locality', shares: localities.map(([slug, , share]) => [slug, share]) }
const kindOfHarm: Dimension = {
  name: 'harm',
  shares: [
    ['neglect', 0.41],
    ['physical', 0.2],
    ['psychological', 0.19],
    ['financial', 0.16],
    ['other', 0.04],
  ],
}

/** The categories of one figure: whole numbers that add up to it. */
function partsOf(figure: Figure, dimension: Dimension, seed: string): (readonly [string, number])[] {
  const weights = shaken(
    dimension.shares.map(([, share]) => share),
    chanceOf(`${seed} ${dimension.name} ${figure.period}`),
  )
  const parts = sharedOut(Number(figure.value), weights)
  return dimension.shares.map(([category], at) => [`${dimension.name}=${category}`, parts[at] ?? 0] as const)
}

/** Counts by one dimension after the other, and by age and sex together; age and sex alone are the sums of those. */
function countBreakdowns(slug: string, dimensions: readonly Dimension[], periods: (period: Period) => boolean): Row[] {
  const lag = bySlug.get(slug)?.lag ?? 0
  return (figures.get(slug) ?? [])
    .filter(({ period }) => periods(period))
    .flatMap(figure => {
      const row = (breakdown: string, value: number): Row => ({
        indicator: slug,
        geography: council,
        breakdown,
        period: figure.period,
        value: String(value),
        ...arrival(knownOn(figure.period, lag)),
      })
      const ages = partsOf(figure, age, slug)
      const cells = ages.map(([category, count]) => {
        const parts = sharedOut(count, shaken([0.57, 0.43], chanceOf(`${slug} ${category} ${figure.period}`)))
        return { category, female: parts[0] ?? 0, male: parts[1] ?? 0 }
      })
      const joint = dimensions.includes(sex)
        ? [
            ...cells.flatMap(({ category, female, male }) => [
              row(`${category}; sex=female`, female),
              row(`${category}; sex=male`, male),
            ]),
            row(
              'sex=female',
              cells.reduce((sum, cell) => sum + cell.female, 0),
            ),
            row(
              'sex=male',
              cells.reduce((sum, cell) => sum + cell.male, 0),
            ),
          ]
        : []
      return [
        ...(dimensions.includes(age) ? ages.map(([breakdown, value]) => row(breakdown, value)) : []),
        ...joint,
        ...dimensions
          .filter(dimension => dimension !== age && dimension !== sex)
          .flatMap(dimension => partsOf(figure, dimension, slug).map(([breakdown, value]) => row(breakdown, value))),
      ]
    })
}

/** A percentage by locality: both counts are shared out, so that they add up to the council's. */
function shareBreakdown(slug: string, dimension: Dimension, spread: readonly number[]): Row[] {
  const indicator = bySlug.get(slug)
  const per = entryOf(units, indicator?.unit ?? 'percent').per ?? 1
  return (figures.get(slug) ?? []).flatMap(figure => {
    const chance = chanceOf(`${slug} ${dimension.name} ${figure.period}`)
    const under = sharedOut(
      Number(figure.denominator),
      shaken(
        dimension.shares.map(([, share]) => share),
        chance,
      ),
    )
    const rate = Number(figure.numerator) / Number(figure.denominator)
    // Those for whom it does not hold are shared out, so that no part can exceed its own denominator.
    const without = sharedOut(
      Number(figure.denominator) - Number(figure.numerator),
      under.map((count, at) => count * (1 - rate) * (spread[at] ?? 1)),
    )
    return dimension.shares.map(
      ([category], at): Row => ({
        indicator: slug,
        geography: council,
        breakdown: `${dimension.name}=${category}`,
        period: figure.period,
        ...quotient(
          roundedText((under[at] ?? 0) - (without[at] ?? 0), 0),
          roundedText(under[at] ?? 0, 0),
          per,
          indicator?.decimals ?? 1,
        ),
        ...arrival(knownOn(figure.period, indicator?.lag ?? 0)),
      }),
    )
  })
}

/** Carers supported, by the four localities as areas of their own: rates of their own populations. */
function localityRates(): Row[] {
  const slug = 'carers-supported-rate'
  return (figures.get(slug) ?? []).flatMap(figure => {
    const shares = localities.map(([, , share]) => share)
    const people = sharedOut(Number(figure.denominator), shares)
    const carers = sharedOut(
      Number(figure.numerator),
      shaken(
        shares.map((share, at) => share * (at === 3 ? 0.82 : 1)),
        chanceOf(`${slug} ${figure.period}`),
        0.04,
      ),
    )
    return localities.map(
      ([locality], at): Row => ({
        indicator: slug,
        geography: `harrowmere-${locality}`,
        period: figure.period,
        ...quotient(roundedText(carers[at] ?? 0, 0), roundedText(people[at] ?? 0, 0), 100_000, 0),
        ...arrival(knownOn(figure.period, 0)),
      }),
    )
  })
}

/** A few cells that arrived without their number because it was small. */
function suppressedRows(): Row[] {
  return ['2024/25', '2025/26'].flatMap(year =>
    ['mixed', 'other'].map(category => ({
      indicator: 'ascof-4b',
      geography: council,
      breakdown: `ethnicity=${category}`,
      period: year,
      reason: 'suppressed',
      note: 'Fewer than five people; the publisher suppressed it.',
      source: monthly,
      known_on: year === '2024/25' ? '2025-12-04' : '2026-05-15',
    })),
  )
}

// ------------------------------------------------------------------------------------------------ comparisons

const compared = indicators.filter(indicator => indicator.slug.startsWith('ascof-'))
const benchmarkDay = '2025-12-04'

type Placed = { readonly slug: string; readonly value: DecimalText }

/** What the neighbours have in a year, in the order of the group. */
function neighboursIn(indicator: DemoIndicator, figure: Figure): Placed[] {
  const chance = chanceOf(`${indicator.slug} ${figure.period} neighbours`)
  const scale = indicator.unit === 'percent' && Number(figure.value) > 60 ? 0.5 : 1
  return neighbours.map(([slug, , standing]) => {
    const level =
      Number(figure.value) *
      (1 + (standing + (chance() - 0.5) * 0.06) * scale * (indicator.polarity === 'smaller' ? -1.6 : 1))
    return {
      slug,
      value: roundedText(Math.min(level, indicator.unit === 'percent' ? 99.4 : level), indicator.decimals),
    }
  })
}

function benchmarkRows(): Row[] {
  return compared.flatMap(indicator =>
    (figures.get(indicator.slug) ?? [])
      .filter(({ period }) => period !== '2025/26')
      .flatMap(figure => {
        const group = neighboursIn(indicator, figure)
        const mean = group.reduce((sum, { value }) => sum + Number(value), 0) / group.length
        const area = (geography: string, value: DecimalText): Row => ({
          indicator: indicator.slug,
          geography,
          period: figure.period,
          value,
          source: 'benchmarks-2024-25',
        })
        return [
          ...group.map(({ slug, value }) => area(slug, value)),
          area('near-neighbours', roundedText(mean, indicator.decimals)),
          area('wold-region', roundedText(mean * 0.992, indicator.decimals)),
          area('england-example', roundedText(mean * 0.985, indicator.decimals)),
        ]
      }),
  )
}

/** Rank by competition ranking among the neighbours and Harrowmere, on published values. */
function rankOf(indicator: DemoIndicator, figure: Figure): { rank: number; tied: boolean } {
  const side = indicator.polarity === 'smaller' ? 1 : -1
  const own = Number(figure.value)
  const others = neighboursIn(indicator, figure).map(({ value }) => Number(value))
  return { rank: 1 + others.filter(value => side * value < side * own).length, tied: others.includes(own) }
}

function ranks(): Row[] {
  return compared.flatMap(indicator => {
    const own = figures.get(indicator.slug) ?? []
    const latest = own.find(({ period }) => period === '2024/25')
    if (!latest) return []
    const before = own.find(({ period }) => period === '2023/24')
    const now = rankOf(indicator, latest)
    const then = before ? rankOf(indicator, before) : undefined
    return [
      {
        indicator: indicator.slug,
        geography: council,
        period: latest.period,
        group: 'near-neighbours',
        rank: String(now.rank),
        of: String(neighbours.length + 1),
        tied: now.tied ? 'yes' : 'no',
        previous_rank: then ? String(then.rank) : '',
        previous_of: then ? String(neighbours.length + 1) : '',
        direction: !then || then.rank === now.rank ? 'unchanged' : now.rank < then.rank ? 'improved' : 'declined',
        basis: 'Best first',
        source: 'benchmarks-2024-25',
      },
    ]
  })
}

/** Three measures as the publisher prints them: another owner, so both figures stand side by side. */
const published = ['ascof-2b', 'ascof-2c', 'ascof-3d-i']

function publishedRows(): Row[] {
  return published.flatMap(slug => {
    const indicator = bySlug.get(slug)
    const latest = figures.get(slug)?.find(({ period }) => period === '2024/25')
    if (!indicator || !latest) return []
    const per = entryOf(units, indicator.unit).per ?? 1
    const numerator = roundedText(Math.round((Number(latest.numerator) * 0.985) / 5) * 5, 0)
    const row = (geography: string, rest: Row): Row => ({
      indicator: slug,
      geography,
      period: latest.period,
      owner: publisher,
      source: 'benchmarks-2024-25',
      ...rest,
    })
    return [
      row(council, {
        value: roundedText((Number(latest.numerator) * 0.985 * per) / Number(latest.denominator), 1),
        numerator,
        denominator: roundedText(Math.round(Number(latest.denominator) / 5) * 5, 0),
        note: 'Published counts are rounded to 5.',
      }),
      row('england-example', { value: roundedText(Number(latest.value) * 0.97, 1) }),
    ]
  })
}

// ------------------------------------------------------------------------------------------------ targets

const years = ['2023/24', '2024/25', '2025/26', '2026/27']

function targets(): Row[] {
  return indicators.flatMap(indicator => {
    const { slug, target } = indicator
    if (!target) return []
    const row = (year: string, value: string, purpose: string): Row => {
      const period = goalPeriod(indicator, year)
      const baseline = target.profile === 'line' ? lineStart(slug, year) : {}
      return {
        indicator: slug,
        geography: council,
        period,
        purpose,
        value,
        profile: purpose === 'ambition' ? 'points' : target.profile,
        ...(purpose === 'ambition' ? {} : baseline),
        ...(year === '2026/27' ? { source: 'paper-2026-06-15' } : { source: started }),
      }
    }
    return years.flatMap(year => [
      ...(target.goals[year] ? [row(year, target.goals[year], 'rated')] : []),
      ...(target.ambitions?.[year] ? [row(year, target.ambitions[year], 'ambition')] : []),
    ])
  })
}

/** Points stand at the last month or quarter of the year; other profiles, and goals for a forecast, speak of the whole year. */
function goalPeriod(indicator: DemoIndicator, year: string): string {
  const { frequency, target } = indicator
  if (demoFrameworks['workforce-finance']?.includes(indicator)) return year
  if (target?.profile !== 'points' || frequency === 'annual' || frequency === 'every_two_years') return year
  return frequency === 'quarterly' ? `${year}-Q4` : lastMonth(toPeriod(year))
}

/** A line starts from the last month before its year. */
function lineStart(slug: string, year: string): Row {
  const period = shiftMonths(lastMonth(toPeriod(year)), -12)
  const figure = figures.get(slug)?.find(each => each.period === period)
  return { baseline_period: period, baseline_value: figure?.value ?? '' }
}

/** Targets with a story: changed in the year, withdrawn, for one locality, and one whose profile we had to assume. */
const moreTargets: readonly Row[] = [
  {
    indicator: 'waiting-for-assessment',
    geography: council,
    period: '2025/26',
    purpose: 'rated',
    value: '600',
    profile: 'line',
    baseline_period: '2025-03',
    baseline_value: '',
    note: 'Changed by the committee: the goal of 450 cannot be reached with the posts that are vacant.',
    source: 'paper-2025-12-08',
  },
  {
    indicator: 'debt-over-six-months',
    geography: council,
    period: '2025/26',
    purpose: 'rated',
    value: '',
    profile: 'flat',
    note: 'Withdrawn until the new charging policy is in force.',
    source: 'paper-2026-03-09',
  },
  {
    indicator: 'home-after-91-days',
    geography: council,
    breakdown: 'locality=west',
    period: '2025/26',
    purpose: 'rated',
    value: '82',
    profile: 'flat',
    note: 'A lower goal for the locality with the fewest home care hours.',
    source: started,
  },
  {
    indicator: 'step-down-bed-occupancy',
    geography: council,
    period: '2023/24',
    purpose: 'rated',
    value: '92',
    profile: 'flat',
    assigned: 'period;profile',
    note: 'The contract names 92 without a year; taken as flat from its start.',
    source: started,
  },
]

// ------------------------------------------------------------------------------------------------ stated figures

const shown = (slug: string, period: string) => figures.get(slug)?.find(figure => figure.period === period)?.value ?? ''

const statedFigures: readonly Row[] = [
  {
    figure: 'waiting-march-2026',
    indicator: 'waiting-for-assessment',
    period: '2026-03',
    value: roundedText(Math.round(Number(shown('waiting-for-assessment', '2026-03')) / 50) * 50, 0),
    unit: 'people',
    precision: 'around',
    statement: 'People waiting for an assessment at the end of March 2026.',
    source: 'paper-2026-06-15',
  },
  {
    figure: 'early-march-2026',
    indicator: 'requests-resolved-early',
    period: '2026-03',
    value: shown('requests-resolved-early', '2026-03'),
    unit: 'percent',
    precision: 'exact',
    statement: 'Requests that ended with advice or help nearby in March 2026.',
    source: 'paper-2026-06-15',
  },
  {
    figure: 'longest-wait',
    indicator: 'assessments-within-28-days',
    period: '2025/26',
    value: '94',
    unit: 'days',
    precision: 'just over',
    statement: 'The longest wait for an assessment in the year.',
    source: 'paper-2026-06-15',
  },
  {
    figure: 'vacant-assessor-posts',
    indicator: '',
    period: '2025-12',
    value: '11',
    unit: 'posts',
    precision: 'exact',
    statement: 'Vacant posts in the two assessment teams at the end of December 2025.',
    source: 'paper-2026-03-09',
  },
]

// ------------------------------------------------------------------------------------------------ everything

const indicatorRows: readonly Row[] = [
  ...indicators.map(indicator => ({
    indicator: indicator.slug,
    name: indicator.name,
    short_name: indicator.short,
    description: indicator.description ?? '',
    topic: indicator.section,
    polarity: indicator.polarity,
    unit: indicator.unit,
    unit_note: indicator.unitNote ?? '',
    decimals: String(indicator.decimals),
    kind: indicator.kind,
    frequency: indicator.frequency,
    time_lag: String(indicator.lag ?? 0),
    counts: 'exact',
    may_exceed_100: indicator.mayExceed100 ? 'yes' : 'no',
    people_in: indicator.peopleIn ?? 'both',
    numerator_label: indicator.labels?.[0] ?? '',
    denominator_label: indicator.labels?.[1] ?? '',
    lead: leadOf(indicator),
    data_owner: 'Performance and Insight team',
    data_source:
      indicator.dataSource ?? (leadOf(indicator) === 'Head of Finance' ? 'Finance system' : 'Case management system'),
    related: indicator.related ?? '',
    source: started,
  })),
  ...published.map(slug => {
    const indicator = bySlug.get(slug)
    return {
      indicator: slug,
      name: indicator?.name ?? '',
      short_name: indicator?.short ?? '',
      topic: indicator?.section ?? '',
      polarity: indicator?.polarity ?? '',
      unit: indicator?.unit ?? '',
      decimals: '1',
      kind: 'in_period',
      frequency: 'annual',
      counts: 'rounded',
      data_owner: 'Example Statistics',
      owner: publisher,
      source: 'benchmarks-2024-25',
    }
  }),
]

function leadOf({ section, slug }: DemoIndicator): string {
  if (section === 'Finance') return 'Head of Finance'
  if (section === 'Workforce') return 'Head of Workforce'
  if (section === 'Complaints') return 'Customer Relations Manager'
  if (section === 'Front door') return 'Head of Access and Assessment'
  if (section === 'Short-term support' || section === 'Leaving hospital')
    return 'Head of Reablement and Hospital Discharge'
  if (section === 'Quality and safety')
    return slug === 'carers-supported-rate' ? 'Head of Commissioning' : 'Head of Safeguarding and Quality'
  return slug.startsWith('ascof-') ? 'Assistant Director, Adult Social Care' : 'Head of Community Social Work'
}

const memberships: readonly Row[] = [
  ...indicators.map((indicator, at) => ({
    framework: 'annual-review',
    indicator: indicator.slug,
    section: indicator.section,
    order: String(at + 1),
    reference: indicator.reference ?? '',
    member: 'yes',
    source: 'paper-2026-07-13',
  })),
  ...Object.entries(demoFrameworks).flatMap(([framework, list]) =>
    list.map((indicator, at) => ({
      framework,
      indicator: indicator.slug,
      section: indicator.section,
      order: String(at + 1),
      reference: indicator.reference ?? '',
      member: 'yes',
      source: started,
    })),
  ),
  {
    framework: 'workforce-finance',
    indicator: 'requests-received',
    section: 'Workforce',
    order: '19',
    member: 'yes',
    source: started,
  },
  {
    framework: 'workforce-finance',
    indicator: 'requests-received',
    section: 'Workforce',
    order: '19',
    member: 'no',
    source: 'paper-2025-09-15',
  },
]

const definitions: readonly Row[] = [
  {
    indicator: 'discharge-delay-days',
    version: '1',
    text: 'Days from the decision that a person may leave to the day they leave.',
  },
  {
    indicator: 'discharge-delay-days',
    version: '2',
    from: '2024-04',
    breaks: 'yes',
    text: 'Days from the day a person is ready to leave, which is earlier than the decision. Longer by about a fifth; not comparable with the years before.',
  },
  {
    indicator: 'safeguarding-outcomes-met',
    version: '1',
    text: 'Outcomes fully or partly met, of all concluded enquiries.',
  },
  {
    indicator: 'safeguarding-outcomes-met',
    version: '2',
    from: '2025/26-Q1',
    breaks: 'no',
    text: 'Outcomes fully or partly met, of concluded enquiries in which the person was asked and said what they wanted. Values hardly differ.',
  },
].map(row => ({ ...row, source: row.version === '1' ? started : 'paper-2025-09-15' }))

const fromApril2024 = (period: Period) => !contains(toPeriod('2023/24'), period)

const unowned: Tables = {
  organisations: [
    {
      organisation: 'demo',
      name: 'Harrowmere County Council',
      type: 'council',
      geography: council,
      committee_framework: 'vital-signs',
      invented: 'yes',
      notice: 'Harrowmere is an invented council: its figures are made up to show Tidemark.',
      licence: 'MIT, with Tidemark',
      source: started,
    },
    {
      organisation: publisher,
      name: 'Example Statistics',
      type: 'publisher',
      geography: 'england-example',
      invented: 'yes',
      notice: 'Example Statistics is an invented publisher: its figures are made up to show Tidemark.',
      licence: 'MIT, with Tidemark',
      owner: publisher,
      source: started,
    },
  ],
  sources: [
    {
      document: started,
      title: 'Figures to March 2025, loaded when Tidemark started',
      publisher: 'Harrowmere County Council',
      date: loadedOn,
    },
    {
      document: monthly,
      title: 'Monthly performance data',
      publisher: 'Harrowmere County Council',
      date: lastLoad,
      note: 'Each row says on which day it came.',
    },
    {
      document: 'benchmarks-2024-25',
      title: 'Adult social care outcomes 2024/25',
      publisher: 'Example Statistics',
      date: benchmarkDay,
    },
    {
      document: 'strategy-2025',
      title: 'Living Well in Harrowmere 2025 to 2028',
      publisher: 'Harrowmere County Council',
      date: loadedOn,
      date_assigned: 'yes',
      note: 'Undated; filed with the figures of April 2025.',
    },
    ...meetings.map(meeting => ({
      document: `paper-${meeting['date']}`,
      title: meeting['title'] ?? '',
      publisher: 'Harrowmere County Council',
      date: meeting['date'] ?? '',
    })),
  ].map(row => ({ date_assigned: 'no', licence: 'MIT, with Tidemark', ...row, source: row.document })),
  geographies,
  frameworks: [
    {
      framework: 'vital-signs',
      name: 'Vital Signs',
      edition: '2025/26',
      description: 'What the committee sees at every meeting: twenty signs of how well care works.',
      rating: 'target',
      stage: 'outputs',
      source: started,
    },
    {
      framework: 'ascof-2023',
      name: 'ASCOF',
      edition: '2023',
      description: 'Measures in the style of the national outcomes framework of 2023, and one local measure.',
      rating: 'target',
      stage: 'outcomes',
      source: started,
    },
    {
      framework: 'workforce-finance',
      name: 'Workforce and finance',
      edition: '2025/26',
      description: 'People, money and complaints, rated by the forecast of the year end.',
      rating: 'forecast',
      settings: 'amber_below=0.1; green_band=0.03',
      baseline_period: '2024/25',
      stage: 'inputs',
      source: started,
    },
    {
      framework: 'annual-review',
      name: 'Annual review',
      edition: '2025/26',
      description: 'Every indicator at once, for the meeting in July that looks back on the year.',
      rating: 'target',
      source: 'paper-2026-07-13',
    },
  ],
  indicators: indicatorRows,
  definitions,
  memberships,
  observations: [
    ...councilRows(),
    ...countBreakdowns('safeguarding-concerns', [age, sex, ethnicity, locality, kindOfHarm], () => true),
    ...countBreakdowns('requests-received', [age, sex, locality], fromApril2024),
    ...countBreakdowns('waiting-for-assessment', [age, locality], period => period >= '2023-07'),
    ...countBreakdowns('complaints-received', [locality], () => true),
    ...shareBreakdown('home-after-91-days', locality, [0.9, 1, 0.85, 1.35]),
    ...shareBreakdown('reviews-reduced-18-64', locality, [1, 0.95, 1.05, 1]),
    ...suppressedRows(),
    ...localityRates(),
    ...benchmarkRows(),
    ...publishedRows(),
  ],
  targets: [
    ...targets(),
    ...moreTargets.map(row =>
      'baseline_value' in row && row['baseline_value'] === ''
        ? { ...row, ...lineStart(row['indicator'] ?? '', '2025/26') }
        : row,
    ),
  ],
  groups: [
    {
      group: 'near-neighbours',
      name: 'Near neighbours',
      description: 'Eight invented counties of like size, age and wealth, chosen by the council.',
      members: neighbours.map(([slug]) => slug).join(';'),
      source: started,
    },
  ],
  commentary,
  actions,
  action_updates: actionUpdates,
  meetings,
  recommendations,
  budget_lines: budgetLines,
  risks,
  links,
  ranks: ranks(),
  stated_figures: statedFigures,
  stated_comparisons: statedComparisons,
  priorities,
  notes,
  follow_up_options: options,
  overrides,
  rebases,
  target_paths: targetPaths,
}

/** There are two owners in the folder, so each row says whose it is. */
const tables: Tables = Object.fromEntries(
  Object.entries(unowned).map(([table, rows]) => [table, rows.map(row => ({ owner: 'demo', ...row }))]),
)

const problems = problemsAcross(tables)
if (problems.length > 0) throw new RangeError(`Cannot write examples/demo:\n${problems.slice(0, 40).join('\n')}`)
const folder = join(import.meta.dirname, '..', 'examples', 'demo')
mkdirSync(folder, { recursive: true })
for (const file of readdirSync(folder)) if (file.endsWith('.csv')) rmSync(join(folder, file))
for (const [table, rows] of Object.entries(tables)) writeFileSync(join(folder, `${table}.csv`), csvOf(table, rows))
const all = Object.values(tables).reduce((sum, rows) => sum + rows.length, 0)
console.log(
  `examples/demo: ${Object.keys(tables).length} tables, ${all} rows, figures of ${yearOf(toPeriod('2023-04'))} to ${yearOf(toPeriod('2026-03'))}`,
)
