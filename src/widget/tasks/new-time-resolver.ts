import type { FieldErrors, Resolver } from 'react-hook-form'
import { rescheduleIssues } from '../../core/fields/schedule/reschedule.ts'
import { scheduledInstant } from '../../core/fields/schedule/schedule-draft.ts'
import type { Issue } from '../../core/issues/issues.ts'
import type { TaskDraft, TaskRequest } from '../../core/task/task-parts.ts'
import type { TimeZone } from '../../core/time/time-zone.ts'
import type { LateMessages } from '../../i18n/messages/late-messages.ts'
import type { NewTimeBounds } from './own-task.ts'

export interface NewTimeSetting extends NewTimeBounds {
  readonly timeZone: TimeZone
  readonly now: Date
}

const noTime: Issue = { field: 'scheduledTime', code: 'schedule-incomplete' }

/** Checks the new start of a task with the same rules as the proxy. If it is valid, it returns only the instant. */
export function newTimeResolver(
  { timeZone, ...circumstances }: NewTimeSetting,
  { errors: words }: Pick<LateMessages, 'errors'>,
): Resolver<TaskDraft, unknown, TaskRequest> {
  return ({ schedule }) => {
    const { instant, issues } = scheduledInstant(schedule, timeZone)
    const [issue] = instant ? rescheduleIssues(instant, circumstances) : issues
    if (instant && !issue) {
      return { values: { name: '', references: [], attributes: [], scheduledTime: instant }, errors: {} }
    }
    // The agent's own words may mean "now", which is not a new start.
    const refusal = issue ?? noTime
    const message = words.issue(refusal, circumstances.now)
    const errors: FieldErrors<TaskDraft> = { schedule: { time: { type: refusal.code, message } } }
    return { values: {}, errors }
  }
}
