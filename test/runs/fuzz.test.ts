import { expect, test } from 'vitest'
import { runFuzz } from '../../bench/fuzz/run-fuzz.ts'

test('five hundred damaged files each end in a draft or in located problems', async () => {
  const report = await runFuzz(20_261_122, 500)
  expect(report.failures).toEqual([])
  expect(report.peak.bytes).toBeLessThan(1e9)
  expect(report.outcomes.draft).toBeGreaterThan(20)
  expect(report.outcomes.problems).toBeGreaterThan(200)
})
