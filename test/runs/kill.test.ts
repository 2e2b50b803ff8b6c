import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copyOfCommand } from '../../bench/support/command.ts'
import { killRounds } from '../../bench/support/kill-rounds.ts'
import { freshDatabase } from '../support/postgres.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const small = { seed: 20_170_619, least: 100, most: 600 }

test('an import into a file that is killed is wholly there or not at all', async () => {
  const folder = temporaryFolder()
  const place = { home: join(folder, 'home') }
  const { rounds, faults } = await killRounds({ ...small, command: copyOfCommand(folder), folder, place, rounds: 7 })
  expect(faults).toEqual([])
  expect(rounds).toBe(7)
})

test('an import into a database that is killed is wholly there or not at all', async () => {
  const folder = temporaryFolder()
  const database = await freshDatabase()
  try {
    const place = { home: join(folder, 'home'), url: database.url }
    const { rounds, faults } = await killRounds({ ...small, command: copyOfCommand(folder), folder, place, rounds: 3 })
    expect(faults).toEqual([])
    expect(rounds).toBe(3)
  } finally {
    await database.drop()
  }
})
