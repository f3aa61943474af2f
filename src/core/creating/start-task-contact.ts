import type { Task } from './check-task.ts'
import type { SegmentAttributes } from '../fields/segment-attributes.ts'

/** A file as Connect fetches it. */
export interface TaskAttachment {
  readonly FileName: string
  readonly S3Url: string
}

/** The part of the call that never comes from a browser. */
export interface TaskOrigin {
  readonly instanceId: string
  readonly createdByUserArn: string
  readonly clientToken: string
  /** The files of the task, in its order. */
  readonly attachments?: readonly TaskAttachment[]
}

/** The parameters of StartTaskContact. Compiling the proxy compares them with the SDK's types. */
export interface StartTaskContactParameters extends Task {
  readonly InstanceId: string
  readonly ClientToken: string
  readonly Attachments?: TaskAttachment[]
  readonly SegmentAttributes: SegmentAttributes
}

/** A checked task as a call to Connect, on behalf of a verified agent. */
export const startTaskContact = (task: Task, origin: TaskOrigin): StartTaskContactParameters => ({
  ...task,
  InstanceId: origin.instanceId,
  ClientToken: origin.clientToken,
  SegmentAttributes: {
    ...task.SegmentAttributes,
    'connect:CreatedByUser': { ValueString: origin.createdByUserArn },
  },
  // No member for an empty list: the SDK would send it, and Connect requires at least one file.
  ...(origin.attachments?.length ? { Attachments: [...origin.attachments] } : {}),
})
