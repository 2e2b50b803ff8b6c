import { expect } from 'vitest'
import { type HowToRun, runCli } from './cli.ts'

/** Runs the built command on the register of one folder. */
export type Home = {
  readonly path: string
  /** Its JSON; fails the test unless the exit code is the one expected. */
  readonly json: (args: readonly string[], code?: number) => Promise<never>
  /** What it prints, byte for byte; fails the test unless the exit code is 0. */
  readonly text: (args: readonly string[]) => Promise<string>
  readonly run: (args: readonly string[], how?: HowToRun) => ReturnType<typeof runCli>
}

/** The command with `--home` (and, where given, DATABASE_URL) already said. */
export function homeIn(path: string, env: HowToRun['env'] = {}): Home {
  const run = (args: readonly string[], how: HowToRun = {}) =>
    runCli([...args, '--home', path], { ...how, env: { ...env, ...how.env } })
  return {
    path,
    run,
    async json(args, code = 0) {
      const ran = await run([...args, '--json'])
      expect(ran, ran.stderr).toMatchObject({ code })
      return JSON.parse(ran.stdout) as never
    },
    async text(args) {
      const ran = await run(args)
      expect(ran, ran.stderr).toMatchObject({ code: 0 })
      return ran.stdout
    },
  }
}
