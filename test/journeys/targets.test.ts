/** From a path that is tried to one that is agreed and rates, and back, over the real command and a real register. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { homeIn } from '../support/home.ts'
import { serveHome } from '../support/serving.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { hasArrived, journey, tabTo } from './support.ts'

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'home'))
const { open, url } = journey(async () => {
  await home.text(['examples', 'load', 'norfolk'])
  await home.text(['examples', 'load', 'england'])
  const later = join(folder.path, 'later')
  mkdirSync(later)
  const rows = 'indicator,period,value,owner,known_on\nrequests-to-assessment,2017/18,30.00,norfolk,2018-06-01\n'
  writeFileSync(join(later, 'observations.csv'), rows)
  await home.text(['import', later])
  return serveHome(home.path)
})
afterAll(folder.remove)

const heading = 'Requests for support which go on to assessment'

/** How the result of 2017/18 is rated. */
async function rating(): Promise<string | null> {
  const { periods } = (await home.json(['indicator', 'requests-to-assessment', '--org', 'norfolk'])) as {
    periods: { period: string; rating: string | null }[]
  }
  return periods.find(({ period }) => period === '2017/18')?.rating ?? null
}

/** What the dashboard says of the indicator, in its row. */
async function onDashboard(page: Page): Promise<string> {
  await page.goto(url('/norfolk/dashboard?framework=best-practice-targets'))
  const row = page.getByRole('row').filter({ hasText: 'Requests going on to assessment' }).first()
  return (await row.textContent({ timeout: 10_000 })) ?? ''
}

async function press(page: Page, words: string): Promise<void> {
  await tabTo(page, words, 120)
  await page.keyboard.press('Enter')
}

describe.each([
  ['with scripts', true],
  ['with scripts off', false],
] as const)('%s', (_, javaScriptEnabled) => {
  test('a path is tried, proposed and agreed by keyboard; the rating changes, and changes back when it is undone', async () => {
    const page = await open({ javaScriptEnabled })
    const arrived = async (words: string | RegExp) => {
      await page.getByRole('heading', { level: 1, name: words }).waitFor()
      if (javaScriptEnabled) await hasArrived(page, words)
    }
    const main = () => page.getByRole('main').textContent()

    await page.goto(url('/norfolk/targets?framework=best-practice-targets'))
    await arrived('7 paths of targets, 0 agreed')
    await press(page, 'Requests going on to assessment')
    await arrived(heading)

    await tabTo(page, 'goal', 120)
    await page.keyboard.press('Control+A')
    await page.keyboard.type('twenty')
    await press(page, 'Show what it means')
    await page.getByText('There is a problem').waitFor()
    await arrived(heading)
    expect(await main()).toContain('The goal is a number, as 25.0, not “twenty”')
    await tabTo(page, 'goal', 120)
    await page.keyboard.press('Control+A')
    await page.keyboard.type('26')
    await press(page, 'Show what it means')
    await page.getByRole('heading', { name: 'The path you ask for' }).waitFor()
    await arrived(heading)
    expect(await main()).toContain('about 15,860')
    expect(await main()).toContain('cannot be known')

    await tabTo(page, 'rationale', 120)
    await page.keyboard.press('Control+A')
    await page.keyboard.type('A step on the way to a quarter')
    await press(page, 'Save as a proposal')
    await page.getByText('Saved as a proposal.').waitFor()
    await arrived(heading)
    expect(await main()).toContain('A step on the way to a quarter')
    expect(await rating()).toBeNull()

    await press(page, 'Record as agreed')
    await page.getByText('There is a problem').waitFor()
    expect(await main()).toContain('Say which meeting or leadership team agreed it')
    await page.getByLabel('Agreed by').fill('Adult Social Care Committee')
    // The decision is older than the proposal, which was only now written down.
    await page.getByLabel('Agreed on').fill('2017-10-09')
    await press(page, 'Record as agreed')
    await page.getByText('Recorded as agreed: its targets are rated now.').waitFor()
    await arrived(heading)
    expect(await main()).toContain('agreed by Adult Social Care Committee on 9 October 2017')
    expect(await main()).toMatch(/The proposal was written down on \d+ \w+ 20\d\d, after the decision/)
    expect(await rating()).toBe('Amber')
    expect(await onDashboard(page)).toContain('Amber')
    await page.goBack()

    await press(page, 'Undo this')
    await page.waitForURL('**/undo')
    await page.getByLabel('Why it is undone').fill('The minutes say otherwise')
    await page.getByRole('button', { name: /^Undo import/ }).click()
    await page.waitForURL(/\/norfolk\/import\/\d+$/)
    expect(await rating()).toBeNull()
    expect(await onDashboard(page)).not.toContain('Amber')
  }, 180_000)
})

