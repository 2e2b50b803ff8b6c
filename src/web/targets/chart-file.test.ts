import { expect, test } from 'vitest'
import { createApp } from '../app.tsx'
import { fixtureServices } from '../fixtures/services.ts'
import { fixtureSettings } from '../fixtures/settings.ts'

const get = (path: string) => createApp(fixtureServices(), fixtureSettings()).request(path)
const path = '/norfolk/targets/reviews-reduce-cease-18-64/chart.csv'

test('the values of the chart are a file: history, then the targets of the path that is kept', async () => {
  const response = await get(path)
  expect(response.headers.get('content-disposition')).toMatch(
    /^attachment; filename="norfolk-reviews-reduce-cease-18-64-path-as-known-/,
  )
  const lines = (await response.text())
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
  expect(lines).toEqual([
    'period,unit,norfolk,target',
    '2014/15,%,18.10,',
    '2015/16,%,19.84,',
    '2016/17,%,20.42,',
    '2017/18,%,,31.82',
    '2018/19,%,,43.21',
    '2019/20,%,,54.61',
    '2020/21,%,,66.00',
  ])
})

test('the file has the targets of the path that is asked for, where one is', async () => {
  const text = await (await get(`${path}?shape=hold&goal=25&until=2018/19`)).text()
  expect(text).toContain('2018/19,%,,25.00')
  expect(text).not.toContain('2020/21')
})
