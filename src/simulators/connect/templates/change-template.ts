import type { InstanceState } from '../state/instance-state.ts'
import { notFound } from '../wire/service-error.ts'
import type { TaskTemplate, TemplateField } from './task-template.ts'

export type TemplateChanges = Partial<
  Omit<TaskTemplate, 'templateId' | 'version' | 'createdAt' | 'modifiedAt'>
>

/** Publishes a new version of a template, as an administrator could. */
export function changeTemplate(
  state: InstanceState,
  templateId: string,
  changesOf: (template: TaskTemplate) => TemplateChanges,
): void {
  const before = state.templates.find((template) => template.templateId === templateId)
  if (before === undefined) throw notFound('Task template not found.')
  const after = {
    ...before,
    ...changesOf(before),
    version: before.version + 1,
    modifiedAt: state.now(),
  }
  state.templates = state.templates.map((template) => (template === before ? after : template))
  state.earlierTemplates.push(before)
}

const approval: TemplateField = { name: 'Approval code', type: 'TEXT', isRequired: true }

/** The changes that a control call can make to a template. */
export const templateChanges = {
  activate: () => ({ status: 'ACTIVE' }),
  deactivate: () => ({ status: 'INACTIVE' }),
  /** Removes the last field and adds a required one. */
  republish: ({ fields }) => ({
    fields: [...fields.filter(({ name }) => name !== approval.name).slice(0, -1), approval],
  }),
} as const satisfies Record<string, (template: TaskTemplate) => TemplateChanges>

export const templateChangeNames = [
  'activate',
  'deactivate',
  'republish',
] as const satisfies readonly (keyof typeof templateChanges)[]
