import type { AttachedFile, AttachmentFetch } from '../attachments/attached-files.ts'
import type { AttachmentLimits } from '../../../core/fields/attachments/attachment.ts'
import { defaultAttachmentLimits } from '../../../core/fields/attachments/attachment-limits.ts'
import { type InstanceContact, instanceArn, instanceId } from '../../instance/instance.ts'
import type { ContactRecord } from './contact-record.ts'
import type { ContactReference } from './contact-reference.ts'
import type { TaskTemplate } from '../templates/task-template.ts'
import type { Seed } from '../wire/routing.ts'
import type { StartChatRequest } from '../members/start-chat-members.ts'
import { notFound } from '../wire/service-error.ts'
import type { StartTaskRequest } from '../task/start-task-request.ts'

/** The response to a repeated client token. A setting, because AWS does not document how long Connect honours one. */
export type ClientTokenMode =
  | 'honour'
  | 'refuse'
  | 'forget'
  /** Tokens of messages are forgotten after the same time, unless `forgetMessagesAfterMs` is given. */
  | { readonly forgetAfterMs: number; readonly forgetMessagesAfterMs?: number }

export interface CreatedTask extends StartTaskRequest {
  readonly contactId: string
  /** The attributes of the new contact: those of the linked contact, replaced by those of the request. */
  readonly contactAttributes: Readonly<Record<string, string>>
  /** Milliseconds since the epoch, by the simulator's clock. */
  readonly createdAt: number
  /** The template of the task, in the version of that time. */
  readonly template: ContactRecord['template']
}

export interface CreatedMessage extends StartChatRequest {
  readonly contactId: string
  /** Milliseconds since the epoch, by the simulator's clock. */
  readonly createdAt: number
  /** The text that the customer reads. For a template, with its values filled in. */
  readonly text: string | undefined
}

export interface InstanceState extends Seed {
  readonly now: () => number
  readonly contacts: Map<string, ContactRecord>
  /** The current contacts of each agent who is logged on, by user id. */
  readonly agents: Map<string, readonly InstanceContact[]>
  templates: Seed['templates']
  /** The versions of templates that a change has replaced. */
  readonly earlierTemplates: TaskTemplate[]
  readonly tasks: CreatedTask[]
  readonly tasksByToken: Map<string, CreatedTask>
  readonly messages: CreatedMessage[]
  readonly messagesByToken: Map<string, CreatedMessage>
  activeChatsLimit: number
  /** The number of tasks with this contact as their previous contact, by contact id. */
  readonly previousLinks: Map<string, number>
  clientTokens: ClientTokenMode
  /** How long after its creation a task is still unknown to every other operation. */
  tasksKnownAfterMs: number
  /** The files of tasks, by contact id. */
  readonly attachedFiles: Map<string, readonly AttachedFile[]>
  attachmentFetch: AttachmentFetch
  attachmentSettings: AttachmentLimits
  /** References that a test gives a contact, in place of its own, by contact id. */
  readonly contactReferences: Map<string, readonly ContactReference[]>
}

/** Service quotas, "Concurrent active chats per instance". */
const activeChatsDefault = 500

export function createInstanceState(seed: Seed, now: () => number): InstanceState {
  return {
    ...seed,
    now,
    contacts: new Map(),
    agents: new Map(),
    earlierTemplates: [],
    tasks: [],
    tasksByToken: new Map(),
    messages: [],
    messagesByToken: new Map(),
    activeChatsLimit: activeChatsDefault,
    previousLinks: new Map(),
    clientTokens: 'honour',
    tasksKnownAfterMs: 0,
    attachedFiles: new Map(),
    attachmentFetch: 'in-call',
    attachmentSettings: defaultAttachmentLimits,
    contactReferences: new Map(),
  }
}

export function requireThisInstance(idOrArn: string | undefined) {
  if (idOrArn !== instanceId && idOrArn !== instanceArn) throw notFound('Instance not found.')
}

/** A contact that Connect already knows. See `tasksKnownAfterMs`. */
export function knownContact(state: InstanceState, contactId: string): ContactRecord | undefined {
  const contact = state.contacts.get(contactId)
  const isTooNew = contact?.channel === 'TASK' && state.now() - contact.initiatedAt < state.tasksKnownAfterMs
  return isTooNew ? undefined : contact
}

export function requireContact(state: InstanceState, contactId: string): ContactRecord {
  const contact = knownContact(state, contactId)
  if (contact === undefined) throw notFound('Contact not found.')
  return contact
}
