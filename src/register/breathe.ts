/** Lets the rest of the program have its turn between two batches of long work: a progress bar, a reader of the pages. */
export function breathe(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}
