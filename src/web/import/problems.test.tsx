import { expect, test } from 'vitest'
import type { PreviewProblem } from '../../intake/preview.ts'
import { importPreviews } from '../fixtures/imports.ts'
import { Problems } from './problems.tsx'

test('a cell is called wrong in an error alone: a remark asks to look at it', () => {
  const problem = importPreviews.wrong.problems.find(({ around }) => around?.cells.some(cell => cell.isFaulty))
  const problems = [problem as PreviewProblem]
  expect(String(<Problems problems={problems} level="error" />)).toContain('>Wrong: <')
  const remark = String(<Problems problems={problems} level="warning" />)
  expect(remark).toContain('>Look here: <')
  expect(remark).not.toContain('Wrong')
})

test('what to do about a missing day is said in words of the page, not of the command line', () => {
  const [first] = importPreviews.wrong.problems
  const problem = { ...(first as PreviewProblem), code: 'no-known-on', expected: 'say --known-on DATE' }
  const html = String(<Problems problems={[problem]} level="error" />)
  expect(html).toContain('fill in “Known on”')
  expect(html).not.toContain('--known-on')
})
