import { once } from 'node:events'
import { serve } from '@hono/node-server'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { destinationsSchema } from '../../contract/reads/read-answers.ts'
import { destinationsPath } from '../../contract/reads/reads.ts'
import { tasksPath } from '../../contract/tasks/task-paths.ts'
import { startConnectSimulator } from '../../simulators/connect/connect-simulator.ts'
import { seedWithFlows } from '../../simulators/connect/state/demo-seed.ts'
import { ana, ben } from '../../simulators/instance/instance.ts'
import { createFastClock, createStandingClock } from '../harness/clock-harness.ts'
import type { ProxyHarness } from '../harness/proxy-harness.ts'
import { contact, plainTask, problemOf, startProxyScene } from '../harness/proxy-scene.ts'

/** Fast enough for a test, slow enough that a call ends within the time that a real one takes. */
const clock = createFastClock(10)
const nine = Date.UTC(2026, 10, 21, 9)
const { connect, identity, token, newProxy, close } = await startProxyScene(() => nine + clock.nowMs())
const call = contact('11111111-0000-4000-8000-000000000001')
const documentedRates = { CONNECT_RATES: '' }
let proxy: ProxyHarness

beforeEach(async () => {
  connect.reset()
  connect.rates = 'documented'
  proxy = newProxy({ environment: documentedRates, connect: { clock } })
  // Reads users and destinations, which every task needs.
  await proxy.get(destinationsPath, token)
})

afterAll(close)

const task = (index: number) => ({ ...plainTask, clientToken: `token-${index}` })
const starts = () => connect.received.filter(({ operation }) => operation === 'StartTaskContact')
const throttledCalls = () => connect.received.filter(({ status }) => status === 429)
const callsOf = (operation: string) =>
  connect.received.filter((received) => received.operation === operation).length
const everyTask = (count: number) => Array.from({ length: count }, (_, index) => task(index))

/** Sends the same request again after each refusal’s wait, as a panel does. */
async function createPatiently(body: unknown, bearer: string): Promise<string[]> {
  const response = await proxy.post(body, bearer)
  if (response.status === 201) return ['created']
  const { code, outcome, retryAfterSeconds = 0 } = await problemOf(response)
  const refusal = `${response.status} ${code} ${outcome}`
  if (code !== 'busy') return [refusal]
  await new Promise<void>((resolve) => clock.wakeIn(retryAfterSeconds * 1_000, resolve))
  return [refusal, ...(await createPatiently(body, bearer))]
}

describe('Connect’s rates', () => {
  it('are kept when one agent asks for forty tasks and another for one', async () => {
    const forty = everyTask(40).map((body) => proxy.post(body, token))
    const one = proxy.post(task(0), await identity.tokenFor(ben))
    const answers = await Promise.all(forty)

    const refused = answers.filter(({ status }) => status !== 201)
    const problems = await Promise.all(refused.map(problemOf))
    expect((await one).status).toBe(201)
    expect(new Set(problems.map(({ code, outcome, status }) => `${status} ${code} ${outcome}`))).toEqual(
      new Set(['429 busy not-created']),
    )
    expect(problems.every(({ retryAfterSeconds = 0 }) => retryAfterSeconds >= 1)).toBe(true)
    expect(connect.tasks).toHaveLength(41 - refused.length)
    // Refused tasks were not sent.
    expect(starts()).toHaveLength(41 - refused.length)
    expect(throttledCalls()).toEqual([])
  })

  it('are kept until every agent has every task, when panels retry after the wait', async () => {
    const bens = await identity.tokenFor(ben)
    const told = await Promise.all([
      ...everyTask(40).map((body) => createPatiently(body, token)),
      createPatiently(task(0), bens),
    ])

    expect(told.every((words) => words.at(-1) === 'created')).toBe(true)
    expect(new Set(told.flat())).toEqual(new Set(['created', '429 busy not-created']))
    expect(connect.tasks).toHaveLength(41)
    expect(starts()).toHaveLength(41)
    expect(throttledCalls()).toEqual([])
  }, 30_000)

  it('are not spent on the contact of a task that would have to wait too long', async () => {
    const slow = newProxy({ environment: { CONNECT_RATES: 'StartTaskContact=0.1/1' } })
    connect.setContacts(ana.userId, [call])
    const linked = { ...task(2), link: { type: 'related', contactId: call.contactId } }
    const answers = [await slow.post(task(1), token), await slow.post(linked, token)]

    expect(answers.map(({ status }) => status)).toEqual([201, 429])
    expect(callsOf('DescribeContact')).toBe(0)
  })

  it('are not spent on a caller who leaves while the task waits, and nothing is sent', async () => {
    const standing = createStandingClock()
    const waiting = newProxy({ environment: documentedRates, connect: { clock: standing } })
    const server = serve({ fetch: waiting.fetch, port: 0 })
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    await Promise.all(everyTask(5).map((body) => waiting.post(body, token)))
    connect.setContacts(ana.userId, [call])

    const leaving = new AbortController()
    const sent = fetch(`http://localhost:${port}${tasksPath}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...task(6), link: { type: 'related', contactId: call.contactId } }),
      signal: leaving.signal,
    })
    await vi.waitFor(() => expect(callsOf('DescribeContact')).toBe(1))
    leaving.abort()
    await expect(sent).rejects.toThrow(/abort/)
    await vi.waitFor(() => expect(waiting.logged()).toContain('"code":"busy","outcome":"not-created"'))
    connect.rates = 'unlimited'
    await standing.passTime(10_000)

    expect(callsOf('StartTaskContact')).toBe(5)
    server.close()
  })

  it('hold for pages, and for retries of the SDK', async () => {
    const large = await startConnectSimulator({
      now: () => nine + clock.nowMs(),
      seed: seedWithFlows(6_500, () => 'CONTACT_FLOW'),
    })
    large.rates = 'documented'
    large.failNext('ListContactFlows', { kind: 'error', status: 500 })
    const differs = { endpoint: large.url, clock }

    const response = await newProxy({ environment: documentedRates, connect: differs }).get(
      destinationsPath,
      token,
    )

    expect(destinationsSchema.parse(await response.json()).flows).toHaveLength(6_504)
    expect(large.received.filter(({ operation }) => operation === 'ListContactFlows')).toHaveLength(8)
    expect(large.received.filter(({ status }) => status === 429)).toEqual([])
    await large.close()
  })

  it('may be exceeded by others: the known list is still offered, and Connect is not asked for a while', async () => {
    const known = await (await proxy.get(destinationsPath, token)).json()
    proxy.passTime(6 * 60_000)
    // The service answers like this: no type, no text.
    connect.failNext('ListContactFlows', { kind: 'error', status: 429 }, 3)
    const before = callsOf('ListContactFlows')
    const during = [await proxy.get(destinationsPath, token), await proxy.get(destinationsPath, token)]

    expect(await Promise.all(during.map((response) => response.json()))).toEqual([known, known])
    expect(callsOf('ListContactFlows')).toBe(before + 3)
  })
})
