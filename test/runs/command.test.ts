import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../../src/cli/commands.data.ts'
import { runCli } from '../support/cli.ts'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
const at = (name: string) => join(folder.path, name)
const home = homeIn(at('register'))
const somerset = join(root, 'examples/somerset')
const facts = async (of = home) =>
  Number(/(\d[\d,]*) facts/.exec(await of.text(['audit', 'verify']))?.[1]?.replace(',', ''))

beforeAll(async () => {
  await home.text(['examples', 'load', 'norfolk', 'somerset'])
})
afterAll(folder.remove)

describe('import', () => {
  test('of the same examples again changes nothing, not even the audit', async () => {
    const head = await home.text(['audit', 'head'])
    const again = await home.text(['examples', 'load', 'norfolk', 'somerset'])
    expect(again).toMatch(
      /^norfolk: 0 facts loaded, [\d,]+ there already\.\nsomerset: 0 facts loaded, \d+ there already\.\n$/,
    )
    const imported: { stored: boolean; counts: unknown; changes: unknown[] } = await home.json(['import', somerset])
    expect(imported).toMatchObject({ stored: false, counts: { new: 0, revised: 0, restated: 0 }, changes: [] })
    expect(await home.text(['audit', 'head'])).toBe(head)
    await home.text(['examples', 'load', 'leicester', '--if-empty'])
    expect(await home.text(['audit', 'head'])).toBe(head)
  })

  test('with --dry-run shows what is new, what is revised from what to what, and how much is unchanged; stores nothing', async () => {
    const copy = at('changed')
    mkdirSync(copy)
    writeFileSync(
      join(copy, 'observations.csv'),
      [
        'indicator,period,value,numerator,denominator,reason,known_on',
        'dtoc-social-care-rate,2017-03,3.6,,,,2017-07-01',
        'dtoc-social-care-rate,2017-04,3.4,,,,2017-07-01',
        'dtoc-social-care-rate,2017-02,3.5,,,,2017-07-01',
        '',
      ].join('\n'),
    )
    const head = await home.text(['audit', 'head'])
    const ran = await home.run(['import', copy, '--org', 'norfolk', '--dry-run'])
    expect(ran).toMatchObject({ code: 0 })
    expect(ran.stdout).toContain('revised  observation dtoc-social-care-rate 2017-03: 3.56 → 3.6\n')
    expect(ran.stdout).toContain('new      observation dtoc-social-care-rate 2017-04: 3.4\n')
    expect(ran.stdout).toContain('Would store: 1 new, 1 revised; 1 unchanged.\n')
    expect(await home.text(['audit', 'head'])).toBe(head)

    const json: { changes: { change: string; old: unknown; new: unknown }[] } = await home.json([
      'import',
      copy,
      '--org',
      'norfolk',
      '--dry-run',
    ])
    expect(json).toMatchObject({ stored: false, counts: { new: 1, revised: 1, restated: 0, unchanged: 1 } })
    expect(json.changes.find(each => each.change === 'revised')).toMatchObject({
      kind: 'observation',
      owner: 'norfolk',
      indicator: 'dtoc-social-care-rate',
      geography: 'norfolk',
      breakdown: null,
      period: '2017-03',
      name: null,
      knownOn: '2017-07-01',
      old: { value: '3.56' },
      new: { value: '3.6' },
    })
  })

  test('of files with one bad row stores nothing at all, and says so', async () => {
    const copy = at('one-bad-row')
    cpSync(somerset, copy, { recursive: true })
    const file = join(copy, 'actions.csv')
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    writeFileSync(
      join(copy, 'observations.csv'),
      `indicator,period,value,known_on\nno-such-thing,2017-10,5,2017-11-30\n`,
    )
    expect(lines.length).toBeGreaterThan(3)
    const fresh = homeIn(at('all-or-nothing'))
    const ran = await fresh.run(['import', copy])
    expect(ran).toMatchObject({ code: 1 })
    expect(ran.stdout).not.toMatch(/stored:/i)
    expect(ran.stderr).toContain('observations.csv, row 2, column A (indicator): “no-such-thing”: ')
    expect(ran.stderr).toContain('1 problem: nothing was stored. Mend it and import again.')
    expect(await fresh.text(['audit', 'verify'])).toMatch(/^The audit is whole: 0 entries, 0 facts/)
  })

  test('sets its own times: nobody can say when this register recorded a fact', async () => {
    const started = new Date().toISOString()
    const fresh = homeIn(at('times'))
    await fresh.text(['import', somerset])
    await fresh.text(['export', at('times-out')])
    const [heading = '', ...rows] = readFileSync(at('times-out/indicators.csv'), 'utf8').trimEnd().split('\n')
    const column = heading.split(',').indexOf('recorded_at') - heading.split(',').length
    for (const row of rows) {
      const recorded = String(row.split(',').at(column))
      expect(recorded >= started && recorded <= new Date().toISOString(), recorded).toBe(true)
    }
  })

  test('refuses words and files that are not there', async () => {
    expect(await home.run(['import', at('nowhere')])).toMatchObject({ code: 1 })
    const none = await home.run(['import'])
    expect(none).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'tidemark: The file or folder is missing\nSee tidemark import --help\n',
    })
    mkdirSync(at('empty'))
    const empty = await home.run(['import', at('empty')])
    expect(empty).toMatchObject({ code: 1, stdout: '' })
    expect(empty.stderr).toMatch(/^there is nothing to import in these files\n/)
  })
})

