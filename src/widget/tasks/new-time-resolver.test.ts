import type { ResolverOptions } from 'react-hook-form'
import { describe, expect, it } from 'vitest'
import type { ScheduleDraft } from '../../core/fields/schedule/schedule-draft.ts'
import { emptyDraft } from '../../core/task/task-draft.ts'
import type { TaskDraft } from '../../core/task/task-parts.ts'
import { timeZoneOf } from '../../core/time/zoned-time.ts'
import { createFormats } from '../../i18n/formats/formats.ts'
import { lateWords } from '../../i18n/en/late-words.ts'
import { newTimeResolver, type NewTimeSetting } from './new-time-resolver.ts'

// The clocks of London go back on the next day at 02:00.
const zone = 'Europe/London'
const now = new Date('2026-10-24T10:00:00Z')
const words = lateWords(createFormats('en-GB', zone))
const options: ResolverOptions<TaskDraft> = { fields: {}, shouldUseNativeValidation: false }

/** The new time, or the complaint about it. */
async function judged(schedule: Partial<ScheduleDraft>, more: Partial<NewTimeSetting> = {}) {
  const setting = { timeZone: timeZoneOf(zone), now, scheduleHorizonDays: 6, rules: {}, ...more }
  const draft = { ...emptyDraft, schedule: { ...emptyDraft.schedule, when: 'later', ...schedule } } as const
  const { values, errors } = await newTimeResolver(setting, words)(draft, undefined, options)
  const instant = 'scheduledTime' in values ? values.scheduledTime : undefined
  return instant?.toISOString() ?? errors.schedule?.time?.message
}

describe('the new time of a task', () => {
  it('is the first or the second where the clocks go back', async () => {
    const twice = { date: '2026-10-25', time: '01:30' }

    expect(await judged({ ...twice, occurrence: 'first' })).toBe('2026-10-25T00:30:00.000Z')
    expect(await judged({ ...twice, occurrence: 'second' })).toBe('2026-10-25T01:30:00.000Z')
  })

  it.each([
    ['has passed', { date: '2026-10-24', time: '10:59' }, /past|passed/],
    ['is beyond the horizon', { date: '2026-10-30', time: '11:00' }, /latest/],
    ['is not whole', { date: '2026-10-25', time: '' }, /time/],
    ['is now', { when: 'now' }, /time/],
  ] as const)('is refused when it %s', async (_, schedule, message) => {
    expect(await judged(schedule)).toMatch(message)
  })

  it('is refused when the task would end before it starts', async () => {
    const expiresAt = new Date('2026-10-28T09:00:00Z')

    expect(await judged({ date: '2026-10-28', time: '09:00' }, { expiresAt })).toMatch(/would end before/)
    expect(await judged({ date: '2026-10-28', time: '08:59' }, { expiresAt })).toBe(
      '2026-10-28T08:59:00.000Z',
    )
  })

  it('is refused where the organisation lets no task be scheduled', async () => {
    const rules = { schedule: { default: 'now', isLocked: true } } as const

    expect(await judged({ date: '2026-10-25', time: '09:00' }, { rules })).toMatch(/organisation/)
  })
})
