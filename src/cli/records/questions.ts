/** Questions that take long: in each lane answered one after the other, each once for all who ask it, and kept until the records change. */
import type { Reply } from '../../web/records/services.ts'

export type Questions = {
  /**
   * @param of the state of the records: what was answered of another one is forgotten
   * @param patience after so many milliseconds it is said that the answer is not there yet
   */
  readonly ask: (of: string, question: Question, patience: number) => Promise<Reply<unknown>>
}

type Question = {
  /** The same for the same question. */
  readonly key: string
  /** Questions of a lane are answered one after the other; a slow lane keeps no other waiting. */
  readonly lane: string
  readonly work: () => Promise<Kept>
}

/** An answer, and whether it is kept. */
export type Kept = { readonly answer: unknown; readonly stays: boolean }

type Underway = { readonly since: number; readonly lane: string; readonly end: Promise<Reply<unknown>> }

export type Limits = {
  /** Answers that are kept; those that were asked for longest go. */
  readonly kept: number
  /** Questions that may wait at once; more are refused. */
  readonly waiting: number
}

/** So many milliseconds it is said again that a question went wrong, before it is tried again: whoever waits must come to know it. */
const failureKept = 30_000

/**
 * A queue of questions with a memory.
 * @param failed what a reader is told of a question that went wrong
 * @param now in milliseconds
 */
export function questions({ kept, waiting }: Limits, failed: (error: unknown) => string, now: () => number): Questions {
  const replies = new Map<string, { readonly reply: Reply<unknown>; readonly until: number }>()
  const underway = new Map<string, Underway>()
  let state = ''
  const lanes = new Map<string, Promise<unknown>>()

  const keep = (key: string, reply: Reply<unknown>, until: number) => {
    replies.delete(key)
    replies.set(key, { reply, until })
    const [oldest] = replies.keys()
    if (replies.size > kept && oldest !== undefined) replies.delete(oldest)
  }

  const replyOf = async (key: string, turn: Promise<Kept>): Promise<Reply<unknown>> => {
    try {
      const { answer, stays } = await turn
      const reply = { kind: 'answer', answer } as const
      if (stays) keep(key, reply, Number.POSITIVE_INFINITY)
      return reply
    } catch (error) {
      const reply = { kind: 'failed', why: failed(error) } as const
      keep(key, reply, now() + failureKept)
      return reply
    } finally {
      underway.delete(key)
    }
  }

  const begin = (key: string, { lane, work }: Question): Underway => {
    const turn = (lanes.get(lane) ?? Promise.resolve()).then(work)
    lanes.set(
      lane,
      turn.catch(() => undefined),
    )
    const begun = { since: now(), lane, end: replyOf(key, turn) }
    underway.set(key, begun)
    return begun
  }

  return {
    async ask(of, question, patience) {
      if (of !== state) {
        replies.clear()
        state = of
      }
      const key = `${of} ${question.key}`
      const known = replies.get(key)
      if (known && known.until > now()) {
        keep(key, known.reply, known.until)
        return known.reply
      }
      if (!underway.has(key) && underway.size >= waiting)
        return { kind: 'failed', why: 'Too many questions of the records wait for an answer. Try again in a minute.' }
      const mine = underway.get(key) ?? begin(key, question)
      return Promise.race([mine.end, later(patience, () => stillUnderway(key, mine))])
    },
  }

  function stillUnderway(key: string, { since, lane }: Underway): Reply<unknown> {
    const same = [...underway].filter(([, each]) => each.lane === lane)
    const before = Math.max(
      0,
      same.findIndex(([each]) => each === key),
    )
    return { kind: 'underway', seconds: Math.round((now() - since) / 1000), before }
  }
}

function later<T>(milliseconds: number, say: () => T): Promise<T> {
  if (milliseconds === Number.POSITIVE_INFINITY) return new Promise(() => {})
  return new Promise(resolve => setTimeout(() => resolve(say()), milliseconds).unref())
}
