import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { destinationsPath, mePath } from '../../contract/reads/reads.ts'
import { createStandingClock } from '../harness/clock-harness.ts'
import { createMetrics, createMetricsApp } from '../hosts/node/prometheus.ts'
import type { ProxyHarness } from '../harness/proxy-harness.ts'
import { plainTask, startProxyScene } from '../harness/proxy-scene.ts'

const { connect, token, newProxy, close } = await startProxyScene()
let proxy: ProxyHarness

const anotherTask = { ...plainTask, clientToken: 'token-2' }

beforeEach(() => {
  connect.reset()
  proxy = newProxy()
})

afterAll(close)

const lineOf = async (beginning: string) =>
  (await proxy.metrics()).split('\n').find((line) => line.startsWith(beginning))

const requestCount = (labels: string) => lineOf(`tasklink_request_duration_seconds_count{${labels}}`)
const waitCount = (labels: string) => lineOf(`tasklink_turn_wait_seconds_count{${labels}}`)
const connectCount = (labels: string) => lineOf(`tasklink_connect_call_duration_seconds_count{${labels}}`)

describe('the metrics', () => {
  it('count requests by route, method and class of status', async () => {
    await proxy.post(plainTask, token)
    await proxy.post(plainTask)
    await proxy.get(mePath, token)

    expect(await requestCount('route="/api/v1/tasks",method="POST",status="2xx"')).toMatch(/ 1$/)
    expect(await requestCount('route="/api/v1/tasks",method="POST",status="4xx"')).toMatch(/ 1$/)
    expect(await requestCount('route="/api/v1/me",method="GET",status="2xx"')).toMatch(/ 1$/)
  })

  it('count calls of Connect by operation and result', async () => {
    await proxy.post(plainTask, token)
    connect.failNext('StartTaskContact', { kind: 'error', status: 429 })
    await proxy.post(anotherTask, token)

    expect(await connectCount('operation="StartTaskContact",result="ok"')).toMatch(/ 1$/)
    expect(await connectCount('operation="StartTaskContact",result="throttled"')).toMatch(/ 1$/)
    expect(await connectCount('operation="SearchUsers",result="ok"')).toMatch(/ 1$/)
  })

  it('show the age of the lists that the proxy keeps, once it has them', async () => {
    const before = await lineOf('tasklink_list_age_seconds{list="destinations"}')
    await proxy.get(destinationsPath, token)
    proxy.passTime(60_000)

    expect(before).toBeUndefined()
    expect(await lineOf('tasklink_list_age_seconds{list="destinations"}')).toMatch(/ 6\d(\.\d+)?$/)
    expect(await lineOf('tasklink_list_age_seconds{list="users"}')).toMatch(/ 6\d(\.\d+)?$/)
  })

  it('show which calls wait for their turn, and how long they waited', async () => {
    const clock = createStandingClock()
    proxy = newProxy({ environment: { CONNECT_RATES: 'StartTaskContact=2/1' }, connect: { clock } })
    await proxy.post(plainTask, token)
    const before = await lineOf('tasklink_waiting_calls{operation="StartTaskContact"}')
    const waiting = proxy.post(anotherTask, token)
    await expect.poll(() => lineOf('tasklink_waiting_calls{operation="StartTaskContact"}')).toMatch(/ 1$/)
    await clock.passTime(500)
    await waiting

    expect(before).toMatch(/ 0$/)
    expect(await lineOf('tasklink_waiting_calls{operation="StartTaskContact"}')).toMatch(/ 0$/)
    expect(await waitCount('operation="StartTaskContact",result="begun"')).toMatch(/ 2$/)
    expect(await lineOf('tasklink_waiting_calls{operation="DescribeContact"}')).toMatch(/ 0$/)
  })

  it('show which calls were refused because they would have waited too long', async () => {
    const clock = createStandingClock()
    proxy = newProxy({ environment: { CONNECT_RATES: 'StartTaskContact=0.1/1' }, connect: { clock } })
    await proxy.post(plainTask, token)
    await proxy.post(anotherTask, token)

    expect(await waitCount('operation="StartTaskContact",result="busy"')).toMatch(/ 1$/)
    expect(await lineOf('tasklink_waiting_calls{operation="StartTaskContact"}')).toMatch(/ 0$/)
  })

  it('have no metric of shared rates if the proxy shares none', async () => {
    expect(await proxy.metrics()).not.toContain('tasklink_shared_rates')
  })

  it('get no new label from unknown addresses', async () => {
    await proxy.get('/api/v1/contacts/first', token)
    await proxy.get('/nothing/first')
    const before = (await proxy.metrics()).split('\n').length
    for (const name of ['marked-1', 'marked-2', 'marked-3']) {
      await proxy.get(`/api/v1/contacts/${name}?${name}`, token)
      await proxy.get(`/nothing/${name}`)
    }

    const metrics = await proxy.metrics()
    expect(metrics.split('\n')).toHaveLength(before)
    expect(metrics).not.toContain('marked')
  })

  it('are served in Prometheus’s format, with those of the process', async () => {
    const app = createMetricsApp(createMetrics())

    const response = await app.request('/metrics')

    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4')
    expect(await response.text()).toContain('process_resident_memory_bytes')
    expect((await app.request('/')).status).toBe(404)
  })
})

describe('the port for agents', () => {
  it('does not serve metrics', async () => {
    expect((await proxy.get('/metrics', token)).status).toBe(404)
  })
})
