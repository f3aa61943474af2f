import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { runBuiltProxy, type BuiltProxy } from '../simulators/built-proxy.ts'

/** The proxy as `npm start` runs it; built and started again after each change of its source. */
export interface WatchedProxy {
  readonly origin: string
  /** Resolves when no build and no restart is under way. */
  readonly settled: () => Promise<unknown>
  readonly stop: () => Promise<void>
}

export interface WatchedProxyOptions {
  readonly port: number
  readonly environment: Readonly<Record<string, string>>
  readonly say: (text: string) => void
}

// Not `dist/proxy`: tests may be running that one. It must be as deep as that, because the proxy reads `../../package.json`.
const outDir = fileURLToPath(new URL('../../dist/dev-proxy', import.meta.url))

/** Variables by which a debugger attaches to child processes. */
const debuggerVariables = ['NODE_OPTIONS', 'VSCODE_INSPECTOR_OPTIONS']

const debuggerEnvironment = () =>
  Object.fromEntries(
    debuggerVariables.flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )

/**
 * Pino's number for a warning. Lower levels are not printed: the proxy logs a line for each request, and these would hide the
 * warnings.
 */
const warnLevel = 40

const isWarning = (line: string) => Number(/^\{"level":(\d+)/.exec(line)?.[1]) >= warnLevel

/** Resolves when the first build has been started. A failed build or start is reported, and the next change tries again. */
export async function watchProxy({ port, environment, say }: WatchedProxyOptions): Promise<WatchedProxy> {
  let running: BuiltProxy | undefined
  let restarting = Promise.resolve()
  let settling: Promise<unknown> = Promise.resolve()
  let finish: (() => void) | undefined
  let hasFailed = false

  async function restart(): Promise<void> {
    const before = running
    await before?.stop()
    running = undefined
    try {
      running = await runBuiltProxy(port, { ...debuggerEnvironment(), ...environment }, `${outDir}/main.js`, {
        onLine: (line) => isWarning(line) && say(line),
      })
      if (before) say('The proxy has changed and was started again.')
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
  }

  const watcher = await build({
    mode: 'proxy',
    logLevel: 'error',
    build: { outDir, sourcemap: true, reportCompressedSize: false, watch: {} },
  })
  if (!('on' in watcher)) throw new TypeError('Vite was asked to watch the proxy and did not.')
  const first = new Promise<void>((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'START') {
        hasFailed = false
        const done = new Promise<void>((finished) => {
          finish = finished
        })
        settling = Promise.all([settling, done])
      }
      if (event.code === 'BUNDLE_END' || event.code === 'ERROR') void event.result.close()
      if (event.code === 'ERROR') {
        hasFailed = true
        say('The proxy cannot be built, so the one before goes on running.')
      }
      if (event.code === 'END') {
        const finishThis = finish
        restarting = (hasFailed ? restarting : restarting.then(restart)).then(finishThis)
        resolve(restarting)
      }
    })
  })
  await first
  return {
    origin: `http://localhost:${port}`,
    settled: () => settling,
    stop: async () => {
      await watcher.close()
      await restarting
      await running?.stop()
    },
  }
}
