import type { ReferenceType } from '../../core/fields/references/reference.ts'

/** The Connect instance that all simulators share: its ids, users and queue. */

export const region = 'us-east-1'
export const accountId = '111122223333'
export const instanceId = '6f1d2a54-0c1e-4b7a-9a55-2f8e3c1b7d90'
export const instanceArn = `arn:aws:connect:${region}:${accountId}:instance/${instanceId}`

export interface InstanceUser {
  readonly userId: string
  readonly username: string
  readonly firstName: string
  readonly lastName: string
}

/** The agent that the demo signs in to the CCP and the panel. */
export const ana: InstanceUser = {
  userId: '0a6f4f0e-53a1-4f5b-8d0b-7a4be3f2c101',
  username: 'ana',
  firstName: 'Ana',
  lastName: 'Ruiz',
}

/** A second agent, for tests of what one agent must not see of another. */
export const ben: InstanceUser = {
  userId: '0a6f4f0e-53a1-4f5b-8d0b-7a4be3f2c102',
  username: 'ben',
  firstName: 'Ben',
  lastName: 'Okafor',
}

export const agentArn = (user: InstanceUser) => `${instanceArn}/agent/${user.userId}`

export const basicQueue = {
  queueId: '4c2f9a0e-11f7-4e43-9d6a-aa20f6d1e301',
  name: 'BasicQueue',
}

/**
 * All current contacts of one agent. The CCP simulator sends them to the Connect simulator after each change:
 * `PUT /simulator/agents/:userId/contacts`. In the real service both read the same record.
 */
export interface AgentContacts {
  readonly contacts: readonly InstanceContact[]
}

/** The latest tasks of the instance, which the CCP simulator reads: `GET /simulator/tasks`. */
export interface InstanceTasks {
  readonly tasks: readonly {
    readonly contactId: string
    readonly name: string
    readonly state: 'scheduled' | 'waiting' | 'accepted' | 'ended'
    readonly attributes: Readonly<Record<string, string>>
    readonly references: Readonly<Record<string, InstanceReference>>
    /** The agent who has assigned the task to themselves. */
    readonly assignedTo?: string
  }[]
}

/** The task templates of the instance, which the CCP simulator lets an administrator change: `GET /simulator/templates`. */
export interface InstanceTemplates {
  readonly templates: readonly {
    readonly templateId: string
    readonly name: string
    readonly status: 'ACTIVE' | 'INACTIVE'
  }[]
}

export interface InstanceReference {
  readonly type: ReferenceType
  readonly value: string
}

export interface InstanceEndpoint {
  readonly type: 'TELEPHONE_NUMBER' | 'CONNECT_PHONENUMBER_ARN' | 'EMAIL_ADDRESS' | 'VOIP'
  readonly address: string
}

export interface InstanceContact {
  readonly contactId: string
  readonly initialContactId: string | null
  readonly channel: 'VOICE' | 'CHAT' | 'TASK' | 'EMAIL'
  /** The agent's state of the contact (`AgentContactState` in Connect's API). */
  readonly state:
    | 'INCOMING'
    | 'PENDING'
    | 'CONNECTING'
    | 'CONNECTED'
    | 'PAUSED'
    | 'MISSED'
    | 'ERROR'
    | 'ENDED'
    | 'REJECTED'
  /** True once the agent has accepted the contact. Connect sets `AgentInfo` only then. */
  readonly accepted: boolean
  readonly name: string | null
  readonly attributes: Readonly<Record<string, string>>
  readonly references?: Readonly<Record<string, InstanceReference>>
  /** How the customer was reached; absent if Connect does not say. */
  readonly customerEndpoint?: InstanceEndpoint
  /** The queue that the contact came from. */
  readonly queueId?: string
}
