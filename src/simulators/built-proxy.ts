import { spawn, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const builtProxy = fileURLToPath(new URL('../../dist/proxy/main.js', import.meta.url))

export interface BuiltProxy {
  readonly origin: string
  readonly pid: number
  /** The latest 1,000 chunks of the proxy's log. */
  readonly log: () => string
  /** Resolves to the exit code when the process has ended. */
  readonly ended: Promise<number | null>
  /** Sends SIGTERM, as a container runtime would; resolves to the exit code. */
  readonly stop: () => Promise<number | null>
  /** Kills the process at once, in the middle of its work. */
  readonly kill: () => Promise<number | null>
  /** Sends a message to the script in `preload`; resolves when that has answered. */
  readonly tell: (message: object) => Promise<void>
}

export interface BuiltProxyPlace extends Pick<SpawnOptions, 'cwd' | 'uid' | 'gid'> {
  /** Called with each line that the proxy prints. */
  readonly onLine?: (line: string) => void
  /** A script that runs in the process before the proxy. */
  readonly preload?: string
}

/** Runs the built proxy as in production: in its own process, configured only by environment variables. */
export async function runBuiltProxy(
  port: number,
  environment: Readonly<Record<string, string>>,
  file = builtProxy,
  { onLine, preload, ...place }: BuiltProxyPlace = {},
): Promise<BuiltProxy> {
  const child = spawn(process.execPath, [...(preload === undefined ? [] : ['--import', preload]), file], {
    ...place,
    env: { PATH: process.env['PATH'], HOST: 'localhost', PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'pipe', ...(preload === undefined ? [] : ['ipc' as const])],
  })
  // A proxy that outlived this process would keep the port.
  const endChild = () => child.kill()
  process.once('exit', endChild)
  child.once('exit', () => process.off('exit', endChild))
  const chunks: string[] = []
  const logged = () => chunks.join('')
  const take = (chunk: Buffer) => {
    chunks.push(chunk.toString())
    // A demo may run for days, so keep only the latest chunks.
    if (chunks.length > 1_000) chunks.shift()
  }
  for (const output of [child.stdout, child.stderr].filter((each) => each !== null)) {
    output.on('data', take)
    if (onLine) createInterface(output).on('line', onLine)
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => logged().includes('"listening"') && resolve())
    child.once('exit', () => reject(new Error(`The proxy did not start:\n${logged()}`)))
  })
  const end = (signal: NodeJS.Signals) => {
    if (child.exitCode === null) child.kill(signal)
    return ended
  }
  return {
    origin: `http://localhost:${port}`,
    pid: child.pid ?? NaN,
    log: logged,
    ended,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    tell: async (message) => {
      const answered = once(child, 'message')
      child.send(message)
      await answered
    },
  }
}
