import { once } from 'node:events'
import { request } from 'node:http'
import { connect as dial } from 'node:net'
import { json } from 'node:stream/consumers'
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeEach, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { problemSchema } from '../../contract/problems/problem.ts'
import { mePath } from '../../contract/reads/reads.ts'
import { tasksPath } from '../../contract/tasks/task-paths.ts'
import { ana } from '../../simulators/instance/instance.ts'
import { plainTask, startProxyScene } from '../harness/proxy-scene.ts'
import type { RequestLine } from '../logs/request-log.ts'
import { serverBounds, startServer } from '../hosts/node/server.ts'

const { connect, identity, newProxy, close } = await startProxyScene()
const proxy = newProxy()
const unreadable: RequestLine[] = []
const server = await startServer(proxy.fetch, { host: 'localhost', port: 0 }, serverBounds, (line) =>
  unreadable.push(line),
)

beforeEach(() => connect.reset())
afterAll(async () => {
  await Promise.all([server.stop(), close()])
})

const seconds = () => Math.floor(Date.now() / 1_000)

interface Heard {
  readonly status: number | undefined
  /** Names and values, in the order in which they came. */
  readonly headers: readonly (readonly [string, string])[]
  readonly body: unknown
}

async function ask(method: 'GET' | 'POST', path: string, authorization: string): Promise<Heard> {
  const body = method === 'POST' ? JSON.stringify(plainTask) : ''
  const asking = request({
    port: server.port,
    method,
    path,
    agent: false,
    headers: {
      authorization,
      ...(body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}),
    },
  })
  asking.end(body)
  const [response] = await once(asking, 'response')
  const headers: [string, string][] = []
  for (let at = 0; at < response.rawHeaders.length; at += 2) {
    headers.push([response.rawHeaders[at], response.rawHeaders[at + 1]])
  }
  return { status: response.statusCode, headers, body: await json(response) }
}

const stranger = await generateKeyPair('RS256')

const tokens: readonly (readonly [string, () => string | Promise<string>])[] = [
  ['expired', () => identity.tokenFor(ana, { exp: seconds() - 61 })],
  ['not valid yet', () => identity.tokenFor(ana, { nbf: seconds() + 120 })],
  ['for another audience', () => identity.tokenFor(ana, { aud: 'https://other.example' })],
  ['of another issuer', () => identity.tokenFor(ana, { iss: 'https://other.example' })],
  ['unsigned', () => new UnsecuredJWT({}).encode()],
  ['under a secret', () => new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.alloc(32))],
  [
    'under another key',
    () => new SignJWT({}).setProtectedHeader({ alg: 'RS256', kid: 'simulator' }).sign(stranger.privateKey),
  ],
  [
    'under an unknown key',
    () => new SignJWT({}).setProtectedHeader({ alg: 'RS256', kid: 'other' }).sign(stranger.privateKey),
  ],
  ['truncated', async () => (await identity.tokenFor(ana)).slice(0, -20)],
  ['no JWT', () => 'opaque'],
  ['no bearer token', () => 'a b'],
  ['of 100 KB', () => 'a'.repeat(100 * 1_024)],
]

/** Without the reason, the request id and the time. */
const shapeOf = ({ status, headers, body }: Heard) => ({
  status,
  headers: headers.map(([name, value]) =>
    ['x-request-id', 'date', 'content-length', 'www-authenticate'].includes(name.toLowerCase())
      ? name
      : `${name}: ${value}`,
  ),
  members: Object.keys(z.record(z.string(), z.unknown()).parse(body)),
  problem: { ...problemSchema.parse(body), detail: '', requestId: '' },
  challenge: headers
    .filter(([name]) => name.toLowerCase() === 'www-authenticate')
    .map(([, value]) => value.replace(problemSchema.parse(body).detail, '')),
})

it.each([
  ['POST', tasksPath],
  ['GET', mePath],
] as const)(
  'every refusal of a token has the same status, members, headers and order: %s %s',
  async (method, path) => {
    const made = await Promise.all(tokens.map(async ([, make]) => make()))
    const heard = await Promise.all(made.map((token) => ask(method, path, `Bearer ${token}`)))
    const [first, ...others] = heard.map(shapeOf)

    expect(first).toMatchObject({
      status: 401,
      members: ['status', 'code', 'title', 'detail', 'requestId', 'outcome'],
      challenge: ['Bearer realm="tasklink", error="invalid_token", error_description=""'],
    })
    for (const other of others) expect(other).toEqual(first)
    const details = heard.map(({ body }) => problemSchema.parse(body).detail.length)
    expect(Math.max(...details)).toBeLessThan(64)
    expect(connect.received).toEqual([])
  },
)

/** Everything that the server sends until it closes the connection. */
async function conversation(said: string): Promise<string> {
  const socket = dial(server.port, 'localhost')
  let heard = ''
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString()))
  // It may close the connection while the client still writes.
  socket.on('error', () => {})
  socket.write(said)
  await once(socket, 'close')
  return heard
}

it.each([
  [
    'headers without an end',
    `GET / HTTP/1.1\r\nx: ${'x'.repeat(serverBounds.maxHeaderSize)}\r\n`,
    431,
    'too-large',
    'headers',
  ],
  ['another language', 'marked\r\n\r\n', 400, 'malformed', 'http'],
  [
    'a body of two lengths',
    'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
    400,
    'malformed',
    'http',
  ],
  ['a host that is none', 'GET /healthz HTTP/1.1\r\nhost: marked@a\r\n\r\n', 400, 'malformed', 'http'],
  ['an address that is none', 'GET * HTTP/1.1\r\nhost: a\r\n\r\n', 400, 'malformed', 'http'],
  [
    'a body that is announced twice',
    'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
    'malformed',
    'http',
  ],
])(
  'what is no request is refused as a problem too, with a line in the log: %s',
  async (_, said, status, ...[code, reason]) => {
    unreadable.length = 0
    const heard = await conversation(said)
    const [head = '', body = ''] = heard.split('\r\n\r\n')
    const problem = problemSchema.parse(JSON.parse(body))

    expect(head).toContain(`HTTP/1.1 ${status} `)
    expect(head).toContain('content-type: application/problem+json')
    expect(problem).toMatchObject({ status, code, outcome: 'not-created' })
    expect(unreadable).toEqual([
      {
        requestId: problem.requestId,
        method: 'other',
        route: 'unreadable',
        status,
        durationMs: 0,
        code,
        reason,
        outcome: 'not-created',
      },
    ])
    expect(heard).not.toContain('marked')
  },
)

it('a refusal of bytes after a request is not taken for the response to that request', async () => {
  const body = JSON.stringify(plainTask)
  const task = [
    `POST ${tasksPath} HTTP/1.1`,
    'host: a',
    `authorization: Bearer ${await identity.tokenFor(ana)}`,
    'content-type: application/json',
    `content-length: ${body.length}`,
    '',
    body,
  ]

  expect(await conversation(`${task.join('\r\n')}marked\r\n\r\n`)).toBe('')
})

it('requests on one connection are answered in order, and more than one that waits closes it', async () => {
  const head = `GET ${mePath} HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${await identity.tokenFor(ana)}\r\n`
  const [me, last] = [`${head}\r\n`, `${head}connection: close\r\n\r\n`]

  expect((await conversation(`${me}${last}`)).match(/HTTP\/1.1 200 OK/g)).toHaveLength(2)
  expect(await conversation(`${me}${me}${me}`)).toBe('')
})
