import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { fixtureServices } from './fixtures/services.ts'
import { fixtureSettings } from './fixtures/settings.ts'
import { serveApp } from './serve.ts'

test('serveApp() serves on this machine only, and its port is free again after close()', async () => {
  const serving = await serveApp(fixtureServices(), fixtureSettings(), { port: 0 })
  expect(serving.url).toBe(`http://127.0.0.1:${serving.port}`)
  expect((await fetch(`${serving.url}/norfolk`)).status).toBe(200)
  await serving.close()
  const again = await serveApp(fixtureServices(), fixtureSettings(), { port: serving.port })
  await again.close()
})

test('serveApp() refuses a port that is taken, with its code', async () => {
  const serving = await serveApp(fixtureServices(), fixtureSettings(), { port: 0 })
  await expect(serveApp(fixtureServices(), fixtureSettings(), { port: serving.port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
  await serving.close()
})

test.each([
  ['another name', 'GET / HTTP/1.1\r\nHost: attacker.example\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 421 /],
  ['no name', 'GET / HTTP/1.0\r\n\r\n', /^HTTP\/1\.1 4\d\d /],
  [
    'an address in the request line',
    'GET http://attacker.example/ HTTP/1.1\r\nHost: attacker.example\r\nConnection: close\r\n\r\n',
    /^HTTP\/1\.1 421 /,
  ],
])('serveApp() does not answer to %s', async (_, request, answer) => {
  const serving = await serveApp(fixtureServices(), fixtureSettings(), { port: 0 })
  const socket = connect(serving.port, '127.0.0.1')
  socket.end(request)
  let heard = ''
  for await (const piece of socket) heard += String(piece)
  expect(heard).toMatch(answer)
  expect(heard).not.toContain('Norfolk')
  await serving.close()
})
