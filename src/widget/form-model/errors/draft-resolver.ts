import type { FieldErrors, Resolver } from 'react-hook-form'
import { prepare } from '../../../core/creating/prepare.ts'
import type { Circumstances, DraftSetting } from '../../../core/task/circumstances.ts'
import type { TaskRequest, TaskDraft } from '../../../core/task/task-parts.ts'
import type { Zone } from '../../../core/time/time-zone.ts'
import { timeZoneOf } from '../../../core/time/zoned-time.ts'
import type { LateMessages } from '../../../i18n/messages/late-messages.ts'
import { templateIdOf } from '../rules/draft-rules.ts'
import { contactUndecided } from './form-path.ts'
import { formPath } from './issue-path.ts'
import { placeError, type ErrorNode } from './place-error.ts'

/** The facts that the rules need besides the draft and the time. */
export interface KnownCircumstances extends Omit<DraftSetting, 'timeZone'>, Omit<Circumstances, 'now'> {
  /** The zone that the draft's wall-clock times are in. */
  readonly zone: Zone
  /** There are several contacts, and the agent has not chosen one. */
  readonly isContactUndecided?: boolean
}

/** The same facts with the present time. */
export interface JudgedCircumstances extends KnownCircumstances, Pick<Circumstances, 'now'> {}

/** The facts for one draft, with the time zone of its times. */
export const draftSetting = (known: KnownCircumstances): DraftSetting => ({
  ...known,
  timeZone: timeZoneOf(known.zone),
})

/** The core's rules as a resolver of react-hook-form. For a valid draft it returns the request. */
export function draftResolver(
  circumstances: JudgedCircumstances,
  late: Pick<LateMessages, 'errors' | 'template'>,
): Resolver<TaskDraft, unknown, TaskRequest> {
  const { errors: words } = late
  return (draft) => {
    const templateId = templateIdOf(draft)
    // A draft that goes to a template cannot be checked until the template has been read.
    const isUnread = templateId !== circumstances.fieldRules?.destination?.template?.templateId
    const prepared = prepare(draft, { ...circumstances, ...draftSetting(circumstances) })
    const isUndecided = circumstances.isContactUndecided === true && draft.link !== 'none'
    if (prepared.ok && !isUndecided && !isUnread) return { values: prepared.request, errors: {} }
    const errors: FieldErrors<TaskDraft> & ErrorNode = {}
    if (isUnread)
      placeError(errors, 'destination', { type: 'template-unread', message: late.template.unread })
    if (isUndecided) placeError(errors, 'link', { type: contactUndecided, message: words.contactUndecided })
    for (const issue of prepared.ok ? [] : prepared.issues) {
      const path = formPath(issue.field)
      if (path === undefined) continue
      placeError(errors, path, {
        type: issue.code,
        message: words.issue(issue, circumstances.now),
      })
    }
    return { values: {}, errors }
  }
}
