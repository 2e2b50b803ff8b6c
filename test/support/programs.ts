import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What a program printed, and what it complained of. */
export type Said = { readonly stdout: string; readonly stderr: string }

function run(command: string, args: readonly string[]): Said {
  const ran = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1e8, timeout: 300_000 })
  if (ran.error) throw ran.error
  if (ran.status !== 0) throw new Error(`${command} ended with code ${ran.status}: ${ran.stderr}`)
  return { stdout: ran.stdout, stderr: ran.stderr }
}

function provided(variable: string): string {
  const value = process.env[variable]
  if (!value) throw new Error(`${variable} is not set: run the tests with npm test`)
  return value
}

/** Runs one of Poppler's programs to its end. */
export function poppler(program: 'pdfinfo' | 'pdftotext' | 'pdftoppm', args: readonly string[]): Said {
  return run(join(provided('TIDEMARK_TEST_POPPLER'), program), args)
}

/** Has LibreOffice convert files into another format, in `folder`, with a fresh profile; gives the paths in the order of the files. */
export function convertWithOffice(
  files: readonly string[],
  format: string,
  folder: string,
): Said & { paths: string[] } {
  const profile = mkdtempSync(join(folder, 'profile-'))
  const out = mkdtempSync(join(folder, 'converted-'))
  const said = run(provided('TIDEMARK_TEST_SOFFICE'), [
    '--headless',
    `-env:UserInstallation=${pathToFileURL(profile)}`,
    '--convert-to',
    format,
    '--outdir',
    out,
    ...files,
  ])
  const made = readdirSync(out)
  const paths = files.map(file => {
    const stem = basename(file).replace(/\.[^.]+$/, '')
    const name = made.find(each => each.startsWith(`${stem}.`))
    if (!name) throw new Error(`LibreOffice made nothing of ${file}: ${said.stderr}`)
    return join(out, name)
  })
  return { ...said, paths }
}
