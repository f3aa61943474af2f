import type { ScheduleDraft } from '../core/fields/schedule/schedule-draft.ts'
import type { AcceptedCase } from './conformance-case.ts'
import { livingFor } from './schedule.ts'

/** A local time as an agent picks it, and the instant that it means. */
export interface LocalTimeCase extends AcceptedCase {
  readonly schedule: ScheduleDraft
  readonly timeZone: string
}

interface Pick {
  readonly timeZone: string
  readonly local: string
  readonly occurrence?: ScheduleDraft['occurrence']
  readonly instant: string
}

function picked({ timeZone, local, occurrence = 'first', instant }: Pick) {
  const [date = '', time = ''] = local.split('T')
  return {
    timeZone,
    schedule: { when: 'later', date, time, occurrence },
    horizonDays: 90,
    asked: { scheduledTime: instant, expiryMinutes: 129_600 },
    sent: { ScheduledTime: new Date(instant), SegmentAttributes: livingFor(129_600) },
  } as const
}

const newYork = { timeZone: 'America/New_York', local: '2026-11-01T01:30' } as const
const london = { timeZone: 'Europe/London', local: '2026-10-25T01:30' } as const

export const localTimeCases: readonly LocalTimeCase[] = [
  {
    rule: 'Half past one comes twice in New York; the first is before the clocks go back.',
    ...picked({ ...newYork, instant: '2026-11-01T05:30:00.000Z' }),
  },
  {
    rule: 'Half past one comes twice in New York; the second is after the clocks went back.',
    ...picked({ ...newYork, occurrence: 'second', instant: '2026-11-01T06:30:00.000Z' }),
  },
  {
    rule: 'Half past one comes twice in London; the first is in summer time.',
    ...picked({ ...london, instant: '2026-10-25T00:30:00.000Z' }),
  },
  {
    rule: 'Half past one comes twice in London; the second is in winter time.',
    ...picked({ ...london, occurrence: 'second', instant: '2026-10-25T01:30:00.000Z' }),
  },
  {
    rule: 'The clocks of Lord Howe go forward by half an hour.',
    ...picked({
      timeZone: 'Australia/Lord_Howe',
      local: '2026-10-04T02:30',
      instant: '2026-10-03T15:30:00.000Z',
    }),
  },
  {
    rule: 'The clocks of Kolkata are half an hour off, and never change.',
    ...picked({ timeZone: 'Asia/Kolkata', local: '2026-10-25T01:30', instant: '2026-10-24T20:00:00.000Z' }),
  },
]

/** Local times that do not exist, because the clocks skip them in spring. */
export const skippedTimes = [
  { timeZone: 'America/New_York', date: '2027-03-14', time: '02:30' },
  { timeZone: 'Europe/London', date: '2027-03-28', time: '01:30' },
  { timeZone: 'Australia/Lord_Howe', date: '2026-10-04', time: '02:15' },
] as const
