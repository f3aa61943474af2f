import { mergeIfBoth, mergeRule } from '../field-rule.ts'
import type { Field } from '../field.ts'
import { expiryMinutesFor } from './expiry.ts'
import { scheduleHorizonDaysDefault } from './horizon.ts'
import { scheduledInstant, type ScheduleDraft } from './schedule-draft.ts'
import {
  fixedSchedule,
  scheduleAccess,
  scheduleMistakes,
  scheduleRuleIssues,
  type ScheduleRules,
} from './schedule-rule.ts'
import { timingIssues, wholeSeconds, type Timing } from './timing.ts'

export interface ScheduleParts {
  readonly draft: { readonly schedule: ScheduleDraft }
  readonly request: Timing
  readonly rules: ScheduleRules
}

const timingOf = (scheduledTime: Date | undefined, horizonDays: number): Timing => ({
  ...(scheduledTime ? { scheduledTime } : {}),
  ...(scheduledTime && horizonDays > scheduleHorizonDaysDefault
    ? { expiryMinutes: expiryMinutesFor(horizonDays) }
    : {}),
})

export const scheduleField: Field<ScheduleParts> = {
  access: scheduleAccess,
  preset: ({ schedule }, rules) => ({ schedule: { ...schedule, when: rules.schedule?.default ?? 'now' } }),
  draftUnder: ({ schedule }, rules) => ({
    schedule: { ...schedule, when: fixedSchedule(rules) ?? schedule.when },
  }),
  read: ({ schedule }, _, { timeZone, scheduleHorizonDays }) => {
    const { instant, issues } = scheduledInstant(schedule, timeZone)
    return { request: timingOf(instant, scheduleHorizonDays), issues }
  },
  fill: () => ({}),
  issues: (timing, rules, { now, scheduleHorizonDays }) => [
    ...timingIssues(timing, now, scheduleHorizonDays),
    ...scheduleRuleIssues(timing, rules),
  ],
  mergeRules: (strong, weak) => {
    const schedule = mergeIfBoth(strong.schedule, weak.schedule, mergeRule)
    return schedule ? { schedule } : {}
  },
  ruleMistakes: scheduleMistakes,
  parameters: ({ scheduledTime, expiryMinutes }) => ({
    ...(scheduledTime ? { ScheduledTime: wholeSeconds(scheduledTime) } : {}),
    ...(expiryMinutes === undefined
      ? {}
      : {
          SegmentAttributes: {
            'connect:ContactExpiry': { ValueMap: { ExpiryDuration: { ValueInteger: expiryMinutes } } },
          },
        }),
  }),
}
