/** A page as it goes to the reader. */
export type PageBytes = Uint8Array<ArrayBuffer>

/** How many bytes of pages are kept: addresses are the readers', so that they could ask for any number of pages. */
const mostBytes = 24 * 1024 * 1024

type Kept = { readonly beside: object; readonly page: Promise<PageBytes>; bytes: number }

/**
 * Pages kept as long as there is room: the same answer, shown in the same way, is the same page. Those that nobody has
 * asked for longest go first, and so do the pages of answers that went.
 */
export class KeptPages {
  readonly #mostBytes: number
  /** Answers by number, so that a page does not keep the answer that it shows. */
  readonly #numbers = new WeakMap<object, number>()
  #count = 0
  /** The page asked for longest ago first. */
  readonly #pages = new Map<string, Kept>()
  #bytes = 0

  constructor(most: number = mostBytes) {
    this.#mostBytes = most
  }

  /**
   * A page: the kept one, or a new one.
   * @param answer what the page shows
   * @param beside what its frame shows besides; another one makes the page anew
   * @param way everything else that the page depends on, as text
   */
  get(answer: object, beside: object, way: string, make: () => Promise<PageBytes>): Promise<PageBytes> {
    const key = `${this.#numberOf(answer)} ${way}`
    const before = this.#pages.get(key)
    if (before?.beside === beside) {
      this.#pages.delete(key)
      this.#pages.set(key, before)
      return before.page
    }
    this.#drop(key)
    const kept: Kept = { beside, page: make(), bytes: 0 }
    this.#pages.set(key, kept)
    kept.page.then(
      ({ byteLength }) => this.#weigh(key, kept, byteLength),
      () => this.#pages.get(key) === kept && this.#drop(key),
    )
    return kept.page
  }

  #numberOf(answer: object): number {
    const number = this.#numbers.get(answer) ?? this.#count++
    this.#numbers.set(answer, number)
    return number
  }

  #weigh(key: string, kept: Kept, bytes: number): void {
    if (this.#pages.get(key) !== kept) return
    kept.bytes = bytes
    this.#bytes += bytes
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#mostBytes) return
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#pages.get(key)?.bytes ?? 0
    this.#pages.delete(key)
  }
}
