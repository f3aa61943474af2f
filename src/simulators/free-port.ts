import { once } from 'node:events'
import { createServer } from 'node:net'

/** A port that nothing listened on a moment ago; `wanted` if it is free. */
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
