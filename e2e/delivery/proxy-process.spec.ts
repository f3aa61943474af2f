import { expect } from '@playwright/test'
import { signedInPath } from '../../src/contract/page-paths.ts'
import { tasksPath } from '../../src/contract/tasks/task-paths.ts'
import { runBuiltProxy } from '../../src/simulators/built-proxy.ts'
import { demoFlows } from '../../src/simulators/connect/state/demo-seed.ts'
import { startFarSide, type FarSide } from '../../src/simulators/far-side.ts'
import { freePort } from '../../src/simulators/free-port.ts'
import { startIdentitySimulator } from '../../src/simulators/identity/identity-simulator.ts'
import { ana } from '../../src/simulators/instance/instance.ts'
import { test } from '../support/worker.ts'

let farSide: FarSide
let port: number

test.beforeEach(async () => {
  port = await freePort()
  farSide = await startFarSide({ panelOrigin: `http://localhost:${port}`, scenario: 'empty' })
})

test.afterEach(() => farSide.close())

test('at SIGTERM a proxy finishes its requests and exits with 0', async () => {
  const proxy = await runBuiltProxy(port, farSide.environment)
  farSide.connect.failNext('StartTaskContact', { kind: 'slow', milliseconds: 1_500 })
  const underWay = fetch(`${proxy.origin}${tasksPath}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await farSide.identity.tokenFor(ana)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      clientToken: 'token-1',
      name: 'Call back',
      destination: { type: 'flow', flowId: demoFlows.callbackRequests.flowId },
    }),
  })
  await expect.poll(() => farSide.connect.tasks).toHaveLength(1)

  const exitCode = proxy.stop()

  expect((await underWay).status).toBe(201)
  expect(await exitCode).toBe(0)
})

test('a proxy whose port is taken names it and says how to choose another', async () => {
  const first = await runBuiltProxy(port, farSide.environment)

  await expect(runBuiltProxy(port, farSide.environment)).rejects.toThrow(
    `Port ${port} is taken. Set PORT to another one.`,
  )

  await first.stop()
})

test('a proxy with a wrong environment lists all wrong variables at once, without their values', async () => {
  const started = runBuiltProxy(port, {
    CONNECT_INSTANCE_ARN: 'arn:aws:connect:nowhere',
    OIDC_ISSUER: 'http://login.example.com',
    SCHEDULE_HORIZON_DAYS: '91',
  })

  const said = await started.then(
    () => 'nothing',
    (error: unknown) => String(error),
  )
  expect(said).toContain('CONNECT_INSTANCE_ARN must be an instance ARN')
  expect(said).toContain('CONNECT_CCP_URL is missing')
  expect(said).toContain('OIDC_ISSUER must be a whole https:// address')
  expect(said).toContain('AGENT_CLAIM is missing')
  expect(said).toContain('SCHEDULE_HORIZON_DAYS must be a whole number from 1 to 90')
  expect(said).not.toContain('nowhere')
  expect(said).not.toContain('login.example.com')
})

test('a proxy that starts before the identity provider becomes ready when the provider does', async () => {
  const issuerPort = await freePort()
  const proxy = await runBuiltProxy(port, {
    ...farSide.environment,
    OIDC_ISSUER: `http://localhost:${issuerPort}`,
  })
  const ready = async () => (await fetch(`${proxy.origin}/readyz`)).status
  expect(await ready()).toBe(503)

  const provider = await startIdentitySimulator({
    port: issuerPort,
    redirectUris: [`${proxy.origin}${signedInPath}`],
    audience: 'tasklink-proxy',
    clientId: 'tasklink-panel',
    user: ana,
  })

  await expect.poll(ready).toBe(200)
  await proxy.stop()
  await provider.close()
})
