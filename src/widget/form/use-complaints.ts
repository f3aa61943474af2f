import { useFormContext, useFormState } from 'react-hook-form'
import type { DraftSubmissionState } from '../../client/submissions/draft-submission.ts'
import { isOffered } from '../../core/fields/destination.ts'
import { destinationFromKey } from '../../core/fields/destination-key.ts'
import type { TaskDraft, TaskRequest } from '../../core/task/task-parts.ts'
import { withReasons } from '../form-model/errors/file-reasons.ts'
import { listErrors, type Complaint } from '../form-model/errors/list-errors.ts'
import { uploadFailureWords } from '../fields/references/files/row/failure-words.ts'
import { useFormRules } from '../form-model/rules/form-rules.ts'
import { useFilesOnTheirWay } from '../fields/references/files/use-task-files.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { useDestinations } from '../setting/panel-queries.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'

/**
 * The fields to correct, once the agent has pressed the button. If the agent was at another draft since, react-hook-form does not
 * know of the press any more, but the refusal is still known.
 */
export function useComplaints({ status }: Pick<DraftSubmissionState, 'status'>): readonly Complaint[] {
  const { messages, now } = usePanelSetting()
  const late = useLateMessages()
  const { control, getValues } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { errors, isSubmitted } = useFormState({ control })
  const { data } = useDestinations().read
  const files = useFilesOnTheirWay()
  const isLocked = useFormRules().access('destination') === 'locked'
  const isPressed = isSubmitted || status === 'not-done'
  if (!isPressed || Object.keys(errors).length === 0) return []
  const draft = getValues()
  const chosen = destinationFromKey(draft.destination)
  const isGone = data !== undefined && chosen !== undefined && !isOffered(chosen, data)
  const { notOffered, lost } = late.destinations
  const gone = { destination: { type: 'gone', message: isLocked ? lost : notOffered } }
  const complaints = listErrors({ ...(isGone ? gone : {}), ...errors }, draft, { messages, late })
  return withReasons(complaints, files, (failure) => uploadFailureWords(failure, late, now()))
}
