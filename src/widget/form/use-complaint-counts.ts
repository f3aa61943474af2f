import { useFormContext, useFormState } from 'react-hook-form'
import type { Issue } from '../../core/issues/issues.ts'
import type { TaskDraft, TaskRequest } from '../../core/task/task-parts.ts'
import { sectionOf } from '../form-model/errors/form-path.ts'
import { listErrors, placeOf } from '../form-model/errors/list-errors.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'
import { sectionOfField, type SectionName } from '../form-model/form-fields.ts'

export interface ComplaintCounts {
  /** Complaints about missing values. */
  readonly missing: number
  /** Complaints that the section's line does not count by itself. */
  readonly others: number
}

const missingCode: Issue['code'] = 'field-required'
const uploadCode: Issue['code'] = 'file-not-uploaded'
const none: ComplaintCounts = { missing: 0, others: 0 }

/** Counts the complaints in a section. Its line counts missing values and failed uploads by itself. */
export function useComplaintCounts(section: SectionName): ComplaintCounts {
  const { messages } = usePanelSetting()
  const late = useLateMessages()
  const { control, getValues, getFieldState } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const formState = useFormState({ control })
  const { errors } = formState
  // Return early: most sections have no complaint, and this runs for each typed key.
  if (!Object.keys(errors).some((field) => sectionOfField(field) === section)) return none
  const codes = listErrors(errors, getValues(), { messages, late })
    .filter(({ path }) => sectionOf(path) === section)
    .map(({ path }) => getFieldState(placeOf(path), formState).error?.type)
  const missing = codes.filter((code) => code === missingCode).length
  const uploads = codes.filter((code) => code === uploadCode).length
  return { missing, others: codes.length - missing - uploads }
}
