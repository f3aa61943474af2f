import { once } from 'node:events'
import type { Server } from 'node:http'

/** Begins to listen on this machine only, and returns the address; port 0 takes a free one. */
export async function listen(server: Server, port: number, host = '127.0.0.1'): Promise<string> {
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('The server has no port.')
  return `http://${host}:${address.port}`
}

/** Stops it without waiting for browsers that keep their connections. */
export async function stopListening(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}
