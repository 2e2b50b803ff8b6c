/** The command was called in a way that it does not understand: the message says what was wrong, and the exit code is 2. */
export class Usage extends Error {
  override readonly name = 'Usage'
}

/** The input has problems that were told already: the exit code is 1, and nothing more is said. */
export class Told extends Error {
  override readonly name = 'Told'
}
