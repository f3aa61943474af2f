import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rescheduleIssues, taskExpiry } from './reschedule.ts'
import { timingIssues } from './timing.ts'

const second = 1_000
const day = 86_400 * second
const now = new Date('2026-11-29T12:00:00Z')
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds)
const expired = { field: 'scheduledTime', code: 'expiry-not-after-schedule' }

describe('taskExpiry', () => {
  it('is 7 days after the creation unless the task says more', () => {
    expect(taskExpiry(now)).toEqual(after(7 * day))
    expect(taskExpiry(now, 90 * 1_440)).toEqual(after(90 * day))
  })
})

const ask = (scheduledTime: Date, expiresAt?: Date, scheduleHorizonDays = 6) =>
  rescheduleIssues(scheduledTime, { now, scheduleHorizonDays, expiresAt })

describe('rescheduleIssues', () => {
  it('refuses a time in the past or beyond the horizon', () => {
    expect(ask(now)).toMatchObject([{ code: 'schedule-past' }])
    expect(ask(after(6 * day + second))).toMatchObject([{ code: 'schedule-too-far', limit: 518_400 }])
    expect(ask(new Date('never'))).toMatchObject([{ code: 'schedule-past' }])
  })

  it('refuses a start that is not before the expiry', () => {
    const expiresAt = after(2 * day)

    expect(ask(after(2 * day - second), expiresAt)).toEqual([])
    expect(ask(after(2 * day), expiresAt)).toEqual([expired])
    expect(ask(after(2 * day + 999), expiresAt)).toEqual([expired])
  })

  it('needs no new expiry beyond 6 days, because the task has one', () => {
    expect(ask(after(30 * day), after(40 * day), 90)).toEqual([])
  })

  it('keeps to rules that let agents schedule nothing', () => {
    const rules = { schedule: { default: 'now', isLocked: true } } as const
    const issues = rescheduleIssues(after(day), { now, scheduleHorizonDays: 6, rules })

    expect(issues).toEqual([{ field: 'scheduledTime', code: 'field-locked' }])
  })

  it('accepts, of a task created now, exactly the times that a new task may have', () => {
    const milliseconds = fc.integer({ min: -day, max: 8 * day })

    fc.assert(
      fc.property(milliseconds, (ahead) => {
        expect(ask(after(ahead), taskExpiry(now))).toEqual(
          timingIssues({ scheduledTime: after(ahead) }, now, 6),
        )
      }),
    )
  })
})
