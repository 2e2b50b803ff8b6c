import { expect, test } from 'vitest'
import { planOf } from '../../../answers/actions/action-plan.ts'
import type { ListedAction } from '../../../answers/actions/actions.ts'
import type { TemplateSection } from '../../template/template.ts'
import type { Context } from '../context.ts'
import { actionPlan } from './action-plan.ts'

const action = (slug: string, ...days: string[]): ListedAction => ({
  slug,
  description: slug,
  ownerRole: 'Head; Director',
  raisedOn: '',
  dueOn: '',
  state: 'open',
  updates: days.toReversed().map(date => ({ date, text: `on ${date}`, complete: date !== '2018-05-01' })),
  listedOn: [],
  indicators: [],
  note: '',
})

const meetings = ['2017-03-31', '2017-06-30', '2017-11-30', '2018-03-31']

function told(actions: readonly ListedAction[]) {
  const report = {
    actionPlan: planOf(actions, meetings),
    overview: { lastMeeting: { date: '2018-03-31', committee: 'Care' } },
  }
  const blocks = actionPlan({ report } as unknown as Context, {} as TemplateSection, 'plan')
  const table = blocks.find(block => block.block === 'table')
  const [first] = blocks
  return {
    said: first?.block === 'paragraph' ? first.text.map(run => run.text).join('') : '',
    headings: table?.columns.map(column => column.heading) ?? [],
    cells: table?.rows.map(row => row.map(cell => cell.text)) ?? [],
  }
}

test('the action plan keeps all that was said: what is older than three columns stands in the first', () => {
  const days = ['2017-03-01', '2017-06-01', '2017-11-01', '2018-03-01', '2018-05-01']
  const { said, headings, cells } = told([action('Find premises', ...days), action('Train')])
  expect(headings).toEqual([
    'Action',
    'Led by',
    'State',
    'Up to 30 November 2017',
    'To 31 March 2018',
    'Since the last meeting',
  ])
  expect(cells[0]?.slice(3)).toEqual([
    '1 March 2017: on 2017-03-01. 1 June 2017: on 2017-06-01. 1 November 2017: on 2017-11-01.',
    '1 March 2018: on 2018-03-01.',
    '1 May 2018: on 2018-05-01 … (the source breaks off here)',
  ])
  expect(cells[1]).toEqual(['Train.', 'Head and Director', 'Open', 'nothing new', 'nothing new', 'nothing new'])
  expect(said).toBe(
    '2 actions with 5 updates. 1 update is new since the meeting of 31 March 2018. Nothing has been reported yet of 1 action.',
  )
})

test('the action plan has no column for updates where there are none, and is no section without actions', () => {
  expect(told([action('Train')]).headings).toEqual(['Action', 'Led by', 'State'])
  expect(told([]).headings).toEqual([])
})
