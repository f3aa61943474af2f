import type { Issue } from '../../issues/issues.ts'
import { isFixed, type Access, type FieldRule } from '../field-rule.ts'
import type { RuleMistake } from '../rule-mistake.ts'
import type { Timing } from './timing.ts'

export interface ScheduleRules {
  /** If required or locked to `later`, the task must be scheduled. The agent always chooses the time. */
  readonly schedule?: FieldRule<'now' | 'later'>
}

/** `later` if the task must be scheduled, `now` if it must not. Undefined if the agent decides. */
export function fixedSchedule({ schedule = {} }: ScheduleRules): 'now' | 'later' | undefined {
  if (schedule.isRequired) return 'later'
  return isFixed(schedule) ? (schedule.default ?? 'now') : undefined
}

/** A schedule that is required is never hidden: the agent must choose a day and a time. */
export function scheduleAccess(rules: ScheduleRules): Access {
  const fixed = fixedSchedule(rules)
  if (fixed === undefined) return 'editable'
  return fixed === 'now' && rules.schedule?.isHidden ? 'hidden' : 'locked'
}

export function scheduleRuleIssues(
  { scheduledTime }: Pick<Timing, 'scheduledTime'>,
  rules: ScheduleRules,
): readonly Issue[] {
  const fixed = fixedSchedule(rules)
  if (fixed === 'later' && !scheduledTime) return [{ field: 'scheduledTime', code: 'field-required' }]
  return fixed === 'now' && scheduledTime ? [{ field: 'scheduledTime', code: 'field-locked' }] : []
}

export function scheduleMistakes({ schedule = {} }: ScheduleRules): readonly RuleMistake[] {
  const isNeverLater =
    schedule.isRequired && isFixed(schedule) && (schedule.isHidden || schedule.default !== 'later')
  const isTimeHidden = schedule.isHidden && schedule.default === 'later'
  return isNeverLater || isTimeHidden ? [{ path: ['schedule'], code: 'withheld-without-value' }] : []
}
