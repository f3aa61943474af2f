import { connect } from 'node:net'
import { afterAll, afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { tasksPath } from '../../../../contract/tasks/task-paths.ts'
import { runBuiltProxy, type BuiltProxy } from '../../../../simulators/built-proxy.ts'
import { freePort } from '../../../../simulators/free-port.ts'
import { plainTask, startProxyScene } from '../../../harness/proxy-scene.ts'

/** These tests start whole processes, which is slow on a busy machine. */
vi.setConfig({ testTimeout: 30_000 })

const scene = await startProxyScene()
const file = inject('builtProxy')
let proxy: BuiltProxy

/** Faults that the proxy does not have: each signal causes one in its process. */
const faults = encodeURIComponent(`
  process.on('SIGUSR2', () => { throw new RangeError('marked') })
  process.on('SIGWINCH', () => void Promise.reject('marked'))
`)

async function start(differs: Readonly<Record<string, string>> = {}): Promise<void> {
  const options = `--import data:text/javascript,${faults}`
  const environment = { ...scene.environment, NODE_OPTIONS: options, ...differs }
  proxy = await runBuiltProxy(await freePort(), environment, file)
}

const createTask = () =>
  fetch(`${proxy.origin}${tasksPath}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${scene.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(plainTask),
  })

/** A task that Connect has received and answers only when the test says so. */
async function beginTask(milliseconds: number): Promise<{ readonly answer: Promise<Response> }> {
  scene.connect.failNext('StartTaskContact', { kind: 'slow', milliseconds })
  const answer = createTask()
  await expect.poll(() => scene.connect.tasks, { timeout: 10_000 }).toHaveLength(1)
  return { answer }
}

beforeEach(() => scene.connect.reset())
afterEach(async () => {
  await proxy.stop()
})
afterAll(() => scene.close())

describe('a proxy that gets a signal to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('finishes its requests and ends with 0: %s', async (signal) => {
    await start()
    const { answer } = await beginTask(1_000)

    process.kill(proxy.pid, signal)

    expect((await answer).status).toBe(201)
    expect(await proxy.ended).toBe(0)
    expect(proxy.log()).toContain('"stopped"')
  })

  it('ends at once at the second signal', async () => {
    await start()
    const { answer } = await beginTask(9_000)
    const lost = expect(answer).rejects.toThrow('fetch failed')

    process.kill(proxy.pid, 'SIGTERM')
    await expect.poll(proxy.log, { timeout: 10_000 }).toContain('"stopping"')
    process.kill(proxy.pid, 'SIGTERM')

    expect(await proxy.ended).toBe(1)
    await lost
  })
})

describe('a client that closes the connection', () => {
  it.each([
    ['after a part of what it announced', 'content-length: 1000', '{"name":"marked'],
    ['between two chunks', 'transfer-encoding: chunked', 'f\r\n{"name":"marked\r\n'],
  ])('does not disturb the proxy, and is not logged as its fault: %s', async (_, length, body) => {
    await start()
    const { port } = new URL(proxy.origin)
    const socket = connect(Number(port), 'localhost')
    const head = [
      `POST ${tasksPath} HTTP/1.1`,
      'host: localhost',
      `authorization: Bearer ${scene.token}`,
      'content-type: application/json',
      length,
    ]
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
    await expect.poll(() => scene.connect.received, { timeout: 10_000 }).not.toHaveLength(0)
    socket.destroy()
    const { answer } = await beginTask(1_000)
    await expect.poll(proxy.log, { timeout: 10_000 }).toContain('"code":"malformed"')

    expect((await answer).status).toBe(201)
    expect(proxy.log()).not.toMatch(/marked|unexpected|aborted/)
  })
})

describe('an uncaught fault', () => {
  it.each([
    ['an exception', 'SIGUSR2', 'RangeError'],
    ['a rejection', 'SIGWINCH', 'string'],
  ] as const)('ends the proxy with a line that repeats no text of it: %s', async (_, signal, name) => {
    await start()

    process.kill(proxy.pid, signal)

    expect(await proxy.ended).toBe(1)
    const lines = proxy.log().trim().split('\n')
    expect(lines.filter((line) => line.includes('uncaught fault'))).toHaveLength(1)
    expect(proxy.log()).toContain(`"error":{"name":"${name}"`)
    expect(proxy.log()).not.toContain('marked')
  })
})

describe('the port of the metrics', () => {
  it('answers only Prometheus', async () => {
    const metricsPort = await freePort()
    await start({ METRICS_PORT: String(metricsPort) })
    await createTask()

    const metrics = await (await fetch(`http://localhost:${metricsPort}/metrics`)).text()

    expect(metrics).toContain('tasklink_connect_call_duration_seconds_count{operation="StartTaskContact"')
    expect((await fetch(`http://localhost:${metricsPort}${tasksPath}`)).status).toBe(404)
  })

  it('is named if it is taken, and the proxy does not start without it', async () => {
    const metricsPort = await freePort()
    await start({ METRICS_PORT: String(metricsPort) })

    const second = runBuiltProxy(
      await freePort(),
      { ...scene.environment, METRICS_PORT: String(metricsPort) },
      file,
    )

    await expect(second).rejects.toThrow(`Port ${metricsPort} is taken. Set METRICS_PORT to another one.`)
  })
})
