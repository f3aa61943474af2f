import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerOptions, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener, RequestError } from '@hono/node-server'
import type { Hono } from 'hono'
import type { LogRequest } from '../../logs/request-log.ts'
import { answerFault, refuseHead, refusePlace, refuseUnreadable } from './unreadable-request.ts'

export interface ServerPlace {
  readonly host: string
  readonly port: number
}

export interface RunningServer {
  readonly port: number
  /** Accepts no more connections; resolves when every request has its response. */
  readonly stop: () => Promise<void>
}

/** Bounds for one client, so that a slow or endless request takes nothing from other clients. */
export const serverBounds = {
  /** Bytes of all headers. A token that is far too long still fits, so it is refused with 401 and a challenge. */
  maxHeaderSize: 128 * 1_024,
  /** Until the last header. This and all that follow are milliseconds. */
  headersTimeout: 10_000,
  /** Until the last byte of the body: 680 KB at 23 KB/s. */
  requestTimeout: 30_000,
  /** How often Node checks these times. */
  connectionsCheckingInterval: 5_000,
  /** Longer than an AWS load balancer keeps an idle connection (60 s), or it would sometimes write into a closed one. */
  keepAliveTimeout: 65_000,
} as const satisfies ServerOptions

/** Longer than the longest wait for Connect (three reads and a write). A client that takes no byte for this long has gone. */
const silenceTimeoutMs = 60_000

/** Rejects with Node’s error if it cannot listen there. */
export async function startServer(
  fetch: Hono['fetch'],
  { host, port }: ServerPlace,
  bounds: ServerOptions = serverBounds,
  logUnreadable: LogRequest = () => {},
): Promise<RunningServer> {
  const answer = getRequestListener(fetch, {
    hostname: host,
    errorHandler: (error) =>
      error instanceof RequestError ? refusePlace(logUnreadable) : answerFault(error, logUnreadable),
  })
  const answering = new WeakMap<Duplex, ServerResponse>()
  const nextInLine = new WeakSet<Duplex>()
  // Node would refuse a request without a Host header, but not with a problem.
  const server = createServer({ ...bounds, requireHostHeader: false })
  server.setTimeout(silenceTimeoutMs)
  let isStopping = false

  function answerInTurn(incoming: IncomingMessage, outgoing: ServerResponse, isExpectationKnown: boolean) {
    const { socket } = incoming
    const earlier = answering.get(socket)
    answering.set(socket, outgoing)
    // A connection that is kept alive would keep the server from closing.
    outgoing.once('close', () => isStopping && setImmediate(() => server.closeIdleConnections()))
    const answerOrRefuse = () =>
      refuseHead(incoming, outgoing, isExpectationKnown, logUnreadable) || void answer(incoming, outgoing)
    if (earlier?.writableFinished !== false) return void answerOrRefuse()
    // A caller that has the last byte of a response may send the next request before Node reports the response as finished.
    // One such request may wait. With more at once, Node does not report that the caller left, and files would stay open.
    if (nextInLine.has(socket)) return void socket.destroy()
    nextInLine.add(socket)
    earlier.once('close', () => {
      nextInLine.delete(socket)
      if (!socket.destroyed) answerOrRefuse()
    })
  }

  server.on('request', (incoming, outgoing) => answerInTurn(incoming, outgoing, true))
  // Every expectation except 100-continue, which Node answers itself.
  server.on('checkExpectation', (incoming, outgoing) => answerInTurn(incoming, outgoing, false))
  server.on('clientError', (error, socket) =>
    refuseUnreadable(error, socket, answering.get(socket), logUnreadable),
  )
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  return {
    port: address !== null && typeof address === 'object' ? address.port : port,
    async stop() {
      isStopping = true
      const closed = once(server, 'close')
      server.close()
      await closed
    },
  }
}
