import type { Found } from '../../client/attempts/submission-state.ts'
import type { AnyResult } from '../../client/submissions/draft-submission.ts'
import { isMessageRequest, type AnyRequest } from '../../core/message/any-draft.ts'

/** A task that Connect has created, or a text message that it has accepted. */
export interface DoneNews {
  /** The contact ID of the task, or of the chat that the message starts. */
  readonly contactId: string
  /** Absent if it is linked to no contact. */
  readonly linkedContactId?: string
}

/** The news for the host about a request that was carried out, and the listener that gets it. */
export function doneNews({ result: { contactId }, attempt: { request } }: Found<AnyRequest, AnyResult>) {
  const news: DoneNews = {
    contactId,
    ...(request.link ? { linkedContactId: request.link.contactId } : {}),
  }
  return { listener: isMessageRequest(request) ? 'onMessageAccepted' : 'onTaskCreated', news } as const
}
