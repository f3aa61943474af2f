import {
  isMessageDraft,
  isMessageRequest,
  type AnyDraft,
  type AnyRequest,
} from '../../core/message/any-draft.ts'

/** The title that the agent sees of a draft: the name of a task, or the text of a message. */
export const titleOf = (content: AnyDraft): string => (isMessageDraft(content) ? content.text : content.name)

/** The title of a sent request; empty for a message made from a template. */
export function titleOfRequest(request: AnyRequest): string {
  if (!isMessageRequest(request)) return request.name
  return request.message.type === 'text' ? request.message.text : ''
}
