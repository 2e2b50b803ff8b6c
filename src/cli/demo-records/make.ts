/** The demo council's three years of client-level records, made from a seed, and its measures from them. */
import { rmSync } from 'node:fs'
import { problemsInWords } from '../../intake/grid.ts'
import { type Asked, prepareAnswers } from '../../measures/ask.ts'
import { importRecords } from '../../measures/lake/import.ts'
import { synthesise } from '../../measures/synthesise/synthesise.ts'
import { folderBeside } from '../beside.ts'
import { monthly } from '../commands/cld-monthly.ts'
import { makeFolders } from '../last-folder.ts'
import { Told } from '../usage.ts'
import { type World, withRegister } from '../world.ts'
import { demoCouncil, demoOrganisation, demoRecordsWanted, unfinishedFolder, type Wanted } from './wanted.ts'

type Size = {
  readonly people: number
  readonly population: { readonly '18 to 64': number; readonly '65 and above': number }
}

/** As many people and inhabitants as go with the demo council's other figures. */
const usualSize: Size = { people: 20_000, population: { '18 to 64': 377_952, '65 and above': 150_368 } }

const lastDay = '2026-06-30'
const files = 10
const memory = '1GB'

/**
 * Makes what is missing. Each step stands whole or not at all, so that a run that was cut short is taken up by the next one.
 * @param tell is told in words what is being done
 * @returns what was wanted at the start
 */
export async function makeDemoRecords(
  home: string,
  world: World,
  tell: (doing: string) => void,
  { people, population } = usualSize,
): Promise<Wanted> {
  const wanted = await withRegister(home, world, register =>
    demoRecordsWanted(register.reader, home, folderBeside('examples')),
  )
  if (wanted.kind !== 'wanted') return wanted
  const catalogue = folderBeside('catalogue')
  if (!wanted.hasRecords) {
    const folder = unfinishedFolder(home)
    rmSync(folder, { recursive: true, force: true })
    makeFolders(folder, 0o700)
    tell('inventing records')
    await inventDemoRecords(folder, { people, population })
    tell('taking the records in')
    const importedAt = `${lastDay} 12:00:00`
    const { problems } = await importRecords({
      home,
      catalogue,
      paths: [folder],
      council: demoCouncil,
      release: null,
      importedAt,
      memory,
      progress: () => {},
    })
    const errors = problems.filter(({ level }) => level === 'error')
    if (errors.length > 0) throw new Error(problemsInWords(errors).join('\n'))
    rmSync(folder, { recursive: true, force: true })
  }
  tell('computing the measures of every month')
  await writeMeasures(home, catalogue, world)
  await prepareAnswers(askedIn(home, catalogue))
  return wanted
}

/** Writes the demo council's files and the tables beside them into a folder: the same ones every time. */
export async function inventDemoRecords(folder: string, { people, population } = usualSize): Promise<void> {
  const catalogue = folderBeside('catalogue')
  const first = { code: demoCouncil, name: 'Harrowmere', population }
  await synthesise({ catalogue, councils: 1, people, files, seed: 7, lastDay, first, folder, progress: () => {} })
}

/** The measures of every month go into the register; what a terminal would be told is only told where it fails. */
async function writeMeasures(home: string, catalogue: string, world: World): Promise<void> {
  const warned: string[] = []
  const quiet = { ...world, print: () => {}, warn: (text: string) => warned.push(text) }
  try {
    await monthly(askedIn(home, catalogue), { home, org: demoOrganisation, council: demoCouncil }, quiet)
  } catch (error) {
    throw error instanceof Told ? new Error(warned.join('\n')) : error
  }
}

function askedIn(home: string, catalogue: string): Asked {
  return {
    home,
    catalogue,
    memory,
    span: null,
    cutOff: null,
    key: 'cleaned',
    variant: 'as-described',
    blankComponent: 'left-out',
    periods: 'derived',
  }
}
