import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { emptyMessageDraft, sameMessageDraft } from '../../../core/message/message-draft.ts'
import type { MessageOptions } from '../../../core/message/message-options.ts'
import type { MessageDraft, MessageRules } from '../../../core/message/message-parts.ts'
import { blankMessageDraft, messageDraftUnder } from '../../../core/message/prepare-message.ts'
import { isUndecided, type Desk } from '../../../drafts/desk/desk.ts'
import { isBegun, type KeptDraft } from '../../../drafts/desk/kept-draft.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { useInheritance } from '../../contact/use-inheritance.ts'
import { keepAllButValues } from '../../form-model/draft/draft-form.ts'
import { useMe } from '../../setting/panel-queries.ts'
import { onMessageChange } from './message-changes.ts'
import { useMessageForm, type MessageFormHandle } from './use-message-form.ts'

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
  const { control, subscribe, getValues, reset, setValue } = form

  // Before the desk reads the form: a new form that holds the new blank draft is not begun.
  useLayoutEffect(() => {
    if (ruled) drafts.renewBlank(ruled)
  }, [drafts, ruled])
  // A copy: react-hook-form goes on writing into the rows it has given out.
  useLayoutEffect(() => drafts.attach(id, () => structuredClone(getValues())), [drafts, id, getValues])
  useEffect(() => onMessageChange({ control, subscribe }, drafts.touch), [control, subscribe, drafts])

  const { blankMessage } = desk
  const blankBefore = useRef(blank)
  // Rules that come while the agent types apply to the typed text; a draft that is not begun becomes the new blank draft.
  useEffect(() => {
    if (!rules || !ruled || !sameMessageDraft(blankMessage, ruled)) return
    const typed = getValues()
    const before = blankBefore.current
    blankBefore.current = ruled
    const isBegunHere = isFrontBegun || !sameMessageDraft(typed, before)
    const next = isBegunHere ? laidUnder(typed, before, ruled, rules) : ruled
    if (!sameMessageDraft(typed, next)) reset(next, isBegunHere ? keepAllButValues : {})
  }, [blankMessage, rules, ruled, isFrontBegun, getValues, reset])

  // The customer agreed to get this message, and not another one.
  useEffect(
    () =>
      subscribe({
        name: ['to', 'text', 'channel', 'templateId', 'templateValues'],
        formState: { values: true },
        callback: () => {
          if (getValues('hasConsent')) setValue('hasConsent', false)
        },
      }),
    [subscribe, getValues, setValue],
  )

  // Validation only ever runs in events, so the latest committed circumstances are the right ones.
  useEffect(() => {
    const { attributes, hiddenBytes } = inheritance
    judgeUnder({
      rules,
      isContactUndecided,
      ...(contactId === undefined ? {} : { contactId }),
      linkedContact: {
        ...(contact ? { channel: contact.channel } : {}),
        ...(inheritance.status === 'known' ? { attributes, hiddenBytes } : {}),
      },
    })
  })
  useEffect(() => {
    judgeComplaints()
    // Only a change of the circumstances is a reason to judge again; the function changes at each render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [contactId, isContactUndecided, inheritance, rules])

  return { form, rules, showRefusal }
}
