import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'

/** The port of the server for an origin. In some tests it is not the origin's own port. */
export type PortOf = (origin: string) => string

export const ownPort: PortOf = (origin) => new URL(origin).port

export interface Sent {
  readonly method: 'PUT' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Sends requests over connections that stay open, one to each server, as a browser does. */
export function createRequests(portOf: PortOf) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return {
    send: async (url: string, { method, headers, body }: Sent): Promise<string> => {
      const { origin, host, hostname, pathname, search } = new URL(url)
      const sent = request({
        agent,
        host: hostname,
        port: portOf(origin),
        path: pathname + search,
        method,
        // The address is signed for the server's own host.
        headers: { ...headers, host, 'content-length': String(body.length) },
      })
      const answered: Promise<IncomingMessage[]> = once(sent, 'response')
      sent.end(body)
      const [response] = await answered
      const words = response ? await text(response) : ''
      if (response?.statusCode === 200 || response?.statusCode === 204) return words
      throw new Error(`${origin} answered ${response?.statusCode}: ${words}`)
    },
    close: () => agent.destroy(),
  }
}

export type Requests = ReturnType<typeof createRequests>
