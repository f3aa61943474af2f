import type { ReferenceType } from './references/reference.ts'

/** The part of StartTaskContact's parameters that describes the task. The proxy's compile holds it against the SDK's. */
export interface TaskParameters {
  readonly Name?: string
  readonly Description?: string
  readonly ContactFlowId?: string
  readonly QuickConnectId?: string
  readonly TaskTemplateId?: string
  readonly RelatedContactId?: string
  readonly PreviousContactId?: string
  readonly References?: Record<string, { Type: ReferenceType; Value: string }>
  readonly Attributes?: Record<string, string>
  readonly ScheduledTime?: Date
  readonly SegmentAttributes?: SegmentAttributes
}

/** A file as Connect fetches it. */
export interface TaskAttachment {
  readonly FileName: string
  readonly S3Url: string
}

export type SegmentAttributes = Record<
  string,
  { ValueString: string } | { ValueMap: Record<string, { ValueInteger: number }> }
>
