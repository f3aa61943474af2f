import { type InstanceUser, instanceArn } from '../../instance/instance.ts'
import type { InstanceQuickConnect } from '../../instance/quick-connects.ts'
import type { InstanceMessageTemplate } from '../../instance/message-templates.ts'
import type { InstancePhoneNumber } from '../../instance/phone-numbers.ts'
import type { TaskTemplate } from '../templates/task-template.ts'

/** The flow types of Connect's API (`ContactFlowType`). */
export const flowTypes = [
  'CONTACT_FLOW',
  'CUSTOMER_QUEUE',
  'CUSTOMER_HOLD',
  'CUSTOMER_WHISPER',
  'AGENT_HOLD',
  'AGENT_WHISPER',
  'OUTBOUND_WHISPER',
  'AGENT_TRANSFER',
  'QUEUE_TRANSFER',
  'CAMPAIGN',
] as const

export type FlowType = (typeof flowTypes)[number]

export const quickConnectTypes = ['USER', 'QUEUE', 'PHONE_NUMBER', 'FLOW'] as const

export type QuickConnectType = (typeof quickConnectTypes)[number]

export interface Flow {
  readonly flowId: string
  readonly name: string
  readonly type: FlowType
  readonly state: 'ACTIVE' | 'ARCHIVED'
  readonly status: 'PUBLISHED' | 'SAVED'
}

export interface ConnectUser extends InstanceUser {
  readonly routingProfileId: string
  readonly securityProfileIds: readonly string[]
}

/** The initial content of an instance. */
export interface Seed {
  readonly users: readonly ConnectUser[]
  readonly flows: readonly Flow[]
  readonly quickConnects: readonly InstanceQuickConnect[]
  readonly templates: readonly TaskTemplate[]
  /** The phone numbers of all instances of the account. */
  readonly phoneNumbers: readonly InstancePhoneNumber[]
  readonly messageTemplates: readonly InstanceMessageTemplate[]
  /** Lists of flows, quick connects and phone numbers come in at least three pages; the second one is empty. */
  readonly hasShortPages?: true
}

export const flowArn = (flow: Flow) => `${instanceArn}/contact-flow/${flow.flowId}`
