import { clientTokenLimit } from '../../../core/attempts/limits.ts'
import { contactIdLimit } from '../../../core/contact/contact.ts'
import { descriptionScalarLimit } from '../../../core/fields/description.ts'
import { nameScalarLimit } from '../../../core/fields/name.ts'
import { resourceIdLimit } from '../../../core/fields/destination.ts'
import { readAttributes } from '../members/task-attributes.ts'
import { readAttachments } from '../members/task-attachments.ts'
import { readReferences } from '../members/task-references.ts'
import { readScheduledTime } from '../members/task-schedule.ts'
import { readSegmentAttributes } from './task-segment-attributes.ts'
import { type Members, optionalText, requiredText } from '../wire/wire-members.ts'

const contactId = { min: 1, max: contactIdLimit }
const resourceId = { min: 1, max: resourceIdLimit }

/** Each member is checked by itself. */
export function readStartTaskRequest(body: Members) {
  return {
    instanceId: requiredText(body, 'InstanceId', { min: 1, max: 100 }),
    name: requiredText(body, 'Name', { max: nameScalarLimit }),
    description: optionalText(body, 'Description', { max: descriptionScalarLimit }),
    flowId: optionalText(body, 'ContactFlowId', resourceId),
    quickConnectId: optionalText(body, 'QuickConnectId', { min: 1 }),
    templateId: optionalText(body, 'TaskTemplateId', resourceId),
    previousContactId: optionalText(body, 'PreviousContactId', contactId),
    relatedContactId: optionalText(body, 'RelatedContactId', contactId),
    attributes: readAttributes(body),
    references: readReferences(body),
    scheduledTime: readScheduledTime(body),
    ...readSegmentAttributes(body),
    attachments: readAttachments(body),
    clientToken: optionalText(body, 'ClientToken', { max: clientTokenLimit }),
  }
}

export type StartTaskRequest = Readonly<ReturnType<typeof readStartTaskRequest>>
