import { useCallback, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useFormContext, useFormState } from 'react-hook-form'
import type { MessageDraft, MessageRequest } from '../../../core/message/message-parts.ts'
import { movesOf } from '../../../drafts/desk-moves.ts'
import { controlNamed, findControl } from '../../controls/focus/focus-control.ts'
import { keepPlace } from '../../controls/focus/keep-place.ts'
import type { OpenSections } from '../../form/use-open-sections.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { PressNotices, type PressNoticesProps } from '../../outcome/press-notices.tsx'
import type { ListenToDraft } from '../../outcome/question/use-repeat-question.ts'
import { useMessageWords } from '../mode/message-words.ts'
import { listMessageErrors, type MessageComplaint } from '../model/list-message-errors.ts'
import { onMessageChange } from '../model/message-changes.ts'
import { messageSectionOf, type MessagePath, type MessageSection } from '../model/message-path.ts'

export interface MessageNoticesProps extends PressNoticesProps {
  readonly sections: OpenSections<MessageSection>
  /** The message can go to no other number. */
  readonly isToFixed: boolean
  /** The list of contacts, if the complaint about the link leads there. */
  readonly chooserRef: RefObject<HTMLDivElement | null> | undefined
}

/**
 * The fields to correct, once the agent has pressed the button. If the agent was at another draft since, react-hook-form does not
 * know of the press any more, but the refusal is still known.
 */
function useMessageComplaints({ status }: PressNoticesProps['state']): readonly MessageComplaint[] {
  const words = useMessageWords()
  const late = useLateMessages()
  const { control, getValues } = useFormContext<MessageDraft, unknown, MessageRequest>()
  const { errors, isSubmitted } = useFormState({ control })
  return isSubmitted || status === 'not-done' ? listMessageErrors(errors, getValues(), { words, late }) : []
}

function controlIn(form: HTMLFormElement, path: MessagePath): HTMLElement | null {
  if (path === 'attributes') return findControl(form, 'attributes.root')
  if (path === 'link') return findControl(form, path)
  return controlNamed(form, path) ?? null
}

/** No message can go to the only number that is allowed. */
function TaskInstead({ drafts }: Pick<PressNoticesProps, 'drafts'>) {
  const words = useMessageWords().accepted
  return (
    <div className="tl-notice-actions">
      <button
        type="button"
        className="tl-primary"
        onClick={({ currentTarget }) =>
          keepPlace(currentTarget, () => movesOf(drafts).switchKind('task'), 'mode')
        }
      >
        {words.createTask}
      </button>
    </div>
  )
}

/** The notices about a press of the button for a message. */
export function MessageNotices({ sections, chooserRef, isToFixed, ...press }: MessageNoticesProps) {
  const { control, subscribe } = useFormContext<MessageDraft, unknown, MessageRequest>()
  const listen: ListenToDraft = useCallback(
    (changed) => onMessageChange({ control, subscribe }, changed),
    [control, subscribe],
  )
  const controlOf = (path: MessagePath) => {
    if (path === 'link' && chooserRef) return chooserRef.current
    const section = messageSectionOf(path)
    // Open the section first: a field in a closed section cannot take the focus.
    if (section) flushSync(() => sections.toggle(section, true))
    const form = press.buttonRef.current?.form
    return form ? controlIn(form, path) : null
  }
  const { state } = press
  const isRefusedForGood =
    isToFixed && state.status === 'not-done' && state.failure.code === 'recipient-refused'
  const isUnseen = (path: MessagePath) => {
    const section = messageSectionOf(path)
    return section !== undefined && !sections.isOpen(section)
  }
  return (
    <PressNotices
      {...press}
      complaints={useMessageComplaints(press.state)}
      isUnseen={isUnseen}
      isLocked={(path) => path === 'to' && isToFixed}
      controlOf={controlOf}
      onDraftChange={listen}
      insteadOf={isRefusedForGood && <TaskInstead drafts={press.drafts} />}
    />
  )
}
