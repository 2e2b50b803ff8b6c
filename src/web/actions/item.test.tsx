import { expect, test } from 'vitest'
import { fixtureServices } from '../fixtures/services.ts'
import { LoggedActionItem } from './item.tsx'

test('an update of which the document gives only the month is dated by its month', async () => {
  const { actions } = await fixtureServices().actions('norfolk', { asAt: '2017-06-19' }, 'officer')
  const [action] = actions
  if (!action) throw new Error('The fixture holds no action')
  const dated = { ...action, raisedOn: '2017-06', updates: [{ date: '2017-11', text: 'Done.', complete: true }] }
  const html = String(<LoggedActionItem action={dated} names={new Map()} organisation="norfolk" asAt={undefined} />)
  expect(html).toContain('<strong>November 2017:</strong> Done.')
  expect(html).toContain('<dd>June 2017</dd>')
  // What a search finds leads here.
  expect(html).toContain(`<li id="action-${action.slug}"`)
})

test('an action that is about no indicator says nothing of one', async () => {
  const { actions } = await fixtureServices().actions('norfolk', { asAt: '2017-06-19' }, 'officer')
  const [action] = actions
  if (!action) throw new Error('The fixture holds no action')
  const shown = (indicators: readonly string[]) =>
    String(
      <LoggedActionItem action={{ ...action, indicators }} names={new Map()} organisation="norfolk" asAt={undefined} />,
    )
  expect(shown(['stays'])).toContain('<dt>About</dt>')
  expect(shown([])).not.toContain('<dt>About</dt>')
})
