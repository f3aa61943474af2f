import { describe, expect, it } from 'vitest'
import { timeZoneOf } from '../../time/zoned-time.ts'
import { scheduledInstant, type ScheduleDraft, withoutWords } from './schedule-draft.ts'

const newYork = timeZoneOf('America/New_York')

const later = (
  date: string,
  time: string,
  occurrence: ScheduleDraft['occurrence'] = 'first',
): ScheduleDraft => ({
  when: 'later',
  date,
  time,
  occurrence,
})

describe('scheduledInstant', () => {
  it('is undefined for “now”, even if the inputs have values', () => {
    expect(scheduledInstant({ ...later('2026-12-01', '09:00'), when: 'now' }, newYork)).toEqual({
      issues: [],
    })
  })

  it.each([
    ['first', '2026-11-01T05:30:00Z'],
    ['second', '2026-11-01T06:30:00Z'],
  ] as const)('is the %s of two where the clocks go back', (occurrence, instant) => {
    expect(scheduledInstant(later('2026-11-01', '01:30', occurrence), newYork)).toEqual({
      instant: new Date(instant),
      issues: [],
    })
  })

  it.each(['first', 'second'] as const)('asks nothing of the %s where a time comes once', (occurrence) => {
    expect(scheduledInstant(later('2026-11-01', '09:00', occurrence), newYork)).toEqual({
      instant: new Date('2026-11-01T14:00:00Z'),
      issues: [],
    })
  })

  it('refuses a time that the clocks skip', () => {
    expect(scheduledInstant(later('2026-03-08', '02:30'), newYork)).toEqual({
      issues: [{ field: 'scheduledTime', code: 'schedule-time-skipped' }],
    })
  })

  it('says of words that name no day that they are not understood', () => {
    expect(scheduledInstant({ ...later('', ''), words: 'banana' }, newYork)).toEqual({
      issues: [{ field: 'scheduledTime', code: 'schedule-words-unclear' }],
    })
  })

  it('names no instant as long as words that are not understood stand beside the time of before', () => {
    const draft = {
      ...later('2026-12-01', '09:00'),
      words: 'when she is back',
      areWordsUnclear: true,
    } as const

    expect(scheduledInstant(draft, newYork)).toEqual({
      issues: [{ field: 'scheduledTime', code: 'schedule-words-unclear' }],
    })
    expect(scheduledInstant(withoutWords(draft), newYork)).toEqual({
      instant: new Date('2026-12-01T14:00:00Z'),
      issues: [],
    })
  })

  it.each([
    ['', ''],
    ['2026-12-01', ''],
    ['', '09:00'],
    ['2026-02-31', '09:00'],
  ])('asks for what is missing from %j and %j', (date, time) => {
    expect(scheduledInstant(later(date, time), newYork)).toEqual({
      issues: [{ field: 'scheduledTime', code: 'schedule-incomplete' }],
    })
  })
})
