/** A page as it goes to the reader. */
export type PageBytes = Uint8Array<ArrayBuffer>

/** How many ways of showing one answer are kept: addresses are the readers', so that they could ask for any number. */
const most = 30

type Kept = { readonly beside: object; readonly pages: Map<string, Promise<PageBytes>> }

/**
 * Pages kept beside the answers that they show: the same answer, shown in the same way, is the same page. They go when
 * the answer goes.
 */
export class KeptPages {
  readonly #pages = new WeakMap<object, Kept>()

  /**
   * A page: the kept one, or a new one.
   * @param answer what the page shows
   * @param beside what its frame shows besides; another one makes the page anew
   * @param way everything else that the page depends on, as text
   */
  get(answer: object, beside: object, way: string, make: () => Promise<PageBytes>): Promise<PageBytes> {
    let kept = this.#pages.get(answer)
    if (kept?.beside !== beside) {
      kept = { beside, pages: new Map() }
      this.#pages.set(answer, kept)
    }
    const page = kept.pages.get(way) ?? make()
    kept.pages.set(way, page)
    const [oldest] = kept.pages.keys()
    if (kept.pages.size > most && oldest !== undefined) kept.pages.delete(oldest)
    return page
  }
}
