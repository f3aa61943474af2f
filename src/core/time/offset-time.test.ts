import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scheduleDays } from '../fields/schedule/schedule-days.ts'
import { scheduledInstant } from '../fields/schedule/schedule-draft.ts'
import type { OffsetAt } from './time-zone.ts'
import { calendarDays, clockTime, timeZoneOf, wallClock } from './zoned-time.ts'

const minuteMs = 60_000
const zones = ['America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC'] as const

/** The offsets of a zone that the platform knows. */
const offsetsOf =
  (zone: string): OffsetAt =>
  (instant) => {
    const { date, time } = wallClock(instant, zone)
    return Math.round((Date.parse(`${date}T${time}Z`) - instant.getTime()) / minuteMs)
  }

const someZone = fc.constantFrom(...zones)
const someMinute = fc
  .integer({ min: Date.UTC(2026, 0, 1) / minuteMs, max: Date.UTC(2028, 0, 1) / minuteMs })
  .map((minute) => new Date(minute * minuteMs))

describe('a zone of which only the offsets are known', () => {
  it('has the same wall clock as the zone with a name', () => {
    fc.assert(
      fc.property(someMinute, someZone, (instant, zone) => {
        expect(wallClock(instant, offsetsOf(zone))).toEqual(wallClock(instant, zone))
      }),
    )
  })

  it('places the same wall-clock times at the same instants', () => {
    fc.assert(
      fc.property(someMinute, someZone, (typed, zone) => {
        const local = typed.toISOString().slice(0, 16)
        expect(clockTime(local, offsetsOf(zone))).toEqual(clockTime(local, zone))
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['2026-11-01T01:30', 'America/New_York', 'twice'],
    ['2026-03-08T02:30', 'America/New_York', 'never'],
    ['2026-04-05T01:45', 'Australia/Lord_Howe', 'twice'],
    ['2026-10-04T02:15', 'Australia/Lord_Howe', 'never'],
    ['2026-02-31T09:00', 'UTC', 'unreadable'],
  ] as const)('%s with the offsets of %s occurs %s', (local, zone, occurs) => {
    expect(clockTime(local, offsetsOf(zone)).occurs).toBe(occurs)
    expect(clockTime(local, offsetsOf(zone))).toEqual(clockTime(local, zone))
  })

  it('has the same calendar days, and days to schedule on', () => {
    const window = { now: new Date('2026-10-31T20:00Z'), latest: new Date('2026-11-06T20:00Z') }
    const { now, latest } = window
    for (const zone of zones) {
      expect(calendarDays(now, latest, offsetsOf(zone))).toEqual(calendarDays(now, latest, zone))
      expect(scheduleDays(window, offsetsOf(zone))).toEqual(scheduleDays(window, zone))
    }
  })

  it('schedules a task at its wall-clock time', () => {
    const schedule = { when: 'later', date: '2026-12-01', time: '09:00', occurrence: 'first' } as const

    expect(
      scheduledInstant(
        schedule,
        timeZoneOf(() => 330),
      ),
    ).toEqual({
      instant: new Date('2026-12-01T03:30:00Z'),
      issues: [],
    })
  })
})
