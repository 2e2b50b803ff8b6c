import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Conflict, type ExportedFact, type Register } from '../../src/register/index.ts'
import { keyOf, keyText, type NewFact } from '../../src/shared/facts.ts'
import type { DecimalText } from '../../src/shared/rounding.ts'
import { steadyClock, stores } from '../support/stores.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const author = { actor: 'a-1', origin: 'test' }

const observation = (period: string, value: string, knownOn: string, indicator = 'delays'): NewFact<'observation'> => ({
  kind: 'observation',
  ...keyOf('norfolk', { indicator, geography: 'norfolk', period, version: '1' }),
  knownOn,
  payload: {
    value: value as DecimalText,
    numerator: null,
    denominator: null,
    reason: null,
    until: '',
    marks: [],
    note: 'ünïcode “quoted” \\ text',
  },
  from: { document: 'a-paper', file: 'paper.csv', place: 'row 2' },
})

const record = (register: Register, facts: readonly NewFact[]) =>
  register.change(author, 'test', change => change.add(facts))

const valuesAsAt = async (register: Register, asAt: string, recordedBefore?: string) =>
  (await register.reader.current(['observation'], { asAt, recordedBefore }, { owner: 'norfolk' })).map(
    fact => `${fact.indicator} ${fact.period}=${fact.payload.value}`,
  )

