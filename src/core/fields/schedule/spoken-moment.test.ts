import { describe, expect, it } from 'vitest'
import { emptyDraft } from '../../task/task-draft.ts'
import { timeZoneOf } from '../../time/zoned-time.ts'
import { latestStart } from './latest-start.ts'
import { scheduledInstant } from './schedule-draft.ts'
import { scheduleSpoken, type SpokenMoment } from './spoken-moment.ts'
import { timingIssues } from './timing.ts'

const before = emptyDraft.schedule

/** The meaning of the words in London at a time, and the reason if the rules refuse it. */
function spokenAt(at: string, spoken: SpokenMoment, zone = 'Europe/London') {
  const now = new Date(at)
  const schedule = scheduleSpoken(spoken, { now, latest: latestStart(now, 6), zone, before })
  const { instant } = scheduledInstant(schedule, timeZoneOf(zone))
  const issues = instant ? timingIssues({ scheduledTime: instant }, now, 6) : []
  return { schedule, codes: issues.map(({ code }) => code) }
}

const later = (date: string, time: string, occurrence: 'first' | 'second' = 'first') => ({
  when: 'later',
  date,
  time,
  occurrence,
})

const in90Minutes = (...time: Parameters<typeof later>) => ({ ...later(...time), aheadMinutes: 90 })

describe('scheduleSpoken()', () => {
  it('means by “in 6 days” the latest possible minute, not the first that is refused', () => {
    expect(spokenAt('2026-11-29T09:38:20Z', { kind: 'days-ahead', days: 6 })).toEqual({
      schedule: later('2026-12-05', '09:38'),
      codes: [],
    })
  })

  it('keeps “in 6 days” possible when the clocks change meanwhile', () => {
    const back = spokenAt('2026-10-23T12:00:20Z', { kind: 'days-ahead', days: 6 })
    expect(back).toEqual({ schedule: later('2026-10-29', '12:00'), codes: [] })
    const forward = spokenAt('2027-03-26T12:00:20Z', { kind: 'days-ahead', days: 6 })
    expect(forward).toEqual({ schedule: later('2027-04-01', '12:01'), codes: [] })
  })

  it('leaves “in 7 days” to the rules, which refuse it', () => {
    expect(spokenAt('2026-11-29T09:38:20Z', { kind: 'days-ahead', days: 7 })).toEqual({
      schedule: later('2026-12-06', '09:39'),
      codes: ['schedule-too-far'],
    })
  })

  it('counts “in 90 minutes” in real minutes over a change of the clocks', () => {
    const ahead = { kind: 'ahead', milliseconds: 90 * 60_000 } as const
    // 00:30 BST, 00:30 GMT and 00:30 EST.
    expect(spokenAt('2026-10-24T23:30:00Z', ahead).schedule).toEqual(
      in90Minutes('2026-10-25', '01:00', 'second'),
    )
    expect(spokenAt('2027-03-28T00:30:00Z', ahead).schedule).toEqual(in90Minutes('2027-03-28', '03:00'))
    expect(spokenAt('2026-11-01T04:30:00Z', ahead, 'America/New_York').schedule).toEqual(
      in90Minutes('2026-11-01', '01:00', 'second'),
    )
  })

  it('says a time of another zone on the agent’s clock', () => {
    const spoken = { kind: 'instant', instant: new Date('2026-11-29T20:00:00Z') } as const
    expect(spokenAt('2026-11-29T09:38:00Z', spoken, 'Asia/Kolkata').schedule).toEqual(
      later('2026-11-30', '01:30'),
    )
  })

  it('keeps the time that was chosen before when only a day is said', () => {
    const now = new Date('2026-11-29T09:38:00Z')
    const circumstances = { now, latest: latestStart(now, 6), zone: 'Europe/London' }
    const day = { kind: 'day', date: '2026-12-04' } as const
    expect(scheduleSpoken(day, { ...circumstances, before: { ...before, time: '15:00' } }).time).toBe('15:00')
    expect(scheduleSpoken(day, { ...circumstances, before })).toEqual(later('2026-12-04', ''))
  })

  it('asks for the time again when a part of the day is said, so that "afternoon" never stays at 9:00', () => {
    const now = new Date('2026-11-29T09:38:00Z')
    const circumstances = { now, latest: latestStart(now, 6), zone: 'Europe/London' }
    const afternoon = { kind: 'part-of-day', date: '2026-12-04' } as const
    expect(scheduleSpoken(afternoon, { ...circumstances, before: { ...before, time: '09:00' } })).toEqual(
      later('2026-12-04', ''),
    )
  })
})
