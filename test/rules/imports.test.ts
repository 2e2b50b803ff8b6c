import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codePaths, parse, parsedSources, root } from '../support/source-files.ts'
import { importFaults, importsOf } from './imports.ts'

const settings: { dependencies: Record<string, string> } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const dependencies = Object.keys(settings.dependencies)
const sources = parsedSources()

const faultsOf = (path: string, text: string) => importFaults(parse({ path, text }), dependencies)

test('every file of src/ is read', () => {
  expect(sources.map(file => file.path)).toEqual(codePaths('src'))
  expect(sources.length).toBeGreaterThan(50)
  expect(sources.reduce((sum, file) => sum + importsOf(file).length, 0)).toBeGreaterThan(sources.length)
})

test('every import of src/ keeps the order of the house', () => {
  expect(sources.flatMap(file => importFaults(file, dependencies))).toEqual([])
})

const planted: readonly [rule: string, path: string, text: string, says: RegExp][] = [
  ['backwards', 'src/shared/a.ts', `import { b } from '../judgement/b.ts'`, /comes after/],
  ['backwards for a type', 'src/answers/a.ts', `import type { B } from '../web/b.ts'`, /comes after/],
  ['backwards in a type', 'src/answers/a/b.ts', `type B = import('../../web/b.ts').B`, /comes after/],
  ['backwards by exporting again', 'src/charts/a.ts', `export { b } from '../paper/b.ts'`, /comes after/],
  ['backwards by exporting all', 'src/charts/a.ts', `export * from '../paper/b.ts'`, /comes after/],
  ['backwards when it runs', 'src/web/a.ts', `const b = await import('../cli/b.ts')`, /comes after/],
  ['backwards in a test', 'src/intake/a.test.ts', `import { b } from '../answers/b.ts'`, /comes after/],
  ['past the fence of charts', 'src/charts/a.ts', `import { b } from '../answers/b.ts'`, /does not see/],
  ['a name made when it runs', 'src/web/a.ts', 'const b = await import(`./$' + '{name}.ts`)', /cannot be read/],
  ['out of src/', 'src/web/a.ts', `import b from '../../package.json'`, /outside src/],
  ['a file of no folder', 'src/web/a.ts', `import b from '../b.ts'`, /no folder of the house/],
  ['an absolute path', 'src/web/a.ts', `import b from '/b.ts'`, /no package/],
  ['a package in shared', 'src/shared/a.ts', `import { z } from 'zod'`, /nothing but the language/],
  ['a module of Node in judgement', 'src/judgement/a.ts', `import 'node:path'`, /nothing but the language/],
  ['SQL in a page', 'src/web/a.ts', `import { Kysely } from 'kysely'`, /SQL stays/],
  ['SQL in a command', 'src/cli/a.ts', `import { DatabaseSync } from 'node:sqlite'`, /SQL stays/],
  ['SQL in an answer', 'src/answers/a.ts', `import pg from 'pg'`, /SQL stays/],
  [
    'client-level records in an answer',
    'src/answers/a.ts',
    `import '@duckdb/node-api'`,
    /records stay in src\/measures/,
  ],
  [
    'the back door of the register',
    'src/web/a.ts',
    `import { b } from '../register/store/b.ts'`,
    /by src\/register\/index/,
  ],
  ['files in an answer', 'src/answers/a.ts', `import { readFileSync } from 'node:fs'`, /reaches no file/],
  ['a process in a paper', 'src/paper/a.ts', `import { spawn } from 'node:child_process'`, /reaches no file/],
  ['files by require()', 'src/paper/a.ts', `const fs = require('node:fs')`, /reaches no file/],
  ['a bare name of Node', 'src/cli/a.ts', `import fs from 'fs'`, /without node:/],
  ['a package for development', 'src/web/a.ts', `import { test } from 'vitest'`, /not among the dependencies/],
  ['typefaces in charts', 'src/charts/a.ts', `import 'govuk-frontend/a.css'`, /shows nothing/],
]

test.for(planted)('importFaults() finds %s', ([, path, text, says]) => {
  expect(faultsOf(path, text)).toEqual([expect.stringMatching(says)])
})

test('importFaults() finds a file in no folder of the house', () => {
  expect(faultsOf('src/helpers/a.ts', '')).toEqual(['src/helpers/a.ts: is in no folder of the house'])
  expect(faultsOf('src/a.ts', '')).toEqual(['src/a.ts: is in no folder of the house'])
})

test('importFaults() lets pass what the house allows', () => {
  expect(faultsOf('src/web/a.tsx', `import { b } from '../register/index.ts'; import { Hono } from 'hono'`)).toEqual([])
  expect(faultsOf('src/charts/a/a.ts', `import { scaleLinear } from 'd3-scale'; import '../b.ts'`)).toEqual([])
  expect(faultsOf('src/register/a.ts', `import { Kysely } from 'kysely'; import 'node:fs'`)).toEqual([])
  expect(faultsOf('src/shared/a.test.ts', `import 'vitest'; import '../../test/support/cli.ts'`)).toEqual([])
})
