import { freePort } from './free-port.ts'

const usualPort = 4400

/**
 * Returns the port in PORT, or undefined if that one is taken. Without PORT: the usual port, or a free one if that one is
 * taken.
 */
export async function choosePort(command: string, say: (text: string) => void): Promise<number | undefined> {
  const asked = process.env['PORT']
  const wanted = asked ? Number(asked) : usualPort
  const port = await freePort(wanted)
  if (port === wanted) return port
  if (asked) {
    say(`Port ${asked} is taken. Choose another: PORT=${port} ${command}`)
    return undefined
  }
  say(`Port ${wanted} is taken, so Tasklink uses port ${port}. To choose a port: PORT=… ${command}`)
  return port
}
