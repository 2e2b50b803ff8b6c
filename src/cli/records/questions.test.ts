import { expect, test } from 'vitest'
import { type Kept, questions } from './questions.ts'

const limits = { kept: 2, waiting: 3 }
const long = Number.POSITIVE_INFINITY
const answer = (of: unknown): Kept => ({ answer: of, stays: true })

/** Work that ends when the test says so, and counts how often it was begun. */
function work(of: unknown) {
  const waits = Promise.withResolvers<void>()
  const made = { begun: 0, end: waits.resolve, run: async () => answer(of) }
  made.run = async () => {
    made.begun += 1
    await waits.promise
    return answer(of)
  }
  return made
}

const question = (key: string, run: () => Promise<Kept>, lane = 'quick') => ({ key, lane, work: run })
const told = (error: unknown) => (error as Error).message

test('two who ask the same at once wait for one answer, which is kept', async () => {
  const { ask } = questions(limits, told, () => 0)
  const one = work('a')
  const both = [ask('now', question('q', one.run), long), ask('now', question('q', one.run), long)]
  one.end()
  expect(await Promise.all(both)).toEqual([
    { kind: 'answer', answer: 'a' },
    { kind: 'answer', answer: 'a' },
  ])
  expect(await ask('now', question('q', one.run), long)).toEqual({ kind: 'answer', answer: 'a' })
  expect(one.begun).toBe(1)
})

test('questions are answered one after the other, and who waits hears how many come before', async () => {
  let time = 0
  const { ask } = questions(limits, told, () => time)
  const [first, second] = [work('a'), work('b')]
  const one = ask('now', question('first', first.run), long)
  time = 4000
  const two = await ask('now', question('second', second.run), 1)
  time = 9000
  expect(two).toEqual({ kind: 'underway', seconds: 0, before: 1 })
  expect(await ask('now', question('first', first.run), 1)).toEqual({ kind: 'underway', seconds: 9, before: 0 })
  expect(second.begun).toBe(0)
  first.end()
  await one
  second.end()
  expect(await ask('now', question('second', second.run), long)).toEqual({ kind: 'answer', answer: 'b' })
})

test('when the records change, nothing that was kept is shown any more', async () => {
  const { ask } = questions(limits, told, () => 0)
  expect(
    await ask(
      'old',
      question('q', async () => answer('old')),
      long,
    ),
  ).toMatchObject({ answer: 'old' })
  expect(
    await ask(
      'new',
      question('q', async () => answer('new')),
      long,
    ),
  ).toMatchObject({ answer: 'new' })
})

test('a failure is told to whoever asks again soon, does not stop the next question, and is tried again later', async () => {
  let time = 0
  const { ask } = questions(limits, told, () => time)
  const fails = async () => Promise.reject(new Error('why'))
  expect(await ask('now', question('q', fails), long)).toEqual({ kind: 'failed', why: 'why' })
  expect(
    await ask(
      'now',
      question('q', async () => answer('well')),
      long,
    ),
  ).toEqual({ kind: 'failed', why: 'why' })
  expect(
    await ask(
      'now',
      question('other', async () => answer('b')),
      long,
    ),
  ).toMatchObject({ answer: 'b' })
  time = 31_000
  expect(
    await ask(
      'now',
      question('q', async () => answer('well')),
      long,
    ),
  ).toMatchObject({ answer: 'well' })
})

test('what was asked for longest goes, what may not stay is asked anew, and too many at once are refused', async () => {
  const { ask } = questions(limits, told, () => 0)
  let begun = 0
  const count = (stays: boolean) => async (): Promise<Kept> => {
    begun += 1
    return { answer: begun, stays }
  }
  const [counted, passing] = [count(true), count(false)]
  for (const q of ['a', 'b', 'a', 'c']) await ask('now', question(q, counted), long)
  expect(begun).toBe(3)
  expect(await ask('now', question('b', counted), long)).toEqual({ kind: 'answer', answer: 4 })
  expect(await ask('now', question('once', passing), long)).toMatchObject({ answer: 5 })
  expect(await ask('now', question('once', passing), long)).toMatchObject({ answer: 6 })

  const waiting = work('x')
  for (const q of ['w1', 'w2', 'w3']) await ask('now', question(q, waiting.run), 1)
  expect(await ask('now', question('w4', waiting.run), 1)).toMatchObject({
    kind: 'failed',
    why: expect.stringMatching(/Too many/),
  })
  waiting.end()
})

test('a slow lane keeps no other question waiting', async () => {
  const { ask } = questions(limits, told, () => 0)
  const slow = work('slow')
  const one = ask('now', question('slow', slow.run, 'slow'), long)
  expect(
    await ask(
      'now',
      question('quick', async () => answer('quick')),
      long,
    ),
  ).toMatchObject({ answer: 'quick' })
  expect(await ask('now', question('later', work('later').run, 'slow'), 1)).toMatchObject({ before: 1 })
  slow.end()
  expect(await one).toMatchObject({ answer: 'slow' })
})
