import type { UncertainAttempt } from '../../../core/attempts/attempt.ts'
import type { TaskOfContact } from '../../../contract/tasks/tasks-of-contact.ts'

/** The clocks of the panel and of Connect may differ by so much. */
const clockDifferenceMs = 60_000

/** Whether a task of the contact may be the one that an attempt without an answer has created. */
export const mayBeOf = (
  { firstSentAt }: UncertainAttempt<unknown>,
  { isMine, createdAt }: TaskOfContact,
): boolean => isMine && (createdAt === undefined || Date.parse(createdAt) >= firstSentAt - clockDifferenceMs)
