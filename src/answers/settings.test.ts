import { expect, test } from 'vitest'
import { settingsOf } from './settings.ts'

test('settingsOf() takes what a framework changes, and the default where the register holds what is none', () => {
  const standard = settingsOf({})
  expect(settingsOf({ amber_below: 0.1 }).rating).toEqual({ ...standard.rating, amberBelow: 0.1 })
  expect(settingsOf({ sustained: 90, moves_needed: 0, amber_belo: 0.3 })).toEqual(standard)
})
