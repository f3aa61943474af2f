import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeZoneOf } from '../../time/zoned-time.ts'
import { scheduleChoices, type ChoiceCircumstances } from './schedule-choices.ts'
import { scheduledInstant } from './schedule-draft.ts'
import { timingIssues } from './timing.ts'

const london = { horizonDays: 6, zone: 'Europe/London', locale: 'en-GB' } as const

const choicesAt = (now: string, circumstances: Partial<ChoiceCircumstances> = {}) =>
  scheduleChoices({ ...london, ...circumstances, now: new Date(now) }).map(
    ({ name, schedule: { date, time } }) => `${name} ${date} ${time}`,
  )

describe('scheduleChoices()', () => {
  it('offers the next working day only when it is not tomorrow', () => {
    // 3 to 5 December 2026: a Thursday, a Friday and a Saturday.
    expect(choicesAt('2026-12-03T12:00:00Z')).toEqual([
      'half-hour 2026-12-03 12:30',
      'two-hours 2026-12-03 14:00',
      'tomorrow 2026-12-04 09:00',
    ])
    expect(choicesAt('2026-12-04T12:00:00Z')).toContain('working-day 2026-12-07 09:00')
    expect(choicesAt('2026-12-05T12:00:00Z').slice(2)).toEqual([
      'tomorrow 2026-12-06 09:00',
      'working-day 2026-12-07 09:00',
    ])
  })

  it('knows the weekend of the agent’s region', () => {
    // In Saudi Arabia, Friday and Saturday are the weekend.
    expect(choicesAt('2026-12-03T12:00:00Z', { locale: 'en-SA' })).toContain('working-day 2026-12-06 09:00')
  })

  it('does not offer a time beyond the horizon', () => {
    expect(choicesAt('2026-12-04T08:59:00Z', { horizonDays: 1 })).toEqual([
      'half-hour 2026-12-04 09:29',
      'two-hours 2026-12-04 10:59',
    ])
    expect(choicesAt('2026-12-04T09:00:00Z', { horizonDays: 1 })).toContain('tomorrow 2026-12-05 09:00')
  })

  it('rounds up to the next minute', () => {
    expect(choicesAt('2026-12-03T23:45:20Z').slice(0, 2)).toEqual([
      'half-hour 2026-12-04 00:16',
      'two-hours 2026-12-04 01:46',
    ])
  })

  it('means the second half past one in the hour that comes twice', () => {
    // 01:15 BST and, an hour later, 01:15 GMT.
    const occurrences = ['2026-10-25T00:15:00Z', '2026-10-25T01:15:00Z'].map(
      (now) => scheduleChoices({ ...london, now: new Date(now) })[0]?.schedule.occurrence,
    )

    expect(occurrences).toEqual(['first', 'second'])
  })

  it('offers nothing that the rules refuse, and in half an hour means half an hour', () => {
    const zones = [
      'Europe/London',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
      'Africa/Casablanca',
    ]
    const instants = fc.date({
      min: new Date(Date.UTC(2026, 0)),
      max: new Date(Date.UTC(2028, 0)),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(
        instants,
        fc.constantFrom(...zones),
        fc.integer({ min: 1, max: 6 }),
        (now, zone, horizonDays) => {
          const choices = scheduleChoices({ now, zone, horizonDays, locale: 'en-GB' })
          for (const { name, schedule } of choices) {
            const { instant, issues } = scheduledInstant(schedule, timeZoneOf(zone))
            expect(issues).toEqual([])
            expect(timingIssues(instant ? { scheduledTime: instant } : {}, now, horizonDays)).toEqual([])
            const aheadMs = (instant?.getTime() ?? 0) - now.getTime()
            if (name === 'half-hour') expect(Math.floor(aheadMs / 60_000)).toBeOneOf([30, 31])
          }
        },
      ),
    )
  })
})
