import type { Child } from 'hono/jsx'

/** A word that the glossary explains, as a link to its explanation. */
export function Term({ slug, children }: { readonly slug: string; readonly children?: Child }) {
  return (
    <a class="term" href={`/help/glossary#${slug}`}>
      {children}
    </a>
  )
}
