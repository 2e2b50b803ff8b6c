import { expect, test } from 'vitest'
import type { FrameworkData } from '../framework-data.ts'
import { madeUpFramework } from '../made-up.data.ts'
import { revisions } from './revisions.ts'

/** A month's figure as the public sees it; `hidden` where it is suppressed. */
function seen(cell: string): FrameworkData {
  const isHidden = cell === 'hidden'
  const data = madeUpFramework([
    { slug: 'people', unit: 'count', cells: { '2017-04': isHidden ? 'suppressed' : cell } },
  ])
  const observations = [...data.observations].map(([slug, facts]) => {
    const marked = facts.map(fact => ({ ...fact, suppressedFor: isHidden ? (['public', 'member'] as const) : [] }))
    return [slug, marked] as const
  })
  return { ...data, audience: 'public', observations: new Map(observations) }
}

test.each([
  ['12', 'hidden'],
  ['hidden', '12'],
  ['hidden', 'hidden'],
])('revisions() says nothing of a figure that was %s and is %s', (before, now) => {
  expect(revisions('2017-05-01', seen(before), seen(now)).revisions).toEqual([])
})

test('revisions() tells of figures that are shown on both days, or that the source itself withdrew', () => {
  expect(revisions('2017-05-01', seen('12'), seen('13')).revisions).toMatchObject([{ change: 'revised' }])
  expect(revisions('2017-05-01', seen('12'), seen('suppressed')).revisions).toMatchObject([{ change: 'withdrawn' }])
})
