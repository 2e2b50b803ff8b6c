import { run as benchmarkCommand } from '../../src/cli/commands/benchmark.ts'

type Place = { readonly rank: number | null; readonly of: number | null; readonly tied: boolean | null }
type Texts = 'measure' | 'indicator' | 'organisation' | 'organisationName' | 'publisher' | 'intervalBasis'
/** What `tidemark benchmark --json` says, as far as the tests ask. */
export type Answer = Place &
  Readonly<Record<Texts, string>> & {
    readonly value: number | null
    readonly reason: string | null
    readonly quartile: number | null
    readonly interval: { readonly lower: number; readonly upper: number } | null
    readonly rankReason: string | null
    readonly significance: {
      readonly standing: string | null
      readonly reason: string | null
      readonly england: number | null
      readonly lower: number | null
      readonly upper: number | null
      readonly method: string | null
    }
    readonly previous: (Place & { readonly period: string; readonly direction: string | null }) | null
    readonly previousReason: string | null
    readonly group: Readonly<Record<string, unknown>> & { readonly published: { readonly value: number } | null }
    readonly notes: readonly string[]
    readonly history: readonly { readonly period: string; readonly joined: boolean }[]
  }

/** Asks a register's command for benchmarks, in this process, which starts no other. */
export function askingIn(home: string) {
  /** What it prints, or the sentence with which it refuses. */
  async function run(args: readonly string[]): Promise<string> {
    const printed: string[] = []
    await benchmarkCommand([...args, '--home', home], {
      env: {},
      now: () => new Date('2026-11-22T12:00:00Z'),
      print: text => printed.push(text),
      warn: text => printed.push(text),
    })
    return printed.join('\n')
  }

  async function ask(org: string, indicator: string, period: string, group = 'england'): Promise<Answer> {
    const args = ['--org', org, '--indicator', indicator, '--period', period, '--group', group, '--json']
    return JSON.parse(await run(args)) as Answer
  }

  async function refusal(args: readonly string[]): Promise<string> {
    return run(args).then(
      () => 'it answers',
      error => (error as Error).message,
    )
  }

  return { run, ask, refusal }
}
