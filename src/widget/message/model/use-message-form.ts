import { useLayoutEffect, useRef, useState } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { ClientFailure } from '../../../client/task-client-error.ts'
import { readIssue } from '../../../contract/problems/wire-issue.ts'
import { fieldInDraft } from '../../../core/creating/prepare.ts'
import { sameMessageDraft } from '../../../core/message/message-draft.ts'
import type { MessageDraft, MessageRequest } from '../../../core/message/message-parts.ts'
import { readMessageDraft } from '../../../core/message/prepare-message.ts'
import { useMending } from '../../form-model/draft/use-mending.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { complainedPlaces } from './list-message-errors.ts'
import { messagePath } from './message-path.ts'
import { messageResolver, type KnownOfMessage } from './message-resolver.ts'

export type MessageFormModel = UseFormReturn<MessageDraft, unknown, MessageRequest>

export interface MessageFormHandle {
  readonly form: MessageFormModel
  /** Gives the resolver its circumstances. The form exists before they are known. */
  readonly judgeUnder: (known: KnownOfMessage) => void
  readonly judgeComplaints: () => void
  /** Shows the proxy's complaints beside the fields they are about. */
  readonly showRefusal: (failure: ClientFailure) => void
}

interface StartingPoint {
  readonly blank: MessageDraft
  readonly values: MessageDraft
}

/** A message in react-hook-form. It behaves like the form for tasks. */
export function useMessageForm(initial: KnownOfMessage, starting: StartingPoint): MessageFormHandle {
  const { now } = usePanelSetting()
  const late = useLateMessages()
  const known = useRef(initial)
  const [{ blank, values: begun }] = useState(starting)
  const form: MessageFormModel = useForm<MessageDraft, unknown, MessageRequest>({
    defaultValues: blank,
    mode: 'onTouched',
    // Without the delay, a complaint could appear while the pointer is down, move the button and lose the click.
    delayError: 250,
    // The list of complaints gets the focus: the field itself may be in a closed section.
    shouldFocusError: false,
    resolver: (draft, context, options) =>
      messageResolver(known.current, now(), late.errors)(draft, context, options),
  })
  const { setError, getValues, reset } = form
  // A begun draft counts as changed, so the defaults of the form stay those of an empty draft.
  useLayoutEffect(() => {
    if (!sameMessageDraft(begun, blank)) reset(begun, { keepDefaultValues: true })
  }, [reset, begun, blank])
  const judgeComplaints = useMending(form, async (errors, values) => complainedPlaces(errors, values))
  return {
    form,
    judgeUnder: (circumstances) => {
      known.current = circumstances
    },
    judgeComplaints,
    showRefusal: ({ issues }) => {
      const { rules, ...setting } = known.current
      if (!rules) return
      const { rows } = readMessageDraft(getValues(), { ...setting, rules })
      for (const issue of issues) {
        const found = readIssue(issue)
        const path = found && messagePath(fieldInDraft(found.field, rows))
        if (path) setError(path, { type: found.code, message: late.errors.issue(found, now()) })
      }
    },
  }
}
