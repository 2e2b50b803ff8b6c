import { commands } from './commands.data.ts'
import { generalHelp, helpOf } from './help.ts'
import { Told, Usage } from './usage.ts'
import { tidemarkVersion } from './version.ts'
import { realWorld, type World } from './world.ts'

/**
 * Runs the `tidemark` command.
 * @returns the exit code: 0 done, 1 refused or the input has problems, 2 wrong usage
 */
export async function main(args: readonly string[], world: World): Promise<number> {
  const [name, ...rest] = commandFirst(args)
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const about = commands.find(command => command.name === rest[0])
    world.print(about ? helpOf(about) : generalHelp())
    return name === undefined ? 2 : 0
  }
  if (name === '--version') {
    world.print(tidemarkVersion)
    return 0
  }
  const command = commands.find(each => each.name === name)
  if (!command) {
    world.warn(`tidemark: there is no command ${name}; tidemark --help lists them`)
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    world.print(helpOf(command))
    return 0
  }
  try {
    const { run } = await command.load()
    await run(rest, world)
    return 0
  } catch (error) {
    return told(error, name, world)
  }
}

/** The arguments with the options that stand before the command behind it. @example commandFirst(['--home', 'a', 'serve']) */
function commandFirst(args: readonly string[]): readonly string[] {
  const count = args[0] === '--home' ? 2 : args[0]?.startsWith('--home=') ? 1 : 0
  if (count === 0 || args.length <= count) return args
  const [name = '', ...rest] = commandFirst(args.slice(count))
  return [name, ...args.slice(0, count), ...rest]
}

/** What the operating system says of a file, in words. */
const ofFiles: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  EEXIST: 'a file of that name is there already',
  EACCES: 'you may not read or write it',
  EPERM: 'you may not read or write it',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
}

function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, path } = error as NodeJS.ErrnoException
  const why = ofFiles[code ?? '']
  return why !== undefined && path !== undefined ? `Cannot use ${path}: ${why}` : error.message
}

function told(error: unknown, name: string, world: World): number {
  if (error instanceof Told) return 1
  world.warn(`tidemark: ${inWords(error)}`)
  if (error instanceof Usage) {
    world.warn(`See tidemark ${name} --help`)
    return 2
  }
  if (world.env['TIDEMARK_DEBUG'] && error instanceof Error) world.warn(String(error.stack))
  return 1
}

// A reader that went away (`| head`) is no fault.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0)
  throw error
})
process.exitCode = await main(process.argv.slice(2), realWorld)
