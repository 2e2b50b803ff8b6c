import { expect, test } from 'vitest'
import { withoutHidden } from './hidden-since.ts'

const was = (where: string, old: string | null, now: string | null) => ({ where, old, new: now })

test('withoutHidden() repeats what the earlier version would say without what is hidden today, and nothing else', () => {
  const changes = [
    was('Summary', 'Falls: from 79.4 % to 0.2 %.', 'Falls: 79.4 %.'),
    was('Dashboard, Calls, Apr 16', '87.2', '86.9'),
    was('Dashboard, Falls, 2025/26', '0.2', '[c]'),
    was('Dashboard, Falls (0.2 %)', 'Value: 0.2', null),
    was('Notes', null, 'A new note.'),
  ]
  const safe = [was('Dashboard, Calls, Apr 16', '87.2', '86.9'), was('Elsewhere', '0.2', '[c]')]
  expect(withoutHidden(changes, safe)).toEqual([
    was('Summary', '[c]', 'Falls: 79.4 %.'),
    was('Dashboard, Calls, Apr 16', '87.2', '86.9'),
    was('Dashboard, Falls, 2025/26', '[c]', '[c]'),
    was('A place that is there no longer', '[c]', null),
    was('Notes', null, 'A new note.'),
  ])
})

test('withoutHidden() says once that something is there no longer', () => {
  const changes = [was('Summary', 'Two men.', null), was('Summary', 'Three men.', null)]
  expect(withoutHidden(changes, [])).toEqual([was('A place that is there no longer', '[c]', null)])
})
