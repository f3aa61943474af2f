import type { FieldErrors, Resolver } from 'react-hook-form'
import type { LinkedContact } from '../../../core/fields/field.ts'
import type { MessageDraft, MessageRequest, MessageRules } from '../../../core/message/message-parts.ts'
import { prepareMessage } from '../../../core/message/prepare-message.ts'
import type { LateMessages } from '../../../i18n/messages/late-messages.ts'
import { contactUndecided } from '../../form-model/errors/form-path.ts'
import { placeError, type ErrorNode } from '../../form-model/errors/place-error.ts'
import { messagePath } from './message-path.ts'
import { rulesFor } from './rules-for.ts'

/** The facts that the rules need besides the draft and the time. */
export interface KnownOfMessage {
  /** Undefined until the proxy has answered. */
  readonly rules: MessageRules | undefined
  readonly contactId?: string
  readonly linkedContact?: LinkedContact
  /** There are several contacts, and the agent has not chosen one. */
  readonly isContactUndecided: boolean
}

/** Until the rules are known, this error stops react-hook-form from sending the draft. */
const rulesMissing = { values: {}, errors: { root: { type: 'rules-missing' } } }

/** The core's rules for messages as a resolver of react-hook-form. For a valid draft it returns the request. */
export function messageResolver(
  { rules, isContactUndecided, ...known }: KnownOfMessage,
  now: Date,
  words: LateMessages['errors'],
): Resolver<MessageDraft, unknown, MessageRequest> {
  return (draft) => {
    if (!rules) return rulesMissing
    const prepared = prepareMessage(draft, { ...known, rules: rulesFor(draft, rules), now })
    const isUndecided = isContactUndecided && draft.link !== 'none'
    if (prepared.ok && !isUndecided) return { values: prepared.request, errors: {} }
    const errors: FieldErrors<MessageDraft> & ErrorNode = {}
    if (isUndecided) placeError(errors, 'link', { type: contactUndecided, message: words.contactUndecided })
    for (const issue of prepared.ok ? [] : prepared.issues) {
      const path = messagePath(issue.field)
      // A complaint about a whole list is at its `root`, where react-hook-form keeps it apart from complaints about rows.
      const place = path === 'attributes' ? 'attributes.root' : path
      if (place) placeError(errors, place, { type: issue.code, message: words.issue(issue, now) })
    }
    return { values: {}, errors }
  }
}
