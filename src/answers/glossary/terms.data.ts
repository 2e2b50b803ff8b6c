/** The words of the field and of these pages, explained in our own. In the order of the alphabet; signs stand last. */

export type Term = {
  readonly slug: string
  readonly term: string
  /** Other names that readers may look for. */
  readonly also: readonly string[]
  /** A paragraph each. The first says what it is. */
  readonly means: readonly string[]
  /** Slugs of terms that help to understand it. */
  readonly see: readonly string[]
}

const term = (
  slug: string,
  name: string,
  means: readonly string[],
  { also = [], see = [] }: { readonly also?: readonly string[]; readonly see?: readonly string[] } = {},
): Term => ({ slug, term: name, also, means, see })

/** The signs that stand beside a figure, or in its place. */
export const signs: readonly Term[] = [
  term(
    'sign-b',
    '[b] break',
    [
      'The figures before this period were made in another way. The line of the chart is broken here, and nothing is compared across it.',
    ],
    { also: ['break in the series'], see: ['break-in-series'] },
  ),
  term(
    'sign-c',
    '[c] suppressed or withheld',
    [
      'The figure is known but not shown: so few people are behind it that somebody could be recognised, or it has not been released. It is never zero.',
    ],
    { also: ['confidential', 'withheld'], see: ['suppression'] },
  ),
  term('sign-e', '[e] estimated', ['The figure was not counted but worked out from others by whoever published it.'], {
    also: ['estimate'],
  }),
  term('sign-n', '[n] not comparable', [
    'The figure stands by itself: an officer has said that it must not be compared with its target or with other periods. It is shown, and not rated.',
  ]),
  term(
    'sign-p',
    '[p] provisional',
    ['The figure may still change. A final one takes its place, and the change is listed.'],
    {
      see: ['provisional', 'revision'],
    },
  ),
  term(
    'sign-r',
    '[r] revised',
    [
      'An earlier figure for the same period was replaced. Here this is read from the history of the figure, so that nobody has to mark it.',
    ],
    { see: ['revision'] },
  ),
  term(
    'sign-x',
    '[x] not available',
    [
      'There is no figure for this period: it was not collected, did not arrive, or is not due yet. The words beside the sign say which.',
    ],
    { also: ['missing', 'not due yet'] },
  ),
  term(
    'sign-z',
    '[z] not applicable',
    ['A figure for this period would make no sense, as the measure did not exist then.'],
    {
      also: ['n/a'],
    },
  ),
]

