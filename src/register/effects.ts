/** What the register needs from the world; made in the shell and handed in. */
export type RegisterEffects = {
  /** The present instant, as ISO UTC text. */
  readonly now: () => string
  /** Random bytes in hexadecimal, for salts and ids. */
  readonly randomHex: (bytes: number) => string
}
