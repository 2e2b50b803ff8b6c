import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { createApp } from './app.tsx'
import type { Route } from './route.ts'
import { routes } from './routes.ts'
import type { Services } from './services.ts'
import type { Settings } from './settings.ts'

export type Serving = {
  /** Where the pages are: "http://127.0.0.1:3000". */
  readonly url: string
  readonly port: number
  /** Answers what was asked, then takes no more. */
  readonly close: () => Promise<void>
}

export type Listening = {
  /** 0 takes any that is free. */
  readonly port: number
  /** The address of this machine to listen on: only this machine itself, where nothing is said. */
  readonly address?: string
  /** The table of routes; tests hand in others. */
  readonly table?: readonly Route[]
}

/** How long a request may take to come, in milliseconds: files of records are large, and a way through a proxy may be slow. */
const longestRequest = 3_600_000

/**
 * Serves the pages, once the port is taken.
 * @throws Error when others than the public are to be served over the network, as there is no sign-in yet
 * @throws when the port is in use, with the code EADDRINUSE
 */
export async function serveApp(
  services: Services,
  settings: Settings,
  { port, address = '127.0.0.1', table = routes }: Listening,
): Promise<Serving> {
  if (address !== '127.0.0.1' && settings.audience !== 'public')
    throw new Error(`Cannot listen on ${address} as there is no sign-in yet: only what is public leaves this machine`)
  const { fetch } = createApp(services, settings, table)
  const server = createAdaptorServer({ fetch, serverOptions: { requestTimeout: longestRequest } })
  server.listen(port, address)
  await once(server, 'listening') // an error instead is thrown
  const taken = (server.address() as AddressInfo).port
  const close = async () => {
    const closed = once(server, 'close')
    server.close()
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    await closed
  }
  return { url: `http://${address.includes(':') ? `[${address}]` : address}:${taken}`, port: taken, close }
}
