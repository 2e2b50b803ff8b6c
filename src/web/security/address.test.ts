import { expect, test } from 'vitest'
import { isReadable } from './address.ts'

test.each([
  ['http://localhost/norfolk/cards/dtoc?as-at=2017-06-19', true],
  ['http://localhost/caf%C3%A9', true],
  ['http://localhost/norfolk?q=100%', true],
  ['http://localhost/norfolk%00', false],
  ['http://localhost/norfolk?q=%00', false],
  ['http://localhost/nor%0d%0afolk', false],
  ['http://localhost/norfolk%', false],
  ['http://localhost/%ff', false],
  ['http://localhost/%c0%ae%c0%ae/', false],
])('isReadable(%s) is %s', (url, expected) => {
  expect(isReadable(url)).toBe(expected)
})
