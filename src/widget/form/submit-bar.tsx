import type { RefObject } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { SubmissionState } from '../../client/submission.ts'
import type { Contact } from '../../core/contact.ts'
import type { TaskRequest } from '../../core/task-request.ts'
import type { TaskDraft } from '../../core/task-draft.ts'
import { Late, useIsLateFailed } from '../late/late.tsx'
import { usePanelSetting } from '../panel-setting.ts'

export interface SubmitBarProps {
  readonly contact: Contact | undefined
  readonly submission: SubmissionState
  readonly isBlocked: boolean
  /** It was pressed while the panel was blocked. */
  readonly isPressRefused: boolean
  readonly onStopWaiting: () => void
  readonly buttonRef: RefObject<HTMLButtonElement | null>
}

/** The one button that creates; it says what it will do, and for whom. */
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
      {/* Never `disabled` while sending: that would take the keyboard's place away. */}
      <button
        ref={buttonRef}
        type="submit"
        // Pressing it must not leave the field before: a complaint that comes or goes would move the button away from the click.
        onMouseDown={(event) => event.preventDefault()}
        className="tl-primary"
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

/** Nothing is under way or in doubt, so a task may be sent. */
export const isSettled = ({ status }: SubmissionState) => status === 'idle' || status === 'not-created'

function progressWords(
  submission: SubmissionState,
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
    case 'created':
    case 'not-created':
    case 'unknown':
      return ''
  }
}