/** Words, in the order of the alphabet. */
export const words: readonly Term[] = [
  term('action', 'Action', [
    'Something that somebody has agreed to do about an indicator, with the role that does it and the day by which it is due. Past that day and not done it is overdue.',
  ]),
  term(
    'admission',
    'Admission, permanent',
    [
      'Somebody moves into a residential or nursing home for good, paid for by the council. Counted per 100,000 people of the same age, so that large and small councils can be compared.',
    ],
    { also: ['permanent admissions', 'admissions to care homes'], see: ['rate'] },
  ),
  term(
    'ambition',
    'Ambition',
    [
      'A number that the organisation would like to reach. It is shown, and no figure is rated against it. A target is rated.',
    ],
    { see: ['target'] },
  ),
  term(
    'as-known-on',
    'As known on',
    [
      'Every page can be shown as it would have been on an earlier day: only with what the organisation knew then. Figures that were corrected later are shown as they were.',
    ],
    { also: ['as at', 'day as known'], see: ['revision'] },
  ),
  term(
    'ascof',
    'ASCOF',
    [
      'The Adult Social Care Outcomes Framework: the national set of measures of adult social care in England. The same code can mean another measure in another year, so the year stands with it.',
    ],
    { also: ['Adult Social Care Outcomes Framework', 'statutory measures'], see: ['framework'] },
  ),
  term(
    'baseline',
    'Baseline',
    ['The value and the period from which a way to a target starts, or with which progress is compared.'],
    {
      see: ['profiled-target'],
    },
  ),
  term(
    'break-in-series',
    'Break in the series',
    [
      'From a certain period a measure is counted in another way. Figures before and after are not the same thing, and are not compared.',
    ],
    { also: ['break'], see: ['definition', 'sign-b'] },
  ),
  term(
    'cumulative',
    'Cumulative',
    [
      'Counted from 1 April: each month adds to the months before, and the count begins again in April. It is compared with the same month of the year before.',
    ],
    { also: ['year to date'], see: ['financial-year'] },
  ),
  term(
    'definition',
    'Definition',
    ['What exactly is counted, and from which period that holds. When it changes, the series may break.'],
    { see: ['break-in-series'] },
  ),
  term(
    'delayed-transfer',
    'Delayed transfer of care',
    [
      'Somebody is well enough to leave hospital, and stays because what they need next is not ready. Counted in days of delay, and by who is responsible: the health service, social care, or both.',
    ],
    { also: ['DTOC', 'delayed discharge'] },
  ),
  term(
    'denominator',
    'Denominator',
    [
      'The count below the line: everybody who could have been counted. In “69 of 2,122 people are in work” it is 2,122.',
    ],
    { see: ['numerator'] },
  ),
  term(
    'deteriorating',
    'Deteriorating',
    [
      'Three moves in a row in the wrong direction, up to the latest period. One equal or missing figure between them ends the run. An organisation may ask for another number of moves.',
    ],
    { also: ['getting worse'], see: ['exception', 'direction-of-travel'] },
  ),
  term(
    'direct-payment',
    'Direct payment',
    ['Money that the council pays to a person, so that they can arrange their care themselves.'],
    { also: ['direct payments'] },
  ),
  term(
    'direction-of-travel',
    'Direction of travel',
    [
      'Whether the latest figure is better or worse than the one it is compared with, or the same. The words always name what it is compared with.',
    ],
    { also: ['trend', 'better', 'worse'], see: ['cumulative'] },
  ),
  term(
    'exception',
    'Exception',
    [
      'An indicator that the committee must look at: it is off target, or deteriorating, or an officer has linked it to a budget line or a risk. Every reason is named.',
    ],
    { also: ['exception report'], see: ['off-target', 'deteriorating'] },
  ),
  term(
    'family-group',
    'Family group',
    [
      'Councils that are much like this one in people, area and wealth. Their average is a fairer comparison than that of the whole country.',
    ],
    { also: ['comparators', 'nearest neighbours', 'CIPFA'] },
  ),
  term('financial-year', 'Financial year', ['April to March. 2016/17 is April 2016 to March 2017.'], {
    also: ['year'],
  }),
  term('finding', 'Finding', [
    'A place where a published document and the rules disagree, or where a document disagrees with itself. Tidemark shows both and changes neither.',
  ]),
  term(
    'for-information',
    'For information',
    ['An indicator for which neither more nor less is good. It is shown, and never rated or called better or worse.'],
    { see: ['polarity'] },
  ),
  term(
    'forecast',
    'Forecast of the year end',
    [
      'Where a figure would stand in March if the year went on as it has begun. Some organisations rate this and not the latest figure.',
    ],
    { also: ['projection', 'projected year end'], see: ['rating'] },
  ),
  term(
    'framework',
    'Framework',
    [
      'A named list of indicators in a fixed order: what a committee sees, or a national set. One indicator may stand in several.',
    ],
    { also: ['vital signs'], see: ['ascof'] },
  ),
  term('indicator', 'Indicator', ['Something that is measured again and again, to tell how well care works.'], {
    also: ['measure', 'performance indicator', 'KPI', 'vital sign'],
    see: ['polarity', 'target'],
  }),
  term(
    'known-on',
    'Known on',
    [
      'The day on which the organisation knew a figure: the day of the meeting or of the publication. Where a document bears no date, a day was chosen, and the page says that it was.',
    ],
    { see: ['as-known-on'] },
  ),
  term(
    'numerator',
    'Numerator',
    ['The count above the line: those who did what is measured. In “69 of 2,122 people are in work” it is 69.'],
    { see: ['denominator'] },
  ),
  term(
    'off-target',
    'Off target',
    ['On the wrong side of the target by 5 % of it or more, or Red. An organisation may set another share.'],
    { see: ['variance', 'rating'] },
  ),
  term(
    'outlier',
    'Outlier',
    [
      'A council whose figure lies far from those of a group: beyond the middle half by more than one and a half times the width of that half, with no more than a tenth of the group.',
      'It says only that the figure stands apart, high or low. Whether that is good depends on which way of the measure is good.',
    ],
    { also: ['far from the group'], see: ['family-group', 'polarity'] },
  ),
  term('period', 'Period', ['The time that a figure speaks of: a month, a quarter or a financial year.'], {
    see: ['financial-year'],
  }),
  term(
    'polarity',
    'Polarity',
    ['Which way is good: bigger is better, smaller is better, neither too high nor too low, or for information.'],
    { also: ['bigger is better', 'smaller is better'], see: ['for-information'] },
  ),
  term(
    'profiled-target',
    'Profiled target',
    [
      'A target spread over the periods before its own: the same number in every month, a straight line from where it started, or by the shares of earlier years. A number that Tidemark has worked out like this is marked as worked out.',
    ],
    { also: ['profile', 'target line', 'trajectory'], see: ['target', 'baseline'] },
  ),
  term(
    'projected-outturn',
    'Projected outturn',
    [
      'Where a year is expected to end, as the council says it. Where a document says it in words alone, the words are shown.',
    ],
    { also: ['outturn'], see: ['forecast'] },
  ),
  term('provisional', 'Provisional', ['Published before it is final. It is used like any other figure, and says so.'], {
    see: ['sign-p'],
  }),
  term(
    'rate',
    'Rate per 100,000',
    [
      'How many there would be among 100,000 people of the population. It lets a small council be compared with a large one.',
    ],
    { also: ['per 100,000', 'rate'] },
  ),
  term(
    'rating',
    'Rating',
    [
      'Green, Amber or Red: how far a figure is from its target. It is worked out by a rule and never set by hand. Without a target there is none, and the page says why.',
    ],
    { also: ['RAG', 'Red', 'Amber', 'Green'], see: ['variance', 'target'] },
  ),
  term('reablement', 'Reablement', [
    'Help for a few weeks, often after hospital, to do things for oneself again. Good reablement ends with little or no further care.',
  ]),
  term(
    'report-card',
    'Report card',
    [
      'One page on an indicator that needs explaining: the chart, why it matters, what is behind the figures, what success would look like, and what is being done.',
    ],
    { also: ['card'] },
  ),
  term(
    'revision',
    'Revision',
    [
      'A later figure for a period that had one. Both are kept; the later one counts from the day on which it was known.',
    ],
    { also: ['revised'], see: ['as-known-on', 'sign-r'] },
  ),
  term('rounded-counts', 'Rounded counts', [
    'National files give counts to the nearest five, and the percentages made of the exact ones. There the published percentage counts, not what the rounded counts give.',
  ]),
  term(
    'safeguarding',
    'Safeguarding enquiry',
    ['What the council does when an adult with care needs may be abused or neglected and cannot protect themselves.'],
    { also: ['section 42'] },
  ),
  term(
    'self-directed-support',
    'Self-directed support',
    [
      'A person knows how much money their care may cost and has a say in how it is spent: as a budget that the council manages, or as a direct payment.',
    ],
    { also: ['SDS'], see: ['direct-payment'] },
  ),
  term(
    'significant',
    'Significant change',
    [
      'In the summary of the year: a change of 2.5 % or more of the earlier figure. An organisation may set another share. It does not mean statistically significant.',
    ],
    { see: ['summary'] },
  ),
  term(
    'summary',
    'Summary of the year',
    [
      'Every indicator in one of five groups: sustained good performance, improved, worsened, remains challenging, no significant change.',
    ],
    { also: ['sustained good performance', 'remains challenging'], see: ['significant'] },
  ),
  term(
    'suppression',
    'Suppression',
    ['Leaving out counts of very few people, and what would give them away, so that nobody can be recognised.'],
    { also: ['disclosure control', 'small numbers'], see: ['sign-c'] },
  ),
  term(
    'target',
    'Target',
    ['What the organisation has promised for a period. A figure is only rated against the target of its own period.'],
    { see: ['profiled-target', 'ambition'] },
  ),
  term(
    'time-lag',
    'Time lag',
    ['Months after the end of a period until its figure can be expected. Only after that is it late.'],
    {
      also: ['late'],
    },
  ),
  term(
    'variance',
    'Variance',
    [
      'How far a figure is from its target, as a share of the target. 66 against a target of 60, where smaller is better, is 10 % off.',
    ],
    { also: ['distance from target'], see: ['rating'] },
  ),
]

export const terms: readonly Term[] = [...words, ...signs]
