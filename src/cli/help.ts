import { type Command, commands } from './commands.data.ts'

/** The help of the whole command. */
export function generalHelp(): string {
  const width = Math.max(...commands.map(command => command.usage.length))
  return [
    'Tidemark: performance management for adult social care.',
    '',
    'Usage: tidemark COMMAND [OPTION…]',
    '',
    ...commands.map(command => `  ${command.usage.padEnd(width)}  ${command.about}`),
    '',
    'Every command takes:',
    '  --home DIR  the folder of the register (./tidemark-data, or TIDEMARK_HOME);',
    '              DATABASE_URL names a PostgreSQL database instead',
    '  --help      its own help',
    '',
    'Exit codes: 0 done, 1 refused (the sentence says why) or the input has problems, 2 wrong usage.',
  ].join('\n')
}

/** The help of one command. */
export function helpOf(command: Command): string {
  const options = [...(command.options ?? []), ['--home DIR', 'the folder of the register'] as const]
  const width = Math.max(...options.map(([option]) => option.length))
  return [
    `Usage: tidemark ${command.usage} [OPTION…]`,
    '',
    `${command.about.charAt(0).toUpperCase()}${command.about.slice(1)}.`,
    '',
    ...options.map(([option, meaning]) => `  ${option.padEnd(width)}  ${meaning}`),
  ].join('\n')
}
