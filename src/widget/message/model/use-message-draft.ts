import { useCallback, useEffect, useMemo } from 'react'
import type { Attribute } from '../../../core/fields/attributes/attribute.ts'
import { valuesAfter } from '../../../core/message/fields/content/content.ts'
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

/** The messages that the agent may send, and their rules. */
export type OfferedMessage = MessageOptions & MessageRules

export type KeptMessage = KeptDraft & { readonly kind: 'message' }

export interface MessageDraftHandle extends Pick<MessageFormHandle, 'form' | 'showRefusal'> {
  /** Undefined until the proxy has answered. */
  readonly rules: OfferedMessage | undefined
}

/** The proxy's options, together with the rule for attributes (the same as for tasks) and the attributes of the contact. */
function useMessageRules(
  options: MessageOptions | undefined,
  contactAttributes: readonly Attribute[],
): OfferedMessage | undefined {
  const attributes = useMe().data?.fields.attributes
  return useMemo(
    () => options && { ...options, contactAttributes, ...(attributes ? { attributes } : {}) },
    [options, contactAttributes, attributes],
  )
}

/** The rules under which a new message was made. */
const rulesOf = new WeakMap<MessageDraft, MessageRules>()

function newMessage(rules: MessageRules, contactId: string | undefined): MessageDraft {
  const blank = blankMessageDraft(rules, contactId)
  rulesOf.set(blank, rules)
  return blank
}

/**
 * Applies new rules to the typed draft. If the agent has not changed the number, the link or a value, it follows the contact:
 * the data of another customer must not stay.
 */
function laidUnder(typed: MessageDraft, before: MessageDraft, blank: MessageDraft, rules: MessageRules) {
  const to = typed.to === before.to ? blank.to : typed.to
  const link = typed.link === before.link ? blank.link : typed.link
  const templateValues = valuesAfter(typed.templateValues, rulesOf.get(before) ?? {}, rules)
  const laid = messageDraftUnder({ ...typed, to, link, templateValues }, rules)
  // The consent was for this text and number, so a change removes it.
  const isAgreed = laid.to === typed.to && isSameValues(laid.templateValues, typed.templateValues)
  return isAgreed ? laid : { ...laid, hasConsent: false }
}

type Values = MessageDraft['templateValues']

const isSameValues = (one: Values, other: Values) =>
  one.length === other.length && one.every(({ value }, row) => value === other[row]?.value)

/** The message in front of the agent. `useDraft` says who owns which values. */
export function useMessageDraft(
  front: KeptMessage,
  desk: Desk,
  drafts: DraftsAtHand,
  options: MessageOptions | undefined,
): MessageDraftHandle {
  const { id, contact, content } = front
  const contactId = contact?.contactId
  const isFrontBegun = isBegun(front)
  const inheritance = useInheritance(contact)
  const rules = useMessageRules(options, inheritance.attributes)
  const ruled = useMemo(() => (rules ? newMessage(rules, contactId) : undefined), [rules, contactId])
  const blank = ruled ?? emptyMessageDraft
  const isContactUndecided = isUndecided(desk)
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

  // Validation runs only in events, so it is enough to pass the circumstances on after each rendering.
  useEffect(() => {
    judgeUnder({ rules, isContactUndecided, ...linkedCircumstances(contact, inheritance) })
  })
  useEffect(() => {
    judgeComplaints()
    // Check again only if the circumstances change. The function is another one at each rendering.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [contactId, isContactUndecided, inheritance, rules])

  return { form, rules, showRefusal }
}
