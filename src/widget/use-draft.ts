import { useEffect } from 'react'
import { useFormState, useWatch } from 'react-hook-form'
import type { ContactSession } from '../contacts/contact-source.ts'
import { scheduleHorizonDaysDefault } from '../core/limits.ts'
import { nothingInherited, type Inheritance } from './use-inheritance.ts'
import { useMe } from './panel-queries.ts'
import { usePanelSetting } from './panel-setting.ts'
import { isAnotherAgent } from './session-notice.tsx'
import { useInheritance } from './use-inheritance.ts'
import { usePinnedContact, type PinnedContact } from './use-pinned-contact.ts'
import { useTaskForm, type TaskFormHandle } from './use-task-form.ts'

export interface Draft extends Pick<TaskFormHandle, 'form' | 'showRefusal'> {
  readonly pinned: PinnedContact
  /** What the task gets from its contact, the way it is linked now. */
  readonly inheritance: Inheritance
  readonly horizonDays: number
  /** Somebody else is at work in the CCP: what is created here would be in the wrong name. */
  readonly isBlocked: boolean
}

/** One draft: the form, the contact it is about, and the rules that hold for the two together. */
export function useDraft(session: ContactSession): Draft {
  const { timeZone } = usePanelSetting()
  const me = useMe().data
  const horizonDays = me?.scheduleHorizonDays ?? scheduleHorizonDaysDefault
  const { form, judgeUnder, judgeComplaints, showRefusal } = useTaskForm({
    timeZone,
    scheduleHorizonDays: horizonDays,
  })
  const { isDirty } = useFormState({ control: form.control })
  const link = useWatch({ control: form.control, name: 'link' })
  const pinned = usePinnedContact(session, isDirty)
  const { contact, isUndecided } = pinned
  const inheritance = useInheritance(contact)

  // Validation only ever runs in events, so the latest committed circumstances are the right ones.
  useEffect(() => {
    judgeUnder({
      timeZone,
      scheduleHorizonDays: horizonDays,
      isContactUndecided: isUndecided,
      ...(contact ? { contactId: contact.contactId } : {}),
      linkedContact: {
        ...(contact ? { channel: contact.channel } : {}),
        ...(inheritance.status === 'known' ? { attributes: inheritance.attributes } : {}),
      },
    })
  })

  useEffect(() => {
    judgeComplaints()
    // Only what has changed around the draft is a reason; the function itself changes at each render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [contact?.contactId, isUndecided, inheritance])

  return {
    form,
    showRefusal,
    pinned,
    inheritance: link === 'none' ? nothingInherited : inheritance,
    horizonDays,
    isBlocked: isAnotherAgent(session, me),
  }
}
