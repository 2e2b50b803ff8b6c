import { describe, expect, test } from 'vitest'
import { createApp } from '../app.tsx'
import { fixtureServices } from '../fixtures/services.ts'
import { fixtureSettings } from '../fixtures/settings.ts'

const app = createApp(fixtureServices(), fixtureSettings())
const shown = async (path: string) => (await app.request(path)).text()
const words = (html: string) =>
  html
    .replace(/<(style|title)[^>]*>.*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
const cellsOf = (row: string) =>
  [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(cell => words(String(cell[1])).trim())

describe('the page of variation and assurance', () => {
  test('places an indicator by both, as a link with its signs, and says why the others have no place', async () => {
    const html = await shown('/harrowmere/signal?as-at=2026-11-01')
    const table = /<table class="signal-matrix">.*?<\/table>/s.exec(html)?.[0] ?? ''
    expect([...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(row => cellsOf(String(row[1])))).toEqual([
      ['Variation', 'The target: Will be met', 'The target: At times', 'The target: Will be missed', 'No assurance'],
      ['Improvement', 'At home after short-term support', 'none', 'none', 'none'],
      ['Normal variation', 'none', 'none', 'none', 'none'],
      ['Concern', 'none', 'none', 'none', 'none'],
      ['Signal, for information', 'none', 'none', 'none', 'Budget variance'],
    ])
    expect(table).toContain('href="/harrowmere/indicators/short-term-home?as-at=2026-11-01"')
    expect(table).toMatch(/#signal-improvement_high.*#signal-pass/s)
    const others = words(html.split('id="others"')[1] ?? '')
    expect(others).toMatch(
      /No verdict: there are 11 points with a value, and it takes 13\. .* Safeguarding: outcomes reached No verdict/,
    )
    expect(others).toMatch(/No verdict: it is not stated .* Quality of life No control chart/)
    expect(others).toMatch(/No control chart: it takes two values or more.* Waiting for a review /)
  })

  test('says the same in lists, for narrow screens', async () => {
    const lists = words(/<div class="signal-lists">(.*?)<\/div>/s.exec(await shown('/harrowmere/signal'))?.[1] ?? '')
    expect(lists).toMatch(/Improvement, the target will be met At home after short-term support/)
  })

  test('leads to every framework, and keeps the day', async () => {
    const html = await shown('/norfolk/signal?as-at=2017-06-19&framework=ascof-2016')
    expect(html).toMatch(/href="\/norfolk\/signal\?as-at=2017-06-19&amp;framework=ascof-2016" aria-current="true"/)
    expect(html).toContain('href="/norfolk/signal?as-at=2017-06-19"')
  })

  test('draws each sign once, however often it is shown', async () => {
    const html = await shown('/harrowmere/dashboard')
    expect(html.match(/<symbol id="signal-pass"/g)).toHaveLength(1)
    const drawn = new Set([...html.matchAll(/<symbol id="([^"]*)"/g)].map(match => match[1]))
    const used = new Set([...html.matchAll(/<use href="#([^"]*)"/g)].map(match => match[1]))
    expect(used).toEqual(drawn)
  })
})

describe('the indicator page', () => {
  test('draws the control chart and says what each point is, with its lines', async () => {
    const section = (await shown('/harrowmere/indicators/short-term-home')).split('id="signal"')[1] ?? ''
    const rows = [...section.matchAll(/<tr>(.*?)<\/tr>/gs)].map(row => cellsOf(String(row[1])))
    // Mean 1085.3 ÷ 13; limits 2.66 times the mean moving range, 5.2 ÷ 12, on either side.
    expect(rows[1]).toEqual(['October 2026', '85.4', '82.33', '83.48', '84.64', 'improvement: above the upper limit'])
    expect(words(section)).toContain('A signal of improvement: the latest value is above the upper limit.')
    expect(words(section)).toContain('The target will be met consistently, should the process stay as it is.')
    expect(section).toMatch(/<svg[^>]*role="img"[^>]*aria-label="People at home 12 weeks[^"]*A signal of improvement/)
  })

  test('suggests new limits and does not make them', async () => {
    const section = words((await shown('/harrowmere/indicators/short-term-home')).split('id="signal"')[1] ?? '')
    expect(section).toMatch(/Suggested, not done: The latest seven values .* lie above the mean, from April 2026 on\./)
    expect(section).not.toContain('New limits from')
  })

  test('shows the chart with a warning and no sign where the kind is not stated', async () => {
    const section = (await shown('/norfolk/indicators/dtoc-social-care-rate')).split('id="signal"')[1] ?? ''
    const signal = section.split('id="counts"')[0] ?? ''
    expect(words(signal)).toContain('No verdict: it is not stated whether neighbouring points share')
    expect(signal).not.toContain('<use')
    expect(signal).toContain('class="chart-wide"')
  })
})

describe('beside the ratings', () => {
  test('an exception says whether it is more than chance, and drifts have their place', async () => {
    const html = words(await shown('/norfolk/exceptions?as-at=2017-06-19'))
    expect(html).toMatch(
      /Delayed transfers \(social care\).*Signal or chance: No verdict: it is not stated whether neighbouring points/,
    )
    expect(html).toContain('Slow drifts that the ratings miss')
  })

  test('a row of the dashboard has its signs with their meaning, or the reason for none', async () => {
    const html = await shown('/harrowmere/dashboard')
    const signs = [...html.matchAll(/<td class="col-signal">(.*?)<\/td>/gs)].map(cell => words(String(cell[1])).trim())
    expect(signs[0]).toBe(
      'Improvement: significantly higher, and higher is better. The target will be met consistently',
    )
    expect(signs[1]).toMatch(/^– No verdict: there are 11 points/)
  })

  test('a card says both verdicts in its verdict', async () => {
    const html = words(await shown('/harrowmere/cards/short-term-home'))
    expect(html).toContain('A signal of improvement: the latest value is above the upper limit.')
  })
})
