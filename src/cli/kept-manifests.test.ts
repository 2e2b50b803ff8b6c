import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Manifest } from '../paper/publication/manifest.ts'
import { keptManifests } from './kept-manifests.ts'

test('a manifest is read once, and again when it changes; a new one is seen', () => {
  const home = mkdtempSync(join(tmpdir(), 'tidemark-'))
  onTestFinished(() => rmSync(home, { recursive: true }))
  const publish = (version: number) => {
    const folder = join(home, 'publications', 'norfolk', '2017-06-19', String(version))
    mkdirSync(folder, { recursive: true })
    const path = join(folder, 'manifest.json')
    writeFileSync(path, '{}')
    return path
  }
  const reads: number[] = []
  const manifests = keptManifests(home, ({ version }) => {
    reads.push(version)
    return { version } as Manifest
  })
  const first = publish(1)
  expect(manifests('norfolk')).toEqual([{ version: 1 }])
  expect(manifests('norfolk')).toEqual([{ version: 1 }])
  expect(reads).toEqual([1])
  publish(2)
  expect(manifests('norfolk')).toEqual([{ version: 1 }, { version: 2 }])
  expect(reads).toEqual([1, 2])
  utimesSync(first, new Date(0), new Date(0))
  manifests('norfolk')
  expect(reads).toEqual([1, 2, 1])
  expect(manifests('leicester')).toEqual([])
})
