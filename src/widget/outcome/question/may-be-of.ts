import type { UncertainAttempt } from '../../../core/attempts/attempt.ts'
import type { TaskOfContact } from '../../../contract/tasks/tasks-of-contact.ts'

/** The clocks of the panel and of Connect may differ by up to 60 s. */
const clockDifferenceMs = 60_000

/** True if an attempt without an answer may have created this task of the contact. */
export const mayBeOf = (
  { firstSentAt }: UncertainAttempt<unknown>,
  { isMine, createdAt }: TaskOfContact,
): boolean => isMine && (createdAt === undefined || Date.parse(createdAt) >= firstSentAt - clockDifferenceMs)
