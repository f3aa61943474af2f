import {
  DescribeContactCommand,
  StopContactCommand,
  UpdateContactScheduleCommand,
} from '@aws-sdk/client-connect'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { rescheduleIssues, taskExpiry } from '../core/fields/schedule/reschedule.ts'
import { problemOf } from '../proxy/harness/proxy-scene.ts'
import { at, call, day, minute, startTaskScene } from '../proxy/harness/task-scene.ts'
import { refusalOf, sdkClient } from '../simulators/connect/sdk-client.ts'
import { ben, instanceId } from '../simulators/instance/instance.ts'

/* The rules about tasks that exist, asked of the core, the proxy and Connect. */

const scene = await startTaskScene()
const { connect, bensToken, passTime, create, stop, move, callsOf } = scene
const client = sdkClient(connect)

beforeEach(scene.reset)
afterAll(async () => {
  client.destroy()
  await scene.close()
})

const ids = (ContactId: string) => ({ InstanceId: instanceId, ContactId })
const stopInConnect = (contactId: string) => client.send(new StopContactCommand(ids(contactId)))
const moveInConnect = (contactId: string, time: string) =>
  client.send(new UpdateContactScheduleCommand({ ...ids(contactId), ScheduledTime: new Date(time) }))
const startOf = async (contactId: string) =>
  (await client.send(new DescribeContactCommand(ids(contactId)))).Contact?.ScheduledTimestamp?.toISOString()

const created = new Date(at(0))
const verdictOfCore = (time: string, now = created) =>
  rescheduleIssues(new Date(time), { now, scheduleHorizonDays: 6, expiresAt: taskExpiry(created) })

describe('the new time of a scheduled task', () => {
  it.each([
    ['a second from now', at(1_000)],
    ['six days from now', at(6 * day)],
  ])('may be %s', async (_, time) => {
    const [byProxy, byConnect] = [
      await create({ scheduledTime: at(day) }),
      await create({ scheduledTime: at(day) }),
    ]
    await moveInConnect(byConnect, time)

    expect(verdictOfCore(time)).toEqual([])
    expect((await move(byProxy, time)).status).toBe(200)
    expect([await startOf(byProxy), await startOf(byConnect)]).toEqual([time, time])
  })

  it.each([
    ['now', at(0)],
    ['in the past', at(-1_000)],
    ['beyond six days', at(6 * day + 1_000)],
  ])('may not be %s', async (_, time) => {
    const task = await create({ scheduledTime: at(day) })

    expect(verdictOfCore(time)).toHaveLength(1)
    expect(await problemOf(await move(task, time))).toMatchObject({ status: 422, code: 'invalid' })
    expect(await refusalOf(moveInConnect(task, time))).toMatchObject({ status: 400 })
  })

  it('must be before the task expires, seven days after its creation', async () => {
    const task = await create({ scheduledTime: at(5 * day) })
    passTime(4 * day)
    const now = new Date(at(4 * day))
    const [last, tooLate] = [at(7 * day - 1_000), at(7 * day)]

    expect(verdictOfCore(tooLate, now)).toMatchObject([{ code: 'expiry-not-after-schedule' }])
    expect(await problemOf(await move(task, tooLate))).toMatchObject({ status: 422, code: 'invalid' })
    expect(await refusalOf(moveInConnect(task, tooLate))).toMatchObject({ status: 400 })
    expect(verdictOfCore(last, now)).toEqual([])
    expect((await move(task, last)).status).toBe(200)
  })

  it('can be changed 20 times; the core does not count, and the proxy reports the refusal without asking again', async () => {
    const task = await create({ scheduledTime: at(day) })
    for (let change = 1; change <= 20; change += 1) await moveInConnect(task, at(day + change * minute))
    const before = callsOf('UpdateContactSchedule')

    expect(verdictOfCore(at(2 * day))).toEqual([])
    expect(await problemOf(await move(task, at(2 * day)))).toMatchObject({
      status: 409,
      code: 'reschedule-limit',
      outcome: 'not-created',
    })
    expect(callsOf('UpdateContactSchedule') - before).toBe(1)
    expect(connect.received.at(-1)?.status).toBe(429)
  })

  it('cannot be changed once the task has started', async () => {
    const task = await create({ scheduledTime: at(minute) })
    passTime(minute)

    expect(await problemOf(await move(task, at(day)))).toMatchObject({ status: 409, code: 'already-started' })
    expect(await refusalOf(moveInConnect(task, at(day)))).toMatchObject({ status: 400 })
  })
})

describe('a task that is stopped', () => {
  it('ends once, through the proxy and in Connect', async () => {
    const [byProxy, byConnect] = [await create(), await create()]
    await stop(byProxy)
    await stopInConnect(byConnect)

    expect(await problemOf(await stop(byConnect))).toMatchObject({ status: 409, code: 'already-ended' })
    expect(await refusalOf(stopInConnect(byProxy))).toMatchObject({ status: 410 })
  })
})

describe('Tasklink is stricter than Connect, which lets the proxy end any contact, with', () => {
  it('a call', async () => {
    expect(await problemOf(await stop(call.contactId))).toMatchObject({ code: 'not-your-contact' })
    await stopInConnect(call.contactId)
  })

  it('a task of another agent', async () => {
    const task = await create({}, bensToken)

    expect(await problemOf(await stop(task))).toMatchObject({ code: 'not-your-contact' })
    await stopInConnect(task)
  })

  it('a task that another agent has accepted', async () => {
    const task = await create()
    connect.acceptTask(task, ben.userId)

    expect(await problemOf(await stop(task))).toMatchObject({ code: 'already-accepted' })
    await stopInConnect(task)
  })
})
