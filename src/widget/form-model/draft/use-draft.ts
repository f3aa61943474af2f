import { useEffect, useLayoutEffect, useMemo, useState } from 'react'
import type { ContactSession } from '../../../contacts/contact-source.ts'
import type { DraftUploads } from '../../../client/uploads/drafts/draft-uploads.ts'
import { scheduleHorizonDaysDefault } from '../../../core/fields/schedule/horizon.ts'
import { sameDraft } from '../../../core/task/task-draft.ts'
import { frontOf, isUndecided, type Desk } from '../../../drafts/desk/desk.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { isBegun } from '../../../drafts/desk/kept-draft.ts'
import { isAnotherAgent, isUnsure } from '../../contact/session-agent.ts'
import { linkedCircumstances, useInheritance } from '../../contact/use-inheritance.ts'
import { useMe } from '../../setting/panel-queries.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { onDraftChange } from './draft-changes.ts'
import { useFormOnDesk, useNewRules } from './form-on-desk.ts'
import { arrivingIn, useArriving } from '../uploads/use-arriving.ts'
import type { FormRules } from '../rules/form-rules.ts'
import { noTemplate, type TemplateReading } from '../rules/template-reading.ts'
import { useRules } from '../rules/use-rules.ts'
import { useTaskForm, type TaskFormHandle } from './use-task-form.ts'

/**
 * Who owns a draft:
 *
 * - **react-hook-form** owns the values of the draft in front of the agent, from the first to the last key. Only the agent and
 * new rules (below) write into it.
 * - **The desk** owns everything else: which drafts there are, which one is in front, the contact of each, what was sent. It
 * has the values of the drafts that wait. Of the draft in front it reads the form whenever it decides something or stores
 * something, so it never decides by an old text. Values flow from the form to the desk; they flow back only when a draft is put
 * in front, which mounts a new form.
 * - **The uploads** own the files of all drafts: they write into the desk what has arrived, and the form in front has a copy.
 * - **The store** (IndexedDB) has the desk's begun drafts as they were at most 300 ms ago. It is read once, when the agent's
 * account is known.
 * - **The rules** are computed here from their sources. The part of the form that shows a template reads that template. New
 * rules are applied to the values in the form, and give the desk its empty draft.
 */
export interface Draft extends Pick<TaskFormHandle, 'form' | 'showRefusal'> {
  readonly rules: FormRules
  /** Call this with the chosen template, also while it is still being read. */
  readonly showTemplate: (reading: TemplateReading) => void
  /** The CCP's agent is, or may be, another person: the task would be created in the wrong name. */
  readonly isBlocked: boolean
}

/** The form of the draft in front of the agent, and the rules for it and its contact. */
export function useDraft(
  session: ContactSession,
  desk: Desk,
  drafts: DraftsAtHand,
  uploads: DraftUploads | undefined,
): Draft {
  const { zone } = usePanelSetting()
  const me = useMe().data
  const [reading, showTemplate] = useState(noTemplate)
  const rules = useRules(reading)
  const horizonDays = me?.scheduleHorizonDays ?? scheduleHorizonDaysDefault
  const front = frontOf(desk)
  const { id, contact } = front
  // A message has a form of its own.
  const content = front.kind === 'task' ? front.content : rules.blank
  const isFrontBegun = isBegun(front)
  const { form, judgeUnder, judgeComplaints, showRefusal } = useTaskForm(
    { zone, scheduleHorizonDays: horizonDays, fieldRules: rules.fields },
    { blank: rules.blank, values: isFrontBegun ? rules.lay(content) : rules.blank },
  )
  const isContactUndecided = isUndecided(desk)
  const inheritance = useInheritance(contact)

  const { getValues, setValue } = form
  useFormOnDesk(form, { drafts, id, blank: rules.blank, listen: onDraftChange })
  // The desk owns the files, because they are uploaded even while another draft is in front. The form has a copy, so that the
  // rules check them.
  const attachments = useMemo(() => rules.lay(content).attachments, [rules, content])
  useLayoutEffect(() => {
    const isSame = JSON.stringify(getValues('attachments')) === JSON.stringify(attachments)
    if (!isSame) setValue('attachments', attachments)
  }, [attachments, getValues, setValue])
  const { blank, lay } = rules
  useNewRules(form, { blank, blankOfDesk: desk.blank, isFrontBegun, isSame: sameDraft, lay })

  const arriving = useArriving(uploads)
  // Validation runs only in events, so it is enough to pass the circumstances on after each rendering.
  useEffect(() => {
    judgeUnder({
      zone,
      scheduleHorizonDays: horizonDays,
      fieldRules: rules.fields,
      isContactUndecided,
      isArriving: (fileId) => arrivingIn(uploads).split(' ').includes(fileId),
      ...linkedCircumstances(contact, inheritance),
    })
  })

  useEffect(() => {
    judgeComplaints()
    // Check again only if the circumstances change. The function is another one at each rendering.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [contact?.contactId, isContactUndecided, inheritance, zone, rules.fields, arriving])

  return {
    form,
    rules,
    showTemplate,
    showRefusal,
    isBlocked: isAnotherAgent(session, me) || isUnsure(session, me),
  }
}
