import { expect, test } from 'vitest'
import { createApp } from '../app.tsx'
import { fixtureRecords } from '../fixtures/records.ts'
import { fixtureServices } from '../fixtures/services.ts'
import { fixtureSettings } from '../fixtures/settings.ts'

const appFor = (audience: 'public' | 'member' | 'officer') =>
  createApp(fixtureServices({ records: fixtureRecords() }), fixtureSettings({ audience }))
const officer = appFor('officer')
const textOf = async (path: string) =>
  (await (await officer.request(path)).text())
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

test('the page of equalities names the gaps, how they were judged, and what leaves officers', async () => {
  const text = await textOf('/norfolk/records/equalities?measure=ascof-2a&breakdown=Total')
  expect(text).toContain('Age, 65 to 74: 80.0 %, 27.9 points higher than all others (52.1 %)')
  expect(text).toMatch(/Sex, Male: 52\.1 %, 27\.\d points lower than all others/)
  expect(text).toContain('comparisons were made')
  expect(text).toContain('Other 2 6 33.3 %')
  expect(text).toContain('no, hidden')
  expect(await textOf('/norfolk/records/equalities?measure=ascof-2a&breakdown=65+and+above')).toContain(
    'Nothing could be compared',
  )
  expect((await officer.request('/norfolk/records/equalities?measure=ascof-9z')).status).toBe(404)
  expect((await officer.request('/norfolk/records/equalities?measure=ascof-2a&breakdown=Nobody')).status).toBe(404)
})

test('areas stand beside each other, or the page says why there are none; and it says what is not compared', async () => {
  const path = '/norfolk/records/equalities?measure=ascof-2a&breakdown=Total'
  expect(await textOf(path)).toMatch(/Area (?:Lines.*?)?ASCOF 2A, Total, by area .* Harbour 442 586 75\.4 %/)
  expect(await textOf(path)).toContain('LTS003: nobody knows how many carers there are in a group')
  const none = await textOf('/norfolk/records/equalities?measure=ascof-2a&breakdown=65+and+above')
  expect(none).toContain('Area Nobody who is counted here has a known area.')
  const why = 'There is no breakdown by area: no look-up says in which area a postcode lies'
  const records = fixtureRecords({
    ask: async (name, about, patience) => {
      const reply = await fixtureRecords().ask(name, about, patience)
      return reply.kind === 'answer' && name === 'equalities'
        ? { ...reply, answer: { ...reply.answer, aboutAreas: [why] } }
        : reply
    },
  })
  const app = createApp(fixtureServices({ records }), fixtureSettings({ audience: 'officer' }))
  expect(await (await app.request(path)).text()).toContain(`${why}.`)
})

test('a rate without inhabitants of its groups shows counts, and says so', async () => {
  const text = await textOf('/norfolk/records/equalities?measure=ascof-2c')
  expect(text).toContain('Nothing could be compared')
  expect(text).not.toContain('95 % interval')
})

test('the exact file is for officers, and in the one to share no small number stands', async () => {
  const file = async (name: string) => (await officer.request(`/norfolk/records/equalities/files/${name}.csv`)).text()
  expect(await file('equalities')).toContain(',ASCOF 2A,Total,sex,Other,2,6,33.3,')
  const shared = await file('equalities-to-share')
  expect(shared).toContain(',ASCOF 2A,Total,sex,Other,[c],[c],[c],[c],[c],')
  expect(shared).not.toContain(',ASCOF 2A,65 and above,')
})

test('the page of published figures tells the difference and what explains it', async () => {
  const text = await textOf('/norfolk/records/published')
  expect(text).toContain('2.5 points below the one that Department of Health and Social Care published')
  expect(text).toContain('with every file that is here today 79.7 % 498 of 625 +2.0 80 %')
  expect(text).toContain('as if no record gave a date of death 76.7 % 490 of 639 −1.0 none: it grows')
  expect(text).toContain('agree, but for rounding')
  const csv = await (await officer.request('/norfolk/records/published/files/published.csv')).text()
  expect(csv).toContain('2024/25,ASCOF 2A,Total,all files,79.7,498,625,2,0.8,dhsc,80.2,500,625,-2.5,77.1')
  expect((await officer.request('/norfolk/records/published/files/other.csv')).status).toBe(404)
})

test('members and the public reach neither', async () => {
  for (const audience of ['public', 'member'] as const)
    for (const path of ['equalities', 'published', 'equalities/files/equalities-to-share.csv'])
      expect((await appFor(audience).request(`/norfolk/records/${path}`)).status).toBe(404)
})
