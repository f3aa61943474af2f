import { type InstanceContact, instanceArn, instanceId } from '../instance/instance.ts'
import type { ContactRecord } from './contact-record.ts'
import type { Seed } from './routing.ts'
import { notFound } from './service-error.ts'
import type { StartTaskRequest } from './start-task-members.ts'

/** How long task tokens are honoured is undocumented, so what a repeated one does can be chosen. */
export type ClientTokenMode = 'honour' | 'refuse' | 'forget'

export interface CreatedTask extends StartTaskRequest {
  readonly contactId: string
  /** Everything the new contact holds: what the linked contact had, and over it what the request brought. */
  readonly contactAttributes: Readonly<Record<string, string>>
  /** Milliseconds since the epoch, by the simulator's clock. */
  readonly createdAt: number
}

export interface InstanceState extends Seed {
  readonly now: () => number
  readonly contacts: Map<string, ContactRecord>
  /** The current contacts of every agent who is logged on. */
  readonly agents: Map<string, readonly InstanceContact[]>
  readonly tasks: CreatedTask[]
  readonly tasksByToken: Map<string, CreatedTask>
  /** How many tasks name a contact as their previous one. */
  readonly previousLinks: Map<string, number>
  clientTokens: ClientTokenMode
}

export function createInstanceState(seed: Seed, now: () => number): InstanceState {
  return {
    ...seed,
    now,
    contacts: new Map(),
    agents: new Map(),
    tasks: [],
    tasksByToken: new Map(),
    previousLinks: new Map(),
    clientTokens: 'honour',
  }
}

export function requireThisInstance(idOrArn: string | undefined) {
  if (idOrArn !== instanceId && idOrArn !== instanceArn) throw notFound('Instance not found.')
}
