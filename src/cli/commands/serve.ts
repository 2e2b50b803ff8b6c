import { serveApp } from '../../web/serve.ts'
import { commonOptions, readOptions } from '../options.ts'
import { servicesOver } from '../services.ts'
import { Usage } from '../usage.ts'
import { homeOf, openHome, type World } from '../world.ts'

const options = { ...commonOptions, port: { type: 'string' } } as const

/** `tidemark serve`: serves the pages until it is told to stop. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values } = readOptions(args, options)
  const text = values.port ?? '3000'
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Usage(`--port takes a whole number from 0 to 65535, not “${text}”`)
  const register = await openHome(values.home, world)
  try {
    const server = await serveApp(servicesOver(register, world, homeOf(values.home, world)), { port }).catch(error => {
      throw plainly(error, port)
    })
    world.print(`Tidemark is at ${server.url}`)
    await new Promise<void>(resolve => {
      process.once('SIGINT', resolve)
      process.once('SIGTERM', resolve)
    })
    await server.close()
  } finally {
    await register.close()
  }
}

/** Why the port cannot be had, in words. */
function plainly(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE')
    return new Error(`Cannot serve on port ${port}, as another program uses it: say --port with another number`)
  if (code === 'EACCES')
    return new Error(`Cannot serve on port ${port}, as that needs special rights: say --port with a number above 1023`)
  return error
}
