import { EventEmitter, once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { Hono } from 'hono'
import { afterEach, expect, it } from 'vitest'
import { problemSchema } from '../../../contract/problems/problem.ts'
import type { RequestLine } from '../../logs/request-log.ts'
import { serverBounds, startServer, type RunningServer } from './server.ts'

const host = 'localhost'
const sockets: Socket[] = []
const servers: RunningServer[] = []
const unreadable: RequestLine[] = []

afterEach(async () => {
  unreadable.length = 0
  for (const socket of sockets.splice(0)) socket.destroy()
  await Promise.all(servers.splice(0).map((server) => server.stop()))
})

/** The same bounds, but short enough for a test. */
const impatient = {
  ...serverBounds,
  headersTimeout: 200,
  requestTimeout: 400,
  connectionsCheckingInterval: 50,
}

async function serve(app: Hono, bounds = impatient): Promise<RunningServer> {
  const server = await startServer(app.fetch, { host, port: 0 }, bounds, (line) => unreadable.push(line))
  servers.push(server)
  return server
}

const echo = () =>
  new Hono()
    .post('/', async (context) => context.text(await context.req.text()))
    .onError((_error, context) => context.text('cut off', 400))

/** Everything that the server sends until it closes the connection. */
async function conversation({ port }: RunningServer, said: string): Promise<string> {
  const socket = connect(port, host)
  sockets.push(socket)
  let heard = ''
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString()))
  socket.write(said)
  await once(socket, 'close')
  return heard
}

it('closes the connection of a client that does not finish its headers', async () => {
  const heard = await conversation(await serve(echo()), 'POST / HTTP/1.1\r\nhost: here\r\nx-slow: ')

  expect(heard).toContain('408 Request Timeout')
})

it('closes the connection of a client that does not finish its body', async () => {
  const heard = await conversation(
    await serve(echo()),
    'POST / HTTP/1.1\r\nhost: here\r\ncontent-length: 100\r\n\r\nonly this',
  )

  expect(heard).toContain('408 Request Timeout')
})

it('does not read headers without an end', async () => {
  const endless = 'x'.repeat(serverBounds.maxHeaderSize)

  const heard = await conversation(await serve(echo()), `POST / HTTP/1.1\r\nx-endless: ${endless}\r\n`)

  expect(heard).toContain('431 Request Header Fields Too Large')
})

it('answers a request that comes at the last byte of the response before it', async () => {
  const stage = new EventEmitter()
  const body = () =>
    new ReadableStream({
      async start(controller) {
        controller.enqueue(Buffer.from('last'))
        await once(stage, 'end')
        controller.close()
      },
    })
  const app = new Hono()
    .get('/file', () => new Response(body(), { headers: { 'content-length': '4' } }))
    .get('/', (context) => context.text('next'))
  const { port } = await serve(app, serverBounds)
  const socket = connect(port, host)
  sockets.push(socket)
  let heard = ''
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString()))
  const closed = once(socket, 'close')
  socket.write('GET /file HTTP/1.1\r\nhost: here\r\n\r\n')
  await expect.poll(() => heard).toContain('last')
  socket.write('GET / HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n')
  // When another client has its response, the bytes written before have arrived.
  await (await fetch(`http://${host}:${port}/`)).text()
  stage.emit('end')
  await closed

  expect(heard).toContain('next')
})

it('answers open requests when it stops, keeps no connection, and accepts none', async () => {
  const stage = new EventEmitter()
  const app = new Hono().get('/', async (context) => {
    stage.emit('arrived')
    await once(stage, 'answer')
    return context.text('answered')
  })
  const server = await serve(app, serverBounds)
  const arrived = once(stage, 'arrived')
  const underWay = fetch(`http://${host}:${server.port}/`)
  await arrived

  const stopped = server.stop()
  const late = fetch(`http://${host}:${server.port}/`)
  await expect(late).rejects.toThrow('fetch failed')
  stage.emit('answer')

  expect(await (await underWay).text()).toBe('answered')
  await stopped
  servers.pop()
})

