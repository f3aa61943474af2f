import { useFormContext, useWatch } from 'react-hook-form'
import type { Attribute } from '../core/attributes.ts'
import { referencesByteLength } from '../core/references.ts'
import type { TaskRequest } from '../core/task.ts'
import { referenceFromDraft, type TaskDraft } from '../core/task-draft.ts'
import { usePanelSetting } from './panel-setting.ts'

/** The references as they would be sent, counted: rows nobody has filled in are not. */
export function useReferenceFigures(): { readonly count: number; readonly usedBytes: number } {
  const { timeZone } = usePanelSetting()
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const references = useWatch({ control, name: 'references' })
  const filled = references.filter(({ name, value }) => name !== '' || value !== '')
  const usedBytes = referencesByteLength(filled.map((each) => referenceFromDraft(each, timeZone)))
  return { count: filled.length, usedBytes }
}

/** The task's own attributes as they would be sent. */
export function useOwnAttributes(): readonly Attribute[] {
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  return useWatch({ control, name: 'attributes' }).filter(({ key, value }) => key !== '' || value !== '')
}
