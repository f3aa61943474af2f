import {
  ListContactFlowsCommand,
  StartTaskContactCommand,
  ThrottlingException,
} from '@aws-sdk/client-connect'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { instanceId } from '../instance/instance.ts'
import { startConnectSimulator } from './connect-simulator.ts'
import { demoFlows } from './demo-seed.ts'
import { refusalOf, sdkClient } from './sdk-client.ts'

const connect = await startConnectSimulator()
const client = sdkClient(connect)

beforeEach(() => connect.reset())

afterAll(async () => {
  client.destroy()
  await connect.close()
})

const { flowId } = demoFlows.callbackRequests
const start = (options: { abortSignal?: AbortSignal } = {}) =>
  client.send(
    new StartTaskContactCommand({ InstanceId: instanceId, Name: 'Call back', ContactFlowId: flowId }),
    options,
  )

describe('a failure that a test asked for', () => {
  it('comes as the exception that the SDK models', async () => {
    connect.failNext('StartTaskContact', {
      kind: 'error',
      status: 429,
      type: 'ThrottlingException',
      message: 'Slow down',
    })
    await expect(start()).rejects.toBeInstanceOf(ThrottlingException)
    expect(connect.received).toMatchObject([{ operation: 'StartTaskContact', status: 429 }])
  })

  it.each(['Message', 'message'] as const)('can tell its text in %s', async (messageMember) => {
    const type = 'AccessDeniedException'
    connect.failNext('StartTaskContact', { kind: 'error', status: 403, type, message: 'No', messageMember })
    expect(await refusalOf(start())).toEqual({ name: type, status: 403, message: 'No' })
  })

  it('can have headers, and neither type nor text', async () => {
    connect.failNext('StartTaskContact', { kind: 'error', status: 503, headers: { 'retry-after': '7' } })
    const error: unknown = await start().catch((reason: unknown) => reason)
    expect(error).toMatchObject({
      $metadata: { httpStatusCode: 503 },
      $response: { headers: { 'retry-after': '7' } },
    })
  })

  it('can be a page of HTML', async () => {
    connect.failNext('StartTaskContact', { kind: 'html', status: 502 })
    expect(await refusalOf(start())).toMatchObject({ name: 'SyntaxError', status: 502 })
    expect(connect.tasks).toEqual([])
  })

  it('can break the connection before anything is done', async () => {
    connect.failNext('StartTaskContact', { kind: 'reset' })
    expect(await refusalOf(start())).toMatchObject({ status: undefined })
    expect(connect.tasks).toEqual([])
    expect(connect.received).toMatchObject([{ operation: 'StartTaskContact', status: undefined }])
  })

  it('can lose the answer after the task was made', async () => {
    connect.failNext('StartTaskContact', { kind: 'response-lost' })
    expect(await refusalOf(start())).toMatchObject({ status: undefined })
    expect(connect.tasks).toHaveLength(1)
  })

  it('can be a 200 without a body after the task was made', async () => {
    connect.failNext('StartTaskContact', { kind: 'empty' })
    const { ContactId } = await start()
    expect(ContactId).toBeUndefined()
    expect(connect.tasks).toHaveLength(1)
  })

  it('can be a late answer', async () => {
    connect.failNext('StartTaskContact', { kind: 'slow', milliseconds: 20 })
    const { ContactId } = await start()
    expect(connect.tasks[0]?.contactId).toBe(ContactId)
  })

  it('can be an answer that comes later than the caller waits, with the task made', async () => {
    connect.failNext('StartTaskContact', { kind: 'slow', milliseconds: 600_000 })
    const abort = new AbortController()
    const call = refusalOf(start({ abortSignal: abort.signal }))
    await expect.poll(() => connect.tasks).toHaveLength(1)
    abort.abort()
    expect(await call).toMatchObject({ name: 'AbortError' })
    expect(connect.received).toMatchObject([{ status: undefined }])
  })

  it('comes as often as it was asked for, one kind after the other', async () => {
    connect.failNext('StartTaskContact', { kind: 'error', status: 500, type: 'InternalServiceException' }, 2)
    connect.failNext('StartTaskContact', {
      kind: 'error',
      status: 402,
      type: 'ServiceQuotaExceededException',
    })
    const statuses = [await refusalOf(start()), await refusalOf(start()), await refusalOf(start())].map(
      ({ status }) => status,
    )
    expect(statuses).toEqual([500, 500, 402])
    await expect(start()).resolves.toHaveProperty('ContactId')
  })

  it('concerns its operation only', async () => {
    connect.failNext('StartTaskContact', { kind: 'reset' })
    const { ContactFlowSummaryList } = await client.send(
      new ListContactFlowsCommand({ InstanceId: instanceId }),
    )
    expect(ContactFlowSummaryList).toHaveLength(8)
  })

  it('is not used up by a call that nobody signed', async () => {
    connect.failNext('StartTaskContact', { kind: 'html', status: 502 })
    await fetch(`${connect.url}/contact/task`, { method: 'PUT' })
    expect(await refusalOf(start())).toMatchObject({ status: 502 })
  })
})
