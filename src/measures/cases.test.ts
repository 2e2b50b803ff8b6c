import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { answerOf, casesOf } from '../../test/support/cld-cases.ts'

// The worked cases: rows made by hand for each edge of the rules, and who is counted.

const folders = readdirSync(import.meta.dirname).filter(name =>
  existsSync(join(import.meta.dirname, name, 'cases.yaml')),
)

test('every measure has worked cases', () => {
  const measures = readdirSync(import.meta.dirname).filter(name =>
    existsSync(join(import.meta.dirname, name, 'measure.yaml')),
  )
  expect(measures.filter(name => !folders.includes(name))).toEqual([])
  for (const name of measures) expect(existsSync(join(import.meta.dirname, name, 'notes.md')), name).toBe(true)
})

describe.each(folders)('%s', folder => {
  const cases = casesOf(folder)
  test.each(cases.cases.map(each => [each.case, each] as const))('%s', async (_, given) => {
    expect(await answerOf(folder, cases, given)).toEqual(given.expect)
  })
})
