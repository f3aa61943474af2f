import { mergeIfBoth, mergeRule } from '../field-rule.ts'
import type { Field } from '../field.ts'
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
  readonly request: Pick<Timing, 'scheduledTime'>
  readonly rules: ScheduleRules
  readonly parameters: { readonly ScheduledTime?: Date }
}

/** The parts that the field reads. It reads the expiry, because a task must expire after it starts. */
export interface ScheduleReads extends ScheduleParts {
  readonly request: Timing
}

export const scheduleField: Field<ScheduleReads, ScheduleParts> = {
  access: scheduleAccess,
  preset: ({ schedule }, rules) => ({ schedule: { ...schedule, when: rules.schedule?.default ?? 'now' } }),
  draftUnder: ({ schedule }, rules) => ({
    schedule: { ...schedule, when: fixedSchedule(rules) ?? schedule.when },
  }),
  read: ({ schedule }, _, { timeZone }) => {
    const { instant, issues } = scheduledInstant(schedule, timeZone)
    return { request: instant ? { scheduledTime: instant } : {}, issues }
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
  parameters: ({ scheduledTime }) => (scheduledTime ? { ScheduledTime: wholeSeconds(scheduledTime) } : {}),
}
