import { expect, test } from 'vitest'
import { formToken, isFormToken } from './form-token.ts'

const secret = new Uint8Array(32).fill(7)
const now = new Date('2026-11-22T12:00:00Z')
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds)
const twelveHours = 12 * 3_600_000

test('isFormToken() takes a token of this process for its visitor, for twelve hours', () => {
  const token = formToken(secret, 'anne', now)
  expect(isFormToken(token, secret, 'anne', now)).toBe(true)
  expect(isFormToken(token, secret, 'anne', later(twelveHours - 1))).toBe(true)
  expect(isFormToken(token, secret, 'anne', later(twelveHours))).toBe(false)
  expect(isFormToken(token, secret, 'anne', later(-1))).toBe(false)
})

test('isFormToken() refuses another visitor, another process, and whatever was written by hand', () => {
  const token = formToken(secret, 'anne', now)
  const [at = '', sealed = ''] = token.split('.')
  expect(isFormToken(token, secret, 'bert', now)).toBe(false)
  expect(isFormToken(token, new Uint8Array(32).fill(8), 'anne', now)).toBe(false)
  expect(isFormToken(formToken(secret, '', now), secret, '', now)).toBe(false)
  const renewed = `${later(1).getTime().toString(36)}.${sealed}`
  for (const wrong of [
    '',
    '.',
    at,
    `.${sealed}`,
    renewed,
    `${token}x`,
    `${at}.${'A'.repeat(43)}`,
    `${at}.${'é'.repeat(43)}`,
  ])
    expect(isFormToken(wrong, secret, 'anne', later(2)), wrong).toBe(false)
})
