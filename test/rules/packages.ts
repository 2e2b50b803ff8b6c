/** What the packages that we stand on may be. */
export type Settings = Readonly<
  Partial<Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Readonly<Record<string, string>>>>
>

export type Lock = {
  readonly packages: Readonly<
    Record<string, Settings & { readonly hasInstallScript?: boolean; readonly resolved?: string }>
  >
}

const lists = ['dependencies', 'devDependencies', 'optionalDependencies'] as const

const allowed = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'OFL-1.1',
  'MPL-2.0',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'Unlicense',
]

/** Packages that declare an install script, which we do not run, and work without it. */
const worksWithoutScript = ['node_modules/esbuild']

/** Whether a license expression allows our use: one of the choices (OR), and all of its parts (AND). */
export function isAllowedLicense(expression: unknown): boolean {
  if (typeof expression !== 'string') return false
  const choices = expression
    .replace(/[()]/g, ' ')
    .trim()
    .split(/\s+OR\s+/)
  return choices.some(choice => choice.split(/\s+AND\s+/).every(name => allowed.includes(name.trim())))
}

/** The dependencies that are not pinned to one version, a sentence each. */
export function pinFaults(settings: Settings): string[] {
  return lists
    .flatMap(list => Object.entries(settings[list] ?? {}))
    .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name} is not pinned: ${version}`)
}

/** Where the lock file differs from package.json, tells where a package was fetched, or has one that needs a script. */
export function lockFaults(settings: Settings, lock: Lock): string[] {
  const top = lock.packages[''] ?? {}
  return [
    ...lists.flatMap(list => {
      const [wanted, locked] = [settings[list] ?? {}, top[list] ?? {}]
      return [...new Set([...Object.keys(wanted), ...Object.keys(locked)])]
        .filter(name => wanted[name] !== locked[name])
        .map(name => `${name} is ${wanted[name]} in package.json and ${locked[name]} in package-lock.json`)
    }),
    ...Object.entries(lock.packages).flatMap(([path, entry]) => [
      ...(entry.resolved === undefined ? [] : [`${path} tells where it was fetched: ${entry.resolved}`]),
      ...(entry.hasInstallScript && !worksWithoutScript.includes(path) ? [`${path} needs an install script`] : []),
    ]),
  ]
}
