import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actions } from '../../src/answers/actions/actions.ts'
import { loadFramework } from '../../src/answers/framework-data.ts'
import { meeting } from '../../src/answers/meeting/meeting.ts'
import { paths } from '../../src/answers/paths/paths.ts'
import { report } from '../../src/answers/report/report.ts'
import { statutory } from '../../src/answers/statutory/statutory.ts'
import { openRegister, type Register } from '../../src/register/index.ts'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { effectsFrom, steadyClock } from '../support/stores.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// What a paper asks, of Norfolk's two reports and the target sheets of September 2017.

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'register'))
const june = '2017-06-19'
let register: Register

beforeAll(async () => {
  await home.text(['import', join(root, 'examples/norfolk')])
  register = await openRegister({ file: join(home.path, 'register.sqlite') }, effectsFrom(steadyClock()))
})
afterAll(async () => {
  await register.close()
  folder.remove()
})

const load = (framework: string | null, asAt = june) =>
  loadFramework(register.reader, 'norfolk', framework, { asAt }, 'officer')

describe('statutory()', () => {
  test('sets each result beside the last time and other areas, better or worse by which way is good', async () => {
    const answer = statutory(await load('ascof-2016'))
    expect(answer.comparators.map(each => each.inSentence)).toEqual([
      'Norfolk',
      'the family group',
      'the Eastern region',
      'England',
    ])
    expect(answer.sections.map(each => [each.section, each.rows.length])).toEqual([
      ['Short and Long Term Support', 10],
      ['Adult Social Care Survey', 7],
      ['Health', 2],
      ['Survey of Adult Carers', 5],
    ])
    const told = (slug: string) => {
      const row = answer.sections.flatMap(each => each.rows).find(each => each.indicator.slug === slug)
      return {
        result: [row?.result?.shown, row?.result?.rating, row?.result?.marks],
        beside: row?.comparisons.map(each => `${each.period} ${each.shown ?? each.reason} ${each.result}`),
      }
    }
    expect(told('ascof-2a1')).toEqual({
      result: ['15.8', 'Green', ['provisional']],
      // 15.8 in the region equals 80 of 507,180 at the decimals shown
      beside: ['2015/16 17.5 better', '2015/16 13.0 worse', '2015/16 15.8 no_change', '2015/16 13.3 worse'],
    })
    expect(told('ascof-2c2').beside?.at(-1)).toBe('2015/16 not_available null')
    expect(told('ascof-1d').beside?.[0]).toBe('2014/15 7.5 no_change')
  })
})

describe('paths()', () => {
  test('gives only ambitions in June, and in September the stated targets by year, a missing year left out', async () => {
    const inJune = paths(await load(null))
    expect(
      inJune.paths.map(path => [path.indicator.slug, path.purpose, path.points.map(point => point.shown)]),
    ).toEqual([['ld-paid-employment', 'ambition', ['5.3', '7.5']]])
    const later = paths(await load('best-practice-targets', '2017-10-01'))
    expect(later.periods).toEqual(['2017/18', '2018/19', '2019/20', '2020/21'])
    expect(later.paths).toHaveLength(7)
    const find = (slug: string) => later.paths.find(path => path.indicator.slug === slug)
    expect(find('requests-to-assessment')).toMatchObject({ baseline: { period: '2016/17', shown: '32.72' } })
    expect(find('reablement-no-further-care')?.points.map(point => point.period)).toEqual([
      '2017/18',
      '2018/19',
      '2019/20',
    ])
  })
})

describe('actions()', () => {
  test('groups the actions by indicator in the order of the framework, with the papers that listed them', async () => {
    const { groups } = await actions(register.reader, await load(null))
    expect(groups.map(each => [each.indicator, each.actions.length])).toEqual([
      ['res-admissions-18-64-rate', 5],
      ['res-admissions-65-plus-rate', 5],
      ['dtoc-social-care-rate', 5],
      ['ld-paid-employment', 8],
      ['mh-paid-employment', 5],
    ])
    const notListed = groups.flatMap(each => each.actions).filter(each => !each.listedOn.includes(june))
    expect(notListed.map(each => each.slug)).toEqual(['nfk-dtoc-2', 'nfk-dtoc-3'])
  })
})

describe('meeting()', () => {
  test('knows what is asked, and the standing options in their order', async () => {
    const answer = await meeting(register.reader, await load(null), june)
    expect(answer.recommendations.map(each => [each.number, each.verb, each.due])).toEqual([
      [1, 'agree', ''],
      [2, 'agree', ''],
      [3, 'delegate', ''],
      [4, 'receive', '2017-09-30'],
    ])
    expect(answer.followUpOptions.map(each => each.order)).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('tells the days of the meetings that it knows when asked about another', async () => {
    await expect(load(null).then(data => meeting(register.reader, data, '2017-06-18'))).rejects.toThrow(
      'its meetings are on 2017-03-06 and 2017-06-19',
    )
  })
})

test('report() leaves out a framework that was not known on the day', async () => {
  const ask = (meetingDay: string) =>
    report(register.reader, {
      owner: 'norfolk',
      framework: null,
      meetingDay,
      audience: 'officer',
      statutory: 'ascof-2016',
      targetsOf: ['best-practice-targets'],
    })
  const march = await ask('2017-03-06')
  expect(march.statutory).toBeNull()
  expect(march.cards.map(card => card.slug)).toEqual([
    'res-admissions-65-plus-rate',
    'community-care-share',
    'dtoc-social-care-rate',
    'ld-paid-employment',
    'mh-paid-employment',
  ])
  const juneReport = await ask(june)
  expect(juneReport.linked.map(card => card.slug)).toEqual(['dtoc-social-care-rate', 'res-admissions-65-plus-rate'])
  expect(juneReport.criteria).toEqual({ offTargetFrom: 0.05, movesNeeded: 3 })
})
