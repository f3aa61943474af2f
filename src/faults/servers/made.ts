import type { ConnectSimulator } from '../../simulators/connect/connect-simulator.ts'

/** A task or a message in Connect. */
export interface Made {
  readonly kind: 'task' | 'message'
  readonly contactId: string
  /** The name of the task, or the text of the message. */
  readonly name: string
  readonly description: string | undefined
  readonly relatedContactId: string | undefined
  /** Connect stores the agent of a task, but not of a message. */
  readonly createdByUser: string | undefined
  /** The number that the message went to. */
  readonly destination: string | undefined
}

export const madeIn = ({
  tasks,
  messages,
}: Pick<ConnectSimulator, 'tasks' | 'messages'>): readonly Made[] => [
  ...tasks.map((task) => ({ ...task, kind: 'task' as const, destination: undefined })),
  ...messages.map(({ contactId, text = '', relatedContactId, destination }) => ({
    kind: 'message' as const,
    contactId,
    name: text,
    description: undefined,
    relatedContactId,
    createdByUser: undefined,
    destination,
  })),
]
