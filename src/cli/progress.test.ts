import { expect, test } from 'vitest'
import { progressBar } from './progress.ts'

test('progressBar() fills as the share grows and never changes its width', () => {
  expect(progressBar(0, 0)).toBe(`[${' '.repeat(24)}]   0 %`)
  expect(progressBar(0.5, 0)).toBe(`[${'#'.repeat(12)}${' '.repeat(12)}]  50 %`)
  expect(progressBar(1, 0)).toBe(`[${'#'.repeat(24)}] 100 %`)
})

test('progressBar() without an end wanders from side to side', () => {
  const frames = Array.from({ length: 80 }, (_, at) => progressBar(null, at * 100))
  expect(new Set(frames.map(frame => frame.length))).toEqual(new Set([26]))
  expect(frames[0]).toBe(`[####${' '.repeat(20)}]`)
  expect(frames[20]).toBe(`[${' '.repeat(20)}####]`)
  expect(frames[40]).toBe(frames[0])
})
