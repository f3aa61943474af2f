import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** The line between a browser and the internet. */
export interface LineSpeed {
  readonly bitsPerSecond: number
  readonly roundTripMs: number
}

export interface SlowLine {
  /** Connect to this port of the same host to reach the server over the line. */
  readonly port: number
  readonly close: () => Promise<void>
}

/** The bytes that may be on the line before the sender must wait. More than speed × round trip of any office line. */
const windowBytes = 524_288

const until = (time: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, time - performance.now())
  })

/** Carries the bytes of one direction at the speed of the line, each delayed by half a round trip. */
function carry(from: Socket, to: Socket, { bitsPerSecond, roundTripMs }: LineSpeed, isFreeAt: number): void {
  let freeAt = isFreeAt
  let onLine = 0
  let last = Promise.resolve()
  const after = async (before: Promise<void>, time: number, deliver: () => void) => {
    await before
    if (time > performance.now()) await until(time)
    if (to.writable) deliver()
  }
  const later = (deliver: () => void, time: number) => {
    last = after(last, time, deliver)
  }
  from.on('data', (bytes: Buffer) => {
    onLine += bytes.length
    if (onLine > windowBytes) from.pause()
    freeAt = Math.max(freeAt, performance.now()) + (bytes.length * 8_000) / bitsPerSecond
    later(
      () => {
        onLine -= bytes.length
        to.write(bytes)
        if (onLine <= windowBytes) from.resume()
      },
      freeAt + roundTripMs / 2,
    )
  })
  from.on('end', () => later(() => to.end(), freeAt + roundTripMs / 2))
}

/**
 * Starts a line in front of a server on this machine, because loopback has neither a bandwidth nor a latency. A new connection
 * takes a round trip, as with TCP. TLS and TCP's slow start, which take more time, are not simulated.
 */
export async function startSlowLine(target: string, speed: LineSpeed): Promise<SlowLine> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    const openAt = performance.now() + speed.roundTripMs
    carry(near, far, speed, openAt)
    carry(far, near, speed, openAt)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      socket.setNoDelay(true)
      sockets.add(socket)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        if (socket.errored) other.destroy()
      })
    }
  })
  server.listen(0, hostname)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('The line has no port.')
  return {
    port: address.port,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
