import { StartTaskContactCommand } from '@aws-sdk/client-connect'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import {
  taskOfContactSchema,
  tasksOfContactSchema,
  type TasksOfContact,
} from '../../contract/tasks/tasks-of-contact.ts'
import { contactPath } from '../../contract/reads/reads.ts'
import { taskPath, tasksOfPath } from '../../contract/tasks/task-paths.ts'
import { demoFlows } from '../../simulators/connect/state/demo-seed.ts'
import { sdkClient } from '../../simulators/connect/sdk-client.ts'
import { ana, ben, instanceId } from '../../simulators/instance/instance.ts'
import { problemOf } from '../harness/proxy-scene.ts'
import { at, bensCall, call, day, minute, refusal, startTaskScene } from '../harness/task-scene.ts'
import type { Policy } from '../policy/policies.ts'

const scene = await startTaskScene()
const { connect, token, bensToken, proxy, startProxy, passTime, create, stop, callsOf } = scene

beforeEach(scene.reset)
afterAll(scene.close)

const related = { type: 'related', contactId: call.contactId }
const createLinked = (differs: object = {}, agentToken = token) =>
  create({ link: related, ...differs }, agentToken)

/** Ben has had the call for a minute, and creates a task about it. */
async function createAsBen(differs: object = {}): Promise<string> {
  connect.setContacts(ana.userId, [])
  connect.setContacts(ben.userId, [call])
  const task = await createLinked(differs, bensToken)
  connect.setContacts(ben.userId, [bensCall])
  connect.setContacts(ana.userId, [call])
  passTime(minute)
  return task
}

const list = async (): Promise<TasksOfContact> =>
  tasksOfContactSchema.parse(await (await proxy().get(tasksOfPath(call.contactId), token)).json())
const firstListed = async () => (await list()).tasks[0]
const read = (contactId: string) => proxy().get(taskPath(contactId), token)

