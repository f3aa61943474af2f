import { describe, expect, it } from 'vitest'
import { changeSchedule } from './change-schedule.ts'
import { stopTask } from './stop-task.ts'

describe('stopTask', () => {
  it('names the task in the path and nothing in the body', () => {
    const request = { contactId: 'a/../me' }

    expect(stopTask.path(request)).toBe('/api/v1/tasks/a%2F..%2Fme/stop')
    expect(stopTask.body({ clientToken: 't', request })).toEqual({})
  })

  it('reads which task was stopped', () => {
    expect(stopTask.result.safeParse({ contactId: 'c' })).toMatchObject({ success: true })
    expect(stopTask.result.safeParse({})).toMatchObject({ success: false })
  })
})

describe('changeSchedule', () => {
  it('sends the new time as an instant', () => {
    const request = { contactId: 'c', scheduledTime: new Date('2026-11-30T09:00:00Z') }

    expect(changeSchedule.path(request)).toBe('/api/v1/tasks/c/schedule')
    expect(changeSchedule.body({ clientToken: 't', request })).toEqual({
      scheduledTime: '2026-11-30T09:00:00.000Z',
    })
  })

  it('reads the time at which the task starts now', () => {
    const answer = { contactId: 'c', scheduledTime: '2026-11-30T09:00:00.000Z' }

    expect(changeSchedule.result.safeParse(answer)).toMatchObject({ success: true, data: answer })
    expect(changeSchedule.result.safeParse({ ...answer, scheduledTime: 'soon' })).toMatchObject({
      success: false,
    })
  })
})
