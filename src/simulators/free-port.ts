import { once } from 'node:events'
import { createServer } from 'node:net'

/** Returns `wanted` if that port is free, else any free port. Another process may take it before the caller does. */
export async function freePort(wanted = 0): Promise<number> {
  const server = createServer()
  server.listen(wanted, 'localhost')
  try {
    await once(server, 'listening')
  } catch {
    return freePort()
  }
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  server.close()
  await once(server, 'close')
  return port
}
