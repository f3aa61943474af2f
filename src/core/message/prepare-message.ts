import { issueInDraft, type DraftRows } from '../creating/prepare.ts'
import { formatFieldPath } from '../issues/field-path.ts'
import type { Issue } from '../issues/issues.ts'
import { withParts } from '../task/with-parts.ts'
import { messageIssues, withFilledFields, type MessageCircumstances } from './check-message.ts'
import { emptyMessageDraft } from './message-draft.ts'
import type { MessageSetting } from './message-field.ts'
import { allMessageFields } from './message-fields.ts'
import type { MessageDraft, MessageRequest, MessageRules } from './message-parts.ts'

/** Everything that is needed to check a draft. */
export interface MessageDraftCircumstances extends MessageCircumstances, MessageSetting {}

/** The members that every request has, still empty. */
const emptyRequest: MessageRequest = {
  kind: 'message',
  channel: 'sms',
  from: '',
  to: '',
  message: { type: 'text', text: '' },
  flowId: '',
  attributes: [],
  hasConsent: false,
}

/** A draft, read as a request that has what the rules give. */
export interface MessageReading {
  readonly request: MessageRequest
  /** Only issues that the request cannot express. They are about the rows of the request. */
  readonly issues: readonly Issue[]
  readonly rows: DraftRows
}

export type PreparedMessage =
  | { readonly ok: true; readonly request: MessageRequest }
  /** Issues about the rows of the draft. */
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** Reads a draft as a request. */
export function readMessageDraft(
  draft: MessageDraft,
  setting: MessageSetting & Pick<MessageCircumstances, 'rules'>,
): MessageReading {
  const readings = allMessageFields.map(({ read }) => read(draft, setting.rules, setting))
  const request = withParts(
    emptyRequest,
    readings.map((reading) => reading.request),
  )
  return {
    request: withFilledFields(request, setting.rules),
    issues: readings.flatMap(({ issues = [] }) => issues),
    rows: withParts<DraftRows>(
      {},
      readings.map(({ rows = {} }) => rows),
    ),
  }
}

/**
 * Used by the panel: turns a draft into a request that is ready to send, or returns all issues. The proxy uses `checkMessage`.
 */
export function prepareMessage(
  draft: MessageDraft,
  circumstances: MessageDraftCircumstances,
): PreparedMessage {
  const { request, issues: unread, rows } = readMessageDraft(draft, circumstances)
  // A field that could not be read is not checked a second time.
  const isUnread = new Set(unread.map(({ field }) => formatFieldPath(field)))
  const judged = messageIssues(request, circumstances)
  const issues = [...unread, ...judged.filter(({ field }) => !isUnread.has(formatFieldPath(field)))]
  if (issues.length === 0) return { ok: true, request }
  return { ok: false, issues: issues.map((issue) => issueInDraft(issue, rows)) }
}

type DraftStep = 'preset' | 'draftUnder'

/** Fields run in order on the changed draft, because the sender depends on the channel. */
function step(draft: MessageDraft, rules: MessageRules, name: DraftStep): MessageDraft {
  const made = { ...draft }
  for (const field of allMessageFields) Object.assign(made, field[name](made, rules))
  return made
}

/** Applies today's rules to a draft: adds what they fix, and removes what they no longer offer. */
export const messageDraftUnder = (draft: MessageDraft, rules: MessageRules): MessageDraft =>
  step(draft, rules, 'draftUnder')

/** The draft that an agent begins with. Without a contact it is linked to none. */
export function blankMessageDraft(rules: MessageRules, contactId: string | undefined): MessageDraft {
  const draft = messageDraftUnder(step(emptyMessageDraft, rules, 'preset'), rules)
  return contactId === undefined ? { ...draft, link: 'none' } : draft
}