describe('wrong usage ends with 2 and a plain sentence', () => {
  test.each([
    [['no-such-command'], 'there is no command no-such-command; tidemark --help lists them'],
    [['exceptions', '--no-such-option'], 'There is no option --no-such-option\n'],
    [['exceptions', '--as-at', '6 March 2017'], '--as-at takes a day written as 2017-03-06, not “6 March 2017”'],
    [['exceptions', '--as-at', '2017-02-29'], '--as-at takes a day written as 2017-03-06, not “2017-02-29”'],
    [['exceptions', '--as-at'], '--as-at needs a value\n'],
    [['exceptions', '--org', '--json'], '--org needs a value\n'],
    [['exceptions', '--json=yes'], '--json takes no value\n'],
    [['exceptions', '-x'], 'There is no option -x\n'],
    [['exceptions', 'norfolk'], 'There is no place for “norfolk” here'],
    [['exceptions', '--recorded-before', 'yesterday'], '--recorded-before takes a UTC instant written as'],
    [['exceptions'], 'Whose figures? Say --org with one of norfolk, somerset'],
    [['revisions', '--org', 'norfolk'], '--from is missing'],
    [
      ['revisions', '--org', 'norfolk', '--from', '2017-06-19', '--to', '2017-03-06'],
      '--to (2017-03-06) lies before --from',
    ],
    [['card', '--org', 'norfolk'], 'The name of the card is missing'],
    [['examples'], 'The word load, list or records is missing'],
    [['examples', 'unload'], 'There is no unload of examples: say load, list or records'],
    [['examples', 'load', 'atlantis'], 'There is no example called atlantis: there are '],
    [['audit', 'burn'], 'Say audit verify, audit head, audit looks, or audit redact'],
    [['audit', 'redact', '1'], '--why is missing'],
    [['audit', 'redact', 'one', '--why', 'x'], 'A fact is named by its number'],
    [['serve', '--port', 'http'], '--port takes a whole number from 0 to 65535, not “http”'],
  ])('%j', async (args, sentence) => {
    const ran = await home.run(args)
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toMatch(/^tidemark: /)
    expect(ran.stderr).toContain(sentence)
    expect(ran.stderr).not.toMatch(/\n\s+at |Error:/)
  })
})

