import * as z from 'zod/mini'
import { ana, ben, type InstanceUser } from '../../../instance/instance.ts'
import { askConnect, changeConnect } from './ask-connect.ts'
import type { NewContact } from '../state/ccp-contact.ts'
import { referenceSchema } from '../session/kept-session.ts'

const tasksSchema = z.object({
  tasks: z.array(
    z.object({
      contactId: z.string(),
      name: z.string(),
      state: z.enum(['scheduled', 'waiting', 'accepted', 'ended']),
      attributes: z.record(z.string(), z.string()),
      references: z.record(z.string(), referenceSchema),
      assignedTo: z.optional(z.string()),
    }),
  ),
})

export type ConnectTask = z.infer<typeof tasksSchema>['tasks'][number]

/** The tasks in Connect, and a colleague who can accept them. */
export interface ConnectTasks {
  readonly colleague: InstanceUser
  readonly read: () => Promise<readonly ConnectTask[]>
  readonly acceptForColleague: (contactId: string) => Promise<void>
}

export function connectTasksAt(connectUrl: string, agent: InstanceUser): ConnectTasks {
  const colleague = agent.userId === ben.userId ? ana : ben
  const tasksUrl = `${connectUrl.replace(/\/$/, '')}/simulator/tasks`
  return {
    colleague,
    read: async () => tasksSchema.parse(await askConnect(tasksUrl)).tasks,
    acceptForColleague: (contactId) =>
      changeConnect(`${tasksUrl}/${contactId}/agent`, { userId: colleague.userId }),
  }
}

/** A task as it arrives at the agent. */
export const arriving = ({ contactId, name, attributes, references }: ConnectTask): NewContact => ({
  channel: 'task',
  contactId,
  displayName: name,
  attributes,
  references,
})
