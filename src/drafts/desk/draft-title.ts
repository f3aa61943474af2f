import {
  isMessageDraft,
  isMessageRequest,
  type AnyDraft,
  type AnyRequest,
} from '../../core/message/any-draft.ts'

/** The words by which an agent knows a draft: the name of a task, or the text of a message. */
export const titleOf = (content: AnyDraft): string => (isMessageDraft(content) ? content.text : content.name)

/** The same words of what was sent; empty for a message by template. */
export function titleOfRequest(request: AnyRequest): string {
  if (!isMessageRequest(request)) return request.name
  return request.message.type === 'text' ? request.message.text : ''
}
