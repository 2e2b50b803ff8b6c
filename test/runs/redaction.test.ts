import { expect, test } from 'vitest'
import { homeIn } from '../support/home.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('what was taken out does not come back when its file is imported again', async () => {
  const home = homeIn(temporaryFolder())
  await home.text(['examples', 'load', 'somerset'])
  expect(await home.text(['audit', 'redact', '5', '--why', 'A name stood in it'])).toBe('Redacted 1 fact.\n')
  const again = await home.run(['import', 'examples/somerset', '--dry-run'])
  expect(again.code).toBe(0)
  expect(again.stdout).toMatch(/Would store: 0 new, 0 revised; 72 unchanged\./)
  expect(again.stderr).toMatch(/^Look again: .* was taken out of the register on purpose; the row is left out$/m)
  expect(await home.text(['audit', 'verify'])).toMatch(/^The audit is whole: .* 1 redacted\.\n$/)
})
