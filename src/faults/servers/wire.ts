import { Agent, request as httpRequest } from 'node:http'
import type { VirtualClock } from '../seed/virtual-clock.ts'
import { uploadsPath } from '../../contract/uploads/upload-paths.ts'

/** An answer of the proxy as it arrived, or undefined if the connection ended without one. */
export type Arrival = Answer | undefined

export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string
  /** The connection ends in the middle of the body. */
  readonly isTruncated?: boolean
}

/** A request that changes something, on its way from a window to the proxy and back. The campaign decides when it moves. */
export interface Message {
  /** Delivers the request to the proxy. Resolves when the proxy has answered. */
  readonly deliver: () => Promise<void>
  /** Answers the window, perhaps with something else than the proxy's answer. */
  readonly answer: (arrival: Arrival) => void
  /** A description for people: the name of the task, the text of the message, or the path of a change. */
  readonly text: string
  readonly operation:
    | 'StartTaskContact'
    | 'StartOutboundChatContact'
    | 'StopContact'
    | 'UpdateContactSchedule'
  readonly clientToken: string
  readonly sentAtMs: number
  readonly phase: () => 'sent' | 'at the proxy' | 'answered'
  /** The proxy's answer. */
  readonly arrival: () => Arrival
}

/** Carries a request about a file, or the file itself. `what` names it for people. */
export type CarryFile = (what: string, send: () => Promise<Arrival>) => Promise<Arrival>

/** The network between the windows of one agent and the proxy. */
export interface Wire {
  /** `fetch` for one window. */
  readonly fetchFor: (isOpen: () => boolean) => typeof fetch
  /** Sends a file of one window to the bucket. */
  readonly putFor: (
    isOpen: () => boolean,
  ) => (url: string, headers: Readonly<Record<string, string>>, file: Blob) => Promise<Arrival>
  readonly messages: () => readonly Message[]
  readonly goOffline: () => void
  readonly goOnline: () => void
  readonly isOffline: () => boolean
  /** True while reads, requests about files or files are on their way. */
  readonly isBusy: () => boolean
}

/** The panel's timeout, from task-client.ts. It uses a real timer, so the wire ends requests by the virtual clock. */
const timeoutMs = 20_000

const never = new Promise<never>(() => {})

const connections = new Agent({ keepAlive: true })

interface Sent {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/** Sends a request to the proxy; resolves to undefined if no answer came. */
export const sendTo = (url: string, { method, headers, body }: Sent): Promise<Arrival> =>
  new Promise((resolve) => {
    const sending = httpRequest(url, { method, headers, agent: connections }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', () => resolve(undefined))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
    sending.on('error', () => resolve(undefined))
    sending.end(body)
  })

function responseOf({ status, type, body, isTruncated = false }: Answer): Response {
  const half = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(body.slice(0, body.length / 2)))
      controller.error(new TypeError('The connection ended.'))
    },
  })
  return new Response(isTruncated ? half : body, { status, headers: { 'content-type': type } })
}

/**
 * Gives this process a `fetch` with which Connect reads the files of tasks. Node's own `fetch` sets timers, which would be
 * virtual here.
 */
export const installPlainFetch = (): void =>
  void Object.assign(globalThis, {
    fetch: async (url: string, init?: RequestInit) => {
      const headers = Object.fromEntries(new Headers(init?.headers))
      const answer = await sendTo(url, { method: 'GET', headers, body: undefined })
      if (!answer) throw new TypeError('The connection was reset.')
      return responseOf(answer)
    },
  })

function memberOf(body = '{}', ...path: readonly string[]): string | undefined {
  const sent: unknown = JSON.parse(body)
  const value = path.reduce<unknown>(
    (of, member) => (of instanceof Object ? Reflect.get(of, member) : undefined),
    sent,
  )
  return typeof value === 'string' ? value : undefined
}

function operationOf(path: string): Message['operation'] {
  if (path.endsWith('/stop')) return 'StopContact'
  if (path.endsWith('/messages')) return 'StartOutboundChatContact'
  return path.endsWith('/schedule') ? 'UpdateContactSchedule' : 'StartTaskContact'
}

/** Puts a request that changes something on the wire. The campaign decides when it is delivered and answered. */
function carry(
  { clock, messages }: { readonly clock: VirtualClock; readonly messages: Set<Message> },
  { url, sent }: { readonly url: string; readonly sent: Sent },
  isOpen: () => boolean,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let phase: ReturnType<Message['phase']> = 'sent'
    let arrival: Arrival
    let isGivenUp = false
    const cancel = clock.wakeIn(timeoutMs, () => {
      isGivenUp = true
      if (isOpen()) reject(new DOMException('The request timed out.', 'TimeoutError'))
    })
    const { pathname } = new URL(url)
    const message: Message = {
      text: memberOf(sent.body, 'name') ?? memberOf(sent.body, 'message', 'text') ?? pathname,
      operation: operationOf(pathname),
      clientToken: memberOf(sent.body, 'clientToken') ?? pathname,
      sentAtMs: clock.nowMs(),
      deliver: async () => {
        phase = 'at the proxy'
        arrival = await sendTo(url, sent)
        phase = 'answered'
      },
      answer: (answered) => {
        messages.delete(message)
        cancel()
        if (!isOpen() || isGivenUp) return
        if (answered) resolve(responseOf(answered))
        else reject(new TypeError('The connection was reset.'))
      },
      phase: () => phase,
      arrival: () => arrival,
    }
    messages.add(message)
  })
}

export function createWire(clock: VirtualClock, carryFile: CarryFile): Wire {
  const messages = new Set<Message>()
  let reads = 0
  let isOffline = false

  async function counted(read: () => Promise<Arrival>): Promise<Arrival> {
    reads += 1
    return read().finally(() => (reads -= 1))
  }

  return {
    fetchFor: (isOpen) => async (input, init) => {
      // The timers of a closed window still ring in this process.
      if (!isOpen()) return never
      if (isOffline) throw new TypeError('The network is off.')
      const url = input instanceof Request ? input.url : String(input)
      const sent: Sent = {
        method: init?.method ?? 'GET',
        headers: Object.fromEntries(new Headers(init?.headers)),
        body: typeof init?.body === 'string' ? init.body : undefined,
      }
      const { pathname } = new URL(url)
      if (pathname.startsWith(uploadsPath)) {
        const what = `${pathname} ${memberOf(sent.body, 'name') ?? ''}`
        const arrival = await counted(() => carryFile(what, () => sendTo(url, sent)))
        if (!isOpen()) return never
        if (!arrival) throw new TypeError('The connection was reset.')
        return responseOf(arrival)
      }
      if (sent.method !== 'GET') return carry({ clock, messages }, { url, sent }, isOpen)
      const arrival = await counted(() => sendTo(url, sent))
      if (!arrival) throw new TypeError('The connection was reset.')
      return responseOf(arrival)
    },
    putFor: (isOpen) => async (url, headers, file) => {
      if (!isOpen()) return never
      if (isOffline) return undefined
      return counted(async () => {
        const body = await file.text()
        return carryFile(`PUT ${body}`, () => sendTo(url, { method: 'PUT', headers, body }))
      })
    },
    messages: () => [...messages],
    goOffline: () => {
      isOffline = true
    },
    goOnline: () => {
      isOffline = false
    },
    isOffline: () => isOffline,
    isBusy: () => reads > 0,
  }
}
