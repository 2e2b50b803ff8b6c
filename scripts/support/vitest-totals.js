import { existsSync, readFileSync } from 'node:fs'

/**
 * @typedef {object} Totals
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} sentences what is counted as failed beyond the tests that failed
 */

/** @typedef {{ status: string, fullName: string }} Test */
/** @typedef {{ name: string, status: string, message?: string, assertionResults: Test[] }} TestFile */

/**
 * Counts a run of vitest from its report. Whatever did not run counts as failed: nothing may be switched off.
 * @param {string} report   the path of the report that vitest wrote
 * @param {number | null} code how vitest ended
 * @returns {Totals}
 */
export function vitestTotals(report, code) {
  if (!existsSync(report)) return { passed: 0, failed: 1, sentences: [`vitest ended with code ${code} and no report`] }
  /** @type {{ testResults: TestFile[] }} */
  const { testResults: files } = JSON.parse(readFileSync(report, 'utf8'))
  const tests = files.flatMap(file => file.assertionResults)
  const passed = tests.filter(test => test.status === 'passed').length
  const off = tests.filter(test => test.status !== 'passed' && test.status !== 'failed')
  const unread = files.filter(file => file.assertionResults.length === 0)
  const torn = files.filter(
    file => file.status === 'failed' && file.assertionResults.length && file.assertionResults.every(hasPassed),
  )
  const sentences = [
    ...off.map(test => `Did not run (${test.status}), counted as failed: ${test.fullName}`),
    ...unread.map(file => `No test could be read from ${file.name}, counted as failed: ${firstLine(file.message)}`),
    ...torn.map(file => `Failed outside its tests, counted as failed: ${file.name}: ${firstLine(file.message)}`),
  ]
  let failed = tests.length - passed + unread.length + torn.length
  if (files.length === 0) {
    failed += 1
    sentences.push('No test was found, counted as failed')
  }
  if (code !== 0 && failed === 0) {
    failed = 1
    sentences.push(`vitest ended with code ${code} though no test failed, counted as failed`)
  }
  return { passed, failed, sentences }
}

/** @param {Test} test */
const hasPassed = test => test.status === 'passed'

/** @param {string | undefined} message */
const firstLine = message => (message ?? '').trim().split('\n')[0] ?? ''
