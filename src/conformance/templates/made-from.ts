import type { ReferenceType } from '@aws-sdk/client-connect'
import type { TaskTemplate } from '../../simulators/connect/templates/task-template.ts'

type Row = readonly [name: string, type: ReferenceType, value: string]

interface Place {
  readonly quickConnectId?: string
  readonly isSelfAssigned?: true
}

/** A task of a template, with these references: the names and types of fields. */
export const madeFrom = (template: TaskTemplate, rows: readonly Row[] = [], place: Place = {}) => ({
  template,
  asked: {
    destination: { type: 'template', templateId: template.templateId, ...place },
    references: rows.map(([name, type, value]) => ({ name, type, value })),
  },
  sent: {
    ContactFlowId: undefined,
    TaskTemplateId: template.templateId,
    ...(place.quickConnectId === undefined ? {} : { QuickConnectId: place.quickConnectId }),
    ...(rows.length === 0
      ? {}
      : { References: Object.fromEntries(rows.map(([name, Type, Value]) => [name, { Type, Value }])) }),
  },
})
