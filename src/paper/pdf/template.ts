/** The page in Typst. It holds no word of any paper: those come as data, and data is never read as markup. */

import { ratings } from '../../shared/codes.ts'
import { fontFamily } from '../fonts/fonts.ts'
import { cardName, chartWidth, gutter } from '../page/card-plan.ts'
import { lookOf } from '../page/looks.ts'
import { above, below, margin, noteText, pageRoom } from './measures.ts'

const looks = Object.fromEntries(ratings.map(({ code }) => [code, lookOf(code)]))

/** What the template needs to know beside the paper. */
export const settings = {
  font: fontFamily,
  margin,
  above,
  below,
  room: pageRoom.landscape,
  chart: chartWidth,
  gutter,
  name: cardName,
  notes: noteText,
  looks,
}

/** Source of the template: the same for every paper. */
export const template = `
#let paper = json(bytes(sys.inputs.paper))
#let settings = json(bytes(sys.inputs.settings))
#let ink = rgb("#0b0c0c")
#let brand = rgb("#12436d")
#let quiet = rgb("#505a5f")
#let thin = 0.6pt + rgb("#b1b4b6")

#set document(title: paper.title, author: paper.organisation, date: auto)
#set text(font: settings.font, fallback: false, size: 12pt, fill: ink, lang: "en", region: "GB", hyphenate: false, number-width: "tabular")
#set par(leading: 0.62em, spacing: 0.95em, justify: false)
#set list(indent: 4pt, body-indent: 8pt, spacing: 0.75em)
#set enum(indent: 4pt, body-indent: 8pt, spacing: 0.75em)
#show heading: set block(sticky: true)
#show heading.where(level: 1): set text(20pt)
#show heading.where(level: 1): set block(above: 22pt, below: 10pt)
#show heading.where(level: 2): set text(15pt)
#show heading.where(level: 2): set block(above: 16pt, below: 8pt)
#show heading.where(level: 3): set text(12.5pt)
#show heading.where(level: 3): set block(above: 14pt, below: 7pt)
#show title: set text(28pt)
#show title: set block(above: 6pt, below: 14pt)
#show link: it => underline(text(brand, it), stroke: 0.5pt, offset: 2pt)
#set figure(supplement: none, numbering: none, gap: 7pt)
#set figure.caption(position: top)
#show figure: set align(left)
#show figure: set block(above: 16pt, below: 16pt)
#show figure.where(kind: table): set block(breakable: true, above: 10pt, below: 14pt)
#show figure.caption: it => block(width: 100%, sticky: true, below: 7pt, align(left, it.body))

#let footer = context {
  set text(9pt, fill: quiet)
  set par(leading: 0.5em)
  line(length: 100%, stroke: thin)
  v(-3pt)
  grid(columns: (1fr, auto), gutter: 18pt,
    paper.foot,
    [Page #counter(page).display() of #counter(page).final().first()])
}
#set page(paper: "a4", margin: (x: settings.margin.portrait * 1pt, top: settings.above * 1pt, bottom: settings.below * 1pt), footer: footer, footer-descent: 15pt)

#let named(it, name) = if name == none { it } else [#it#label(name)]
#let run(it) = {
  let words = if it.strong { strong(it.text) } else { it.text }
  if it.to == none { words } else if it.to.starts-with("#") { link(label(it.to.slice(1)), words) } else { link(it.to, words) }
}
#let words(runs) = runs.map(run).join()

#let mark(look, size) = {
  let fill = rgb(look.mark)
  box(baseline: 0.06em, if look.shape == "circle" { circle(radius: size * 0.44, fill: fill) }
    else if look.shape == "triangle" { polygon(fill: fill, (0pt, size * 0.88), (size * 0.5, 0pt), (size, size * 0.88)) }
    else { polygon(fill: fill, (0pt, size * 0.5), (size * 0.5, 0pt), (size, size * 0.5), (size * 0.5, size)) })
}
#let arrow(kind, size, colour) = {
  let s = size
  let stroke = (paint: colour, thickness: s * 0.14, cap: "round", join: "round")
  box(baseline: 0.04em, width: s, height: s, {
    if kind == "same" {
      place(curve(stroke: stroke, curve.move((s * 0.1, s * 0.5)), curve.line((s * 0.9, s * 0.5)), curve.move((s * 0.6, s * 0.22)), curve.line((s * 0.9, s * 0.5)), curve.line((s * 0.6, s * 0.78))))
    } else {
      let flip(y) = if kind == "better" { s - y } else { y }
      place(curve(stroke: stroke, curve.move((s * 0.15, flip(s * 0.15))), curve.line((s * 0.85, flip(s * 0.85))), curve.move((s * 0.4, flip(s * 0.85))), curve.line((s * 0.85, flip(s * 0.85))), curve.line((s * 0.85, flip(s * 0.4)))))
    }
  })
}
#let compared-colours = (better: rgb("#00562e"), worse: rgb("#942514"), same: quiet)

// A long number goes on in a further line.
#let broken(words) = words.split("\\u{2028}").join(linebreak())

#let sign(it, size) = box(baseline: 0.35em, image(bytes(it.sign), format: "svg", alt: it.means, width: size))

#let cell(it, breaks) = {
  let body = broken(it.text)
  if it.sign != none { body = sign(it, 1.7em) + sym.space.nobreak + body }
  if it.strong { body = strong(body) }
  if it.compared != none {
    let colour = compared-colours.at(it.compared)
    body = text(fill: colour, arrow(it.compared, 0.8em, colour) + sym.space.nobreak + body)
  }
  if it.rating == none { return table.cell(breakable: breaks, body) }
  let look = settings.looks.at(it.rating)
  let letter = text(size: 0.92em, weight: "bold", fill: rgb(look.mark), mark(look, 0.62em) + sym.space.nobreak + look.letter)
  table.cell(breakable: breaks, fill: if look.ground == none { none } else { rgb(look.ground) }, body + (if it.beside { sym.space.nobreak } else { linebreak() }) + letter)
}

#let draw-table(it) = {
  set text(size: if it.wide { 9pt } else { 12pt })
  set par(leading: if it.wide { 0.45em } else { 0.55em })
  table(
    columns: it.widths.map(width => width * 1pt),
    align: (x, y) => (if it.columns.at(x).align == "right" { right } else { left }) + (if y == 0 { bottom } else { top }),
    inset: if it.wide { (x: 3pt, y: 3pt) } else { (x: 5pt, y: 4.4pt) },
    stroke: (x, y) => if y == 0 { (bottom: 1.2pt + ink) } else { (bottom: thin) },
    table.header(..it.columns.map(column => strong(broken(column.heading)))),
    ..it.rows.map(row => {
      let breaks = row.any(each => each.text.len() > 600)
      row.map(each => cell(each, breaks))
    }).flatten(),
  )
}
#let captioned(it) = {
  show figure.where(kind: table): set block(breakable: not it.whole)
  figure(kind: table, caption: strong(it.caption), draw-table(it))
}

#let chart(it) = named(figure(kind: image,
  caption: text(1.16em, strong(it.title)) + linebreak() + text(fill: quiet, size: 0.96em, it.subtitle),
  image(bytes(it.svg), format: "svg", alt: it.alt, width: it.width * 1pt)), it.name)

#let verdict(it, rest: 10pt) = {
  let look = if it.rating == none { none } else { settings.looks.at(it.rating) }
  let colour = if look == none { quiet } else { rgb(look.mark) }
  let ground = if look == none { rgb("#f3f2f1") } else if look.ground == none { white } else { rgb(look.ground) }
  block(width: 100%, breakable: it.title.len() + it.detail.len() > 1500, fill: ground, inset: (left: 14pt, rest: rest),
    stroke: (left: 6pt + colour, rest: if ground == white { thin } else { none }), spacing: 12pt, {
      set par(spacing: 0.6em)
      par({
        if look != none { mark(look, 0.95em) + h(0.4em) }
        text(1.16em, strong(it.title))
      })
      if it.detail != "" { par(it.detail) }
      for each in it.beside { par(hanging-indent: if each.sign == none { 0pt } else { 2.4em }, if each.sign == none { each.text } else { sign(each, 1.9em) + h(0.5em) + each.text }) }
    })
}

#let facts(it) = for fact in it.facts { par(hanging-indent: 12pt, spacing: 0.7em, strong(fact.label) + h(0.6em) + fact.text) }
#let facts-in-line(it, size) = {
  set text(calc.max(size * 0.9, 9pt))
  line(length: 100%, stroke: thin)
  par(it.facts.map(fact => box(strong(fact.label)) + sym.space.nobreak + fact.text).join(h(1.6em, weak: true) + sym.zws))
}

#let block-of(it) = {
  if it.is == "heading" { named(heading(level: it.level, it.text), it.name) }
  else if it.is == "paragraph" { if it.leads { block(sticky: true, par(words(it.text))) } else { par(words(it.text)) } }
  else if it.is == "list" { block(breakable: not it.whole, if it.ordered { enum(..it.items.map(words)) } else { list(..it.items.map(words)) }) }
  else if it.is == "verdict" { verdict(it) }
  else if it.is == "facts" { facts(it) }
  else if it.is == "table" { named(captioned(it), it.name) }
  else { chart(it) + if it.table != none { named(captioned(it.table), it.table.name) } }
}

// A card: its verdict beside its name, its charts beside its story, the rest in two columns, who leads at the foot.
#let draw(blocks) = blocks.map(block-of).join()
#let card(section) = {
  let plan = section.plan
  let size = plan.size * 1pt
  set text(size)
  set par(leading: 0.55em, spacing: 0.75em)
  set list(spacing: plan.itemGap * 1em)
  set enum(spacing: plan.itemGap * 1em)
  show heading.where(level: 1): set text(plan.nameSize * 1pt)
  show heading.where(level: 1): set block(above: 0pt, below: 0pt)
  show heading.where(level: 2): set text(size * 1.15)
  show heading.where(level: 2): set block(above: 8pt, below: 5pt)
  show heading.where(level: 3): set text(size * 1.05)
  show figure: set block(above: 0pt, below: 7pt)
  show figure.caption: set block(below: 4pt)
  set figure(gap: 4pt)
  let of(..kinds) = section.blocks.filter(it => kinds.pos().contains(it.is))
  let figures = of("figure")
  let side = settings.room - settings.chart - settings.gutter
  let half = (settings.room - settings.gutter) / 2
  let columns(a, b, left, right) = grid(columns: (a * 1pt, b * 1pt), gutter: settings.gutter * 1pt, left, right)
  let name = (settings.room - settings.gutter) * settings.name.share
  columns(name, settings.room - settings.gutter - name, named(heading(level: 1, section.heading), section.name), of("verdict").map(it => verdict(it, rest: 7pt)).join())
  v(7pt, weak: true)
  line(length: 100%, stroke: 1.2pt + ink)
  v(8pt, weak: true)
  if figures.len() == 1 and plan.chartWidth == settings.chart {
    columns(settings.chart, side, chart(figures.first()), draw(plan.beside))
  } else if figures.len() > 0 {
    grid(columns: (plan.chartWidth * 1pt,) * calc.min(figures.len(), 3), gutter: settings.gutter * 1pt, row-gutter: 0pt,
      ..figures.map(it => chart(it) + if it.under { named(captioned(it.table), it.table.name) }))
  }
  if figures.len() > 0 { v(4pt) }
  for it in figures.filter(it => it.table != none and not it.under) { named(captioned(it.table), it.table.name) }
  for it in of("table") { named(captioned(it), it.name) }
  if plan.left.len() > 0 { columns(half, half, draw(plan.left), draw(plan.right)) }
  for it in of("facts") { facts-in-line(it, size) }
}

// A section; one that opens a new run of pages needs no break of its own.
#let section-of(it, opens) = {
  if (it.newPage or it.plan != none) and not opens { pagebreak(weak: true) }
  if it.plan != none { card(it) } else {
    named(heading(level: 1, it.heading), it.name)
    it.blocks.map(block-of).join()
  }
  if it.plan != none { pagebreak(weak: true) }
}
#let labelled(items) = for it in items { par(hanging-indent: 12pt, spacing: 0.7em, strong(it.label) + h(0.6em) + it.text) }

// The first page.
#if paper.organisation != "" or paper.committee != "" {
  par(text(fill: quiet, (paper.organisation, paper.committee).filter(part => part != "").join(" · ")))
  v(6pt)
}
#title()
#if paper.status != "" { par(text(fill: quiet, paper.status)) }
#labelled(paper.front)
#if paper.contents {
  block(above: 22pt, below: 10pt, sticky: true, text(15pt, strong[Contents]))
  show outline.entry: set block(above: 0.5em)
  outline(title: none, depth: 1)
}
#for (n, group) in paper.groups.enumerate() {
  let body = group.sections.enumerate().map(((at, it)) => {
    let pair = group.sections.slice(at, calc.min(at + 2, group.sections.len()))
    let before = group.sections.slice(0, at).rev()
    let run = before.position(each => not each.beside)
    let odd = calc.rem(if run == none { before.len() } else { run }, 2) == 1
    if it.beside and odd { none }
    else if pair.len() == 2 and pair.all(each => each.beside) { block(above: 22pt, grid(columns: (1fr, 1fr), gutter: settings.gutter * 1pt, ..pair.map(each => section-of(each, true)))) }
    else { section-of(it, at == 0 and (n > 0 or group.flipped)) }
  }).join()
  if group.flipped { page(flipped: true, margin: (x: settings.margin.landscape * 1pt, top: settings.above * 1pt, bottom: settings.below * 1pt), body) } else { body }
}
#if paper.symbols.len() > 0 {
  heading(level: 1)[Symbols]
  set text(settings.notes * 1pt)
  labelled(paper.symbols)
}
#if paper.notes.len() > 0 {
  heading(level: 1)[Notes]
  set text(settings.notes * 1pt)
  enum(numbering: "[note 1]", ..paper.notes)
}
`
