import { emptyDraft } from './task-draft.ts'
import type { TaskDraft } from './task-parts.ts'

/** True for every key of the empty draft; TypeScript does not know their names. */
const isFieldName = (name: string): name is keyof TaskDraft => Object.hasOwn(emptyDraft, name)

/** The fields of a draft, in the order of the form. */
export const fieldNames = Object.keys(emptyDraft).filter(isFieldName)
