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
