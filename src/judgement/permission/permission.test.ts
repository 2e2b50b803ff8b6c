import { expect, test } from 'vitest'
import { audiences } from '../../shared/audience.ts'
import { permissionToSeePeople } from './permission.ts'

test('only an officer or administrator to whom it was granted may look at the records of people', () => {
  const answers = audiences.flatMap(audience =>
    ([[], ['people']] as const).map(grants => [audience, grants.length, permissionToSeePeople({ audience, grants })]),
  )
  expect(answers).toEqual([
    ['public', 0, { isGiven: false, because: 'audience' }],
    ['public', 1, { isGiven: false, because: 'audience' }],
    ['member', 0, { isGiven: false, because: 'audience' }],
    ['member', 1, { isGiven: false, because: 'audience' }],
    ['officer', 0, { isGiven: false, because: 'grant' }],
    ['officer', 1, { isGiven: true }],
    ['administrator', 0, { isGiven: false, because: 'grant' }],
    ['administrator', 1, { isGiven: true }],
  ])
})
