/**
 * The Vital Signs dashboards of Norfolk County Council, Adult Social Care Committee: performance management reports of
 * 6 March 2017 and 19 June 2017, as printed. A cell is a value, perhaps with `=numerator:denominator`; `/` where none
 * was printed.
 */
import type { Polarity, Profile, Unit } from '../shared/codes.ts'
import { comparePeriods, monthNumber, monthPeriod, type Period } from '../shared/period/period.ts'
import type { DecimalText } from '../shared/rounding.ts'
import { type Target, targetFor } from './profile/target-for.ts'
import { noRating, rate, type Verdict } from './rating/rate.ts'
import { latestPoint, type Series, valueAt } from './series.ts'
import { decimalsShown } from './value/decimals-shown.ts'
import { judgedValue, type Recorded } from './value/judged-value.ts'

export const marchReport = '2017-03-06'
export const juneReport = '2017-06-19'

type Row = {
  readonly slug: string
  readonly polarity: Polarity
  readonly unit: Unit
  /** January 2016 to January 2017 */
  readonly march: string
  /** March 2016 to March 2017 */
  readonly june: string
  /** March 2015, from June's report card */
  readonly card?: string
}

export const rows: readonly Row[] = [
  {
    slug: 'reablement-no-ongoing-service',
    polarity: 'bigger',
    unit: 'percent',
    march: '86.2 86.5 86.3 87.2 91.8 89.9 89.1 89.4 91.6 92.9 91.0 91.9 /',
    june: `
      86.3=334:387 87.2=387:444 91.8=367:400 89.9=357:397 89.1=342:384 89.4=371:415 91.6=380:415 92.9=352:379
      91.0=365:401 91.9=340:370 84.2=362:430 85.8=387:451 88.6=413:466`,
  },
  {
    slug: 'res-admissions-18-64-rate',
    polarity: 'smaller',
    unit: 'per_100k',
    march: '22.5 22.5 21.7 21.1 19.7 18.7 17.7 18.3 17.0 16.6 16.6 / /',
    june: '21.7 21.1 19.7 18.7 17.7 18.3 17.0 16.6 16.6 16.4 18.5 18.1 19.3',
    card: '31.0',
  },
  {
    slug: 'res-admissions-65-plus-rate',
    polarity: 'smaller',
    unit: 'per_100k',
    march: '622 617 623 616 622 614 613 613 621 630 637 / /',
    june: '623 616 622 614 613 613 621 630 637 628 627 625 633',
    card: '724',
  },
  {
    slug: 'res-nursing-rate',
    polarity: 'smaller',
    unit: 'per_100k',
    march: '567 564 565 567 568 562 558 558 555 558 563 562 /',
    june: '565 567 568 562 558 558 555 558 563 562 554 557 557',
  },
  {
    slug: 'community-care-share',
    polarity: 'bigger',
    unit: 'percent',
    march: '66.5 66.7 66.8 66.7 66.7 66.9 67.1 67.1 67.2 67.1 66.7 66.4 /',
    june: `
      66.8=8203:12277 66.7=8173:12259 66.7=8204:12299 66.9=8190:12243 67.1=8208:12233 67.1=8200:12223 67.2=8197:12196
      67.1=8198:12222 66.7=8128:12190 66.4=8028:12082 66.7=8011:12005 66.6=8020:12036 66.6=8015:12034`,
  },
  {
    slug: 'service-users-18-64-rate',
    polarity: 'smaller',
    unit: 'per_100k',
    march: '928 929 936 935 937 940 939 937 938 941 937 935 /',
    june: '936 935 937 940 939 937 938 941 937 935 934 931 938',
  },
  {
    slug: 'service-users-65-plus-rate',
    polarity: 'smaller',
    unit: 'per_100k',
    march: '3495 3505 3523 3516 3531 3497 3496 3494 3479 3486 3479 3433 /',
    june: '3523 3516 3531 3497 3496 3494 3479 3486 3479 3433 3399 3422 3404',
  },
  {
    slug: 'reablement-home-91-days',
    polarity: 'bigger',
    unit: 'percent',
    march: '91.4 91.7 90.7 92.2 91.9 93.3 94.3 93.2 94.5 94.1 93.0 / /',
    june: `
      90.7=675:744 92.2=650:705 91.9=682:742 93.3=699:749 94.3=779:826 93.2=744:798 94.5=750:794 94.1=732:778
      93.0=771:829 93.1=828:889 93.1=825:886 93.5=839:897 94.2=861:914`,
  },
  {
    slug: 'dtoc-social-care-rate',
    polarity: 'smaller',
    unit: 'per_100k',
    march: '1.5 1.5 1.5 2.9 2.6 2.4 2.6 3.0 3.1 3.1 3.1 / /',
    june: '1.5 2.9 2.6 2.4 2.6 3.0 3.1 3.1 3.1 3.2 3.4 3.5 3.56',
  },
  {
    slug: 'ld-paid-employment',
    polarity: 'bigger',
    unit: 'percent',
    march: '3.6 3.6 3.7 3.3 3.3 3.2 3.2 3.3 3.3 3.3 3.3 3.3 /',
    june: `
      3.7=77:2095 3.3=71:2127 3.3=69:2120 3.2=69:2128 3.2=69:2126 3.3=70:2133 3.3=71:2127 3.3=71:2136 3.3=70:2138
      3.3=70:2135 3.3=69:2122 3.3=69:2113 3.3=69:2122`,
  },
  {
    slug: 'mh-paid-employment',
    polarity: 'bigger',
    unit: 'percent',
    march: '1.9 1.8 2.1 1.9 2.1 2.3 2.3 2.3 2.3 2.3 2.3 2.3 /',
    june: `
      2.1=16:768 1.9=15:770 2.1=16:773 2.3=18:778 2.3=18:776 2.3=18:772 2.3=18:783 2.3=18:790 2.3=18:787 2.3=18:782
      2.1=17:798 2.0=16:806 2.0=17:832`,
  },
  {
    slug: 'enquiries-resolved-at-contact',
    polarity: 'bigger',
    unit: 'percent',
    march: '37.2 39.6 42.3 34.0 36.2 35.5 37.4 33.3 37.2 37.1 37.3 36.5 /',
    june: `
      42.3=2097:4955 34.0=1575:4636 36.2=1579:4367 35.5=1621:4562 37.4=1720:4602 33.3=1532:4599 37.2=1716:4613
      37.1=1606:4326 37.3=1668:4476 36.5=1400:3831 37.9=1779:4698 38.2=1485:3888 40.0=1931:4825`,
  },
  {
    slug: 'carers-supported-rate',
    polarity: 'bigger',
    unit: 'per_100k',
    march: '658 662 647 604 602 607 598 598 589 586 591 588 /',
    june: '647 604 602 607 598 598 589 586 591 588 583 576 581',
  },
  {
    slug: 'cqc-good-or-above',
    polarity: 'bigger',
    unit: 'percent',
    march: '56.9 56.7 56.9 60.6 61.2 62.9 65.0 68.0 69.2 69.7 / / /',
    june: `
      56.9=99:174 60.6=123:203 61.2=131:214 62.9=154:245 65.2=174:267 68.2=210:308 69.5=228:328 69.7=264:379
      72.8=286:393 72.8=302:415 / / /`,
  },
  {
    slug: 'assessments-info-guidance-only',
    polarity: 'bigger',
    unit: 'percent',
    march: '10.9 13.4 11.1 13.0 9.0 14.2 9.7 14.2 9.2 / / / /',
    june: `
      11.1=113:1019 13.0=127:975 9.0=79:877 14.2=107:752 9.7=70:719 14.2=97:681 9.2=65:709 13.5=88:653 11.5=82:715
      11.3=62:551 8.1=53:655 / /`,
  },
]

