import type { ScheduleDraft } from '../fields/schedule/schedule-draft.ts'
import { scheduleAt } from '../fields/schedule/schedule-at.ts'
import { latestStart } from '../fields/schedule/latest-start.ts'
import type { Zone } from '../time/time-zone.ts'
import { daysAfter, wallClock } from '../time/zoned-time.ts'
import type { PresetStart } from './preset.ts'

export interface StartCircumstances {
  readonly now: Date
  readonly horizonDays: number
  readonly zone: Zone
}

const minuteMs = 60_000

/**
 * The start of a preset on the agent's clock. A start that is too late, or at a time that the clocks skip, is not changed: the
 * form complains as if the agent had chosen it.
 */
export function scheduleOfStart(start: PresetStart, circumstances: StartCircumstances): ScheduleDraft {
  const { now, horizonDays, zone } = circumstances
  if (start === 'now') return { when: 'now', date: '', time: '', occurrence: 'first' }
  if ('inMinutes' in start) {
    const instant = new Date(now.getTime() + start.inMinutes * minuteMs)
    return {
      ...scheduleAt(instant, latestStart(now, horizonDays), zone),
      aheadMinutes: start.inMinutes,
    }
  }
  const date = daysAfter(wallClock(now, zone).date, start.inDays)
  return { when: 'later', date, time: start.at, occurrence: 'first' }
}
