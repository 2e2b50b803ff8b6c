import { compareText } from '../../shared/compare-text.ts'
import { editsBetween, folded } from '../../shared/folded.ts'

/** What can be found, and in which order its kinds are shown. */
export const searchKinds = ['indicator', 'card', 'action', 'paper', 'term', 'organisation'] as const
export type SearchKind = (typeof searchKinds)[number]

/** Something that can be found. */
export type Searchable = {
  readonly kind: SearchKind
  /** What it is called within its kind: slug of the indicator, card, action, term or organisation, day of the meeting. */
  readonly name: string
  readonly title: string
  /** Other names, and what frameworks call it: "2A(1)". */
  readonly also: readonly string[]
  /** Further words, plain text. */
  readonly text: string
  /** Of an action or a card the indicator it speaks of first; empty where there is none. */
  readonly indicator: string
}

/** A piece of text, and whether it is one of the words that were asked for. */
type Piece = { readonly text: string; readonly isHit: boolean }

export type Found = Searchable & {
  readonly titleInPieces: readonly Piece[]
  /** The other name that was matched, where the title was not; null otherwise. */
  readonly alsoInPieces: readonly Piece[] | null
  /** The words around the first match in the text; null where the text was not matched. */
  readonly excerpt: readonly Piece[] | null
}

export type SearchAnswer = {
  /** What was asked, as it was understood. */
  readonly asked: string
  readonly count: number
  readonly groups: readonly { readonly kind: SearchKind; readonly found: readonly Found[] }[]
  /** When nothing was found: what can be found and is written much like it, or else some names to begin with. */
  readonly suggestions: readonly string[]
}

/** The most of what somebody typed that is looked for. */
export const longestSearch = 100
const mostWords = 8
const excerptBefore = 60
const excerptLength = 180
const mostSuggestions = 5

const wordStart = /[\p{L}\p{N}]/u

/**
 * Finds whatever holds every word that was asked for at the start of one of its words, whatever its capitals and accents. What is
 * called so stands before what only speaks of it.
 * @example search(all, 'delay hosp') // finds "Delayed transfers from hospital"
 */
export function search(all: readonly Searchable[], text: string): SearchAnswer {
  const asked = text.normalize().replace(/\s+/g, ' ').trim().slice(0, longestSearch)
  const words = wordsAsked(asked)
  const nothing = { asked, count: 0, groups: [], suggestions: [] }
  if (words.length === 0) return nothing
  const ranked = all
    .flatMap(each => {
      const rank = rankOf(each, words, folded(asked).text)
      return rank === null ? [] : [{ each, rank }]
    })
    .sort((a, b) => a.rank - b.rank || compareText(a.each.title, b.each.title) || compareText(a.each.name, b.each.name))
  if (ranked.length === 0) return { ...nothing, suggestions: suggestionsFor(words, all) }
  const groups = searchKinds.flatMap(kind => {
    const found = ranked.filter(({ each }) => each.kind === kind).map(({ each }) => foundOf(each, words))
    return found.length > 0 ? [{ kind, found }] : []
  })
  return { asked, count: ranked.length, groups, suggestions: [] }
}

/** The words of what was asked: those that hold a letter or a digit, each once. */
function wordsAsked(asked: string): string[] {
  const words = folded(asked)
    .text.split(' ')
    .map(word => word.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N})]+$/u, ''))
    .filter(word => wordStart.test(word))
  return [...new Set(words)].slice(0, mostWords)
}

/** The smaller the better: its very name, the start of its name, words of its name, its other names, its text. */
function rankOf({ title, also, text }: Searchable, words: readonly string[], asked: string): number | null {
  const names = [title, ...also].map(each => folded(each).text)
  if (names.includes(asked)) return 0
  if (names.some(name => name.startsWith(asked))) return 1
  const within = [names.slice(0, 1), names, [...names, folded(text).text]]
  const level = within.findIndex(texts => words.every(word => texts.some(each => hitsIn(each, word).length > 0)))
  return level < 0 ? null : 2 + level
}

/** Where a word stands at the start of a word. */
function hitsIn(text: string, word: string): number[] {
  const hits: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    if (at === 0 || !wordStart.test(text.charAt(at - 1))) hits.push(at)
  return hits
}

function foundOf(each: Searchable, words: readonly string[]): Found {
  const titleInPieces = inPieces(each.title, words)
  const hasHit = (pieces: readonly Piece[]) => pieces.some(({ isHit }) => isHit)
  const also = each.also.map(name => inPieces(name, words)).find(hasHit)
  const excerpt = inPieces(excerptOf(each.text, words), words)
  return {
    ...each,
    titleInPieces,
    alsoInPieces: also ?? null,
    excerpt: hasHit(excerpt) ? excerpt : null,
  }
}

/** A text in pieces: the words that were asked for, and what stands between them. Joined they are the text. */
export function inPieces(text: string, words: readonly string[]): Piece[] {
  const { text: plain, places } = folded(text)
  const isHit = new Array<boolean>(text.length).fill(false)
  for (const word of words)
    for (const hit of hitsIn(plain, word)) isHit.fill(true, places[hit], endOf(places, hit + word.length))
  const pieces: { text: string; isHit: boolean }[] = []
  for (let at = 0; at < text.length; at += 1) {
    const last = pieces.at(-1)
    if (last && last.isHit === isHit[at]) last.text += text.charAt(at)
    else pieces.push({ text: text.charAt(at), isHit: isHit[at] ?? false })
  }
  return pieces
}

/** Where a match ends in what was written: a letter with its accents is marked whole. */
function endOf(places: readonly number[], after: number): number {
  const last = places[after - 1] ?? 0
  return places.find((place, at) => at >= after && place > last) ?? last
}

/** The part of a text around its first match, cut between words. */
function excerptOf(text: string, words: readonly string[]): string {
  const { text: plain, places } = folded(text)
  const hits = words.flatMap(word => hitsIn(plain, word).slice(0, 1))
  const first = places[Math.min(...hits)] ?? 0
  const from = first <= excerptBefore ? 0 : text.indexOf(' ', first - excerptBefore) + 1
  const start = Math.min(from, first)
  const end = start + excerptLength >= text.length ? text.length : text.lastIndexOf(' ', start + excerptLength)
  const stop = end <= first ? Math.min(text.length, start + excerptLength) : end
  return `${start > 0 ? '… ' : ''}${text.slice(start, stop)}${stop < text.length ? ' …' : ''}`
}

/** Names that hold a word written much like one that was asked for; where there are none, the first names of all. */
function suggestionsFor(words: readonly string[], all: readonly Searchable[]): string[] {
  const isNear = (word: string, asked: string) => {
    const most = asked.length > 5 ? 2 : 1
    return Math.abs(word.length - asked.length) <= most && editsBetween(word, asked) <= most
  }
  const longWords = words.filter(word => word.length > 3 && word.length <= 40)
  const near = new Set(
    all.flatMap(({ title }) =>
      folded(title)
        .text.split(/[^\p{L}\p{N}]+/u)
        .filter(word => longWords.some(asked => isNear(word, asked))),
    ),
  )
  const some = near.size > 0 ? [...near].toSorted(compareText) : all.map(({ title }) => title)
  return [...new Set(some)].slice(0, mostSuggestions)
}
