import { expect, test } from 'vitest'
import { monthlyIndicators } from '../../../measures/monthly/indicators.data.ts'
import { organisationOf } from '../../fixtures/build.ts'
import { bareFrame } from '../../frame/frame.ts'
import { explainLink } from './indicator-link.ts'

const bare = bareFrame({ stylesheet: '', scripts: {}, mark: '', font: '' })
const frame = { ...bare, organisation: organisationOf('norfolk', 'Norfolk'), audience: 'officer' } as const

test('explainLink() leads from an indicator of the monthly run to its measure, its total and its month', () => {
  expect(explainLink(frame, 'cld-ascof-2a', '2026-03')).toBe(
    '/norfolk/records/measures/ascof-2a?breakdown=Total&to=2026-03',
  )
  expect(explainLink(frame, 'cld-ascof-2e-1', null)).toBe(
    '/norfolk/records/measures/ascof-2e-ld?breakdown=18%20to%2064%20%7C%20Total',
  )
})

test('every ASCOF indicator of the monthly run has one; vital signs and all other indicators have none', () => {
  for (const { slug, folder } of monthlyIndicators)
    expect(explainLink(frame, slug, '2026-03') !== null, slug).toBe(folder.startsWith('ascof-'))
  expect(explainLink(frame, 'ld-paid-employment', '2026-03')).toBeNull()
})

test('whoever may not see records sees no link to them', () => {
  for (const audience of ['public', 'member'] as const)
    expect(explainLink({ ...frame, audience }, 'cld-ascof-2a', '2026-03')).toBeNull()
})
