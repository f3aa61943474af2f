import { useCallback, useEffect, useMemo } from 'react'
import { emptyMessageDraft, sameMessageDraft } from '../../../core/message/message-draft.ts'
import type { MessageOptions } from '../../../core/message/message-options.ts'
import type { MessageDraft, MessageRules } from '../../../core/message/message-parts.ts'
import { blankMessageDraft, messageDraftUnder } from '../../../core/message/prepare-message.ts'
import { isUndecided, type Desk } from '../../../drafts/desk/desk.ts'
import { isBegun, type KeptDraft } from '../../../drafts/desk/kept-draft.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { linkedCircumstances, useInheritance } from '../../contact/use-inheritance.ts'
import { useFormOnDesk, useNewRules } from '../../form-model/draft/form-on-desk.ts'
import { useMe } from '../../setting/panel-queries.ts'
import { onMessageChange } from './message-changes.ts'
import { useMessageForm, type MessageFormHandle } from './use-message-form.ts'
import { withdrawConsent } from './withdraw-consent.ts'

/** What the agent may send, and under which rules. */
export type OfferedMessage = MessageOptions & MessageRules

export type KeptMessage = KeptDraft & { readonly kind: 'message' }

export interface MessageDraftHandle extends Pick<MessageFormHandle, 'form' | 'showRefusal'> {
  /** Undefined until the proxy has said what may be sent. */
  readonly rules: OfferedMessage | undefined
}

/** The options of the proxy, with the rule for attributes that tasks have, too. */
function useMessageRules(options: MessageOptions | undefined): OfferedMessage | undefined {
  const attributes = useMe().data?.fields.attributes
  return useMemo(
    () => options && { ...options, ...(attributes ? { attributes } : {}) },
    [options, attributes],
  )
}

/**
 * The typed draft under new rules. A number or a link that the agent has left as it was follows the contact: that of another
 * customer must not stay.
 */
function laidUnder(typed: MessageDraft, before: MessageDraft, blank: MessageDraft, rules: MessageRules) {
  const to = typed.to === before.to ? blank.to : typed.to
  const link = typed.link === before.link ? blank.link : typed.link
  const laid = messageDraftUnder({ ...typed, to, link }, rules)
  // The customer agreed to get it at that number.
  return laid.to === typed.to ? laid : { ...laid, hasConsent: false }
}

/** The message in front of the agent. Who owns which of its values is said at `useDraft`. */
export function useMessageDraft(
  front: KeptMessage,
  desk: Desk,
  drafts: DraftsAtHand,
  options: MessageOptions | undefined,
): MessageDraftHandle {
  const { id, contact, content } = front
  const contactId = contact?.contactId
  const isFrontBegun = isBegun(front)
  const rules = useMessageRules(options)
  const ruled = useMemo(() => (rules ? blankMessageDraft(rules, contactId) : undefined), [rules, contactId])
  const blank = ruled ?? emptyMessageDraft
  const isContactUndecided = isUndecided(desk)
  const inheritance = useInheritance(contact)
  const { form, judgeUnder, judgeComplaints, showRefusal } = useMessageForm(
    { rules, isContactUndecided },
    { blank, values: isFrontBegun ? content : blank },
  )
  const { subscribe, getValues, setValue } = form
  useFormOnDesk(form, { drafts, id, blank: ruled, listen: onMessageChange })
  const lay = useCallback(
    (typed: MessageDraft, before: MessageDraft) => (rules ? laidUnder(typed, before, blank, rules) : typed),
    [blank, rules],
  )
  useNewRules(form, {
    blank,
    blankOfDesk: desk.blankMessage,
    isFrontBegun,
    isSame: sameMessageDraft,
    lay,
  })

  useEffect(() => withdrawConsent({ subscribe, getValues, setValue }), [subscribe, getValues, setValue])

  // Validation only ever runs in events, so the latest committed circumstances are the right ones.
  useEffect(() => {
    judgeUnder({ rules, isContactUndecided, ...linkedCircumstances(contact, inheritance) })
  })
  useEffect(() => {
    judgeComplaints()
    // Only a change of the circumstances is a reason to judge again; the function changes at each render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [contactId, isContactUndecided, inheritance, rules])

  return { form, rules, showRefusal }
}