const post = (...headers: readonly string[]) =>
  [...headers, 'content-length: 6'].reduce((head, header) => `${head}\r\n${header}`, 'POST / HTTP/1.1')

it.each([
  ['no host', post(), 'host-header'],
  ['two hosts', post('host: here', 'host: there'), 'host-header'],
  ['one host twice', post('Host: here', 'HOST: here'), 'host-header'],
  [
    'two hosts in HTTP/1.0',
    'POST / HTTP/1.0\r\nhost: here\r\nhost: there\r\ncontent-length: 6',
    'host-header',
  ],
  ['an expectation that is none', post('host: here', 'expect: marked'), 'expect-header'],
  ['an expectation and no host', post('expect: marked'), 'host-header'],
  ['an expectation that the body may come, and no host', post('expect: 100-continue'), 'host-header'],
])('refuses a request with %s as a problem, logs it, and closes the connection', async (_, head, reason) => {
  const heard = await conversation(await serve(echo(), serverBounds), `${head}\r\n\r\nmarked`)
  const [answer = '', body = ''] = heard.replace('HTTP/1.1 100 Continue\r\n\r\n', '').split('\r\n\r\n')
  const problem = problemSchema.parse(JSON.parse(body))

  expect(answer).toContain('HTTP/1.1 400 Bad Request')
  expect(answer).toContain('content-type: application/problem+json')
  expect(answer).toContain(`x-request-id: ${problem.requestId}`)
  expect(problem).toMatchObject({ status: 400, code: 'malformed', outcome: 'not-created' })
  expect(unreadable).toEqual([
    {
      requestId: problem.requestId,
      method: 'other',
      route: 'unreadable',
      status: 400,
      durationMs: 0,
      code: 'malformed',
      reason,
      outcome: 'not-created',
    },
  ])
  expect(heard).not.toContain('marked')
})

it.each([
  [
    'an expectation that the body may come',
    `${post('host: here', 'expect: 100-continue')}\r\nconnection: close`,
  ],
  ['no host in HTTP/1.0, which knows none', 'POST / HTTP/1.0\r\ncontent-length: 6'],
])('answers a request with %s', async (_, head) => {
  const heard = await conversation(await serve(echo(), serverBounds), `${head}\r\n\r\nspoken`)

  expect(heard).toContain('200 OK')
  expect(heard).toMatch(/spoken$/)
  expect(unreadable).toEqual([])
})

it('refuses a request without a host after the one before it is answered', async () => {
  const first = `${post('host: here')}\r\n\r\nspoken`
  const heard = await conversation(await serve(echo(), serverBounds), `${first}${post()}\r\n\r\nmarked`)

  expect(heard.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400'])
})

it('keeps no connection of a refused request when it stops', async () => {
  const server = await serve(echo(), serverBounds)
  await conversation(server, `${post('host: here', 'expect: marked')}\r\n\r\n`)

  await server.stop()
  servers.pop()
})

function faulty(): never {
  throw new TypeError('marked')
}

it('answers a fault outside the app as a problem, and logs where it came from without its message', async () => {
  const server = await startServer(faulty, { host, port: 0 }, serverBounds, (line) => unreadable.push(line))
  servers.push(server)

  const response = await fetch(`http://${host}:${server.port}/`)
  const problem = problemSchema.parse(await response.json())

  expect(problem).toMatchObject({ status: 500, code: 'unexpected', outcome: 'unknown' })
  expect(unreadable).toEqual([
    expect.objectContaining({
      requestId: problem.requestId,
      code: 'unexpected',
      reason: 'unexpected',
      error: { name: 'TypeError', frames: expect.arrayContaining([expect.stringContaining('faulty')]) },
    }),
  ])
  expect(JSON.stringify(unreadable)).not.toContain('marked')
})
