import { randomBytes } from 'node:crypto'
import pg from 'pg'

export type FreshDatabase = {
  readonly url: string
  /** Ends whatever is still connected, and takes the database away. */
  readonly drop: () => Promise<void>
}

/** The test run's own PostgreSQL, which `npm test` starts. */
function serverUrl(): string {
  const url = process.env['TIDEMARK_TEST_POSTGRES']
  if (!url) throw new Error('Cannot make a database as TIDEMARK_TEST_POSTGRES is not set: run the tests with npm test')
  return url
}

async function tell(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Makes an empty database of its own for one test or one test file. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = serverUrl()
  const name = `test_${randomBytes(8).toString('hex')}`
  await tell(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => tell(server, `drop database if exists ${name} with (force)`) }
}