/** Slug, printed target, assigned month, profile beyond that month, baseline of March 2016 for a line. */
type Promise = readonly [slug: string, value: string, month: string, profile: Profile, baseline?: string]

const promises: Readonly<Record<string, readonly Promise[]>> = {
  [marchReport]: [
    ['res-admissions-18-64-rate', '18.2', '2016-11', 'points'],
    ['res-admissions-65-plus-rate', '590', '2016-11', 'points'],
    ['reablement-home-91-days', '90.0', '2016-11', 'flat'],
    ['dtoc-social-care-rate', '1.5', '2016-11', 'flat'],
    ['ld-paid-employment', '3.8', '2016-12', 'points'],
    ['mh-paid-employment', '3.2', '2016-12', 'points'],
  ],
  [juneReport]: [
    ['res-admissions-18-64-rate', '16.5', '2017-03', 'line', '21.7'],
    ['res-admissions-65-plus-rate', '573', '2017-03', 'line', '623'],
    ['reablement-home-91-days', '90.0', '2017-03', 'flat'],
    ['dtoc-social-care-rate', '1.5', '2017-03', 'flat'],
    ['ld-paid-employment', '4.0', '2017-03', 'points'],
    ['mh-paid-employment', '3.7', '2017-03', 'line', '2.1'],
  ],
}

