import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOutside, scheduleDays } from './schedule-days.ts'
import { scheduleWindow } from './schedule-window.ts'

const day = 86_400_000

const newYork = 'America/New_York'
const london = 'Europe/London'
const lordHowe = 'Australia/Lord_Howe'
const kolkata = 'Asia/Kolkata'

describe('scheduleDays', () => {
  it.each([
    ['23:30 before the clocks go back', newYork, '2026-11-01T03:30Z', '2026-10-31', '2026-11-06', 7],
    ['23:30 before the clocks go forward', newYork, '2027-03-14T04:30Z', '2027-03-13', '2027-03-20', 8],
    ['23:30 before the clocks go back', london, '2026-10-24T22:30Z', '2026-10-24', '2026-10-30', 7],
    ['23:30 before the clocks go forward', london, '2027-03-27T23:30Z', '2027-03-27', '2027-04-03', 8],
    ['23:45 before the clocks go back', lordHowe, '2027-04-03T12:45Z', '2027-04-03', '2027-04-09', 7],
    ['23:45 before the clocks go forward', lordHowe, '2026-10-03T13:15Z', '2026-10-03', '2026-10-10', 8],
    ['17:30', kolkata, '2026-11-01T12:00Z', '2026-11-01', '2026-11-07', 7],
    [
      'midnight: the window ends with the first instant of a day',
      kolkata,
      '2026-10-31T18:30Z',
      '2026-11-01',
      '2026-11-07',
      7,
    ],
    ['the last millisecond of a day', kolkata, '2026-10-31T18:29:59.999Z', '2026-11-01', '2026-11-06', 6],
  ])('at %s in %s (%s) runs from %s to %s: %i days', (_, zone, at, ...firstLastCount) => {
    const days = scheduleDays(scheduleWindow(new Date(at), 6), zone)

    expect([days.at(0), days.at(-1), days.length]).toEqual(firstLastCount)
  })

  it('offers exactly the days that some instant of the window falls on', () => {
    const twoYears = { min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) }
    // Two weeks around every change of the clocks in these zones.
    const changes = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01']
    const nearChange = fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -7 * day, max: 7 * day }))
      .map(([date, offset]) => Date.parse(date) + offset)
    const horizon = fc.oneof(fc.constant(6), fc.integer({ min: 1, max: 90 }))
    const zone = fc.constantFrom(newYork, london, lordHowe, kolkata)

    fc.assert(
      fc.property(fc.oneof(fc.integer(twoYears), nearChange), horizon, zone, (at, horizonDays, timeZone) => {
        const window = scheduleWindow(new Date(at), horizonDays)
        expect(scheduleDays(window, timeZone)).toEqual(daysSampled(at + 1, window.latest.getTime(), timeZone))
      }),
      { numRuns: 200 },
    )
  })

  it('offers the day of every instant of the window', () => {
    const at = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) })
    const ahead = fc.integer({ min: 1, max: 6 * day })
    fc.assert(
      fc.property(at, ahead, fc.constantFrom(newYork, london, lordHowe, kolkata), (instant, ms, timeZone) => {
        const days = scheduleDays(scheduleWindow(new Date(instant), 6), timeZone)
        expect(days).toContain(dayOf(instant + ms, timeZone))
      }),
      { numRuns: 200 },
    )
  })
})

describe('dayOutside()', () => {
  it.each([
    ['2026-11-28', 'past'],
    ['2026-11-29', undefined],
    ['2026-12-05', undefined],
    ['2026-12-06', 'too-far'],
  ])('says of %s: %s', (date, reason) => {
    expect(dayOutside(date, scheduleWindow(new Date('2026-11-29T12:00:00Z'), 6), london)).toBe(reason)
  })
})

/** The days according to `Intl`, sampled every six hours and at both ends. No day is shorter than that. */
function daysSampled(from: number, to: number, timeZone: string): string[] {
  const steps = Array.from(
    { length: Math.ceil((to - from) / (day / 4)) },
    (_, step) => from + step * (day / 4),
  )
  return [...new Set([...steps, to].map((instant) => dayOf(instant, timeZone)))]
}

const calendars = new Map(
  [newYork, london, lordHowe, kolkata].map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }),
  ]),
)

function dayOf(instant: number, timeZone: string): string {
  return calendars.get(timeZone)?.format(instant) ?? 'no calendar'
}
