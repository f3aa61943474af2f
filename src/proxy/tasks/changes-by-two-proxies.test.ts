import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { changedScheduleSchema } from '../../contract/tasks/task-changes.ts'
import { problemOf } from '../harness/proxy-scene.ts'
import { at, day, startTaskScene } from '../harness/task-scene.ts'

const scene = await startTaskScene()
const { startProxy, create, stop, move, callsOf } = scene

beforeEach(scene.reset)
afterAll(scene.close)

/** A browser sends a request again by itself, and a load balancer gives the second one to another proxy. */
describe('a change of a task that comes to two proxies', () => {
  it('stops the task once, and both answers say that it has ended', async () => {
    const task = await create()
    const first = stop(task)
    startProxy()
    const second = stop(task)
    const statuses = [(await first).status, (await second).status]

    // 409: it has already ended.
    for (const status of statuses) expect([200, 409]).toContain(status)
    expect(statuses).toContain(200)
    expect(await problemOf(await stop(task))).toMatchObject({ code: 'already-ended' })
  })

  it('moves the task to the same time, and both answers say that time', async () => {
    const task = await create({ scheduledTime: at(day) })
    const first = move(task, at(2 * day))
    startProxy()
    const second = move(task, at(2 * day))
    const answers = await Promise.all(
      [first, second].map(async (response) => changedScheduleSchema.parse(await (await response).json())),
    )

    expect(answers).toEqual([answers[0], answers[0]])
    expect(answers[0]).toMatchObject({ scheduledTime: at(2 * day) })
    // At most one of Connect's 20 changes is used up in vain.
    expect(callsOf('UpdateContactSchedule')).toBeLessThanOrEqual(2)
  })

  it('uses up one of Connect’s changes if the second comes after the first was carried out', async () => {
    const task = await create({ scheduledTime: at(day) })
    await move(task, at(2 * day))
    startProxy()
    const again = await move(task, at(2 * day))

    expect(again.status).toBe(200)
    expect(callsOf('UpdateContactSchedule')).toBe(1)
  })
})
