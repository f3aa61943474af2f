import { useFormContext, useFormState } from 'react-hook-form'
import type { Issue } from '../../core/issues/issues.ts'
import type { TaskDraft, TaskRequest } from '../../core/task/task-parts.ts'
import { sectionOf } from '../form-model/errors/form-path.ts'
import { listErrors, placeOf } from '../form-model/errors/list-errors.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'
import { sectionOfField, type SectionName } from '../form-model/form-fields.ts'

/**
 * The number of complaints in a section. Complaints about missing values are left out, because the section's line counts them
 * already.
 */
export function useCorrectionCount(section: SectionName): number {
  const { messages } = usePanelSetting()
  const late = useLateMessages()
  const { control, getValues, getFieldState } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const formState = useFormState({ control })
  const { errors } = formState
  // Return early: most sections have no complaint, and this runs for each typed key.
  if (!Object.keys(errors).some((field) => sectionOfField(field) === section)) return 0
  const missing: Issue['code'] = 'field-required'
  return listErrors(errors, getValues(), { messages, late }).filter(
    ({ path }) =>
      sectionOf(path) === section && getFieldState(placeOf(path), formState).error?.type !== missing,
  ).length
}