for (const store of stores) {
  describe(`the register on ${store.name}`, () => {
    let made: Awaited<ReturnType<typeof store.make>>
    let register: Register
    beforeEach(async () => {
      made = await store.make()
      register = await made.open()
    })
    afterEach(async () => {
      await register.close()
      await made.remove()
    })

    test('answers as at a day with the latest known, then the latest recorded', async () => {
      await record(register, [observation('2016-07', '65.0', '2017-03-06')])
      await record(register, [
        observation('2016-07', '65.2', '2017-06-19'),
        observation('2016-08', '68.2', '2017-06-19'),
      ])
      await record(register, [observation('2016-07', '64.9', '2017-03-06')]) // a correction of what was known in March
      expect(await valuesAsAt(register, '2017-03-05')).toEqual([])
      expect(await valuesAsAt(register, '2017-03-06')).toEqual(['delays 2016-07=64.9'])
      expect(await valuesAsAt(register, '2017-06-19')).toEqual(['delays 2016-07=65.2', 'delays 2016-08=68.2'])
    })

    test('answers what this register had recorded before an instant', async () => {
      await record(register, [observation('2016-07', '65.0', '2017-03-06')])
      await record(register, [observation('2016-07', '65.1', '2017-03-06')])
      const [first, second] = await register.reader.history(['observation'])
      expect(await valuesAsAt(register, '2017-03-06', second?.recordedAt)).toEqual(['delays 2016-07=65.0'])
      expect(await valuesAsAt(register, '2017-03-06', first?.recordedAt)).toEqual([])
    })

    test('tells figures of different owners, breakdowns and definition versions apart', async () => {
      const base = observation('2016-07', '65.0', '2017-03-06')
      await record(register, [
        base,
        { ...base, owner: 'england' },
        { ...base, breakdown: 'age=65+' },
        { ...base, version: '2' },
        { ...base, geography: 'england' },
      ])
      expect(await register.reader.current(['observation'], { asAt: '2017-03-06' })).toHaveLength(5)
    })

    test('keeps texts to the letter and in byte order', async () => {
      const names = ['z', 'A', 'a', 'é', 'b-1', 'b_1', '𝒳']
      await record(
        register,
        names.map(name => observation('2016-07', '1', '2017-03-06', name)),
      )
      const facts = await register.reader.current(['observation'], { asAt: '2017-03-06' })
      expect(facts.map(fact => fact.indicator)).toEqual(['A', 'a', 'b-1', 'b_1', 'z', 'é', '𝒳'])
      expect(facts[0]?.payload.note).toBe('ünïcode “quoted” \\ text')
    })

    test('a change that fails leaves nothing behind', async () => {
      await expect(
        register.change(author, 'test', async change => {
          await change.add([observation('2016-07', '65.0', '2017-03-06')])
          throw new Error('the second half went wrong')
        }),
      ).rejects.toThrow('second half')
      expect(await register.reader.history(['observation'])).toEqual([])
      expect((await register.reader.head()).n).toBe(0)
    })

    test('the second of two people who save one thing is told, and nothing of theirs is half saved', async () => {
      await record(register, [observation('2016-07', '65.0', '2017-03-06')])
      const [seen] = await register.reader.history(['observation'])
      const mine = observation('2016-07', '65.3', '2017-03-06')
      const yours = observation('2016-07', '65.4', '2017-03-06')
      const save = (fact: NewFact) =>
        register.change(author, 'test', change =>
          change.add(
            [observation('2016-09', '1', '2017-03-06'), fact],
            new Map([[keyText(fact.kind, fact), Number(seen?.seq)]]),
          ),
        )
      await save(mine)
      const refused = await save(yours).catch(error => error)
      expect(refused).toBeInstanceOf(Conflict)
      expect((refused as Conflict).facts[0]?.fact).toEqual(yours)
      expect(await valuesAsAt(register, '2017-03-06')).toEqual(['delays 2016-07=65.3', 'delays 2016-09=1'])
    })

    test('two programs write at once and the chain stays whole', async () => {
      const other = await made.open()
      const writes = Array.from({ length: 20 }, (_, at) =>
        record(at % 2 === 0 ? register : other, [observation('2016-07', `${at}`, '2017-03-06')]),
      )
      await Promise.all(writes)
      await other.close()
      const report = await register.verifyAudit()
      expect(report).toMatchObject({ whole: true, entries: 20, facts: 20 })
    })

    test('changes and redactions of one program take turns', async () => {
      await record(register, [observation('2016-07', '65.0', '2017-03-06')])
      const many = Array.from({ length: 2500 }, (_, at) => observation('2016-07', `${at}`, '2017-03-06', `i-${at}`))
      await Promise.all([
        record(register, many),
        register.redact(author, [1], 'test'),
        record(register, many.slice(0, 3)),
      ])
      expect(await register.verifyAudit()).toMatchObject({ whole: true, entries: 4, facts: 2504, redacted: 1 })
    })

    test('a clock set back does not make a later fact look earlier', async () => {
      const instants = ['2017-06-20T10:00:00.000Z', '2017-06-20T09:00:00.000Z']
      const clocked = await made.open(() => String(instants.shift()))
      await record(clocked, [observation('2016-07', '65.0', '2017-03-06')])
      await record(clocked, [observation('2016-07', '65.1', '2017-03-06')])
      await clocked.close()
      expect(await valuesAsAt(register, '2017-03-06')).toEqual(['delays 2016-07=65.1'])
    })

    test('a tally changes with the facts that it is of, and with no others', async () => {
      const tally = (owner: string) => register.reader.tally(['observation'], { owner })
      expect(await tally('norfolk')).toBe('0 0 0')
      await record(register, [observation('2016-07', '65.0', '2017-03-06')])
      const before = await tally('norfolk')
      expect(before).toBe('1 1 0')
      const { reader } = await register.reader.pinned()
      await record(register, [{ ...observation('2016-07', '65.0', '2017-03-06'), owner: 'suffolk' }])
      expect([await tally('norfolk'), await tally('suffolk')]).toEqual([before, '1 2 0'])
      await record(register, [observation('2016-07', '65.2', '2017-03-06')])
      expect(await tally('norfolk')).toBe('2 3 0')
      expect(await reader.tally(['observation'], { owner: 'norfolk' })).toBe(before)
      await register.redact(author, [3], 'test')
      expect(await tally('norfolk')).toBe('2 3 1')
    })

    test('redaction takes out the text and its salt, and the audit says so', async () => {
      await record(register, [observation('2016-07', '65.0', '2017-03-06'), observation('2016-08', '1', '2017-03-06')])
      await register.redact(author, [1], 'a name stood in the note')
      expect(await valuesAsAt(register, '2017-03-06')).toEqual(['delays 2016-08=1'])
      expect(await register.verifyAudit()).toMatchObject({ whole: true, redacted: 1, facts: 2, entries: 2 })
      await expect(register.redact(author, [1], 'again')).rejects.toThrow('Cannot redact fact 1')
    })

    test('people are known by name and role until they are forgotten', async () => {
      const actor = await register.actorFor('An Analyst', 'Performance analyst')
      await register.setPerson('person-2', 'A Lead', 'Lead officer')
      expect(await register.reader.people()).toEqual(
        new Map([
          [actor, { name: 'An Analyst', role: 'Performance analyst' }],
          ['person-2', { name: 'A Lead', role: 'Lead officer' }],
        ]),
      )
      await register.forgetPerson(actor)
      expect([...(await register.reader.people()).keys()]).toEqual(['person-2'])
    })

    test('a backup holds the whole chain and comes back as it was, while others read', async () => {
      await record(register, [observation('2016-07', '65.0', '2017-03-06'), observation('2016-08', '1', '2017-03-06')])
      await register.redact(author, [2], 'test')
      await register.setPerson('a-1', 'An Analyst', 'Performance analyst')
      const before = await register.reader.head()
      const folder = temporaryFolder()
      const file = join(folder, 'backup.sqlite')
      expect(await register.backUp(file)).toEqual({ facts: 2, entries: 2 })
      await expect(register.backUp(file)).rejects.toThrow('exists already')
      await record(register, [observation('2016-09', '2', '2017-03-06')])
      await expect(register.restoreBackup(file, false)).rejects.toThrow('it holds facts')
      await register.restoreBackup(file, true)
      expect(await register.reader.head()).toEqual(before)
      expect(await valuesAsAt(register, '2017-03-06')).toEqual(['delays 2016-07=65.0'])
      expect(await register.verifyAudit()).toMatchObject({ whole: true, redacted: 1 })
      await expect(record(register, [observation('2016-09', '2', '2017-03-06')])).resolves.toBeUndefined()
      expect(existsSync(`${file}.unfinished`)).toBe(false)
    })

    test('exported facts come back verbatim into an empty register, and into no other', async () => {
      await record(register, [observation('2016-07', '65.0', '2017-03-06'), observation('2016-08', '1', '2017-03-06')])
      await record(register, [observation('2016-07', '65.1', '2017-06-19')])
      await register.redact(author, [2], 'test')
      const all = async (from: Register) => {
        const facts: ExportedFact[] = []
        for await (const batch of from.reader.everything(2)) facts.push(...batch)
        return facts
      }
      const facts = await all(register)
      const second = await store.make()
      const empty = await second.open()
      await empty.restoreFacts(author, [facts], 'a folder')
      expect(await all(empty)).toEqual(facts)
      expect(await empty.verifyAudit()).toMatchObject({ whole: true, redacted: 1 })
      await expect(empty.restoreFacts(author, [facts], 'a folder')).rejects.toThrow('holds facts already')
      await empty.close()
      await second.remove()
    })

    test('the store itself refuses to change or delete a fact or an audit entry', async () => {
      await record(register, [observation('2016-07', '65.0', '2017-03-06')])
      for (const statement of [
        `update fact set period = '2016-08'`,
        `update fact set payload = '{}'`,
        'delete from fact',
        `update audit_entry set actor = 'b'`,
        'delete from audit_entry',
      ])
        await expect(tamper(made.where, [statement]), statement).rejects.toThrow(/never|only ever/)
    })

    test('any change to any column of the audit or of a fact is found, and its place named', async () => {
      await record(register, [observation('2016-07', '65.0', '2017-03-06'), observation('2016-08', '1', '2017-03-06')])
      await record(register, [observation('2016-09', '2', '2017-03-06')])
      await record(register, [observation('2016-10', '3', '2017-03-06')])
      await register.redact(author, [2], 'test')
      const flipped = (column: string) =>
        `${column} = case when substr(${column}, 1, 1) = 'x' then 'y' else 'x' end || substr(${column}, 2)`
      const texts = ['kind', 'owner', 'indicator', 'geography', 'breakdown', 'period', 'version', 'name', 'known_on']
      const changes: [string, RegExp][] = [
        ...[...texts, 'recorded_at', 'actor', 'document', 'file', 'place', 'payload_hash'].map(
          (column): [string, RegExp] => [`update fact set ${flipped(column)} where seq = 3`, /audit entry 2/],
        ),
        [`update fact set ${flipped('payload')} where seq = 3`, /^fact 3/],
        [`update fact set ${flipped('salt')} where seq = 3`, /^fact 3/],
        ['update fact set payload = null, salt = null where seq = 3', /^fact 3/],
        [`update fact set payload = '{}', salt = 'x' where seq = 2`, /^fact 2/],
        ['update fact set seq = 30 where seq = 3', /audit entry 2/],
        ['update fact set entry = 3 where seq = 3', /audit entry [23]/],
        ['delete from fact where seq = 3', /audit entry 2/],
        ...['at', 'actor', 'action', 'origin', 'detail', 'facts_hash', 'previous', 'hash'].map(
          (column): [string, RegExp] => [`update audit_entry set ${flipped(column)} where n = 2`, /audit entry 2/],
        ),
        ['update audit_entry set facts = 5 where n = 2', /audit entry 2/],
        ['update audit_entry set n = 12 where n = 2', /audit entry (12|3)/],
        ['delete from audit_entry where n = 4', /fact 2|audit head/],
        ...['hash', 'last_at'].map((column): [string, RegExp] => [
          `update audit_head set ${flipped(column)}`,
          /audit head/,
        ]),
        ['update audit_head set n = 3', /audit head/],
        ['update audit_head set last_seq = 3', /audit head/],
        ['update audit_head set id = 2', /audit head/],
      ]
      const folder = temporaryFolder()
      const clean = join(folder, 'clean.sqlite')
      await register.backUp(clean)
      for (const [statement, where] of changes) {
        await tamper(made.where, [...liftGuards(store.name), statement])
        const report = await register.verifyAudit()
        expect(report.whole, statement).toBe(false)
        expect(report.faults.map(fault => fault.where).join('; '), statement).toMatch(where)
        await register.restoreBackup(clean, true)
      }
      expect(await register.verifyAudit()).toMatchObject({ whole: true })
    })
  })
}

