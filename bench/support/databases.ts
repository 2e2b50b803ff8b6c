/** PostgreSQL for benchmarks: the server that the environment names, or one of our own. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'

export type Databases = {
  readonly version: string
  /** Makes an empty database. */
  fresh(): Promise<{ readonly url: string; readonly drop: () => Promise<void> }>
  close(): Promise<void>
}

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(statement)
    return rows[0]
  } finally {
    await client.end()
  }
}

type Server = { readonly url: string; readonly stop: () => Promise<void> }

/** Starts a server as `npm test` does. */
async function ownServer(): Promise<Server> {
  // Held in variables, as TypeScript knows no types of these scripts.
  const [programs, postgres] = ['../../scripts/support/programs.js', '../../scripts/support/postgres.js']
  const { providePrograms } = await import(programs)
  const { startPostgres } = await import(postgres)
  return startPostgres((await providePrograms(console.error)).postgres)
}

/** The databases of a server: that of TIDEMARK_TEST_POSTGRES where it is set. */
export async function openDatabases(): Promise<Databases> {
  const named = process.env['TIDEMARK_TEST_POSTGRES']
  const server: Server = named ? { url: named, stop: async () => {} } : await ownServer()
  const { server_version: version, fsync } = (await ask(
    server.url,
    `select current_setting('server_version') as server_version, current_setting('fsync') as fsync`,
  )) as { server_version: string; fsync: string }
  return {
    version: `PostgreSQL ${version.split(' ')[0]}${fsync === 'on' ? '' : ' (without fsync)'}`,
    async fresh() {
      const name = `bench_${randomBytes(8).toString('hex')}`
      await ask(server.url, `create database ${name}`)
      const url = new URL(server.url)
      url.pathname = `/${name}`
      const drop = async () => {
        await ask(server.url, `drop database if exists ${name} with (force)`)
      }
      return { url: url.href, drop }
    },
    close: () => server.stop(),
  }
}
