import { instanceArn } from '../../instance/instance.ts'

/** The field types of Connect's API (`TaskTemplateFieldType`). Connect may add others. */
export const templateFieldTypes = [
  'NAME',
  'DESCRIPTION',
  'SCHEDULED_TIME',
  'QUICK_CONNECT',
  'URL',
  'NUMBER',
  'TEXT',
  'TEXT_AREA',
  'DATE_TIME',
  'BOOLEAN',
  'SINGLE_SELECT',
  'EMAIL',
  'SELF_ASSIGN',
  'EXPIRY_DURATION',
] as const

export const templateStatuses = ['ACTIVE', 'INACTIVE'] as const

export interface TemplateField {
  readonly name: string
  /** One of `templateFieldTypes`, or a type that Connect may add. */
  readonly type: string
  readonly description?: string
  readonly isRequired?: true
  readonly isReadOnly?: true
  readonly isInvisible?: true
  readonly default?: string
  readonly options?: readonly string[]
}

export interface TaskTemplate {
  readonly templateId: string
  readonly name: string
  readonly description?: string
  readonly status: (typeof templateStatuses)[number]
  readonly flowId?: string
  readonly selfAssignFlowId?: string
  readonly fields: readonly TemplateField[]
  /** Grows with each change (`snapshotVersion` in Connect's API). */
  readonly version: number
  /** Milliseconds since the epoch, like `modifiedAt`. */
  readonly createdAt: number
  readonly modifiedAt: number
}

export const templateArn = ({ templateId }: Pick<TaskTemplate, 'templateId'>) =>
  `${instanceArn}/task-template/${templateId}`