describe('what is not known ends with 1 and a plain sentence', () => {
  test.each([
    [['exceptions', '--org', 'atlantis'], 'Nothing is known of an organisation called atlantis on '],
    [
      ['exceptions', '--org', 'norfolk', '--framework', 'no-such', '--as-at', '2017-06-19'],
      'norfolk has no framework called no-such on 2017-06-19: it has ',
    ],
    [
      ['card', 'no-such', '--org', 'norfolk', '--as-at', '2017-06-19'],
      'has no card or indicator called no-such on 2017-06-19',
    ],
    [['restore', 'no-such-file', '--replace'], 'no-such-file'],
    [['audit', 'redact', '999999', '--why', 'x'], '999999'],
    [['export', join(root, 'package.json')], 'package.json: a file of that name is there already'],
    [['export', join(root, 'no-folder/out')], 'no-folder; make it first, or choose another'],
    [['backup', join(root, 'no-folder/copy.sqlite')], 'no-folder; make it first, or choose another'],
    [['backup', join(root, 'package.json/x')], 'a part of the path is a file, not a folder'],
    [['restore', root, '--replace'], 'it is not a backup of Tidemark'],
  ])('%j', async (args, sentence) => {
    const ran = await home.run(args)
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toMatch(/^tidemark: /)
    expect(ran.stderr).toContain(sentence)
    expect(ran.stderr).not.toMatch(/\n\s+at |Error:/)
    expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  test('a home that is no folder, and a register that is no database', async () => {
    writeFileSync(at('a-file'), 'not a folder')
    const file = await runCli(['exceptions', '--home', at('a-file')])
    expect(file).toMatchObject({ code: 1, stdout: '' })
    expect(file.stderr).toMatch(/^tidemark: Cannot open the register in /)
    mkdirSync(at('noise'))
    writeFileSync(at('noise/register.sqlite'), 'This is no database, and was never one.'.repeat(200))
    const noise = await runCli(['exceptions', '--home', at('noise')])
    expect(noise).toMatchObject({ code: 1, stdout: '' })
    expect(noise.stderr).toMatch(/^tidemark: Cannot open the register in /)
    expect(noise.stderr).not.toMatch(/\n\s+at /)
    const server = await runCli(['exceptions'], { env: { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' } })
    expect(server).toMatchObject({ code: 1, stdout: '' })
    expect(server.stderr).toMatch(/^tidemark: Cannot open the register in the database of DATABASE_URL: ./)
  })
})

describe('help', () => {
  test('lists every command, on standard output', async () => {
    const ran = await runCli(['--help'])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    for (const command of commands) expect(ran.stdout).toContain(`  ${command.usage}`)
    expect(ran.stdout).toContain('1 refused (the sentence says why) or the input has problems')
    expect(await runCli([])).toMatchObject({ code: 2 })
    expect((await runCli(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  test.each(commands.map(command => [command.name, command] as const))(
    'of %s says its usage and every option',
    async (name, command) => {
      const [ran, also] = await Promise.all([runCli([name, '--help']), runCli(['help', name])])
      expect(ran).toMatchObject({ code: 0, stderr: '' })
      expect(also).toEqual(ran)
      expect(ran.stdout).toContain(`Usage: tidemark ${command.usage}`)
      for (const [option] of command.options ?? []) expect(ran.stdout).toContain(option)
      for (const line of ran.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(110)
    },
  )

  test('names every option that a command takes', async () => {
    for (const { name, options = [], load } of commands) {
      await load()
      const source = readFileSync(join(root, `src/cli/commands/${name}.ts`), 'utf8')
      const taken = [...source.matchAll(/^ {2}'?([a-z-]+)'?: \{ type:/gm)].map(([, option]) => `--${option}`)
      const told = options.map(([option]) => option.split(' ')[0])
      for (const option of taken) expect(told, `${name} ${option}`).toContain(option)
    }
  })
})

test('the examples are listed with what each is', async () => {
  const list = await home.text(['examples', 'list'])
  expect(list.split('\n').map(line => line.split(' ')[0])).toEqual([
    'demo',
    'england',
    'leicester',
    'norfolk',
    'somerset',
    '',
  ])
  expect(list).toContain('somerset   Somerset County Council, November 2017\n')
})

describe('where the register lies', () => {
  test('is --home, else TIDEMARK_HOME, else tidemark-data in the folder one is in', async () => {
    const where = (name: string) => {
      mkdirSync(at(name))
      return at(name)
    }
    const here = where('here')
    const load = ['examples', 'load', 'somerset']
    expect(await runCli(load, { cwd: here, env: { TIDEMARK_HOME: undefined } })).toMatchObject({ code: 0, stderr: '' })
    expect(readdirSync(here)).toEqual(['tidemark-data'])
    expect(existsSync(join(here, 'tidemark-data/register.sqlite'))).toBe(true)

    const env = { TIDEMARK_HOME: join(here, 'by-environment') }
    await runCli(load, { cwd: here, env })
    expect(readdirSync(here).sort()).toEqual(['by-environment', 'tidemark-data'])
    await runCli([...load, '--home', 'by-option'], { cwd: here, env })
    expect(readdirSync(here).sort()).toEqual(['by-environment', 'by-option', 'tidemark-data'])
    for (const first of [['--home', 'said-first'], ['--home=said-first']])
      expect(await runCli([...first, ...load], { cwd: here, env })).toMatchObject({ code: 0, stderr: '' })
    expect(readdirSync(here)).toContain('said-first')
    expect((await runCli(['--home', 'said-first', '--version'], { cwd: here })).stdout).toMatch(/^\d/)
    expect(await runCli(['--home', 'said-first'], { cwd: here })).toMatchObject({ code: 2 })
    const asked = await runCli(['exceptions', '--as-at', '2018-01-01'], { cwd: here, env })
    expect(asked.stdout).toMatch(/^Somerset County Council/)
  })

  test('is the same for bin/tidemark, from any folder', async () => {
    mkdirSync(at('elsewhere'))
    const out = execFileSync(process.execPath, [join(root, 'bin/tidemark'), 'examples', 'load', 'somerset'], {
      cwd: at('elsewhere'),
      env: { ...process.env, TIDEMARK_HOME: '', DATABASE_URL: '' },
      encoding: 'utf8',
    })
    expect(out).toMatch(/^somerset: \d+ facts loaded, 0 there already\.\n/)
    expect(readdirSync(at('elsewhere'))).toEqual(['tidemark-data'])
    expect(await facts(homeIn(at('elsewhere/tidemark-data')))).toBe(73)
  })
})
