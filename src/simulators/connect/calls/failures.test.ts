import {
  ListContactFlowsCommand,
  StartTaskContactCommand,
  ThrottlingException,
} from '@aws-sdk/client-connect'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { instanceId } from '../../instance/instance.ts'
import { startConnectSimulator } from '../connect-simulator.ts'
import { demoFlows } from '../state/demo-seed.ts'
import { refusalOf, sdkClient } from '../sdk-client.ts'

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

describe('a failure set by a test', () => {
  it('arrives as the exception that the SDK defines', async () => {
    connect.failNext('StartTaskContact', {
      kind: 'error',
      status: 429,
      type: 'ThrottlingException',
      message: 'Slow down',
    })
    await expect(start()).rejects.toBeInstanceOf(ThrottlingException)
    expect(connect.received).toMatchObject([{ operation: 'StartTaskContact', status: 429 }])
  })

  it.each(['Message', 'message'] as const)('can have its text in %s', async (messageMember) => {
    const type = 'AccessDeniedException'
    connect.failNext('StartTaskContact', { kind: 'error', status: 403, type, message: 'No', messageMember })
    expect(await refusalOf(start())).toEqual({ name: type, status: 403, message: 'No' })
  })

  it('can have headers without a type and a text', async () => {
    connect.failNext('StartTaskContact', { kind: 'error', status: 503, headers: { 'retry-after': '7' } })
    const error: unknown = await start().catch((reason: unknown) => reason)
    expect(error).toMatchObject({
      $metadata: { httpStatusCode: 503 },
      $response: { headers: { 'retry-after': '7' } },
    })
  })

  it('can be an HTML page', async () => {
    connect.failNext('StartTaskContact', { kind: 'html', status: 502 })
    expect(await refusalOf(start())).toMatchObject({ name: 'SyntaxError', status: 502 })
    expect(connect.tasks).toEqual([])
  })

  it('can reset the connection before a task is created', async () => {
    connect.failNext('StartTaskContact', { kind: 'reset' })
    expect(await refusalOf(start())).toMatchObject({ status: undefined })
    expect(connect.tasks).toEqual([])
    expect(connect.received).toMatchObject([{ operation: 'StartTaskContact', status: undefined }])
  })

  it('can lose the response after a task was created', async () => {
    connect.failNext('StartTaskContact', { kind: 'response-lost' })
    expect(await refusalOf(start())).toMatchObject({ status: undefined })
    expect(connect.tasks).toHaveLength(1)
  })

  it('can be a 200 without a body after a task was created', async () => {
    connect.failNext('StartTaskContact', { kind: 'empty' })
    const { ContactId } = await start()
    expect(ContactId).toBeUndefined()
    expect(connect.tasks).toHaveLength(1)
  })

  it('can be a response that ends in the middle, after a task was created', async () => {
    connect.failNext('StartTaskContact', { kind: 'truncated' })
    expect(await refusalOf(start())).toMatchObject({
      status: 200,
      message: expect.stringMatching(/^aborted/),
    })
    expect(connect.tasks).toHaveLength(1)
  })

  it('can hold the response until the test releases it', async () => {
    let release: (() => void) | undefined
    const hold = () => new Promise<void>((resolve) => (release = resolve))
    connect.failNext('StartTaskContact', { kind: 'held', hold })
    const call = start()
    await expect.poll(() => connect.tasks).toHaveLength(1)
    expect(connect.received).toMatchObject([{ status: undefined }])
    release?.()
    expect((await call).ContactId).toBe(connect.tasks[0]?.contactId)
  })

  it('can be withdrawn before it happens', async () => {
    connect.failNext('StartTaskContact', { kind: 'reset' })
    connect.clearFailures()
    await expect(start()).resolves.toHaveProperty('ContactId')
  })

  it('can be a delayed response', async () => {
    connect.failNext('StartTaskContact', { kind: 'slow', milliseconds: 20 })
    const { ContactId } = await start()
    expect(connect.tasks[0]?.contactId).toBe(ContactId)
  })

  it('can be a response that comes after the caller has given up, although the task was created', async () => {
    connect.failNext('StartTaskContact', { kind: 'slow', milliseconds: 600_000 })
    const abort = new AbortController()
    const call = refusalOf(start({ abortSignal: abort.signal }))
    await expect.poll(() => connect.tasks).toHaveLength(1)
    abort.abort()
    expect(await call).toMatchObject({ name: 'AbortError' })
    expect(connect.received).toMatchObject([{ status: undefined }])
  })

  it('happens the given number of times, and then the next failure', async () => {
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

  it('affects only its operation', async () => {
    connect.failNext('StartTaskContact', { kind: 'reset' })
    const { ContactFlowSummaryList } = await client.send(
      new ListContactFlowsCommand({ InstanceId: instanceId }),
    )
    expect(ContactFlowSummaryList).toHaveLength(9)
  })

  it('is not used up by an unsigned call', async () => {
    connect.failNext('StartTaskContact', { kind: 'html', status: 502 })
    await fetch(`${connect.url}/contact/task`, { method: 'PUT' })
    expect(await refusalOf(start())).toMatchObject({ status: 502 })
  })
})
