import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offeredTimes } from '../../../core/fields/schedule/offered-times.ts'
import { scheduleChoices } from '../../../core/fields/schedule/schedule-choices.ts'
import { isTime, scheduledInstant, type ScheduleDraft } from '../../../core/fields/schedule/schedule-draft.ts'
import { readTime } from '../../../core/time/read-time.ts'
import { timeZoneOf } from '../../../core/time/zoned-time.ts'
import { createClockFormats } from '../../../i18n/formats/clock-formats.ts'
import { lateWords } from '../../../i18n/en/late-words.ts'
import { createFormats } from '../../../i18n/formats/formats.ts'
import { scheduleLabel } from '../../outcome/press/schedule-label.ts'
import { chosenChip } from './chosen-chip.ts'
import { dayWords } from './day-words.ts'

const now = new Date('2026-11-29T09:38:20Z')
const latest = new Date('2026-12-05T09:38:00Z')
const { dayPeriods, instantIn } = createClockFormats('en-GB')
const zones = ['America/New_York', () => -210] as const

const two = fc.integer({ min: 0, max: 99 }).map((amount) => String(amount).padStart(2, '0'))
const timeText = fc.oneof(
  fc.constantFrom(
    '',
    '24:00',
    '25:00',
    '12:60',
    '9:75',
    '09:00:30',
    '09:00Z',
    '09:00+01:00',
    ' 09:00',
    '０９:００',
  ),
  fc.tuple(two, two).map((parts) => parts.join(':')),
  fc.tuple(two, two, two).map((parts) => parts.join(':')),
  fc.string(),
)
const dateText = fc.oneof(
  fc.constantFrom(
    '',
    '2026-12-01',
    '2026-02-31',
    '2026-10-00',
    '0000-00-00',
    '0000-01-01',
    '9999-12-31',
    '+010026-10',
    '2026-12-01T09:00',
  ),
  fc.tuple(two, two).map(([month, day]) => `2026-${month}-${day}`),
  fc.string(),
)
const storedSchedule: fc.Arbitrary<ScheduleDraft> = fc.record({
  when: fc.constantFrom('now', 'later'),
  date: dateText,
  time: timeText,
  occurrence: fc.constantFrom('first', 'second'),
})

/** All that the panel says about a schedule: the chip, the summary, the list of times and the button. */
function saidAbout(schedule: ScheduleDraft, zone: (typeof zones)[number]): readonly string[] {
  const formats = createFormats('en-GB', zone)
  const timeZone = timeZoneOf(zone)
  const words = lateWords(formats)
  const offered = scheduleChoices({ now, horizonDays: 6, zone, locale: 'en-GB' })
  const { instant } = scheduledInstant(schedule, timeZone)
  return [
    String(chosenChip(schedule, { offered, pressed: undefined, isPicking: false, isRequired: false })),
    dayWords(schedule, timeZone, formats),
    ...offeredTimes(schedule.date, { now, latest }, zone).map(formats.time),
    ...(isTime(schedule.time) ? [formats.time(schedule.time)] : []),
    ...(instant
      ? [
          scheduleLabel(schedule, instant, { now, formats, write: words.submit.scheduleFor }),
          formats.instant(instant),
          formats.fromNow(instant.getTime() - now.getTime()),
          instantIn(instant, 'Asia/Tokyo'),
        ]
      : []),
  ]
}

describe('any text that an agent types as a time', () => {
  it('is read as a time of the day, or refused', () => {
    fc.assert(
      fc.property(timeText, (text) => {
        const read = readTime(text, dayPeriods)
        expect(read === undefined || isTime(read.time)).toBe(true)
      }),
    )
  })

  it.each(['25:00', '12:60', '24:00', '9:75', 'banana', '09:00:30'])('%j is no time of the day', (typed) => {
    const schedule = { when: 'later', date: '2026-12-01', time: typed, occurrence: 'first' } as const

    expect(readTime(typed, dayPeriods)).toBeUndefined()
    expect(isTime(typed)).toBe(false)
    expect(scheduledInstant(schedule, timeZoneOf('Europe/London')).issues).toMatchObject([
      { code: 'schedule-incomplete' },
    ])
  })
})

describe('any day and time in a stored draft', () => {
  it('can be said by the panel', () => {
    fc.assert(
      fc.property(storedSchedule, fc.constantFrom(...zones), (schedule, zone) => {
        expect(saidAbout(schedule, zone)).not.toContain('Invalid Date')
      }),
    )
  })
})
