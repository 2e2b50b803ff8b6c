import { chart } from '../../charts/chart.ts'
import { chartSizes } from '../../charts/line-chart/input.ts'
import type { Block, Figure, Section } from '../outline/types.ts'
import { ratingShape, signHtml, tableHtml } from './table.ts'
import { attribute, bodyText, hidden, wordsHtml } from './text.ts'

/** A section under its heading. What stands under each heading below it is held together. */
export function sectionHtml({ id, heading, kind, orientation, newPage, blocks }: Section): string {
  const classes = ['part', `part-${kind}`, orientation, ...(newPage ? ['new-page'] : [])].join(' ')
  return [
    `<section class="${classes}" aria-labelledby="${attribute(id)}">`,
    `<h2 id="${attribute(id)}">${bodyText(heading)}</h2>`,
    kind === 'card' ? cardBody(blocks) : blocks.map(blockHtml).join('\n'),
    '</section>',
  ].join('\n')
}

/** A card's verdict across the page; then its charts and words, which print in columns; its facts across the foot. */
function cardBody(blocks: readonly Block[]): string {
  const verdicts = blocks.filter(block => block.block === 'verdict')
  const groups: Block[][] = []
  const facts = blocks.filter(block => block.block === 'facts')
  for (const block of blocks.filter(each => each.block !== 'verdict' && each.block !== 'facts')) {
    const last = groups.at(-1)
    if (last && block.block !== 'heading') last.push(block)
    else groups.push([block])
  }
  const held = groups.map(group => `<div class="held">\n${group.map(blockHtml).join('\n')}\n</div>`)
  return `${verdicts.map(blockHtml).join('\n')}\n<div class="card-body">\n${held.join('\n')}\n</div>\n${facts.map(blockHtml).join('\n')}`
}

function blockHtml(block: Block): string {
  switch (block.block) {
    case 'heading': {
      const level = block.level + 1
      return `<h${level} id="${attribute(block.id)}">${bodyText(block.text)}</h${level}>`
    }
    case 'paragraph':
      return `<p>${wordsHtml(block.text)}</p>`
    case 'list': {
      const name = block.ordered ? 'ol' : 'ul'
      return `<${name}>\n${block.items.map(item => `<li>${wordsHtml(item)}</li>`).join('\n')}\n</${name}>`
    }
    case 'verdict':
      return [
        `<div class="verdict ${block.rating === null ? 'unrated' : block.rating.toLowerCase()}">`,
        `<p class="verdict-title">${block.rating === null ? '' : `${ratingShape(block.rating)} `}${bodyText(block.title)}</p>`,
        `<p>${bodyText(block.detail)}</p>`,
        ...(block.beside ?? []).map(
          ({ sign, text }) => `<p class="signed">${sign ? signHtml(sign) : ''}<span>${bodyText(text)}</span></p>`,
        ),
        '</div>',
      ].join('\n')
    case 'facts':
      return `<dl class="facts">\n${block.facts
        .map(({ label, text }) => `<div><dt>${bodyText(label)}</dt><dd>${bodyText(text)}</dd></div>`)
        .join('\n')}\n</dl>`
    case 'table':
      return tableHtml(block)
    case 'figure':
      return figureHtml(block)
  }
}

/** The chart in the sizes that pages show: a chart's text never shrinks, another size is shown instead. */
function figureHtml(figure: Figure): string {
  const { id, title, subtitle, table, size = 'main' } = figure
  const input = { ...figure.chart, sentence: figure.sentence }
  const drawn =
    size === 'main'
      ? `<div class="chart wide">${chart(input, chartSizes.wide)}</div>\n<div class="chart narrow">${chart(input, chartSizes.narrow)}</div>`
      : `<div class="chart">${chart(input, chartSizes.small)}</div>`
  return [
    `<figure id="${attribute(id)}" class="${size}">`,
    `<figcaption><p class="figure-title">${bodyText(title)}</p><p class="figure-subtitle">${bodyText(subtitle)}</p></figcaption>`,
    drawn,
    `<details><summary>The values as a table${hidden(`: ${title}`)}</summary>`,
    tableHtml(table),
    '</details>',
    '</figure>',
  ].join('\n')
}
