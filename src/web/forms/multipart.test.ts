import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundaryOf, FormFault, partsOf, textOf } from './multipart.ts'

/** A form as the platform itself writes it, which is how browsers do. */
async function written(form: FormData) {
  const response = new Response(form)
  const boundary = boundaryOf(response.headers.get('content-type') ?? '') ?? ''
  return { boundary, bytes: Buffer.from(await response.arrayBuffer()) }
}

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size)
}

async function read(bytes: Uint8Array, boundary: string, size = 64, most = 1_000_000) {
  const parts = []
  for await (const { name, fileName, pieces } of partsOf(inPieces(bytes, size), boundary, most)) {
    const all = []
    for await (const piece of pieces) all.push(piece)
    parts.push({ name, fileName, text: Buffer.concat(all).toString('latin1') })
  }
  return parts
}

test('every form comes out as it went in, however it is cut on the way', async () => {
  const part = fc.record({
    name: fc.constantFrom('files', 'day', 'a "quoted" name'),
    fileName: fc.option(fc.constantFrom('a.csv', 'é “x”.csv.gz', 'a "b".csv')),
    content: fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map(bytes => Buffer.from(bytes)),
      fc.constantFrom('\r\n--', '\r\n-----', '\r\n', '--', '\r\n--x\r\n\r\n').map(text => Buffer.from(text)),
    ),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 5 }), fc.integer({ min: 1, max: 400 }), async (given, size) => {
      const form = new FormData()
      for (const { name, fileName, content } of given)
        if (fileName === null) form.append(name, content.toString('hex'))
        else form.append(name, new Blob([content]), fileName)
      const { boundary, bytes } = await written(form)
      expect(await read(bytes, boundary, size)).toEqual(
        given.map(({ name, fileName, content }) => ({
          name,
          fileName,
          text: fileName === null ? content.toString('hex') : content.toString('latin1'),
        })),
      )
    }),
    { numRuns: 150 },
  )
})

test('a part that nobody reads, or only begins to read, is passed over', async () => {
  const form = new FormData()
  form.append('files', new Blob(['x'.repeat(5000)]), 'a.csv')
  form.append('files', new Blob(['y'.repeat(5000)]), 'b.csv')
  form.append('day', ' 19 ')
  const { boundary, bytes } = await written(form)
  const seen: string[] = []
  for await (const part of partsOf(inPieces(bytes, 100), boundary, 100_000)) {
    seen.push(part.name)
    if (part.fileName === 'b.csv') for await (const _ of part.pieces) break
    if (part.fileName === null) expect(await textOf(part)).toBe('19')
  }
  expect(seen).toEqual(['files', 'files', 'day'])
})

test('a field of files that was left empty is a file without a name, as browsers send it', async () => {
  const head = 'Content-Disposition: form-data; name="files"; filename=""\r\nContent-Type: application/octet-stream'
  const bytes = Buffer.from(`--b\r\n${head}\r\n\r\n\r\n--b--\r\n`)
  expect(await read(bytes, 'b')).toEqual([{ name: 'files', fileName: '', text: '' }])
})

test('what does not arrive whole, is too large or is no form is refused', async () => {
  const form = new FormData()
  form.append('files', new Blob(['x'.repeat(500)]), 'a.csv')
  const { boundary, bytes } = await written(form)
  const fault = (promise: Promise<unknown>) =>
    promise.then(
      () => 'nothing',
      error => (error instanceof FormFault ? error.fault : String(error)),
    )
  for (let length = 0; length < bytes.byteLength - 4; length += 7)
    expect(await fault(read(bytes.subarray(0, length), boundary)), `${length} bytes`).toBe('unreadable')
  expect(await fault(read(bytes, 'another'))).toBe('unreadable')
  expect(await fault(read(bytes, boundary, 64, 400))).toBe('large')
  expect(await fault(read(Buffer.from(`--b\r\nX: ${'y'.repeat(20_000)}`), 'b'))).toBe('unreadable')
  expect(await fault(read(Buffer.from('--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--'), 'b'))).toBe('unreadable')
  expect(await fault(textOf({ pieces: inPieces(new Uint8Array(70_000), 5000) }))).toBe('large')
})

test('boundaryOf() reads what browsers and tools write', () => {
  expect(boundaryOf('multipart/form-data; boundary=----WebKitFormBoundaryx')).toBe('----WebKitFormBoundaryx')
  expect(boundaryOf('multipart/form-data; charset=utf-8; boundary="a b"')).toBe('a b')
  for (const other of [
    undefined,
    '',
    'text/plain; boundary=x',
    'multipart/form-data',
    `multipart/form-data; boundary=${'x'.repeat(71)}`,
  ])
    expect(boundaryOf(other)).toBeNull()
})
