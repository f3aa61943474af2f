import type { Found } from '../../client/attempts/submission-state.ts'
import type { AnyResult } from '../../client/submissions/draft-submission.ts'
import { isMessageRequest, type AnyRequest } from '../../core/message/any-draft.ts'

/** A task that Connect has created, or a text message that it has accepted. */
export interface DoneNews {
  /** Of the task, or of the chat that begins with the message. */
  readonly contactId: string
  /** Absent when it is linked to none. */
  readonly linkedContactId?: string
}

/** What the host learns of a request that was carried out, and by which of its listeners. */
export function doneNews({ result: { contactId }, attempt: { request } }: Found<AnyRequest, AnyResult>) {
  const news: DoneNews = {
    contactId,
    ...(request.link ? { linkedContactId: request.link.contactId } : {}),
  }
  return { listener: isMessageRequest(request) ? 'onMessageAccepted' : 'onTaskCreated', news } as const
}
