import { expect, test } from 'vitest'
import { createApp } from '../app.tsx'
import { fixtureServices } from '../fixtures/services.ts'
import { fixtureSettings } from '../fixtures/settings.ts'

test('an indicator leads to a report card only where it has one: in the framework of the committee', async () => {
  const path = '/norfolk/indicators/cqc-good-or-above'
  const services = fixtureServices()
  const page = async (framework: string) => {
    const indicator: typeof services.indicator = async (...question) => {
      const answer = await services.indicator(...question)
      return { ...answer, framework: { ...answer.framework, slug: framework } }
    }
    return (await createApp({ ...services, indicator }, fixtureSettings()).request(path)).text()
  }
  expect(await page('vital-signs')).toContain('>Report card</a>')
  expect(await page('ascof-2017')).not.toContain('>Report card</a>')
})

test('counts are drawn only where there is more than one of them', async () => {
  const services = fixtureServices()
  const page = async (least: number) => {
    const indicator: typeof services.indicator = async (...question) => {
      const answer = await services.indicator(...question)
      const history = answer.row.history.filter(cell => cell.numerator !== null).slice(0, least)
      return { ...answer, row: { ...answer.row, history } }
    }
    const app = createApp({ ...services, indicator }, fixtureSettings())
    return (await app.request('/norfolk/indicators/cqc-good-or-above')).text()
  }
  expect(await page(2)).toContain('href="#counts"')
  const one = await page(1)
  expect(one).not.toContain('href="#counts"')
  expect(one).not.toContain('id="counts"')
})
