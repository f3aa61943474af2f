import type { RefObject } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { TaskSubmissionState } from '../../client/create-task.ts'
import type { Contact } from '../../core/contact.ts'
import type { TaskRequest, TaskDraft } from '../../core/task-parts.ts'
import { Late, useIsLateFailed } from '../late/late.tsx'
import { usePanelSetting } from '../panel-setting.ts'

export interface SubmitBarProps {
  readonly contact: Contact | undefined
  readonly submission: TaskSubmissionState
  readonly isBlocked: boolean
  /** The agent pressed the button while the panel was blocked. */
  readonly isPressRefused: boolean
  readonly onStopWaiting: () => void
  readonly buttonRef: RefObject<HTMLButtonElement | null>
}

/** The button that creates the task; its label names the action and the contact. */
export function SubmitBar(props: SubmitBarProps) {
  const { contact, submission, isBlocked, isPressRefused, onStopWaiting, buttonRef } = props
  const { messages } = usePanelSetting()
  // The rules could not be loaded, and nothing is sent unchecked.
  const isWithoutRules = useIsLateFailed()
  const words = messages.submit
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const [when, link] = useWatch({ control, name: ['schedule.when', 'link'] })
  const linked = link === 'none' ? undefined : contact
  const progress = progressWords(submission, words)
  const label =
    when === 'now'
      ? linked
        ? words.createFor(linked)
        : words.create
      : linked
        ? words.scheduleFor(linked)
        : words.schedule
  return (
    <div className="tl-submit">
      {/* Never `disabled` while sending: the button would lose the focus. */}
      <button
        ref={buttonRef}
        type="submit"
        // A press must not blur the field before it: a complaint that appears or disappears would move the button away from the click.
        onMouseDown={(event) => event.preventDefault()}
        className="tl-primary"
        part="submit"
        aria-disabled={isBlocked || isWithoutRules || !isSettled(submission) || undefined}
        aria-busy={progress !== '' || undefined}
      >
        {label}
      </button>
      <p role="status" className="tl-progress">
        {progress}
      </p>
      {submission.status === 'waiting' && (
        <Late fallback={null}>
          {({ WaitingTime }) => (
            <WaitingTime seconds={submission.seconds} onStop={onStopWaiting} nextRef={buttonRef} />
          )}
        </Late>
      )}
      <div role="status" className="tl-progress">
        <Late>{({ PressRefused }) => isPressRefused && <PressRefused />}</Late>
      </div>
    </div>
  )
}

/** No task of this draft is being sent or has an unknown outcome, so it may be sent. */
export const isSettled = ({ status }: TaskSubmissionState) => status === 'idle' || status === 'not-done'

function progressWords(
  submission: TaskSubmissionState,
  words: ReturnType<typeof usePanelSetting>['messages']['submit'],
): string {
  switch (submission.status) {
    case 'sending':
      return words.sending
    case 'waiting':
      return words.waiting
    case 'checking':
      return words.checking
    case 'idle':
    case 'done':
    case 'not-done':
    case 'unknown':
      return ''
  }
}
