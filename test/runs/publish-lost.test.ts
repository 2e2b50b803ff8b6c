import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordInPlace } from '../../src/cli/publication-audit.ts'
import type { Manifest } from '../../src/paper/publication/manifest.ts'
import { openRegister } from '../../src/register/index.ts'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { effectsFrom, steadyClock } from '../support/stores.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// What was published goes missing: no other version takes its place, and whoever lost it for good is not stuck.

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'register'))
const march = ['publish', '--org', 'norfolk', '--meeting', '2017-03-06', '--format', 'csv']
const papers = (path: string) => join(path, 'publications/norfolk/2017-03-06')
const safe = join(folder.path, 'kept-elsewhere')
const backup = join(folder.path, 'backup.sqlite')
const first = 'norfolk 2017-03-06 version 1'

beforeAll(async () => {
  await home.text(['import', join(root, 'examples/norfolk')])
  await home.text(march)
  await home.text(['backup', backup])
  cpSync(papers(home.path), safe, { recursive: true })
})
afterAll(folder.remove)

describe('a version that the audit names and that is gone', () => {
  test('is not replaced by another version of its number, and verify goes on missing it', async () => {
    rmSync(join(home.path, 'publications'), { recursive: true })
    const ran = await home.run(march)
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toContain(`${first} is not as it was published (the audit names it, but it is not there)`)
    expect(ran.stderr).toContain('back from the backup')
    expect((await home.run([...march, '--why', 'New figures.'])).code).toBe(1)
    expect(existsSync(papers(home.path))).toBe(false)
    const missing = `${first}: the audit names it, but it is not there\n`
    for (const asked of [[], ['norfolk', '2017-03-06']])
      expect(await home.run(['publication', 'verify', ...asked])).toMatchObject({ code: 1, stdout: missing })
  })

  test('is whole again once it is put back', async () => {
    cpSync(safe, papers(home.path), { recursive: true })
    expect(await home.text(['publication', 'verify'])).toContain('as it was published: 1 version')
    expect((await home.run(march)).stderr).toContain('nothing has changed since')
    const ran = await home.run([...march, '--earlier-lost', '--why', 'Lost.'])
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('No earlier version is lost') })
  })

  test('is followed by the next version where a register was restored without its papers', async () => {
    const other = homeIn(join(folder.path, 'restored'))
    rmSync(`${backup}.papers`, { recursive: true })
    const restored = await other.run(['restore', backup])
    expect(restored).toMatchObject({ code: 0 })
    expect(restored.stderr).toContain(`${first}: the audit names it, but it is not there`)
    const lost = [...march, '--earlier-lost']
    expect((await other.run(lost)).stderr).toContain('say with --why TEXT how it was lost')
    await other.text([...lost, '--why', 'The disk broke.'])
    expect(readdirSync(papers(other.path))).toEqual(['2'])
    const { erratum } = JSON.parse(readFileSync(join(papers(other.path), '2/manifest.json'), 'utf8')) as Manifest
    expect(erratum).toMatchObject({ replaces: 1, why: 'The disk broke.', changes: [{ where: 'The whole paper' }] })
    expect(await other.text(['publication', 'verify'])).toMatch(
      /^norfolk 2017-03-06 version 1: lost, .*\nEvery publication is as it was published: 1 version, 3 files\.\n$/,
    )
    expect((await other.run(march)).stderr).toContain('version 2 was published on')
  })
})

test('an earlier version that was changed is not corrected as if it were the one that was published', async () => {
  const path = join(papers(home.path), '1')
  const name = String(readdirSync(path).find(each => each.endsWith('.csv')))
  const bytes = readFileSync(join(path, name))
  rmSync(join(path, name))
  writeFileSync(join(path, name), `${bytes} `)
  const ran = await home.run([...march, '--why', 'New figures.'])
  expect(ran).toMatchObject({ code: 1, stdout: '' })
  expect(ran.stderr).toContain(`${first} is not as it was published (${name} differs`)
  writeFileSync(join(path, name), bytes)
})

test('verify finds a version for which the audit names two manifests, though one of them lies there', async () => {
  const register = await openRegister({ file: join(home.path, 'register.sqlite') }, effectsFrom(steadyClock()))
  await recordInPlace(register, { organisation: 'norfolk', meeting: '2017-03-06', version: 1 }, 'f'.repeat(64))
  await register.close()
  expect(await home.run(['publication', 'verify'])).toMatchObject({
    code: 1,
    stdout: `${first}: the audit names 2 manifests for it, and there can be one\n`,
  })
})