test('two people who save one path: the second is told, sees the other’s, and loses nothing of what was written', async () => {
  const asked =
    '/norfolk/targets/ascof-1e?shape=line&from=2016%2F17&goal=5&by=2018%2F19&until=2018%2F19&first=2017%2F18'
  const [first, second] = [await open(), await open()]
  await first.goto(url(asked))
  await second.goto(url(asked.replace('goal=5', 'goal=6')))
  await second.getByLabel('Rationale').fill('Written with care')
  await first.getByRole('button', { name: 'Save as a proposal' }).click()
  await first.getByText('Saved as a proposal.').waitFor()
  await second.getByRole('button', { name: 'Save as a proposal' }).click()
  await second.getByText('There is a problem').waitFor()
  expect(await second.getByRole('main').textContent()).toContain('somebody saved another version in the meantime')
  expect(await second.getByLabel('Rationale').inputValue()).toBe('Written with care')
  await hasArrived(second, /^The proportion of adults with a learning disability/)
  await second.getByRole('button', { name: 'Save as a proposal' }).click()
  await second.getByText('Saved as a proposal.').waitFor()
  expect(await second.getByRole('main').textContent()).toContain('Written with care')
})

describe.each([
  ['with scripts', true],
  ['with scripts off', false],
] as const)('the shapes of a path, %s', (_, javaScriptEnabled) => {
  /** Presses Tab until a field of this name has the focus; whether it is a choice of several things. */
  async function tabToField(page: Page, name: string): Promise<boolean> {
    for (let pressed = 0; pressed < 120; pressed += 1) {
      await page.keyboard.press('Tab')
      const [now, tag] = (await page.evaluate('[document.activeElement.name, document.activeElement.tagName]')) as [
        string | undefined,
        string,
      ]
      if (now === name) return tag === 'SELECT'
    }
    throw new Error(`Cannot reach the field ${name} by keyboard`)
  }

  /** Chooses the shape by its first letters, as the keyboard does, and asks what it means. */
  async function ask(page: Page, slug: string, fields: Readonly<Record<string, string>>): Promise<string> {
    await page.goto(url(`/norfolk/targets/${slug}`))
    for (const [name, typed] of Object.entries(fields)) {
      const isChoice = await tabToField(page, name)
      if (!isChoice) {
        await page.keyboard.press('Control+A')
        await page.keyboard.press('Delete')
      }
      await page.keyboard.type(typed)
    }
    await press(page, 'Show what it means')
    await page.getByRole('heading', { name: 'The path you ask for' }).waitFor()
    return ((await page.getByRole('main').textContent()) ?? '').replace(/\s+/g, ' ')
  }
  const shapes: readonly (readonly [string, string, Readonly<Record<string, string>>, readonly string[]])[] = [
    [
      'a line',
      'reablement-no-further-care',
      { shape: 'A straight', goal: '72', by: '2018' },
      ['A straight line to a goal', '70.45', '72.00'],
    ],
    [
      'own points with a missing year',
      'reablement-no-further-care',
      { shape: 'A target', t1: '69', t2: '', t3: '71', t4: '' },
      ['2018/19no target', '2019/2071'],
    ],
    [
      'the average of the family group by a year',
      'ascof-1e',
      { shape: 'The average', by: '2019', group: 'Family' },
      // The mean of its 15 councils in 2019/20, worked out by hand from the published table: 4.527.
      ['to 4.5 % in 2019/20', 'Family group, 2019/20: mean of 15 councils', 'Family group, mean', 'East of England'],
    ],
    [
      'the best quarter of England by a year',
      'ascof-1e',
      { shape: 'The best', by: '2019', group: 'England' },
      ['England, 2019/20: best quarter of'],
    ],
    [
      'a rate that is held',
      'reablement-no-further-care',
      { shape: 'Hold', goal: '70', until: '2019' },
      ['Hold a rate', '70.00'],
    ],
  ]
  test.each(shapes)(
    '%s can be asked by keyboard',
    async (_, slug, fields, said) => {
      const page = await open({ javaScriptEnabled })
      const main = await ask(page, slug, fields)
      for (const words of said) expect(main).toContain(words)
      if (javaScriptEnabled) await hasArrived(page, /./)
    },
    120_000,
  )

  test('months follow a line, and each can be read', async () => {
    const page = await open({ javaScriptEnabled })
    const main = await ask(page, 'community-care-share', { shape: 'A straight', goal: '75', by: '2018', until: '2018' })
    expect(main).toContain('The path in 24 months or quarters')
    await press(page, 'The path in 24 months or quarters')
    await page.getByRole('table', { name: 'Targets of months and quarters' }).waitFor()
  }, 120_000)
})
