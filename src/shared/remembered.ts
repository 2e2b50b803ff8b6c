/** How many answers a function keeps: more than the periods of any register, and too few to fill the memory. */
const most = 10_000

/**
 * A function that keeps its last answer: for what is asked again and again of one thing before it is asked of the next. What is
 * asked about must never change.
 */
export function lastRemembered<Asked extends object, Answer>(work: (asked: Asked) => Answer): (asked: Asked) => Answer {
  let last: { readonly asked: Asked; readonly answer: Answer } | null = null
  return asked => {
    if (last?.asked !== asked) last = { asked, answer: work(asked) }
    return last.answer
  }
}

/**
 * A function that works out each answer once, for what is asked again and again of few things. The same thing always has
 * the same answer, or it must not be remembered. The first ten thousand answers are kept, all others made each time.
 */
export function remembered<Asked, Answer>(work: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const answers = new Map<Asked, Answer>()
  return asked => {
    const before = answers.get(asked)
    if (before !== undefined || answers.has(asked)) return before as Answer
    const answer = work(asked)
    if (answers.size < most) answers.set(asked, answer)
    return answer
  }
}
