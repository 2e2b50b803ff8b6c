/** Officers' words: Markdown without raw HTML, made safe to stand in a page. */
import { Marked } from 'marked'
import sanitize from 'sanitize-html'

const deepest = 6

/** Headings in a text stand below the page's own: a first heading becomes an h3. */
const below = 2

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const marked = new Marked({
  gfm: true,
  renderer: {
    heading({ tokens, depth }) {
      const level = Math.min(depth + below, deepest)
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`
    },
    // raw HTML is shown as it was typed: nothing of a text is lost, and nothing of it is obeyed
    html: ({ text }) => escapeHtml(text),
    // a picture elsewhere is not fetched: its words stand for it
    image: ({ text }) => escapeHtml(text),
  },
})

const safe: sanitize.IOptions = {
  allowedTags: [
    'p',
    'br',
    'ul',
    'ol',
    'li',
    'strong',
    'em',
    'del',
    'a',
    'span',
    'h3',
    'h4',
    'h5',
    'h6',
    'blockquote',
    'code',
    'pre',
    'hr',
  ],
  allowedAttributes: { a: ['href'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    a: (tagName, { href = '' }) =>
      /^(https?:|mailto:)/i.test(href) ? { tagName, attribs: { href } } : { tagName: 'span', attribs: {} },
  },
  exclusiveFilter: frame => frame.tag === 'a' && frame.text.trim() === '',
}

/** Markdown as HTML: links only to http, https and mailto, headings from h3 down, no raw HTML, no pictures. */
export function markdown(text: string): string {
  return sanitize(marked.parse(text, { async: false }), safe)
}
