import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { homeIn } from '../support/home.ts'
import { serveHome } from '../support/serving.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const script = new URL('../../scripts/build.js', import.meta.url)
const { build } = (await import(script.href)) as {
  build: (options: { force: boolean; dist: string }) => Promise<boolean>
}

/** A folder for bundles inside the repository, where they find their packages. */
function distOfItsOwn(): string {
  const place = fileURLToPath(new URL('../../.test', import.meta.url))
  mkdirSync(place, { recursive: true })
  const dist = mkdtempSync(join(place, 'dist-'))
  onTestFinished(() => rmSync(dist, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))
  return dist
}

test('a server goes on serving pages and papers while newer programs are built, and its program goes after it', async () => {
  const dist = distOfItsOwn()
  const again = () => build({ force: true, dist })
  const builds = () => readdirSync(dist).filter(name => name.startsWith('build-'))
  await again()
  const [first = ''] = builds()
  const home = homeIn(temporaryFolder())
  await home.text(['examples', 'load', 'norfolk'])
  const { url, close } = await serveHome(home.path, { command: join(dist, 'main.js') })

  await again()
  await again()
  expect(builds()).toHaveLength(3)
  for (const path of ['dashboard', 'dashboard.ods', 'target-setting-paper.docx', 'target-setting-paper.pdf']) {
    const response = await fetch(`${url}/norfolk/${path}`)
    expect([path, response.status]).toEqual([path, 200])
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(5000)
  }

  await close()
  await again()
  expect(existsSync(join(dist, first))).toBe(false)
  expect(builds()).toHaveLength(2)
}, 120_000)

test('a build leads to the newest program, and leaves what a killed server has left behind to the next', async () => {
  const dist = distOfItsOwn()
  await build({ force: true, dist })
  const home = temporaryFolder()
  const { child } = await serveHome(home, { command: join(dist, 'main.js') })
  const ended = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
  await build({ force: true, dist })
  expect(await build({ force: false, dist })).toBe(false)
  await build({ force: true, dist })
  expect(readdirSync(dist).filter(name => name.startsWith('build-'))).toHaveLength(2)
}, 120_000)
