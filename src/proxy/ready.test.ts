import { afterAll, beforeEach, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { startProxyScene } from './harness/proxy-scene.ts'

/* `/readyz` tells a load balancer whether this proxy could answer agents now. */

const { connect, identity, newProxy, close } = await startProxyScene()
let proxy = newProxy()

beforeEach(() => {
  connect.reset()
  identity.reset()
  proxy = newProxy()
})
afterAll(close)

const readinessSchema = z.object({
  ready: z.boolean(),
  waitingFor: z.array(z.string()),
  stopping: z.boolean(),
})

async function readiness() {
  const response = await proxy.get('/readyz')
  const { ready, waitingFor } = readinessSchema.parse(await response.json())
  expect(response.status).toBe(ready ? 200 : 503)
  return ready ? 'ready' : `waiting for ${waitingFor.join(' and ')}`
}

const minutes = (count: number) => count * 60_000

const connectIsAway = () => connect.failNext('SearchUsers', { kind: 'reset' }, 1_000)

it('is ready once the provider and Connect have answered', async () => {
  expect(await readiness()).toBe('ready')
})

it('names the side that has not answered yet', async () => {
  identity.behave({ keys: 'broken' })
  connectIsAway()
  expect(await readiness()).toBe('waiting for identity provider and Amazon Connect')

  connect.reset()
  expect(await readiness()).toBe('waiting for identity provider')

  identity.behave({ keys: 'usual' })
  expect(await readiness()).toBe('ready')
})

it('stays ready in a night without requests', async () => {
  await proxy.prepare()
  proxy.passTime(minutes(9 * 60))

  expect(await readiness()).toBe('ready')
})

it('stays ready while the provider is away and its keys are usable, and is ready again when it is back', async () => {
  await proxy.prepare()
  identity.behave({ discovery: 'broken', keys: 'broken' })
  proxy.passTime(minutes(9))
  expect(await readiness()).toBe('ready')

  proxy.passTime(minutes(2))
  expect(await readiness()).toBe('waiting for identity provider')

  identity.behave({ discovery: 'usual', keys: 'usual' })
  proxy.passTime(5_000)
  expect(await readiness()).toBe('ready')
})

it('stays ready while Connect is away and its users are usable, and is ready again when it is back', async () => {
  await proxy.prepare()
  connectIsAway()
  proxy.passTime(minutes(60))
  expect(await readiness()).toBe('ready')

  proxy.passTime(minutes(10))
  expect(await readiness()).toBe('waiting for Amazon Connect')

  connect.reset()
  expect(await readiness()).toBe('ready')
})

it('does not ask the provider or Connect more often if it is asked often', async () => {
  for (let asked = 0; asked < 60; asked += 1) {
    await readiness()
    proxy.passTime(5_000)
  }

  expect(identity.timesAskedFor('keys')).toBe(1)
  expect(connect.received.length).toBeLessThanOrEqual(2)
})
