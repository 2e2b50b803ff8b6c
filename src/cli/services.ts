import { card } from '../answers/card/card.ts'
import { loadFramework } from '../answers/framework-data.ts'
import { organisations } from '../answers/organisations/organisations.ts'
import { overview } from '../answers/overview/overview.ts'
import type { Register } from '../register/index.ts'
import type { Services } from '../web/services.ts'
import { today, type World } from './world.ts'

/** What the pages ask, answered from a register. */
export function servicesOver(register: Register, world: World): Services {
  const { reader } = register
  return {
    organisations: () => organisations(reader, { asAt: today(world) }),
    overview: (org, moment) => overview(reader, org, null, moment),
    card: async (org, slug, moment) => card(reader, await loadFramework(reader, org, null, moment), slug),
    today: () => today(world),
    allowedHosts: ['127.0.0.1', 'localhost', '[::1]'],
    report: error => world.warn(`tidemark: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  }
}
