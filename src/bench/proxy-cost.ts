import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { tasksPath } from '../contract/tasks/task-paths.ts'
import { demoFlows } from '../simulators/connect/state/demo-seed.ts'
import type { FarSide } from '../simulators/far-side.ts'
import { freePort } from '../simulators/free-port.ts'
import { ana, type InstanceContact } from '../simulators/instance/instance.ts'
import { usage, withProxy } from './measured-proxy.ts'

export interface ProxyCost {
  /** CPU time of the proxy for one task, in milliseconds. */
  readonly proxyCpuMs: number
  readonly sdkCpuMs: number
  /** CPU time of a bare node:http server that reads the same request and sends the same answer. */
  readonly bareServerCpuMs: number
}

const concurrency = 16
// More contacts than the proxy caches, so that each task costs two calls, as with real agents.
const contactCount = 5_000
const contactPrefix = 'c0000000-0000-4000-8000-'

const contacts: readonly InstanceContact[] = Array.from({ length: contactCount }, (_, index) => ({
  contactId: `${contactPrefix}${index}`,
  initialContactId: null,
  channel: 'VOICE',
  state: 'CONNECTED',
  accepted: true,
  name: null,
  attributes: { orderId: '48213' },
}))

function forget({ connect }: FarSide): void {
  connect.reset()
  connect.setContacts(ana.userId, contacts)
}

interface Server {
  readonly origin: string
  readonly pid: number
}

interface Answer {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Creates `count` tasks, linked to the contacts in turn; resolves to the last answer. */
async function createTasks(server: Server, token: string, count: number): Promise<Answer> {
  let next = 0
  let last: Answer = { headers: {}, body: '' }
  const lane = async () => {
    while (next < count) {
      const index = next % contactCount
      next += 1
      // Each lane sends one request after another.
      const response = await fetch(`${server.origin}${tasksPath}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          clientToken: crypto.randomUUID(),
          name: 'Call back about the refund',
          destination: { type: 'flow', flowId: demoFlows.callbackRequests.flowId },
          link: { type: 'related', contactId: `${contactPrefix}${index}` },
        }),
      })
      if (response.status !== 201) throw new Error(`The server answered ${response.status}.`)
      last = { headers: Object.fromEntries(response.headers), body: await response.text() }
    }
  }
  await Promise.all(Array.from({ length: concurrency }, lane))
  return last
}

async function serverCpuMs(server: Server, token: string, count: number): Promise<number> {
  const before = usage(server.pid).cpuMs
  await createTasks(server, token, count)
  return (usage(server.pid).cpuMs - before) / count
}

interface BareServerLoad {
  readonly token: string
  readonly warmUp: number
  readonly count: number
}

async function bareServerCpuMs(answer: Answer, { token, warmUp, count }: BareServerLoad): Promise<number> {
  const script = fileURLToPath(new URL('bare-server.ts', import.meta.url))
  const port = await freePort()
  // Node writes these headers itself.
  const { date: _date, connection: _connection, 'keep-alive': _keepAlive, ...headers } = answer.headers
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', script, String(port), JSON.stringify(headers), answer.body],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await once(child.stdout, 'data')
  const server = { origin: `http://localhost:${port}`, pid: child.pid ?? NaN }
  await createTasks(server, token, warmUp)
  const cpuMs = await serverCpuMs(server, token, count)
  child.kill()
  return cpuMs
}

async function sdkCpuMs(farSide: FarSide, warmUp: number, count: number): Promise<number> {
  const script = fileURLToPath(new URL('sdk-loop.ts', import.meta.url))
  const numbers = [warmUp, count, concurrency].map(String)
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', script, ...numbers, contactPrefix, demoFlows.callbackRequests.flowId],
    { env: { PATH: process.env['PATH'], ...farSide.environment }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await once(child, 'exit')
  return Number(output)
}

/** The CPU time for one linked task: of the proxy, of a loop that makes the same two SDK calls, and of a bare server. */
export const measureProxyCost = (warmUp: number, count: number): Promise<ProxyCost> =>
  withProxy(async (proxy, farSide) => {
    const token = await farSide.identity.tokenFor(ana)
    forget(farSide)
    const answer = await createTasks(proxy, token, warmUp)
    const proxyCpuMs = await serverCpuMs(proxy, token, count)
    forget(farSide)
    return {
      proxyCpuMs,
      sdkCpuMs: await sdkCpuMs(farSide, Math.min(warmUp, 1_000), Math.min(count, 4_000)),
      bareServerCpuMs: await bareServerCpuMs(answer, { token, warmUp, count }),
    }
  })

/** The proxy's resident memory in bytes after each round of tasks. */
export const measureProxyMemory = (rounds: number, tasksPerRound: number): Promise<number[]> =>
  withProxy(async (proxy, farSide) => {
    const residentBytes: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      // A growing simulator would slow the machine.
      forget(farSide)
      // One token would expire during the rounds on a slow machine.
      const token = await farSide.identity.tokenFor(ana)
      await createTasks(proxy, token, tasksPerRound)
      residentBytes.push(usage(proxy.pid).residentBytes)
    }
    return residentBytes
  })
