import { once } from 'node:events'
import type { Server } from 'node:http'

/** Listens on the loopback interface and returns the origin. Port 0 picks a free port. */
export async function listen(server: Server, port: number, host = '127.0.0.1'): Promise<string> {
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('The server has no port.')
  return `http://${host}:${address.port}`
}

/** Closes the server and its open connections, because browsers keep connections alive. */
export async function stopListening(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}
