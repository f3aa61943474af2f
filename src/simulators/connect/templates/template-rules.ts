import type { StartTaskRequest } from '../task/start-task-request.ts'
import { invalidRequest } from '../wire/service-error.ts'
import type { TaskTemplate, TemplateField } from './task-template.ts'
import { futureKind, referenceTypeIn, templateKinds } from './template-kinds.ts'

/**
 * Connect documents these rules for `UpdateContactTaskTemplate`: required fields, names, types, lengths. The constraints of
 * read-only and invisible fields bind agents in the CCP; the simulator refuses other values, so that no caller ignores them.
 */
export function checkTemplateFields(request: StartTaskRequest, template: TaskTemplate) {
  for (const field of template.fields) {
    const mistake = isMoot(field, request, template) ? undefined : mistakeIn(field, request)
    if (mistake !== undefined)
      throw invalidRequest(`The field ${field.name} of the task template ${mistake}.`)
  }
}

function isMoot(
  { type }: TemplateField,
  { assignmentType }: StartTaskRequest,
  { flowId, selfAssignFlowId }: TaskTemplate,
) {
  // A task has one flow: the template's own, or that of a quick connect.
  if (type === 'QUICK_CONNECT') return flowId !== undefined || assignmentType !== undefined
  return type === 'SELF_ASSIGN' && selfAssignFlowId === undefined
}

function mistakeIn(field: TemplateField, request: StartTaskRequest): string | undefined {
  const kind = templateKinds.get(field.type)
  const value = (kind ?? futureKind).valueIn(request, field)
  if (field.isRequired && isBlank(value)) return 'is required'
  // The rules for the values of an unknown type are not known.
  if (kind === undefined) return undefined
  const standard = isBlank(field.default) ? undefined : kind.readDefault(field.default ?? '', field)
  // Spaces at the ends mean nothing to a reader, and callers may trim them.
  if (isFixed(field, standard) && value?.trim() !== standard?.trim()) return 'has a fixed value'
  if (value === undefined) return undefined
  const type = referenceTypeIn(request, field)
  if (kind.reference !== undefined && type !== kind.reference) return `must be of type ${kind.reference}`
  return kind.mistakeIn?.(value, field)
}

const isBlank = (text: string | undefined) => (text ?? '').trim() === ''

const neededTypes: ReadonlySet<string> = new Set(['NAME', 'QUICK_CONNECT'])

/** An agent must be able to fill in a field that a task needs and that has no default. */
function isFixed(
  { type, isReadOnly, isInvisible, isRequired }: TemplateField,
  standard: string | undefined,
): boolean {
  const isNeeded = isRequired ?? neededTypes.has(type)
  return (isReadOnly ?? isInvisible ?? false) && (standard !== undefined || !isNeeded)
}
