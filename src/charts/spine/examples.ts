/** Examples of the spine: tests and gallery show each of them. */
import type { SpineInput } from './spine.ts'

const survey: SpineInput = {
  least: 61.2,
  most: 89.6,
  lowerQuartile: 75.2,
  upperQuartile: 80.5,
  median: 77.8,
  england: 77.7,
  value: 79.3,
  turned: false,
  sign: 'common',
}

export const examples: Readonly<Record<string, SpineInput>> = {
  'a little above the middle': survey,
  'best of all': { ...survey, value: 89.6, sign: 'improvement' },
  'fewer is better, and there are many': {
    least: 160.2,
    most: 1100.4,
    lowerQuartile: 480.1,
    upperQuartile: 690.3,
    median: 599.1,
    england: 592.5,
    value: 737.8,
    turned: true,
    sign: 'concern',
  },
  'outside of the group that it is set among': { ...survey, value: 95, sign: 'improvement' },
  'nothing is said of England, and no end is good': { ...survey, england: null, sign: 'neither' },
  'no value of its own': { ...survey, value: null },
  'all the same': { ...survey, least: 5, most: 5, lowerQuartile: 5, upperQuartile: 5, median: 5, england: 5, value: 5 },
}
