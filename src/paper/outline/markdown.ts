/** Officers' Markdown as blocks of the paper: plain words, strong words, links and lists; nothing else is obeyed. */
import { Marked, type Token, type Tokens } from 'marked'
import { words } from './say.ts'
import type { Block, Run, Words } from './types.ts'

const marked = new Marked({ gfm: true })

/** Lists inside lists are told in one list, as deep as anyone writes them. */
const deepest = 12

/** Markdown as paragraphs and lists. HTML is shown as it was typed; links lead to http, https and mailto only. */
export function markdownBlocks(text: string): Block[] {
  return marked.lexer(text).flatMap(token => blocksOf(token))
}

function blocksOf(token: Token): Block[] {
  switch (token.type) {
    case 'space':
    case 'hr':
    case 'def':
      return []
    case 'list': {
      const { items, ordered } = token as Tokens.List
      return [{ block: 'list', ordered, items: items.flatMap(item => itemWords(item, 0)) }]
    }
    case 'blockquote':
      return (token as Tokens.Blockquote).tokens.flatMap(blocksOf)
    case 'heading':
      return paragraphOf(wordsOf((token as Tokens.Heading).tokens).map(run => ({ ...run, strong: true })))
    case 'paragraph':
    case 'text':
      return paragraphOf(wordsOf((token as Tokens.Paragraph).tokens ?? [token]))
    case 'table': {
      const { header, rows } = token as Tokens.Table
      const line = (cells: readonly Tokens.TableCell[]) =>
        cells.flatMap((cell, at) => [...(at === 0 ? [] : [{ text: ' | ' }]), ...wordsOf(cell.tokens)])
      return [header, ...rows].flatMap(cells => paragraphOf(line(cells)))
    }
    case 'code':
      return paragraphOf(words((token as Tokens.Code).text))
    default:
      return paragraphOf(words(token.raw.trim()))
  }
}

function paragraphOf(text: Words): Block[] {
  const said = joined(text)
  return said.every(run => run.text.trim() === '') ? [] : [{ block: 'paragraph', text: said }]
}

/** An item and, after it, the items of lists within it. */
function itemWords(item: Tokens.ListItem, depth: number): Words[] {
  const inner = item.tokens.filter((token): token is Tokens.List => token.type === 'list')
  const own = item.tokens.filter(token => token.type !== 'list' && token.type !== 'space')
  const said = joined(
    own.flatMap((token, at) => [
      ...(at === 0 ? [] : [{ text: ' ' }]),
      ...blocksOf(token).flatMap(block => (block.block === 'paragraph' ? block.text : [])),
    ]),
  )
  const below = depth < deepest ? inner.flatMap(list => list.items.flatMap(each => itemWords(each, depth + 1))) : []
  return said.length === 0 ? below : [said, ...below]
}

function wordsOf(tokens: readonly Token[]): Words {
  return tokens.flatMap((token): Words => {
    switch (token.type) {
      case 'strong':
        return wordsOf((token as Tokens.Strong).tokens).map(run => ({ ...run, strong: true }))
      case 'em':
      case 'del':
        return wordsOf((token as Tokens.Em).tokens)
      case 'link': {
        const { href, tokens: inside } = token as Tokens.Link
        const shown = wordsOf(inside)
        return isSafe(href) ? shown.map(run => ({ ...run, to: href })) : shown
      }
      case 'image':
        return words((token as Tokens.Image).text)
      case 'br':
        return [{ text: ' ' }]
      case 'codespan':
      case 'escape':
        return words((token as Tokens.Codespan).text)
      case 'text': {
        const { tokens: inside, text } = token as Tokens.Text
        return inside ? wordsOf(inside) : words(text.replace(/\s+/g, ' '))
      }
      default:
        return words(token.raw)
    }
  })
}

function isSafe(href: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s]+$/i.test(href)
}

/** Neighbours that look the same become one run. */
function joined(runs: Words): Words {
  const out: Run[] = []
  for (const run of runs) {
    const last = out.at(-1)
    if (last && last.strong === run.strong && last.to === run.to)
      out[out.length - 1] = { ...last, text: last.text + run.text }
    else out.push(run)
  }
  return out
}
