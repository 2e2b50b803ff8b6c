/** Examples of the spine: tests and gallery show each of them. */
import type { SpineInput } from './spine.ts'

const survey: SpineInput = {
  reach: { from: 61.2, to: 89.6, below: 0, above: 0 },
  lowerQuartile: 75.2,
  upperQuartile: 80.5,
  median: 77.8,
  england: 77.7,
  value: 79.3,
  turned: false,
  sign: 'common',
}

const admissions: SpineInput = {
  reach: { from: 160.2, to: 1100.4, below: 0, above: 0 },
  lowerQuartile: 480.1,
  upperQuartile: 690.3,
  median: 599.1,
  england: 592.5,
  value: 737.8,
  turned: true,
  sign: 'concern',
}

export const examples: Readonly<Record<string, SpineInput>> = {
  'a little above the middle': survey,
  'best of all': { ...survey, value: 89.6, sign: 'improvement' },
  'fewer is better, and there are many': admissions,
  'outside of the group that it is set among': { ...survey, value: 95, sign: 'improvement' },
  'two councils lie further out': { ...survey, reach: { ...survey.reach, below: 2 } },
  'itself further out than the group is drawn': {
    ...admissions,
    reach: { ...admissions.reach, above: 1 },
    value: 2400,
  },
  'further out on both sides': {
    ...survey,
    reach: { ...survey.reach, below: 1, above: 3 },
    value: 30,
    sign: 'concern',
  },
  'nothing is said of England, and no end is good': { ...survey, england: null, sign: 'neither' },
  'no value of its own': { ...survey, value: null },
  'all the same': {
    ...survey,
    reach: { from: 5, to: 5, below: 0, above: 0 },
    lowerQuartile: 5,
    upperQuartile: 5,
    median: 5,
    england: 5,
    value: 5,
  },
}
