import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { changedScheduleSchema } from '../../contract/tasks/task-changes.ts'
import { problemOf } from '../harness/proxy-scene.ts'
import { at, call, day, minute, refusal, startTaskScene, unknownId } from '../harness/task-scene.ts'

const scene = await startTaskScene()
const { connect, bensToken, startProxy, passTime, create, stop, move, callsOf, callsDuring } = scene

beforeEach(scene.reset)
afterAll(scene.close)

const createScheduled = (startsIn = day) => create({ scheduledTime: at(startsIn) })
const letAMinutePass = async () => passTime(minute)
const notTheirs = { status: 403, code: 'not-your-contact', outcome: 'not-created' }

describe('POST /api/v1/tasks/:contactId/schedule', () => {
  it('moves the start of a scheduled task to a whole second', async () => {
    const task = await createScheduled()
    const calls = await callsDuring(async () => {
      const response = await move(task, at(2 * day + 999))
      expect(response.status).toBe(200)
      expect(changedScheduleSchema.parse(await response.json())).toEqual({
        contactId: task,
        scheduledTime: at(2 * day),
      })
    })

    expect(calls).toEqual(['DescribeContact', 'UpdateContactSchedule'])
    expect(JSON.parse(connect.received.at(-1)?.body ?? '')).toMatchObject({
      ContactId: task,
      ScheduledTime: Date.parse(at(2 * day)) / 1_000,
    })
  })

  it('reads the clock time of any zone', async () => {
    const task = await createScheduled()

    expect(await (await move(task, '2026-11-30T18:30:00+05:30')).json()).toMatchObject({
      scheduledTime: '2026-11-30T13:00:00.000Z',
    })
  })

  it('answers another agent’s task, a call, and an id that does not exist alike', async () => {
    const bens = await create({ scheduledTime: at(day) }, bensToken)
    const answers = await Promise.all(
      [bens, call.contactId, unknownId].map(async (id) => problemOf(await move(id, at(2 * day)))),
    )

    for (const answer of answers)
      expect({ ...answer, requestId: '' }).toEqual({ ...answers[0], requestId: '' })
    expect(answers[0]).toMatchObject(notTheirs)
    expect(callsOf('UpdateContactSchedule')).toBe(0)
  })

  it.each([
    ['in the past', -minute, { code: 'schedule-past' }],
    ['at this moment', 0, { code: 'schedule-past' }],
    ['beyond the horizon', 6 * day + minute, { code: 'schedule-too-far', limit: 518_400 }],
  ])('refuses a start %s', async (_, ahead, issue) => {
    const task = await createScheduled()

    expect(await problemOf(await move(task, at(ahead)))).toMatchObject({
      status: 422,
      code: 'invalid',
      outcome: 'not-created',
      issues: [{ field: 'scheduledTime', ...issue }],
    })
    expect(callsOf('UpdateContactSchedule')).toBe(0)
  })

  it('refuses a start that is not before the task expires', async () => {
    const task = await createScheduled(5 * day)
    passTime(4 * day)

    expect(await problemOf(await move(task, at(7 * day)))).toMatchObject({
      issues: [{ field: 'scheduledTime', code: 'expiry-not-after-schedule' }],
    })
    expect((await move(task, at(7 * day - minute))).status).toBe(200)
  })

  it('keeps to the expiry that the task was created with', async () => {
    startProxy({}, { SCHEDULE_HORIZON_DAYS: '90' })
    const task = await create({ scheduledTime: at(10 * day), expiryMinutes: 20 * 1_440 })

    expect((await move(task, at(20 * day - minute))).status).toBe(200)
    expect(await problemOf(await move(task, at(20 * day)))).toMatchObject({
      issues: [{ code: 'expiry-not-after-schedule' }],
    })
  })

  it('keeps to the horizon of the policy', async () => {
    startProxy({ scheduleHorizonDays: 2 })
    const task = await createScheduled()

    expect(await problemOf(await move(task, at(2 * day + minute)))).toMatchObject({
      issues: [{ code: 'schedule-too-far', limit: 172_800 }],
    })
  })

  it('changes nothing for a request that comes twice, so that Connect’s limit is not used up', async () => {
    const task = await createScheduled()
    connect.failNext('UpdateContactSchedule', { kind: 'response-lost' })

    expect(await problemOf(await move(task, at(2 * day)))).toMatchObject({ outcome: 'unknown' })
    expect((await move(task, at(2 * day))).status).toBe(200)
    expect(callsOf('UpdateContactSchedule')).toBe(1)
  })

  it('is done once while the same request is under way, although Connect would refuse the second', async () => {
    const task = await create({ scheduledTime: at(day) })
    connect.failNext('UpdateContactSchedule', { kind: 'slow', milliseconds: 100 })
    connect.failNext('UpdateContactSchedule', refusal(429, 'LimitExceededException'))
    const answers = await Promise.all([move(task, at(2 * day)), move(task, at(2 * day))])

    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(callsOf('UpdateContactSchedule')).toBe(1)
  })

  it('says that the 21st change is one too many', async () => {
    const task = await createScheduled()
    for (let change = 1; change <= 20; change += 1) await move(task, at(day + change * minute))

    expect(await problemOf(await move(task, at(2 * day)))).toMatchObject({
      status: 409,
      code: 'reschedule-limit',
      outcome: 'not-created',
    })
  })

  it.each([
    ['was never scheduled', () => create(), 'already-started'],
    [
      'has started',
      async () => {
        const task = await createScheduled(minute)
        passTime(minute)
        return task
      },
      'already-started',
    ],
    [
      'has ended',
      async () => {
        const task = await createScheduled()
        await stop(task)
        return task
      },
      'already-ended',
    ],
  ])('refuses a task that %s', async (_, createTask, code) => {
    const task = await createTask()

    expect(await problemOf(await move(task, at(2 * day)))).toMatchObject({ status: 409, code })
    expect(callsOf('UpdateContactSchedule')).toBe(0)
  })

  it('says that the task has started if it starts between the look and the change', async () => {
    const task = await createScheduled(minute)
    connect.failNext('DescribeContact', { kind: 'held', hold: async () => {} })
    connect.failNext('UpdateContactSchedule', refusal(400, 'InvalidRequestException'))
    connect.failNext('DescribeContact', { kind: 'held', hold: letAMinutePass })

    expect(await problemOf(await move(task, at(2 * day)))).toMatchObject({
      status: 409,
      code: 'already-started',
      outcome: 'not-created',
    })
    expect(callsOf('UpdateContactSchedule')).toBe(1)
  })

  it('reports that Connect is throttling, which is no limit of the task', async () => {
    const task = await createScheduled()
    connect.failNext('UpdateContactSchedule', refusal(429, 'ThrottlingException'))

    expect(await problemOf(await move(task, at(2 * day)))).toMatchObject({
      status: 429,
      code: 'throttled',
      retryAfterSeconds: 2,
    })
  })

  it('reports any other refusal of Connect as one', async () => {
    const task = await createScheduled()
    connect.failNext('UpdateContactSchedule', refusal(400, 'InvalidRequestException'))

    expect(await problemOf(await move(task, at(2 * day)))).toMatchObject({
      status: 422,
      code: 'invalid',
      outcome: 'not-created',
    })
  })

  it('changes nothing where the policy forbids it, and asks Connect for nothing', async () => {
    startProxy({ reschedule: false })
    const task = await createScheduled()
    const calls = await callsDuring(async () => {
      expect(await problemOf(await move(task, at(2 * day)))).toMatchObject({ status: 403, code: 'forbidden' })
    })

    expect(calls).toEqual([])
  })

  it.each(['tomorrow', '2026-11-30', '2026-02-30T09:00:00Z', 1_764_500_000])(
    'refuses %j as a time',
    async (scheduledTime) => {
      const response = await move(await createScheduled(), scheduledTime)

      expect(await problemOf(response)).toMatchObject({ status: 400, code: 'malformed' })
    },
  )
})
