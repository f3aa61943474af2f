import { useEffect, useLayoutEffect, useRef } from 'react'
import { useWatch } from 'react-hook-form'
import type { ContactSession } from '../../contacts/contact-source.ts'
import { blankDraft, draftUnder } from '../../core/field-rules-draft.ts'
import { carriedLink } from '../../core/field-rules.ts'
import { scheduleHorizonDaysDefault } from '../../core/limits.ts'
import { sameDraft } from '../../core/task-draft.ts'
import { frontOf, isUndecided, type Desk } from '../../drafts/desk.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { useMe } from '../panel-queries.ts'
import { usePanelSetting } from '../panel-setting.ts'
import { isAnotherAgent, isUnsure } from '../contact/session-agent.ts'
import { nothingInherited, useInheritance, type Inheritance } from '../contact/use-inheritance.ts'
import { useTaskForm, type TaskFormHandle } from './use-task-form.ts'

export interface Draft extends Pick<TaskFormHandle, 'form' | 'showRefusal'> {
  /** What the task gets from its contact, the way it is linked now. */
  readonly inheritance: Inheritance
  readonly horizonDays: number
  /** Somebody else is at work in the CCP: what is created here would be in the wrong name. */
  readonly isBlocked: boolean
}

const keepAllButValues = {
  keepDefaultValues: true,
  keepErrors: true,
  keepIsSubmitted: true,
  keepSubmitCount: true,
  keepTouched: true,
} as const

/** The draft in front of the agent: its form, and the rules that hold for it and its contact together. */
export function useDraft(session: ContactSession, desk: Desk, drafts: DraftsAtHand): Draft {
  const { timeZone, fields: fieldRules } = usePanelSetting()
  const me = useMe().data
  const horizonDays = me?.scheduleHorizonDays ?? scheduleHorizonDaysDefault
  const { id, contact, values, isBegun } = frontOf(desk)
  const { form, judgeUnder, judgeComplaints, showRefusal } = useTaskForm(
    { timeZone, scheduleHorizonDays: horizonDays, fieldRules },
    { blank: desk.blank, values: isBegun ? draftUnder(values, fieldRules) : values },
  )
  const link = useWatch({ control: form.control, name: 'link' })
  const isContactUndecided = isUndecided(desk)
  const inheritance = useInheritance(contact)

  const { getValues } = form
  // A copy: react-hook-form goes on writing into the rows it has given out.
  useLayoutEffect(() => drafts.attach(id, () => structuredClone(getValues())), [drafts, id, getValues])

  const { blank } = desk
  const { reset } = form
  const blankBefore = useRef(blank)
  // Rules that come while somebody types hold for what is typed; what nobody has begun is laid anew, under their hands.
  useEffect(() => {
    if (!sameDraft(blank, blankDraft(fieldRules))) return
    const typed = getValues()
    // One that was asked for is begun, though it may hold no more than a new one.
    const isBegunHere = isBegun || !sameDraft(typed, blankBefore.current)
    blankBefore.current = blank
    const ruled = isBegunHere ? draftUnder(typed, fieldRules) : blank
    if (!sameDraft(typed, ruled)) reset(ruled, isBegunHere ? keepAllButValues : {})
  }, [blank, fieldRules, isBegun, getValues, reset])

  // Validation only ever runs in events, so the latest committed circumstances are the right ones.
  useEffect(() => {
    const { attributes, hiddenBytes } = inheritance
    judgeUnder({
      timeZone,
      scheduleHorizonDays: horizonDays,
      fieldRules,
      isContactUndecided,
      ...(contact ? { contactId: contact.contactId } : {}),
      linkedContact: {
        ...(contact ? { channel: contact.channel } : {}),
        ...(inheritance.status === 'known' ? { attributes, hiddenBytes } : {}),
      },
    })
  })

  useEffect(() => {
    judgeComplaints()
    // Only what has changed around the draft is a reason; the function itself changes at each render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [contact?.contactId, isContactUndecided, inheritance, timeZone, fieldRules])

  return {
    form,
    showRefusal,
    inheritance: carriedLink(link, fieldRules, contact?.channel) === 'none' ? nothingInherited : inheritance,
    horizonDays,
    isBlocked: isAnotherAgent(session, me) || isUnsure(session, me),
  }
}
