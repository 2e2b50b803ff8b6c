/**
 * How good forecasts were on open data, as `tidemark forecast --backtest --series` says of the two files in
 * test/fixtures/forecast/. A test works them out again.
 */
import type { Tally } from '../../judgement/forecast/backtest.ts'

type Proof = {
  readonly title: string
  readonly source: string
  readonly licence: string
  readonly series: number
  readonly refused: number
  readonly all: Tally
  readonly ahead: readonly { readonly ahead: number; readonly tally: Tally }[]
  /** What the figures come to, in sentences. */
  readonly says: readonly string[]
}

const share = (value: number, n: number) => ({ value, n })

/** Scotland, where forecasts can be tested, and Wales, where they are refused. */
export const proofs: { readonly scotland: Proof; readonly wales: Proof } = {
  scotland: {
    title: 'Scotland: days in hospital of people whose discharge was delayed, 32 councils, 110 months',
    source:
      'Public Health Scotland, days of delayed discharge by council, all ages from 18 and all reasons, July 2016 to August 2025, as the package healthyr (commit ed2003e) holds them',
    licence: 'Open Government Licence v3.0',
    series: 32,
    refused: 0,
    all: {
      forecasts: 10_432,
      held80: share(0.8137, 8000),
      held95: share(0.9416, 8000),
      mase: share(0.8431, 10_432),
      againstLast: share(1.0144, 10_432),
    },
    ahead: [
      {
        ahead: 1,
        tally: {
          forecasts: 2752,
          held80: share(0.8005, 2120),
          held95: share(0.9363, 2120),
          mase: share(0.5031, 2752),
          againstLast: share(1.016, 2752),
        },
      },
      {
        ahead: 3,
        tally: {
          forecasts: 2688,
          held80: share(0.7962, 2076),
          held95: share(0.934, 2076),
          mase: share(0.7655, 2688),
          againstLast: share(1.0174, 2688),
        },
      },
      {
        ahead: 6,
        tally: {
          forecasts: 2592,
          held80: share(0.817, 1989),
          held95: share(0.9447, 1989),
          mase: share(0.9609, 2592),
          againstLast: share(1.0177, 2592),
        },
      },
      {
        ahead: 12,
        tally: {
          forecasts: 2400,
          held80: share(0.8457, 1815),
          held95: share(0.9532, 1815),
          mase: share(1.1926, 2400),
          againstLast: share(1.009, 2400),
        },
      },
    ],
    says: [
      'The range of eight in ten held 81.4 times in a hundred (n = 8,000): between 75 and 85, as it should.',
      'The range of 95 in a hundred held 94.2 times in a hundred (n = 8,000). Some steps were larger than any before: of months of 2020 it held 86.6 times in a hundred (n = 1,187), and the range of eight in ten 70.8 times.',
      'The mean error was 0.84 times that of taking the same month of the year before (MASE, n = 10,432): below 1, as it should be; a year ahead it was 1.19 (n = 2,400).',
      'Against the last value the error was 1.01 (n = 10,432): delays wander, and the last value is as good a guess as any. What a forecast adds here is how sure one can be.',
    ],
  },
  wales: {
    title: 'Wales: delayed discharges, 7 health boards, 24 months',
    source:
      'Welsh Government and NHS Wales, delayed discharges by health board, the sum over reasons, April 2023 to March 2025, as the package healthyr (commit ed2003e) holds them',
    licence: 'Open Government Licence v3.0',
    series: 7,
    refused: 7,
    all: { forecasts: 0, held80: none(), held95: none(), mase: none(), againstLast: none() },
    ahead: [],
    says: [
      'Refused: a forecast takes 24 months with a value before the one that is tested, and each of the 7 series has 24 in all. A forecast that cannot be tested has no probability that anybody should trust.',
    ],
  },
}

function none() {
  return { value: null, n: 0 }
}
