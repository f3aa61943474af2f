import type { Issue } from '../../issues/issues.ts'
import { accessTo, mergeIfBoth, mergeRule, type FieldRule } from '../field-rule.ts'
import type { Field } from '../field.ts'
import { brokenDefault, withheld } from '../rule-mistake.ts'
import type { SegmentAttributes } from '../segment-attributes.ts'
import { scheduleHorizonDaysDefault } from '../schedule/horizon.ts'
import type { ScheduleDraft } from '../schedule/schedule-draft.ts'
import { fixedSchedule, type ScheduleRules } from '../schedule/schedule-rule.ts'
import type { Timing } from '../schedule/timing.ts'
import { expiryDraftOf, expiryMinutesIn, type ExpiryDraft } from './expiry-draft.ts'
import { expiryIssues, expiryMinutesDefault, expiryMinutesFor } from './expiry-minutes.ts'

export interface ExpiryRules {
  /** In minutes. Without this rule, the agent cannot set an expiry for a task that must start now. */
  readonly expiry?: FieldRule<number>
}

export interface ExpiryParts {
  readonly draft: { readonly expiry: ExpiryDraft }
  readonly request: { readonly expiryMinutes?: number }
  readonly rules: ExpiryRules
  readonly parameters: { readonly SegmentAttributes?: SegmentAttributes }
}

/** The parts that the field reads. It reads the schedule, because a start far ahead needs an expiry. */
export interface ExpiryReads extends ExpiryParts {
  readonly draft: ExpiryParts['draft'] & { readonly schedule: ScheduleDraft }
  readonly request: Timing
  readonly rules: ExpiryRules & ScheduleRules
}

const ruleOf = (rules: ExpiryRules & ScheduleRules): FieldRule<number> =>
  rules.expiry ?? (fixedSchedule(rules) === 'now' ? { isHidden: true } : {})

const expiryAccess = (rules: ExpiryReads['rules']) => accessTo(ruleOf(rules))

const fixedExpiry = (rules: ExpiryReads['rules']) =>
  expiryAccess(rules) === 'editable' ? undefined : rules.expiry?.default

/** The expiry in a draft where the agent cannot set it: empty, or the value that the rules fix. */
const fixedDraft = ({ expiry: rule }: ExpiryRules, { unit }: ExpiryDraft): ExpiryDraft =>
  rule?.default === undefined ? { amount: '', unit } : expiryDraftOf(rule.default)

const partOf = (expiryMinutes: number | undefined) => (expiryMinutes === undefined ? {} : { expiryMinutes })

/** How long a task of a draft will live. */
export interface PlannedExpiry {
  readonly minutes: number
  /** Who sets the expiry: Connect's default, the panel (for a schedule far ahead), or the agent or a rule. */
  readonly source: 'connect' | 'schedule' | 'set'
}

/** Undefined while the typed text is not a duration. */
export function plannedExpiry(
  { expiry, schedule }: ExpiryReads['draft'],
  horizonDays: number,
): PlannedExpiry | undefined {
  const { minutes, issues } = expiryMinutesIn(expiry)
  if (issues.length > 0) return undefined
  if (minutes !== undefined) return { minutes, source: 'set' }
  const automatic = automaticExpiry(schedule.when === 'later', horizonDays)
  return automatic === undefined
    ? { minutes: expiryMinutesDefault, source: 'connect' }
    : { minutes: automatic, source: 'schedule' }
}

/** How long a task lives if the agent sets no expiry. */
export const usualExpiryMinutes = ({ when }: Pick<ScheduleDraft, 'when'>, horizonDays: number): number =>
  automaticExpiry(when === 'later', horizonDays) ?? expiryMinutesDefault

/** The expiry that the panel sends if the agent sets none: none, or a longer one if the deployment schedules far ahead. */
const automaticExpiry = (isScheduled: boolean, horizonDays: number) =>
  isScheduled && horizonDays > scheduleHorizonDaysDefault ? expiryMinutesFor(horizonDays) : undefined

function ruleIssues(
  { expiryMinutes, scheduledTime }: Timing,
  rules: ExpiryReads['rules'],
  horizonDays: number,
): readonly Issue[] {
  const field = 'expiryMinutes'
  if (expiryMinutes === undefined) return rules.expiry?.isRequired ? [{ field, code: 'field-required' }] : []
  if (expiryAccess(rules) === 'editable') return []
  const fixed = fixedExpiry(rules) ?? automaticExpiry(scheduledTime !== undefined, horizonDays)
  return expiryMinutes === fixed ? [] : [{ field, code: 'field-locked' }]
}

export const expiryField: Field<ExpiryReads, ExpiryParts> = {
  access: expiryAccess,
  preset: ({ expiry }, { expiry: rule }) => ({
    expiry: rule?.default === undefined ? expiry : expiryDraftOf(rule.default),
  }),
  draftUnder: ({ expiry }, rules) => ({
    expiry: expiryAccess(rules) === 'editable' ? expiry : fixedDraft(rules, expiry),
  }),
  read: ({ expiry, schedule }, rules, { scheduleHorizonDays }) => {
    const { minutes, issues } = expiryMinutesIn(expiry)
    const automatic = automaticExpiry(schedule.when === 'later', scheduleHorizonDays)
    return { request: partOf(minutes ?? (rules.expiry?.isRequired ? undefined : automatic)), issues }
  },
  fill: ({ expiryMinutes }, rules) => partOf(expiryMinutes ?? fixedExpiry(rules)),
  // The field `schedule` checks the limits, because they depend on the start.
  issues: (timing, rules, { scheduleHorizonDays }) => ruleIssues(timing, rules, scheduleHorizonDays),
  mergeRules: (strong, weak) => {
    const expiry = mergeIfBoth(strong.expiry, weak.expiry, mergeRule)
    return expiry ? { expiry } : {}
  },
  ruleMistakes: ({ expiry: rule }) => [
    ...(rule?.default === undefined ? [] : brokenDefault('expiry', expiryIssues(rule.default, 0))),
    ...withheld(['expiry'], rule),
  ],
  parameters: ({ expiryMinutes }) =>
    expiryMinutes === undefined
      ? {}
      : {
          SegmentAttributes: {
            'connect:ContactExpiry': { ValueMap: { ExpiryDuration: { ValueInteger: expiryMinutes } } },
          },
        },
}
