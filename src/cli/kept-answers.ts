/** How many answers are kept. One of a large framework takes about two megabytes. */
const most = 40

/**
 * Answers kept for as long as the register says the same: they are made of facts up to a head of the audit chain, so that
 * the same question at the same head has the same answer.
 */
export class KeptAnswers {
  #head = ''
  readonly #answers = new Map<string, Promise<unknown>>()
  readonly #most: number

  constructor(mostKept = most) {
    this.#most = mostKept
  }

  /** The answer to a question at a head: the kept one, or a new one. A question that fails is asked again. */
  get<T>(head: string, question: readonly (string | undefined)[], answer: () => Promise<T>): Promise<T> {
    if (head !== this.#head) this.#answers.clear()
    this.#head = head
    const key = JSON.stringify(question)
    const before = this.#answers.get(key) as Promise<T> | undefined
    // The oldest stands first: what is asked for again moves to the end.
    this.#answers.delete(key)
    const kept = before ?? answer()
    this.#answers.set(key, kept)
    if (!before) kept.catch(() => this.#answers.delete(key))
    const [oldest] = this.#answers.keys()
    if (this.#answers.size > this.#most && oldest !== undefined) this.#answers.delete(oldest)
    return kept
  }
}
