import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/source-files.ts'
import { isAllowedLicense, type Lock, lockFaults, pinFaults, type Settings } from './packages.ts'

type Installed = { name: string; version: string; license?: unknown; scripts?: Record<string, string> }

const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8')
const lock: Lock = JSON.parse(lockText)
const settings: Settings = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Every package in a node_modules folder, those inside other packages too. */
function installedIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (!entry.isDirectory() || entry.name.startsWith('.')) return []
    if (entry.name.startsWith('@')) return installedIn(path)
    return existsSync(join(path, 'package.json')) ? [path, ...installedIn(join(path, 'node_modules'))] : []
  })
}

const installed = installedIn(join(root, 'node_modules')).map(path => ({
  path,
  about: JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Installed,
}))

test('every dependency is pinned to one version', () => {
  expect(pinFaults(settings)).toEqual([])
})

test('package-lock.json agrees with package.json, names no registry, and needs no install script', () => {
  expect(lockFaults(settings, lock)).toEqual([])
  expect(lockText.match(/"resolved"|\bregistry\b|\.tgz\b/g)).toBeNull()
})

test('no install script is run', () => {
  expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m)
  const scripts = ['preinstall', 'install', 'postinstall']
  const declared = installed.filter(({ about }) => scripts.some(name => about.scripts?.[name] !== undefined))
  expect(declared.map(({ about }) => about.name)).toEqual(['esbuild'])
})

test('every installed package has a license that we may use', () => {
  expect(installed.length).toBeGreaterThan(100)
  const faults = installed.filter(({ about }) => !isAllowedLicense(about.license))
  expect(faults.map(({ about }) => `${about.name} ${about.version}: ${JSON.stringify(about.license)}`)).toEqual([])
})

test('pinFaults() finds a range, a tag and an address', () => {
  expect(
    pinFaults({ dependencies: { a: '^1.0.0', b: '1.0.0' }, devDependencies: { c: 'latest', d: 'git+ssh://d' } }),
  ).toEqual(['a is not pinned: ^1.0.0', 'c is not pinned: latest', 'd is not pinned: git+ssh://d'])
})

test('lockFaults() finds what differs, where it was fetched, and a script', () => {
  const packages = {
    '': { dependencies: { a: '1.0.0' } },
    'node_modules/a': { resolved: 'https://packages.example/a' },
    'node_modules/b': { hasInstallScript: true },
    'node_modules/esbuild': { hasInstallScript: true },
  }
  expect(lockFaults({ dependencies: { a: '1.0.1' } }, { packages })).toEqual([
    'a is 1.0.1 in package.json and 1.0.0 in package-lock.json',
    'node_modules/a tells where it was fetched: https://packages.example/a',
    'node_modules/b needs an install script',
  ])
})

test('isAllowedLicense() weighs choices and parts', () => {
  for (const license of ['MIT', '(MIT OR GPL-3.0)', 'MIT AND Apache-2.0']) expect(isAllowedLicense(license)).toBe(true)
  for (const license of ['GPL-3.0', 'MIT AND GPL-3.0', 'UNLICENSED', undefined])
    expect(isAllowedLicense(license)).toBe(false)
})
