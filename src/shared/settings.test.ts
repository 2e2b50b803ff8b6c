import { expect, test } from 'vitest'
import { settingFault, settings } from './settings.ts'

test('settingFault() takes every setting within its limits', () => {
  for (const { name, least, most } of settings)
    for (const value of [least, most]) expect(settingFault(name, value)).toBeNull()
})

test('settingFault() refuses a name that is none, naming those there are, and a number out of range', () => {
  expect(settingFault('amber_belo', 0.3)).toMatchObject({ code: 'unknown-setting' })
  expect(settingFault('amber_belo', 0.3)?.expected).toContain('amber_below, green_band')
  for (const [name, value] of [
    ['moves_needed', 0],
    ['moves_needed', 2.5],
    ['sustained', 90],
    ['green_band', -1],
  ] as const)
    expect(settingFault(name, value)).toMatchObject({ code: 'setting-out-of-range' })
})