describe('GET /api/v1/tasks?contactId=', () => {
  it('lists the tasks of the agent’s contact, the latest first, with state, times and link', async () => {
    const waiting = await createLinked({ link: { ...related, type: 'previous' } })
    passTime(minute)
    const scheduled = await createLinked({ name: 'Call back', scheduledTime: at(day) })

    expect(await list()).toEqual({
      tasks: [
        {
          contactId: scheduled,
          link: 'related',
          state: 'scheduled',
          isMine: true,
          createdAt: at(minute),
          scheduledTime: at(day),
          expiresAt: at(minute + 7 * day),
          name: 'Call back',
          canStop: true,
          canReschedule: true,
        },
        {
          contactId: waiting,
          link: 'previous',
          state: 'waiting',
          isMine: true,
          createdAt: at(0),
          expiresAt: at(7 * day),
          name: 'Call back',
          canStop: true,
          canReschedule: false,
        },
      ],
      isComplete: true,
      continuing: 1,
    })
  })

  it('follows a task from its schedule to its end', async () => {
    const task = await createLinked({ scheduledTime: at(minute) })
    expect(await firstListed()).toMatchObject({ state: 'scheduled', canStop: true, canReschedule: true })

    passTime(minute)
    expect(await firstListed()).toMatchObject({ state: 'waiting', canStop: true, canReschedule: false })

    connect.acceptTask(task, ben.userId)
    passTime(minute)
    expect(await firstListed()).toMatchObject({ state: 'accepted', acceptedAt: at(minute), canStop: false })

    passTime(7 * day)
    connect.setContacts(ana.userId, [call])
    expect(await firstListed()).toMatchObject({ state: 'ended', canStop: false, canReschedule: false })
  })

  it('shows at once that a task was stopped or created', async () => {
    const task = await createLinked()
    await list()
    await stop(task)
    expect(await list()).toMatchObject({ tasks: [{ contactId: task, state: 'ended', endedAt: at(0) }] })

    await createLinked()
    expect((await list()).tasks).toHaveLength(2)
  })

  it('shows of a colleague’s task only its state and times, unless the policy shows more', async () => {
    const task = await createAsBen({ name: 'Private matter' })

    const [facts] = (await list()).tasks
    expect(facts).toEqual({
      contactId: task,
      link: 'related',
      state: 'waiting',
      isMine: false,
      isColleagues: true,
      createdAt: at(0),
      expiresAt: at(7 * day),
      canStop: false,
      canReschedule: false,
    })

    startProxy({ showColleaguesTasks: true, undo: 'always' })
    expect((await list()).tasks).toEqual([{ ...facts, name: 'Private matter', colleague: 'Ben Okafor' }])
  })

  it('names no colleague as creator if Connect does not name the creator', async () => {
    await sdkClient(connect).send(
      new StartTaskContactCommand({
        InstanceId: instanceId,
        Name: 'From a flow',
        ContactFlowId: demoFlows.callbackRequests.flowId,
        RelatedContactId: call.contactId,
      }),
    )

    expect(await firstListed()).toMatchObject({ state: 'waiting', isMine: false })
    expect(await firstListed()).not.toHaveProperty('isColleagues')
  })

  it('allows what the policy allows', async () => {
    const policies: readonly Partial<Policy>[] = [
      {},
      { undo: 'never' },
      { reschedule: false },
      { fields: { schedule: { default: 'now', isLocked: true } } },
    ]
    await createLinked({ scheduledTime: at(day) })

    const allowed: unknown[] = []
    for (const policy of policies) {
      startProxy(policy)
      // Each policy needs a proxy of its own, one after the other.
      const task = await firstListed()
      allowed.push([task?.canStop, task?.canReschedule])
    }
    expect(allowed).toEqual([
      [true, true],
      [false, true],
      [true, false],
      [true, false],
    ])
  })

  it('describes the 20 latest tasks and says that there are more', async () => {
    await createLinked({ link: { ...related, type: 'previous' } })
    passTime(minute)
    await Promise.all(Array.from({ length: 20 }, () => createLinked()))
    const { tasks: listed, isComplete, continuing } = await list()

    expect(listed.map(({ link }) => link)).toEqual(Array.from({ length: 20 }, () => 'related'))
    expect({ isComplete, continuing }).toEqual({ isComplete: false, continuing: 1 })
  })

  it('lists the tasks for which the rates of Connect leave time, and says that there are more', async () => {
    for (let index = 0; index < 3; index += 1) await createLinked()
    startProxy({}, { CONNECT_RATES: 'DescribeContact=0.01/2' })

    // The first call describes the contact itself.
    expect(await list()).toMatchObject({ tasks: [{ isMine: true }], isComplete: false, continuing: 0 })
  })

  it('fails if no task can be described', async () => {
    await createLinked()
    startProxy({}, { CONNECT_RATES: 'DescribeContact=0.01/1' })

    expect(await problemOf(await proxy().get(tasksOfPath(call.contactId), token))).toMatchObject({
      status: 429,
      code: 'busy',
      retryAfterSeconds: expect.any(Number),
    })
  })

  it('asks Connect once for callers who ask at the same time, and for those who ask again soon', async () => {
    await createLinked()
    await createLinked()
    const before = callsOf('DescribeContact')
    await Promise.all([list(), list()])
    await list()

    expect(callsOf('ListAssociatedContacts')).toBe(1)
    expect(callsOf('DescribeContact') - before).toBeLessThanOrEqual(3)
    passTime(5_000)
    await list()
    expect(callsOf('ListAssociatedContacts')).toBe(2)
  })

  it('says that Connect does not know a task yet', async () => {
    const task = await createLinked()
    // The next call of DescribeContact is then the one for the task.
    await proxy().get(contactPath(call.contactId), token)
    connect.failNext('DescribeContact', refusal(404, 'ResourceNotFoundException'))

    expect((await list()).tasks).toEqual([
      {
        contactId: task,
        link: 'related',
        state: 'not-known-yet',
        isMine: true,
        canStop: false,
        canReschedule: false,
      },
    ])
  })

  it('answers the contact of another agent and an id that does not exist alike', async () => {
    const ids = [bensCall.contactId, '11111111-0000-4000-8000-00000000ffff', '']
    const answers = await Promise.all(
      ids.map(async (id) => problemOf(await proxy().get(tasksOfPath(id), token))),
    )

    for (const answer of answers)
      expect({ ...answer, requestId: '' }).toEqual({ ...answers[0], requestId: '' })
    expect(answers[0]).toMatchObject({ status: 403, code: 'not-your-contact' })
    expect(callsOf('ListAssociatedContacts')).toBe(0)
  })
})

describe('GET /api/v1/tasks/:contactId', () => {
  it('describes a task that the agent has created, linked or not', async () => {
    const linked = await createLinked()
    const unlinked = await create()

    expect(taskOfContactSchema.parse(await (await read(linked)).json())).toEqual({
      contactId: linked,
      state: 'waiting',
      isMine: true,
      createdAt: at(0),
      expiresAt: at(7 * day),
      name: 'Call back',
      canStop: true,
      canReschedule: false,
    })
    expect(await (await read(unlinked)).json()).toMatchObject({ contactId: unlinked, isMine: true })
  })

  it('answers another agent’s task, also one of the agent’s own contact, like an unknown one', async () => {
    const bens = await createAsBen()
    startProxy({ showColleaguesTasks: true })
    const ids = [bens, call.contactId, '11111111-0000-4000-8000-00000000ffff']
    const answers = await Promise.all(ids.map(async (id) => problemOf(await read(id))))

    for (const answer of answers)
      expect({ ...answer, requestId: '' }).toEqual({ ...answers[0], requestId: '' })
    expect(answers[0]).toMatchObject({ status: 403, code: 'not-your-contact' })
  })

  it('asks the caller to retry while Connect does not know a new task', async () => {
    connect.tasksKnownAfterMs = 5_000
    const task = await createLinked()

    expect(await problemOf(await read(task))).toMatchObject({ code: 'busy', retryAfterSeconds: 2 })
    passTime(5_000)
    expect((await read(task)).status).toBe(200)
  })
})
