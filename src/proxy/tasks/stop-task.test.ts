import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { stoppedTaskSchema, stopTaskPath } from '../../contract/tasks/task-changes.ts'
import { ana, ben } from '../../simulators/instance/instance.ts'
import { problemOf } from '../harness/proxy-scene.ts'
import { at, call, day, refusal, startTaskScene, unknownId } from '../harness/task-scene.ts'

const scene = await startTaskScene()
const { connect, token, bensToken, proxy, startProxy, passTime, create, stop, move, callsOf, callsDuring } =
  scene

beforeEach(scene.reset)
afterAll(scene.close)

const notTheirs = { status: 403, code: 'not-your-contact', outcome: 'not-created' }

/** The lines of the audit since the task was created. */
const audited = () =>
  proxy()
    .logged()
    .split('\n')
    .filter((line) => line.includes('"audit":true'))
    .slice(1)
    .map((line): unknown => JSON.parse(line))

describe('POST /api/v1/tasks/:contactId/stop', () => {
  it.each([
    ['that waits', () => create()],
    ['that is scheduled', () => create({ scheduledTime: at(day) })],
    [
      'that the caller has accepted',
      async () => {
        const task = await create()
        connect.acceptTask(task, ana.userId)
        return task
      },
    ],
  ])('stops a task %s', async (_, createTask) => {
    const task = await createTask()
    const calls = await callsDuring(async () => {
      const response = await stop(task)
      expect(response.status).toBe(200)
      expect(stoppedTaskSchema.parse(await response.json())).toEqual({ contactId: task })
    })

    expect(calls).toEqual(['DescribeContact', 'StopContact'])
  })

  it('looks at the task before each stop, however lately it has looked', async () => {
    const task = await create()
    await proxy().get(`/api/v1/tasks/${task}`, token)
    connect.acceptTask(task, ben.userId)

    expect(await problemOf(await stop(task))).toMatchObject({ status: 409, code: 'already-accepted' })
    expect(callsOf('StopContact')).toBe(0)
  })

  it('answers another agent’s task, a call, and an id that does not exist alike', async () => {
    const bens = await create({}, bensToken)
    const answers = await Promise.all(
      [bens, call.contactId, unknownId].map(async (id) => problemOf(await stop(id))),
    )

    for (const answer of answers)
      expect({ ...answer, requestId: '' }).toEqual({ ...answers[0], requestId: '' })
    expect(answers[0]).toMatchObject(notTheirs)
    expect(callsOf('StopContact')).toBe(0)
    expect(proxy().logged()).not.toContain(unknownId)
  })

  it('refuses what is no id of a contact, and asks Connect for nothing', async () => {
    expect(await problemOf(await stop('../me'))).toMatchObject(notTheirs)
    expect(await problemOf(await stop('x'.repeat(257)))).toMatchObject(notTheirs)
    expect(callsOf('DescribeContact')).toBe(0)
  })

  it('looks again if it had to wait for its turn, and does not stop a task that another agent has accepted meanwhile', async () => {
    startProxy({}, { CONNECT_RATES: 'StopContact=1/1' })
    const [first, task] = [await create(), await create()]
    await stop(first)
    const stopping = stop(task)
    await expect.poll(() => callsOf('DescribeContact')).toBe(2)
    connect.acceptTask(task, ben.userId)

    expect(await problemOf(await stopping)).toMatchObject({
      code: 'already-accepted',
      outcome: 'not-created',
    })
    expect(callsOf('StopContact')).toBe(1)
  })

  it('is done once for a request that a browser sends again, and both get the answer', async () => {
    const task = await create()
    connect.failNext('StopContact', { kind: 'slow', milliseconds: 100 })
    const answers = await Promise.all([stop(task), stop(task)])

    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(callsOf('StopContact')).toBe(1)
    expect(audited()).toHaveLength(1)
  })

  it('says that a task has already ended', async () => {
    const task = await create()
    await stop(task)

    expect(await problemOf(await stop(task))).toMatchObject({
      status: 409,
      code: 'already-ended',
      outcome: 'not-created',
    })
  })

  it('says the same if the task ends between the look and the stop', async () => {
    const task = await create()
    connect.failNext('StopContact', refusal(410, 'ContactNotFoundException'))

    expect(await problemOf(await stop(task))).toMatchObject({ status: 409, code: 'already-ended' })
  })

  it('does not know whether a task was stopped if the answer is lost, and learns it when asked again', async () => {
    const task = await create()
    connect.failNext('StopContact', { kind: 'response-lost' })

    expect(await problemOf(await stop(task))).toMatchObject({ status: 502, outcome: 'unknown' })
    expect(await problemOf(await stop(task))).toMatchObject({ code: 'already-ended' })
    expect(callsOf('StopContact')).toBe(1)
  })

  it('stops a task when asked again after a call that never reached Connect', async () => {
    const task = await create()
    connect.failNext('StopContact', { kind: 'reset' })

    expect(await problemOf(await stop(task))).toMatchObject({ outcome: 'unknown' })
    expect((await stop(task)).status).toBe(200)
  })

  it('asks the caller to retry while Connect does not know a task that they have just created', async () => {
    connect.tasksKnownAfterMs = 5_000
    const task = await create()

    expect(await problemOf(await stop(task))).toMatchObject({
      status: 429,
      code: 'busy',
      outcome: 'not-created',
      retryAfterSeconds: 2,
    })
    expect(await problemOf(await stop(task, bensToken))).toMatchObject(notTheirs)
    passTime(5_000)
    expect((await stop(task)).status).toBe(200)
  })

  it('stops a task that another agent has accepted where the policy says always', async () => {
    startProxy({ undo: 'always' })
    const task = await create()
    connect.acceptTask(task, ben.userId)

    expect((await stop(task)).status).toBe(200)
  })

  it('stops nothing where the policy says never, and asks Connect for nothing', async () => {
    startProxy({ undo: 'never' })
    const task = await create()
    const calls = await callsDuring(async () => {
      expect(await problemOf(await stop(task))).toMatchObject({ status: 403, code: 'forbidden' })
    })

    expect(calls).toEqual([])
    expect(proxy().logged()).toContain('undo-not-allowed')
  })

  it('reports that Connect is throttling', async () => {
    const task = await create()
    connect.failNext('StopContact', refusal(429, 'ThrottlingException'))

    expect(await problemOf(await stop(task))).toMatchObject({
      status: 429,
      code: 'throttled',
      outcome: 'not-created',
      retryAfterSeconds: 2,
    })
  })

  it('keeps to the rates of Connect', async () => {
    startProxy({}, { CONNECT_RATES: 'StopContact=0.1/1' })
    const task = await create()
    await stop(await create())
    const calls = await callsDuring(async () => {
      const busy = { code: 'busy', retryAfterSeconds: expect.any(Number) }
      expect(await problemOf(await stop(task))).toMatchObject(busy)
    })

    expect(calls).toEqual([])
  })

  it('refuses a body with members', async () => {
    const response = await proxy().postTo(stopTaskPath(await create()), { force: true }, token)

    expect(await problemOf(response)).toMatchObject({ status: 400, code: 'malformed' })
    expect(callsOf('StopContact')).toBe(0)
  })
})

describe('the audit of changes', () => {
  it('has one line for each, with ids only', async () => {
    const task = await create({ scheduledTime: at(day), name: 'Marked' })
    await move(task, at(2 * day))
    await stop(task)

    const line = { requestId: expect.any(String), agentId: ana.userId, taskContactId: task, audit: true }
    expect(audited()).toEqual([
      { level: 30, time: expect.any(Number), ...line, change: 'schedule' },
      { level: 30, time: expect.any(Number), ...line, change: 'stop' },
    ])
    expect(proxy().logged()).not.toContain('Marked')
  })

  it('has a line for a change that may have happened, and none for a refused one', async () => {
    const task = await create()
    await stop(unknownId)
    connect.failNext('StopContact', { kind: 'response-lost' })
    await stop(task)

    expect(audited()).toMatchObject([{ change: 'stop', outcome: 'unknown', taskContactId: task }])
  })

  it('counts the calls in the metrics', async () => {
    await stop(await create())

    expect(await proxy().metrics()).toMatch(
      /tasklink_connect_call_duration_seconds_count\{operation="StopContact",result="ok"\} 1/,
    )
    expect(await proxy().metrics()).toContain('route="/api/v1/tasks/:contactId/stop"')
  })
})
