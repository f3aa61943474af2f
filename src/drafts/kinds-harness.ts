import type { Attribute } from '../core/fields/attributes/attribute.ts'
import type { AnyDraft, AnyRequest, DraftKind } from '../core/message/any-draft.ts'
import { emptyMessageDraft } from '../core/message/message-draft.ts'
import type { MessageRequest } from '../core/message/message-parts.ts'
import { emptyDraft } from '../core/task/task-draft.ts'

/** The rules for drafts are tested with tasks and with messages. */
export const draftKinds = ['task', 'message'] as const satisfies readonly DraftKind[]

/** A draft with this text in its first field. */
export const draftSaying = (
  kind: DraftKind,
  text: string,
  attributes: readonly Attribute[] = [],
): AnyDraft =>
  kind === 'message'
    ? { ...emptyMessageDraft, text, attributes, hasConsent: true }
    : { ...emptyDraft, name: text, attributes }

/** The same text in a draft as it is kept. */
export const saying = (kind: DraftKind, text: string): object =>
  kind === 'message' ? { text } : { name: text }

export const messageSaying = (text: string, attributes: readonly Attribute[] = []): MessageRequest => ({
  kind: 'message',
  channel: 'sms',
  from: 'p',
  to: '+493012345678',
  message: { type: 'text', text },
  flowId: 'f',
  attributes,
  hasConsent: true,
})

export const requestSaying = (
  kind: DraftKind,
  text: string,
  attributes: readonly Attribute[] = [],
): AnyRequest =>
  kind === 'message'
    ? messageSaying(text, attributes)
    : { name: text, destination: { type: 'flow', flowId: 'f' }, references: [], attributes }
