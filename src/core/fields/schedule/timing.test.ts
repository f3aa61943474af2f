import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expiryMinutesFor } from '../expiry/expiry-minutes.ts'
import { scheduleWindow } from './schedule-window.ts'
import { timingIssues, wholeSeconds } from './timing.ts'

const now = new Date('2026-10-01T12:00:00Z')
const second = 1_000
const day = 86_400 * second
const after = (milliseconds: number, from = now) => new Date(from.getTime() + milliseconds)

const past = { field: 'scheduledTime', code: 'schedule-past' }
const tooFar = (actual: number, limit: number) => ({
  field: 'scheduledTime',
  code: 'schedule-too-far',
  actual,
  limit,
})
const expiryTooEarly = { field: 'expiryMinutes', code: 'expiry-not-after-schedule' }

describe('timingIssues within 6 days', () => {
  it('has nothing against a task for now', () => {
    expect(timingIssues({}, now, 6)).toEqual([])
  })

  it.each([
    ['a second ago', -second, [past]],
    ['a millisecond ago', -1, [past]],
    ['exactly now', 0, [past]],
    ['later within this very second', 999, [past]],
    ['a second from now', second, []],
    ['exactly 6 days from now', 6 * day, []],
    ['a fraction of a second beyond 6 days', 6 * day + 999, []],
    ['a second beyond 6 days', 6 * day + second, [tooFar(518_401, 518_400)]],
    ['a year from now', 365 * day, [tooFar(31_536_000, 518_400)]],
  ])('judges a task for %s', (_, ahead, issues) => {
    expect(timingIssues({ scheduledTime: after(ahead) }, now, 6)).toEqual(issues)
  })

  it('judges the whole second that is sent, not the fraction that was asked for', () => {
    const halfPast = after(500)

    expect(timingIssues({ scheduledTime: after(1_400) }, halfPast, 6)).toEqual([])
    expect(timingIssues({ scheduledTime: after(900) }, halfPast, 6)).toEqual([past])
    expect(timingIssues({ scheduledTime: after(6 * day + 1_400) }, halfPast, 6)).toEqual([
      tooFar(518_400.5, 518_400),
    ])
  })

  it('refuses a date that is none', () => {
    expect(timingIssues({ scheduledTime: new Date('never') }, now, 6)).toEqual([past])
  })

  it('holds to a horizon that was made shorter', () => {
    expect(timingIssues({ scheduledTime: after(day) }, now, 1)).toEqual([])
    expect(timingIssues({ scheduledTime: after(day + second) }, now, 1)).toEqual([tooFar(86_401, 86_400)])
  })

  it('accepts whole seconds of the window and no others', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10, max: 6 * 86_400 + 10 }),
        fc.integer({ min: 0, max: 999 }),
        (seconds, fraction) => {
          const accepted =
            timingIssues({ scheduledTime: after(seconds * second + fraction) }, now, 6).length === 0
          expect(accepted).toBe(seconds > 0 && seconds <= 518_400)
        },
      ),
    )
  })
})

describe('timingIssues with a horizon of 90 days', () => {
  it('still asks for no expiry up to 6 days', () => {
    expect(timingIssues({ scheduledTime: after(6 * day) }, now, 90)).toEqual([])
  })

  it.each([
    ['a second beyond 6 days', 6 * day + second],
    ['in 30 days', 30 * day],
    ['in exactly 90 days', 90 * day],
  ])('refuses a task %s without an expiry', (_, ahead) => {
    expect(timingIssues({ scheduledTime: after(ahead) }, now, 90)).toEqual([expiryTooEarly])
  })

  it.each([
    ['in 30 days', 30 * day, 60 * 1_440, []],
    ['in 30 days, to the minute', 30 * day, 30 * 1_440, [expiryTooEarly]],
    ['in 30 days, a minute later', 30 * day, 30 * 1_440 + 1, []],
    ['a second before 90 days', 90 * day - second, 129_600, []],
    ['in exactly 90 days, which no expiry outlives', 90 * day, 129_600, [expiryTooEarly]],
  ])('judges a task %s by its expiry', (_, ahead, expiryMinutes, issues) => {
    expect(timingIssues({ scheduledTime: after(ahead), expiryMinutes }, now, 90)).toEqual(issues)
  })

  it('complains once about a task beyond the horizon without an expiry', () => {
    expect(timingIssues({ scheduledTime: after(90 * day + second) }, now, 90)).toEqual([
      tooFar(7_776_001, 7_776_000),
    ])
  })

  it('complains about the schedule and the expiry where both are wrong', () => {
    expect(timingIssues({ scheduledTime: now, expiryMinutes: 0 }, now, 90)).toEqual([
      past,
      { field: 'expiryMinutes', code: 'expiry-not-whole' },
    ])
  })
})

describe('timingIssues on expiry', () => {
  it.each([1, 10_080, 129_600])('accepts %i minutes for a task for now', (expiryMinutes) => {
    expect(timingIssues({ expiryMinutes }, now, 6)).toEqual([])
  })

  it('refuses 129,601 minutes', () => {
    expect(timingIssues({ expiryMinutes: 129_601 }, now, 6)).toEqual([
      { field: 'expiryMinutes', code: 'expiry-too-long', actual: 129_601, limit: 129_600 },
    ])
  })

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d minutes', (expiryMinutes) => {
    expect(timingIssues({ expiryMinutes }, now, 6)).toEqual([
      { field: 'expiryMinutes', code: 'expiry-not-whole' },
    ])
  })

  it('refuses an expiry before the schedule even within 6 days', () => {
    expect(timingIssues({ scheduledTime: after(2 * 60 * second), expiryMinutes: 2 }, now, 6)).toEqual([
      expiryTooEarly,
    ])
    expect(timingIssues({ scheduledTime: after(2 * 60 * second), expiryMinutes: 3 }, now, 6)).toEqual([])
  })
})

describe('expiryMinutesFor', () => {
  it.each([
    [6, 18_720],
    [30, 53_280],
    [83, 129_600],
    [84, 129_600],
    [90, 129_600],
  ])('lets tasks of a horizon of %i days live %i minutes', (horizonDays, minutes) => {
    expect(expiryMinutesFor(horizonDays)).toBe(minutes)
  })

  it('suits every second of every window, but for the last of the longest', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 90 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (days, part) => {
          const seconds = 1 + Math.floor(part * (days * 86_400 - 2))
          const timing = { scheduledTime: after(seconds * second), expiryMinutes: expiryMinutesFor(days) }
          expect(timingIssues(timing, now, days)).toEqual([])
        },
      ),
    )
  })
})

describe('wholeSeconds', () => {
  it('drops the fraction, before the epoch too', () => {
    expect(wholeSeconds(new Date(1_999))).toEqual(new Date(1_000))
    expect(wholeSeconds(new Date(2_000))).toEqual(new Date(2_000))
    expect(wholeSeconds(new Date(-1))).toEqual(new Date(-1_000))
  })
})

describe('scheduleWindow', () => {
  it('has days of 24 hours, also when the clocks change', () => {
    expect(scheduleWindow(new Date('2026-10-31T12:00:00Z'), 6)).toEqual({
      now: new Date('2026-10-31T12:00:00Z'),
      latest: new Date('2026-11-06T12:00:00Z'),
    })
  })
})
