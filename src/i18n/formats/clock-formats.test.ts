import { describe, expect, it } from 'vitest'
import { readTime } from '../../core/time/read-time.ts'
import { createClockFormats } from './clock-formats.ts'
import { createFormats } from './formats.ts'

describe('createClockFormats()', () => {
  it('knows the order of day and month, and the months of a strip of days', () => {
    expect(createClockFormats('en-GB').isDayFirst).toBe(true)
    expect(createClockFormats('en-US').isDayFirst).toBe(false)
    expect(createClockFormats('en-GB').months('2026-11-23', '2026-11-29')).toBe('November')
    expect(createClockFormats('en-GB').months('2026-11-27', '2026-12-03')).toMatch(
      /^November\s?–\s?December$/,
    )
  })

  it('writes an instant on the customer’s clock with its zone, which is never broken at its hyphen', () => {
    const { instantIn } = createClockFormats('en-GB')

    expect(instantIn(new Date('2026-11-30T15:00:00Z'), 'America/New_York')).toMatch(
      /Mon.*30 Nov.*10:00 GMT\u20115/,
    )
  })

  it.each([
    ['en-GB', /^Thu,? 12 Mar 2026,? (at )?09:30$/],
    ['en-US', /^Thu, Mar 12, 2026,? (at )?9:30\sAM$/],
  ])('in %s a date names its month and its year', (locale, written) => {
    expect(createClockFormats(locale).dateAndTime('2026-03-12T09:30')).toMatch(written)
  })

  it.each([
    'en-GB',
    'en-US',
    'en-AU',
    'en-CA',
    'en-IN',
    'en-IE',
    'en-ZA',
    'de',
    'fr',
    'es',
    'el',
    'ko',
    'zh',
  ])('in %s the time field reads each time that it shows', (locale) => {
    const { dayPeriods } = createClockFormats(locale)
    const { time } = createFormats(locale, 'UTC')
    for (const hour of Array.from({ length: 24 }, (_, each) => `${String(each).padStart(2, '0')}:30`)) {
      expect(readTime(time(hour), dayPeriods)).toEqual({ time: hour, isAfternoonTaken: false })
    }
  })
})