test('both stores give the same rows for the same facts', async () => {
  const answers = await Promise.all(
    stores.map(async store => {
      const made = await store.make()
      const register = await made.open(steadyClock())
      await record(register, [observation('2016-07', '65.0', '2017-03-06'), observation('2016-08', '1', '2017-03-06')])
      await record(register, [
        observation('2016-07', '65.2', '2017-06-19', 'Zebra'),
        observation('2016-07', '1', '2017-06-19'),
      ])
      const rows = {
        march: await register.reader.current(['observation'], { asAt: '2017-03-06' }),
        june: await register.reader.current(
          ['observation', 'target'],
          { asAt: '2017-06-19' },
          { indicators: ['delays'] },
        ),
        none: await register.reader.current(['observation'], { asAt: '2017-06-19' }, { indicators: [] }),
        history: await register.reader.history(['observation']),
      }
      await register.close()
      await made.remove()
      return rows
    }),
  )
  expect(answers[1]).toEqual(answers[0])
})

test('adding a later fact never changes an earlier as-at answer', async () => {
  const store = stores[0]
  if (!store) throw new Error('There is no store')
  const days = ['2017-01-10', '2017-02-10', '2017-03-06', '2017-06-19']
  const fact = fc.record({
    period: fc.constantFrom('2016-07', '2016-08'),
    value: fc.integer({ min: 0, max: 99 }).map(String),
    knownOn: fc.constantFrom(...days),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(fact, { maxLength: 8 }), fact, async (earlier, later) => {
      const made = await store.make()
      const register = await made.open()
      for (const each of earlier) await record(register, [observation(each.period, each.value, each.knownOn)])
      const unaffected = days.filter(day => day < later.knownOn)
      const before = await Promise.all(unaffected.map(day => valuesAsAt(register, day)))
      const { at } = await register.reader.head()
      const cut = at === '' ? '2017-01-01T00:00:00.000Z' : `${at.slice(0, -1)}1Z`
      const recorded = await Promise.all(days.map(day => valuesAsAt(register, day, cut)))
      await record(register, [observation(later.period, later.value, later.knownOn)])
      expect(await Promise.all(unaffected.map(day => valuesAsAt(register, day)))).toEqual(before)
      expect(await Promise.all(days.map(day => valuesAsAt(register, day, cut)))).toEqual(recorded)
      await register.close()
      await made.remove()
    }),
    { numRuns: 25 },
  )
})

const sqliteGuardNames = [
  'fact_is_never_deleted',
  'fact_is_never_changed',
  'fact_is_only_redacted',
  'audit_is_never_deleted',
  'audit_is_never_changed',
]

/** What somebody with the password, or with the file, could do. */
function liftGuards(store: 'sqlite' | 'postgres'): string[] {
  return store === 'sqlite'
    ? sqliteGuardNames.map(name => `drop trigger ${name}`)
    : ['alter table fact disable trigger user', 'alter table audit_entry disable trigger user']
}

async function tamper(where: { file: string } | { url: string }, statements: readonly string[]): Promise<void> {
  if ('file' in where) {
    const database = new DatabaseSync(where.file)
    try {
      for (const statement of statements) database.exec(statement)
    } finally {
      database.close()
    }
    return
  }
  const client = new pg.Client({ connectionString: where.url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
