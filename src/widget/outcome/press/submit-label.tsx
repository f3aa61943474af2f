import type { ReactNode } from 'react'
import { useFormContext, useFormState, useWatch } from 'react-hook-form'
import type { DraftSubmissionState } from '../../../client/submissions/draft-submission.ts'
import { scheduledInstant } from '../../../core/fields/schedule/schedule-draft.ts'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import type { LateMessages } from '../../../i18n/messages/late-messages.ts'
import { useTimeZone } from '../../form-model/use-time-zone.ts'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { scheduleLabel } from './schedule-label.ts'
import { isWorthTrying } from '../failure/failure-remedy.ts'

export interface SubmitLabelProps {
  readonly state: DraftSubmissionState
}

/** The words in the button for a task. */
export const SubmitLabel = (press: SubmitLabelProps) => (
  <PressLabel {...press}>
    <ActionLabel />
  </PressLabel>
)

/** The words in the button: what a press does, or what is happening now. */
export function PressLabel({ state, children: action }: SubmitLabelProps & { readonly children: ReactNode }) {
  const words = useLateMessages().submit
  switch (state.status) {
    case 'idle':
    case 'done':
    case 'confirmed':
      return action
    case 'not-done':
      return isWorthTrying(state.failure) ? <span>{words.tryAgain}</span> : action
    case 'unknown':
      return <span>{words.checkAgain}</span>
    case 'sending':
    case 'waiting':
    case 'checking':
      return (
        <>
          <span className="tl-spinner" aria-hidden="true" />
          <span>{underWay(state, words)}</span>
        </>
      )
  }
}

/** Making arrived files ready takes only a moment, so the button already says that the task is being created. */
function underWay(
  state: DraftSubmissionState & { readonly status: 'sending' | 'waiting' | 'checking' },
  words: LateMessages['submit'],
): string {
  if (state.status !== 'waiting' || state.wait.for !== 'files') return words[state.status]
  return state.wait.left > 0 ? words.files(state.wait.left) : words.sending
}

function ActionLabel() {
  const { messages, now } = usePanelSetting()
  const formats = useFormats()
  const words = useLateMessages().submit
  const timeZone = useTimeZone()
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const schedule = useWatch({ control, name: 'schedule' })
  const { errors } = useFormState({ control, name: 'schedule' })
  if (schedule.when === 'now') return <span>{messages.submit}</span>
  const { instant } = scheduledInstant(schedule, timeZone)
  return (
    <span>
      {instant && !errors.schedule
        ? scheduleLabel(schedule, instant, { now: now(), formats, write: words.scheduleFor })
        : words.schedule}
    </span>
  )
}
