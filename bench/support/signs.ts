/** Signs that an import is writing, as somebody beside it can see them. */
import { statSync } from 'node:fs'
import pg from 'pg'
import type { Where } from './look.ts'

export type Signs = {
  /** Whether anything has been written since the last call of `reset`, or is being written. */
  writing(): Promise<boolean>
  reset(): Promise<void>
  /** Waits until nothing of a killed import is at work any more. */
  quiet(): Promise<void>
  close(): Promise<void>
}

/** Looks at a register from outside: the write-ahead log of a file, or the sessions of a database. */
export async function signsOf(where: Where): Promise<Signs> {
  return 'file' in where ? signsOfFile(where.file) : signsOfDatabase(where.url)
}

function signsOfFile(file: string): Signs {
  const state = () => {
    const log = statSync(`${file}-wal`, { throwIfNoEntry: false })
    return log ? `${log.size} ${log.mtimeMs}` : ''
  }
  let before = state()
  return {
    writing: async () => state() !== before,
    async reset() {
      before = state()
    },
    quiet: async () => {},
    close: async () => {},
  }
}

async function signsOfDatabase(url: string): Promise<Signs> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const sessions = async (condition: string) => {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and application_name = 'tidemark' and ${condition}`,
    )
    return rows.map(row => row.pid)
  }
  let others: number[] = []
  return {
    writing: async () => (await sessions('backend_xid is not null')).length > 0,
    async reset() {
      others = await sessions('true')
    },
    async quiet() {
      while ((await sessions('true')).some(pid => !others.includes(pid))) await new Promise(done => setTimeout(done, 5))
    },
    close: () => client.end(),
  }
}
