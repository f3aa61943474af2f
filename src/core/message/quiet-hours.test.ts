import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wallClock } from '../time/zoned-time.ts'
import { quietUntil, type QuietTimes } from './quiet-hours.ts'

const night = { from: '20:00', to: '08:00' }
const newYork = ['America/New_York']

const asked = (rule: QuietTimes, zones: readonly string[], now: string) => {
  const until = quietUntil(rule, zones, new Date(now))
  return until instanceof Date ? until.toISOString() : until
}

describe('quiet hours', () => {
  it.each([
    ['just before they begin', '2026-12-01T19:59:59-05:00', undefined],
    ['as they begin', '2026-12-01T20:00:00-05:00', '2026-12-02T13:00:00.000Z'],
    ['after midnight', '2026-12-02T00:00:00-05:00', '2026-12-02T13:00:00.000Z'],
    ['in their last second', '2026-12-02T07:59:59-05:00', '2026-12-02T13:00:00.000Z'],
    ['as they end', '2026-12-02T08:00:00-05:00', undefined],
  ])('that span midnight are known %s', (_, now, until) => {
    expect(asked(night, newYork, now)).toBe(until)
  })

  it('within a day are known', () => {
    const rest = { from: '13:00', to: '15:00' }

    expect(asked(rest, newYork, '2026-12-01T12:59:00-05:00')).toBeUndefined()
    expect(asked(rest, newYork, '2026-12-01T13:00:00-05:00')).toBe('2026-12-01T20:00:00.000Z')
    expect(asked(rest, newYork, '2026-12-01T15:00:00-05:00')).toBeUndefined()
  })

  it('last until it is day in every zone of the country', () => {
    const zones = [...newYork, 'America/Los_Angeles']

    expect(asked(night, zones, '2026-12-01T14:00:00Z')).toBe('2026-12-01T16:00:00.000Z')
    expect(asked(night, zones, '2026-12-01T17:00:00Z')).toBeUndefined()
    expect(asked(night, zones, '2026-12-02T02:00:00Z')).toBe('2026-12-02T16:00:00.000Z')
  })

  it('never end where it is always night somewhere', () => {
    const zones = ['Pacific/Auckland', 'Europe/London']

    expect(asked({ from: '18:00', to: '09:00' }, zones, '2026-12-01T12:00:00Z')).toBe('never')
  })

  it('never end where they begin as they end', () => {
    expect(asked({ from: '20:00', to: '20:00' }, newYork, '2026-12-01T12:00:00Z')).toBe('never')
  })

  it('do not hold without a zone', () => {
    expect(asked(night, [], '2026-12-01T02:00:00Z')).toBeUndefined()
  })

  it.each([
    [
      'that clocks skip in spring',
      { from: '20:00', to: '02:30' },
      '2026-03-08T01:00:00-05:00',
      '2026-03-08T07:00:00.000Z',
    ],
    [
      'that clocks show twice in autumn, the first time',
      { from: '20:00', to: '01:30' },
      '2026-11-01T01:10:00-04:00',
      '2026-11-01T05:30:00.000Z',
    ],
    [
      'that clocks show twice in autumn, the second time',
      { from: '20:00', to: '01:30' },
      '2026-11-01T01:10:00-05:00',
      '2026-11-01T06:30:00.000Z',
    ],
    [
      'before their beginning, to which the clock is set back',
      { from: '01:30', to: '02:00' },
      '2026-11-01T01:40:00-04:00',
      '2026-11-01T06:00:00.000Z',
    ],
  ])('end at a time %s', (_, rule, now, until) => {
    expect(asked(rule, newYork, now)).toBe(until)
  })

  /** Times of the rules and changes of clocks are whole quarters of an hour. */
  const stepMs = 900_000

  /** The same result, found by trying one step after the other. */
  function searched({ from, to }: QuietTimes, zones: readonly string[], now: Date): Date | undefined {
    const isQuiet = (at: Date) =>
      zones.some((zone) => {
        const { time } = wallClock(at, zone)
        return from < to ? time >= from && time < to : time >= from || time < to
      })
    if (!isQuiet(now)) return undefined
    let at = new Date(Math.floor(now.getTime() / stepMs) * stepMs)
    while (isQuiet(at)) at = new Date(at.getTime() + stepMs)
    return at
  }

  it('end at the first moment at which every clock of the customer allows it', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
    // Pairs of neighbouring zones, so that most rules allow some time each day.
    const zones = fc.constantFrom(
      ['America/New_York', 'America/Chicago'],
      ['Europe/London'],
      ['Europe/Berlin', 'Europe/Athens'],
      ['Asia/Kolkata'],
      ['Australia/Lord_Howe', 'Australia/Sydney'],
      ['America/St_Johns', 'America/Halifax'],
      ['Asia/Kathmandu', 'Asia/Dhaka'],
    )
    // Days around a change of the clocks, and others.
    const day = fc.constantFrom(
      '2026-03-08T00:00:00Z',
      '2026-03-29T00:00:00Z',
      '2026-04-04T12:00:00Z',
      '2026-10-03T12:00:00Z',
      '2026-10-25T00:00:00Z',
      '2026-11-01T00:00:00Z',
      '2026-12-31T12:00:00Z',
    )
    const seconds = fc.integer({ min: -86_400, max: 86_400 })
    fc.assert(
      fc.property(
        fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to),
        zones,
        day,
        seconds,
        (rule, known, start, offset) => {
          const now = new Date(Date.parse(start) + offset * 1_000)
          const until = quietUntil(rule, known, now)
          fc.pre(until !== 'never')
          expect(until).toEqual(searched(rule, known, now))
        },
      ),
      { numRuns: 40 },
    )
  })
})
