import { describe, expect, test } from 'vitest'
import { readPath } from './ask.ts'

const read = (fields: Readonly<Record<string, string>>) => readPath(name => fields[name])

describe('readPath()', () => {
  test('readPath() asks for nothing without a shape', () => {
    expect(read({ goal: '25' })).toMatchObject({ asked: null, problems: [] })
    expect(read({ shape: 'spiral', goal: '25' })).toMatchObject({ asked: null, problems: [] })
  })

  test('readPath() reads a line, with numbers as people type them', () => {
    expect(
      read({ shape: 'line', from: '2016/17', goal: ' 1,025.50 % ', by: '2018/19', outOf: '61,000' }).asked,
    ).toMatchObject({
      shape: 'line',
      from: '2016/17',
      goal: '1025.50',
      by: '2018/19',
      outOf: '61000',
      profile: 'line',
      volumeRule: 'same_total',
    })
  })

  test('readPath() leaves an empty year of own targets out, and lets no other field count', () => {
    const { asked } = read({
      shape: 'points',
      first: '2017/18',
      t1: '69',
      t2: '',
      t3: '69.0',
      goal: '1',
      by: '2020/21',
      until: '2019/20',
    })
    expect(asked).toMatchObject({
      own: [
        { period: '2017/18', value: '69' },
        { period: '2019/20', value: '69.0' },
      ],
      goal: null,
      by: null,
      until: null,
    })
  })

  test('readPath() tells every problem at once, each at its field, and keeps what was typed', () => {
    const { asked, problems, fields } = read({ shape: 'line', goal: 'lots', by: '2017', from: 'then', outOf: '1e9' })
    expect(asked).toBeNull()
    expect(problems.map(({ at }) => at).sort()).toEqual(['by', 'from', 'goal', 'outOf'])
    expect(fields).toMatchObject({ goal: 'lots', by: '2017', from: 'then' })
  })

  test('readPath() does not take a goal that somebody typed for the goal of a group', () => {
    expect(read({ shape: 'top_quartile', goal: '5', group: 'region' }).asked).toMatchObject({
      goal: null,
      group: 'region',
    })
  })
})
