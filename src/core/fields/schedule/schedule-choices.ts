import type { Zone } from '../../time/time-zone.ts'
import { clockTime, daysAfter, isWorkingDay, wallClock } from '../../time/zoned-time.ts'
import { latestStart } from './latest-start.ts'
import { scheduleAt } from './schedule-at.ts'
import type { ScheduleDraft } from './schedule-draft.ts'

const minuteMs = 60_000
const morning = '09:00'

/** The usual start times. Each has a chip. */
export type ScheduleChoiceName = 'half-hour' | 'two-hours' | 'tomorrow' | 'working-day'

export interface ScheduleChoice {
  readonly name: ScheduleChoiceName
  readonly schedule: ScheduleDraft
}

export interface ChoiceCircumstances {
  readonly now: Date
  readonly horizonDays: number
  readonly zone: Zone
  /** The region of the locale decides which days are the weekend. */
  readonly locale: string
}

/** 09:00 on a day, unless it is after the latest start or the clocks skip it. */
function morningOf(date: string, latest: Date, zone: Zone): ScheduleDraft | undefined {
  const placed = clockTime(`${date}T${morning}`, zone)
  const instant = placed.occurs === 'once' ? placed.instant : undefined
  return instant && instant <= latest
    ? { when: 'later', date, time: morning, occurrence: 'first' }
    : undefined
}

function nextWorkingDay(tomorrow: string, locale: string): string {
  let day = tomorrow
  while (!isWorkingDay(day, locale)) day = daysAfter(day, 1)
  return day
}

/** The usual times in the window. The next working day is offered only if it is not tomorrow. */
export function scheduleChoices(circumstances: ChoiceCircumstances): readonly ScheduleChoice[] {
  const { now, horizonDays, zone, locale } = circumstances
  const latest = latestStart(now, horizonDays)
  const ahead = (minutes: number) => ({
    ...scheduleAt(new Date(now.getTime() + minutes * minuteMs), latest, zone),
    aheadMinutes: minutes,
  })
  const tomorrow = daysAfter(wallClock(now, zone).date, 1)
  const workingDay = nextWorkingDay(tomorrow, locale)
  const choices: readonly (readonly [ScheduleChoiceName, ScheduleDraft | undefined])[] = [
    ['half-hour', ahead(30)],
    ['two-hours', ahead(120)],
    ['tomorrow', morningOf(tomorrow, latest, zone)],
    ['working-day', workingDay === tomorrow ? undefined : morningOf(workingDay, latest, zone)],
  ]
  return choices.flatMap(([name, schedule]) => (schedule ? [{ name, schedule }] : []))
}
