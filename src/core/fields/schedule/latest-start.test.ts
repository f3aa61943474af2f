import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expiryMinutesFor } from '../expiry/expiry-minutes.ts'
import { scheduleHorizonDaysDefault } from './horizon.ts'
import { latestStart } from './latest-start.ts'
import { timingIssues } from './timing.ts'

const minuteMs = 60_000

/** Turns a draft into a request as the form does. */
const timing = (scheduledTime: Date, horizonDays: number) =>
  horizonDays > scheduleHorizonDaysDefault
    ? { scheduledTime, expiryMinutes: expiryMinutesFor(horizonDays) }
    : { scheduledTime }

describe('latestStart()', () => {
  it('is a whole minute, six days from now', () => {
    expect(latestStart(new Date('2026-11-29T09:38:17.250Z'), 6)).toEqual(new Date('2026-12-05T09:38:00Z'))
    expect(latestStart(new Date('2026-11-29T09:38:00Z'), 6)).toEqual(new Date('2026-12-05T09:38:00Z'))
  })

  it('leaves a minute until the longest expiry', () => {
    expect(latestStart(new Date('2026-11-29T09:38:00Z'), 90)).toEqual(new Date('2027-02-27T09:37:00Z'))
  })

  it('is the last minute that the rules accept', () => {
    const instants = fc.date({
      min: new Date(Date.UTC(2026, 0)),
      max: new Date(Date.UTC(2028, 0)),
      noInvalidDate: true,
    })
    const wholeMinutes = instants.map((now) => new Date(Math.floor(now.getTime() / minuteMs) * minuteMs))
    fc.assert(
      fc.property(fc.oneof(instants, wholeMinutes), fc.integer({ min: 1, max: 90 }), (now, horizonDays) => {
        const latest = latestStart(now, horizonDays)
        expect(timingIssues(timing(latest, horizonDays), now, horizonDays)).toEqual([])
        const next = new Date(latest.getTime() + minuteMs)
        expect(timingIssues(timing(next, horizonDays), now, horizonDays)).not.toEqual([])
      }),
    )
  })
})
