import { once } from 'node:events'
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { tasksPath } from '../../contract/tasks/task-paths.ts'
import { listen, stopListening } from '../../simulators/listen.ts'

/** The fault of a request for a task between the browser and the proxy. */
export type GatewayFault =
  | 'request lost'
  /** If the connection was used before, Chromium then repeats the request by itself. */
  | 'answer lost after delivery'
  | 'answer truncated'
  | 'answer late'
  | 'HTML 502 after delivery'
  | 'HTML 403 after delivery'
  | 'HTML 429 before delivery'

export const gatewayFaults: readonly [GatewayFault, ...GatewayFault[]] = [
  'request lost',
  'answer lost after delivery',
  'answer lost after delivery',
  'answer truncated',
  'answer late',
  'HTML 502 after delivery',
  'HTML 403 after delivery',
  'HTML 429 before delivery',
]

export interface Gateway {
  readonly origin: string
  readonly close: () => Promise<void>
}

export interface GatewayOptions {
  readonly port: number
  readonly target: () => string
  /** Called for each request for a task, including one that Chromium repeats. */
  readonly faultOfTask: () => GatewayFault | undefined
}

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

const lateMs = 1_500

const page = (status: number): Answer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(`<html><title>${status}</title><h1>${status}</h1></html>`),
})

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) if (chunk instanceof Buffer) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function forward(target: string, request: IncomingMessage, body: Buffer): Promise<Answer> {
  const sending = httpRequest(`${target}${request.url ?? ''}`, {
    method: request.method,
    headers: request.headers,
  })
  sending.end(body)
  const [response]: unknown[] = await once(sending, 'response')
  if (!isResponse(response)) throw new TypeError('The proxy sent no response.')
  return { status: response.statusCode ?? 0, headers: response.headers, body: await readAll(response) }
}

const isResponse = (value: unknown): value is IncomingMessage =>
  typeof value === 'object' && value !== null && 'statusCode' in value

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  const { 'transfer-encoding': _chunked, connection: _kept, ...others } = headers
  response.writeHead(status, { ...others, 'content-length': body.length }).end(body)
}

/** A gateway between the browser and the proxy. It makes faults of the network. */
export async function startGateway({ port, target, faultOfTask }: GatewayOptions): Promise<Gateway> {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(request)
    const isTask = request.method === 'POST' && request.url === tasksPath
    const fault = isTask ? faultOfTask() : undefined
    switch (fault) {
      case undefined:
        return send(response, await forward(target(), request, body))
      case 'request lost':
        return void request.socket.resetAndDestroy()
      case 'HTML 429 before delivery':
        return send(response, page(429))
      case 'answer lost after delivery':
        await forward(target(), request, body)
        return void request.socket.resetAndDestroy()
      case 'answer truncated': {
        const { status, headers, body: whole } = await forward(target(), request, body)
        const type = headers['content-type'] ?? ''
        response.writeHead(status, { 'content-type': type, 'content-length': whole.length })
        response.write(whole.subarray(0, whole.length / 2), () => request.socket.destroy())
        return
      }
      case 'answer late': {
        const whole = await forward(target(), request, body)
        await sleep(lateMs)
        return send(response, whole)
      }
      case 'HTML 502 after delivery':
      case 'HTML 403 after delivery':
        await forward(target(), request, body)
        return send(response, page(fault.includes('502') ? 502 : 403))
    }
  }
  const server = createServer((request, response) => {
    // The proxy is down, or was killed during the request.
    answer(request, response).catch(() => request.socket.destroy())
  })
  return { origin: await listen(server, port, 'localhost'), close: () => stopListening(server) }
}
