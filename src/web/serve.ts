import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { createApp } from './app.tsx'
import type { Services } from './services.ts'

export type Serving = {
  /** Where the pages are: "http://127.0.0.1:3000". */
  readonly url: string
  readonly port: number
  /** Answers what was asked, then takes no more. */
  readonly close: () => Promise<void>
}

/**
 * Serves the pages on this machine only, once the port is taken.
 * @param port 0 takes any that is free; names in `allowedHosts` without a port hold for it
 * @throws when the port is in use, with the code EADDRINUSE
 */
export async function serveApp(services: Services, { port }: { readonly port: number }): Promise<Serving> {
  const server = createAdaptorServer({ fetch: createApp(services).fetch })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening') // an error instead is thrown
  const taken = (server.address() as AddressInfo).port
  const close = async () => {
    const closed = once(server, 'close')
    server.close()
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    await closed
  }
  return { url: `http://127.0.0.1:${taken}`, port: taken, close }
}
