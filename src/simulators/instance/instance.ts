/** The pretend Connect instance that every simulator is a face of: its name, its people, its routing. */

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

/** The agent whom the demo signs in, in the CCP and in the panel. */
export const ana: InstanceUser = {
  userId: '0a6f4f0e-53a1-4f5b-8d0b-7a4be3f2c101',
  username: 'ana',
  firstName: 'Ana',
  lastName: 'Ruiz',
}

/** Another agent, for everything that one agent must not see of the other. */
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
 * What the CCP simulator tells the Connect simulator about one agent's contacts, whole each time:
 * `PUT /simulator/agents/:userId/contacts`. In the real service both look at the same record.
 */
export interface AgentContacts {
  readonly contacts: readonly InstanceContact[]
}

export interface InstanceContact {
  readonly contactId: string
  readonly initialContactId: string | null
  readonly channel: 'VOICE' | 'CHAT' | 'TASK' | 'EMAIL'
  /** The agent's side of the contact, in the service's words (`AgentContactState`). */
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
  /** An agent is written into the contact's record (`AgentInfo`) only once they have accepted it. */
  readonly accepted: boolean
  readonly name: string | null
  readonly attributes: Readonly<Record<string, string>>
}