/** What one report, or both, said of one row. */
export type Known = {
  readonly slug: string
  readonly series: Series
  readonly targets: readonly Target[]
  readonly shown: (period: Period) => string
  readonly verdictAt: (period: Period) => Verdict
  readonly targetAt: (period: Period) => number | undefined
  readonly verdict: Verdict
}

/** The rows as they were known on a day: the June report stands over the March report where both print a month. */
export function knownOn(day: string): Known[] {
  return rows.map(row => known(row, day))
}

/** One row as it was known on a day. */
export function knownRow(slug: string, day: string): Known {
  const row = rows.find(each => each.slug === slug)
  if (!row) throw new RangeError(`Cannot find the row ${slug}`)
  return known(row, day)
}

/** The months of a row as a report printed them; a month without a value is in the map with nulls. */
export function printed(row: Row, report: string): Map<Period, Recorded> {
  const [cells, first] = report === marchReport ? [row.march, [2016, 1]] : [row.june, [2016, 3]]
  const start = monthNumber(Number(first[0]), Number(first[1]))
  return new Map(
    cells
      .trim()
      .split(/\s+/)
      .map((cell, at) => [monthPeriod(start + at), recorded(cell)]),
  )
}

/** A cell of a table, `value`, `value=numerator`, `value=numerator:denominator` or `/`. */
export function recorded(cell: string): Recorded {
  const [value, counts = ''] = cell.split('=')
  const [numerator, denominator] = counts.split(':')
  const text = (part: string | undefined) => (part === undefined || part === '' ? null : (part as DecimalText))
  return { published: value === '/' ? null : text(value), numerator: text(numerator), denominator: text(denominator) }
}

function known(row: Row, day: string): Known {
  const cells = new Map<Period, Recorded>()
  if (day >= juneReport && row.card) cells.set('2015-03' as Period, recorded(row.card))
  for (const report of [marchReport, juneReport])
    if (report <= day) for (const [period, cell] of printed(row, report)) cells.set(period, cell)
  const published = [...cells.values()].flatMap(cell => cell.published ?? [])
  const how = { unit: row.unit, counts: 'exact' as const, decimals: decimalsShown(null, published) }
  const judged = new Map([...cells].map(([period, cell]) => [period, judgedValue(cell, how)]))
  const series: Series = {
    polarity: row.polarity,
    unit: row.unit,
    kind: 'not_stated',
    frequency: 'monthly',
    decimals: how.decimals,
    points: [...judged]
      .map(([period, value]) => ({ period, value: value?.value ?? null, marks: [] }))
      .sort((a, b) => comparePeriods(a.period, b.period)),
  }
  const targets = targetsOf(row.slug, day)
  const verdictAt = (period: Period) => verdictOf(series, targets, period)
  const latest = latestPoint(series)
  return {
    slug: row.slug,
    series,
    targets,
    shown: period => judged.get(period)?.shown ?? '',
    verdictAt,
    targetAt: period => {
      const target = targetFor(period, targets)
      return 'none' in target ? undefined : target.value
    },
    verdict: latest ? verdictAt(latest.period) : noRating('no value'),
  }
}

function verdictOf(series: Series, targets: readonly Target[], period: Period): Verdict {
  const value = valueAt(series, period)
  const target = targetFor(period, targets)
  if (value === null) return noRating('no value')
  if ('none' in target) return noRating(target.none)
  return rate({ value, target: target.value, polarity: series.polarity, decimals: series.decimals })
}

function targetsOf(slug: string, day: string): Target[] {
  return [marchReport, juneReport]
    .filter(report => report <= day)
    .flatMap(report =>
      (promises[report] ?? [])
        .filter(([of]) => of === slug)
        .map(([, value, month, profile, baseline]) => ({
          period: month as Period,
          value: value as DecimalText,
          profile,
          purpose: 'rated' as const,
          baselinePeriod: baseline === undefined ? null : ('2016-03' as Period),
          baselineValue: baseline === undefined ? null : (baseline as DecimalText),
          assigned: ['period', 'profile'],
          knownOn: report,
        })),
    )
}
