/** What is compared by groups beside the measures with a numerator and a denominator of their own, and what is not, and why. */
import type { Figure } from '../definition.ts'

/** A wait longer than this is a long one: Tidemark's own line, since the national method gives medians alone. */
const longWait = 28

const ended = 'response_start between (select period_start from period) and (select period_end from period)'
const waits = (measure: string, metric: string): Figure => ({
  measure,
  counts: 'waits',
  unit: 'percent',
  decimals: 1,
  numerator: `days > ${longWait}`,
  denominator: 'person_id is not null',
  breakdowns: {
    '25 to 64': `metric = '${metric}' and ${ended} and age_band = '25 to 64'`,
    '65 and above': `metric = '${metric}' and ${ended} and age_band = '65 and above'`,
    Total: `metric = '${metric}' and ${ended}`,
  },
})

const rate = (measure: string, counts: string, breakdowns: Figure['breakdowns']): Figure => ({
  measure,
  counts,
  unit: 'per 100,000',
  decimals: 1,
  numerator: 'person_id is not null',
  denominator: 'population',
  breakdowns,
})

/** Figures from the tables of measures that are counts or medians, by the folder of the measure. */
export const alsoCompared: readonly { readonly folder: string; readonly figures: readonly Figure[] }[] = [
  {
    folder: 'waiting-times',
    figures: [
      waits(`First response after more than ${longWait} days`, 'Wait time to first response'),
      waits(`First service after more than ${longWait} days`, 'Wait time to first service'),
    ],
  },
  {
    folder: 'salt-lts001',
    figures: [
      rate('LTS001a', 'people', {
        '18 to 64': "table_name = 'LTS001a T1a'",
        '65 and above': "table_name = 'LTS001a T1b'",
      }),
    ],
  },
  {
    folder: 'salt-sts001',
    figures: [rate('STS001', 'requests', { '18 to 64': 'age between 18 and 64', '65 and above': 'age >= 65' })],
  },
]

/** What is not compared by groups, and why. */
export const notCompared: readonly { readonly name: string; readonly why: string }[] = [
  {
    name: 'Waiting times',
    why: `the medians of groups do not add up to that of all, and one of few people speaks of each of them: the share of waits of more than ${longWait} days is compared instead, of the waits that have ended`,
  },
  {
    name: 'ASCOF 2D(2)',
    why: 'it divides the spells that the council gave by the discharges of its inhabitants, who may be other people: a group’s share could be above 100 %',
  },
  {
    name: 'LTS001b',
    why: 'it counts the people of the year’s last day, whom Long-term support compares for each 100,000 inhabitants',
  },
  {
    name: 'LTS003',
    why: 'nobody knows how many carers there are in a group, so that the number of those with support does not say who has less',
  },
  { name: 'LTS004', why: 'the homes of people with a learning disability are compared by ASCOF 2E LD' },
  { name: 'STS002a', why: 'what follows short-term support is compared by ASCOF 2A' },
]
