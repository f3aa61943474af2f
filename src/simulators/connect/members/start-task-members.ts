import type { TaskAttachment } from './task-attachments.ts'
import type { TaskReference } from './task-references.ts'

/** A StartTaskContact request in which each member is valid by itself. */
export interface StartTaskRequest {
  readonly instanceId: string
  readonly name: string
  readonly description: string | undefined
  readonly flowId: string | undefined
  readonly quickConnectId: string | undefined
  readonly templateId: string | undefined
  readonly previousContactId: string | undefined
  readonly relatedContactId: string | undefined
  readonly attributes: Readonly<Record<string, string>>
  readonly references: Readonly<Record<string, TaskReference>>
  /** Seconds since the epoch. */
  readonly scheduledTime: number | undefined
  readonly createdByUser: string | undefined
  readonly expiryMinutes: number | undefined
  readonly assignmentType: 'SELF' | undefined
  readonly attachments: readonly TaskAttachment[]
  readonly clientToken: string | undefined
}
