import { expect, test } from 'vitest'
import { signalBesideReasons } from './signal-words.ts'

test('signalBesideReasons() keeps to a sentence, and is silent on what is no exception', () => {
  expect(signalBesideReasons(undefined)).toBe('')
  expect(signalBesideReasons({ finding: 'cannot_tell', sentence: 'Long.' })).toBe(' Signal or chance cannot be told.')
  expect(signalBesideReasons({ finding: 'normal_variation', sentence: 'Chance.' })).toBe(' Chance.')
})
