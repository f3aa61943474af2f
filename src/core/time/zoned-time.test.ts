import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClockTime } from './time-zone.ts'
import { calendarDays, clockTime, wallClock } from './zoned-time.ts'

const zones = ['America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC'] as const

const minutesIn2026And2027 = fc
  .integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2028, 0, 1) / 60_000 })
  .map((minute) => new Date(minute * 60_000))

const localText = (instant: Date, zone: string) => {
  const { date, time } = wallClock(instant, zone)
  return `${date}T${time}`
}

function instantsOf(placed: ClockTime): readonly Date[] {
  switch (placed.occurs) {
    case 'once':
      return [placed.instant]
    case 'twice':
      return [placed.first, placed.second]
    default:
      return []
  }
}

describe('clockTime', () => {
  it.each([
    ['2026-07-01T09:00', 'America/New_York', '2026-07-01T13:00:00.000Z'],
    ['2026-12-01T09:00', 'America/New_York', '2026-12-01T14:00:00.000Z'],
    ['2026-12-01T09:00:30', 'America/New_York', '2026-12-01T14:00:30.000Z'],
    ['2026-03-08T01:59', 'America/New_York', '2026-03-08T06:59:00.000Z'],
    ['2026-03-08T03:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['2026-11-01T00:59', 'America/New_York', '2026-11-01T04:59:00.000Z'],
    ['2026-11-01T02:00', 'America/New_York', '2026-11-01T07:00:00.000Z'],
    ['2026-10-25T02:00', 'Europe/London', '2026-10-25T02:00:00.000Z'],
    ['2026-10-04T01:59', 'Australia/Lord_Howe', '2026-10-03T15:29:00.000Z'],
    ['2026-10-04T02:30', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['2026-10-01T09:00', 'Asia/Kolkata', '2026-10-01T03:30:00.000Z'],
    ['2028-02-29T00:00', 'UTC', '2028-02-29T00:00:00.000Z'],
  ])('%s in %s is %s', (local, zone, instant) => {
    expect(clockTime(local, zone)).toEqual({ occurs: 'once', instant: new Date(instant) })
  })

  it.each([
    ['2026-03-08T02:00', 'America/New_York'],
    ['2026-03-08T02:30', 'America/New_York'],
    ['2026-03-08T02:59', 'America/New_York'],
    ['2027-03-14T02:30', 'America/New_York'],
    ['2026-03-29T01:30', 'Europe/London'],
    ['2027-03-28T01:00', 'Europe/London'],
    ['2026-10-04T02:00', 'Australia/Lord_Howe'],
    ['2026-10-04T02:29', 'Australia/Lord_Howe'],
    ['2027-10-03T02:15', 'Australia/Lord_Howe'],
  ])('%s in %s never comes: the clocks go forward', (local, zone) => {
    expect(clockTime(local, zone)).toEqual({ occurs: 'never' })
  })

  it.each([
    ['2026-11-01T01:00', 'America/New_York', '2026-11-01T05:00Z', '2026-11-01T06:00Z'],
    ['2026-11-01T01:59', 'America/New_York', '2026-11-01T05:59Z', '2026-11-01T06:59Z'],
    ['2027-11-07T01:30', 'America/New_York', '2027-11-07T05:30Z', '2027-11-07T06:30Z'],
    ['2026-10-25T01:30', 'Europe/London', '2026-10-25T00:30Z', '2026-10-25T01:30Z'],
    ['2027-10-31T01:30', 'Europe/London', '2027-10-31T00:30Z', '2027-10-31T01:30Z'],
    ['2026-04-05T01:30', 'Australia/Lord_Howe', '2026-04-04T14:30Z', '2026-04-04T15:00Z'],
    ['2027-04-04T01:45', 'Australia/Lord_Howe', '2027-04-03T14:45Z', '2027-04-03T15:15Z'],
  ])('%s in %s comes twice, at %s and %s: the clocks go back', (local, zone, first, second) => {
    expect(clockTime(local, zone)).toEqual({
      occurs: 'twice',
      first: new Date(first),
      second: new Date(second),
    })
  })

  it.each([
    '',
    'T',
    '2026-10-01T',
    'T09:00',
    '2026-10-01',
    '2026-02-31T09:00',
    '2026-02-29T09:00',
    '2026-13-01T09:00',
    '2026-10-01T24:00',
    '2026-10-01T09:60',
    '2026-10-01 09:00',
    '2026-10-01T09:00Z',
    '2026-10-01T09:00:00.5',
    '12026-10-01T09:00',
  ])('cannot read %j', (local) => {
    expect(clockTime(local, 'UTC')).toEqual({ occurs: 'unreadable' })
  })

  it('finds every instant again by its wall-clock reading', () => {
    fc.assert(
      fc.property(minutesIn2026And2027, fc.constantFrom(...zones), (instant, zone) => {
        expect(instantsOf(clockTime(localText(instant, zone), zone))).toContainEqual(instant)
      }),
      { numRuns: 500 },
    )
  })

  it('names only instants that read as what was typed', () => {
    fc.assert(
      fc.property(minutesIn2026And2027, fc.constantFrom(...zones), (typed, zone) => {
        const local = localText(typed, 'UTC')
        const readings = instantsOf(clockTime(local, zone)).map((instant) => localText(instant, zone))
        expect(readings.filter((reading) => reading !== local)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('wallClock', () => {
  it.each([
    ['2026-11-01T05:30:59.999Z', 'America/New_York', '2026-11-01', '01:30'],
    ['2026-11-01T06:30:00Z', 'America/New_York', '2026-11-01', '01:30'],
    ['2026-10-03T15:29:00Z', 'Australia/Lord_Howe', '2026-10-04', '01:59'],
    ['2026-10-03T15:30:00Z', 'Australia/Lord_Howe', '2026-10-04', '02:30'],
    ['2026-12-31T23:59:00Z', 'Asia/Kolkata', '2027-01-01', '05:29'],
  ])('reads %s in %s as %s %s', (instant, zone, date, time) => {
    expect(wallClock(new Date(instant), zone)).toEqual({ date, time })
  })
})

describe('calendarDays', () => {
  it('includes both ends', () => {
    const days = calendarDays(
      new Date('2026-11-01T03:59Z'),
      new Date('2026-11-02T05:00Z'),
      'America/New_York',
    )

    expect(days).toEqual(['2026-10-31', '2026-11-01', '2026-11-02'])
  })

  it('is one day where both ends are the same instant', () => {
    const instant = new Date('2026-12-31T23:00Z')

    expect(calendarDays(instant, instant, 'Europe/London')).toEqual(['2026-12-31'])
    expect(calendarDays(instant, instant, 'Asia/Kolkata')).toEqual(['2027-01-01'])
  })
})
