import { afterAll, afterEach, expect, inject, it, vi } from 'vitest'
import { mePath } from '../../contract/reads/reads.ts'
import { runBuiltProxy, type BuiltProxy } from '../../simulators/built-proxy.ts'
import { freePort } from '../../simulators/free-port.ts'
import { startProxyScene } from '../harness/proxy-scene.ts'

/** These tests start whole processes, which is slow on a busy machine. */
vi.setConfig({ testTimeout: 30_000 })

const scene = await startProxyScene()
const file = inject('builtProxy')
let proxy: BuiltProxy | undefined

/** A signal causes this fault in the process. */
const fault = encodeURIComponent(`process.on('SIGUSR2', () => { throw new RangeError('marked') })`)

afterEach(() => proxy?.stop())
afterAll(() => scene.close())

it.each([
  ['gets a signal to stop', 'SIGTERM'],
  ['is ended by a fault', 'SIGUSR2'],
] as const)('a proxy that %s has logged how many requests it refused', async (_, signal) => {
  const options = `--import data:text/javascript,${fault}`
  const running = await runBuiltProxy(await freePort(), { ...scene.environment, NODE_OPTIONS: options }, file)
  proxy = running
  const answers = await Promise.all(Array.from({ length: 30 }, () => fetch(`${running.origin}${mePath}`)))

  process.kill(running.pid, signal)
  await running.ended

  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => 401))
  const refused = () =>
    running
      .log()
      .split('\n')
      .filter((line) => line.includes('"code":"unauthenticated"'))
  await expect.poll(refused).toHaveLength(11)
  expect(refused().at(-1)).toContain('"count":20')
})
