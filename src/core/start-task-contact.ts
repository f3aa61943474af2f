import type { ReferenceType } from './fields/reference-types.ts'
import type { Task } from './task.ts'

/** Who asks, through which door: the part of the call that never comes from a browser. */
export interface TaskOrigin {
  readonly instanceId: string
  readonly createdByUserArn: string
  readonly clientToken: string
}

/** StartTaskContact's parameters in Connect's own words; the proxy's compile holds them against the SDK's. */
export interface StartTaskContactParameters {
  InstanceId: string
  ClientToken: string
  Name: string
  Description?: string
  ContactFlowId?: string
  QuickConnectId?: string
  RelatedContactId?: string
  PreviousContactId?: string
  References?: Record<string, { Type: ReferenceType; Value: string }>
  Attributes?: Record<string, string>
  ScheduledTime?: Date
  SegmentAttributes: Record<
    string,
    { ValueString: string } | { ValueMap: Record<string, { ValueInteger: number }> }
  >
}

function flowSource({ destination }: Task) {
  return destination.type === 'flow'
    ? { ContactFlowId: destination.flowId }
    : { QuickConnectId: destination.quickConnectId }
}

function linkedTo({ link }: Task) {
  if (!link) return {}
  return link.type === 'related'
    ? { RelatedContactId: link.contactId }
    : { PreviousContactId: link.contactId }
}

// Object.fromEntries defines own properties, so a key named `__proto__` arrives as a key.
function referencesMember({ references }: Task) {
  if (references.size === 0) return {}
  const entries = [...references].map(
    ([name, { type, value }]) => [name, { Type: type, Value: value }] as const,
  )
  return { References: Object.fromEntries(entries) }
}

const attributesMember = ({ attributes }: Task) =>
  attributes.size === 0 ? {} : { Attributes: Object.fromEntries(attributes) }

/** A checked task as Connect takes it: no empty members, because the SDK would send them and Connect refuse them. */
export function startTaskContact(task: Task, origin: TaskOrigin): StartTaskContactParameters {
  const { description, scheduledTime, expiryMinutes } = task
  return {
    InstanceId: origin.instanceId,
    ClientToken: origin.clientToken,
    Name: task.name,
    ...(description ? { Description: description } : {}),
    ...flowSource(task),
    ...linkedTo(task),
    ...referencesMember(task),
    ...attributesMember(task),
    ...(scheduledTime ? { ScheduledTime: scheduledTime } : {}),
    SegmentAttributes: {
      'connect:CreatedByUser': { ValueString: origin.createdByUserArn },
      ...(expiryMinutes === undefined
        ? {}
        : { 'connect:ContactExpiry': { ValueMap: { ExpiryDuration: { ValueInteger: expiryMinutes } } } }),
    },
  }
}
