import type { Connect } from '../connect/connect.ts'
import { describeContact, type ContactRecord } from '../connect/operations/describe-contact.ts'
import { listAssociatedContacts, type LinkedTask } from '../connect/operations/list-associated-contacts.ts'
import { createSharedReads, type SharedReads } from '../connect/lookups/shared-reads.ts'

/** A task without its attributes, which would fill the memory. */
export type TaskRecord = Omit<ContactRecord, 'attributes'>

/** The reads that lists of tasks need. They are the same for every agent. */
export interface TaskReads {
  /** The tasks that are linked to a contact. */
  readonly linkedTo: SharedReads<readonly LinkedTask[]>
  /** Undefined if Connect knows no such contact. */
  readonly described: SharedReads<TaskRecord | undefined>
}

/** Agents who open a list again, or have a contact in common, ask Connect once. */
const keptForMs = 3_000

export function createTaskReads(connect: Connect, now: () => Date): TaskReads {
  const kept = { keyOf: (_caller: unknown, contactId: string) => contactId, keptForMs, now }
  return {
    linkedTo: createSharedReads({
      ...kept,
      ask: (caller, contactId) => connect.call(listAssociatedContacts, contactId, caller),
    }),
    described: createSharedReads({
      ...kept,
      ask: async (caller, contactId) => {
        const record = await connect.call(describeContact, contactId, caller)
        if (!record) return undefined
        const { attributes: _, ...task } = record
        return task
      },
    }),
  }
}
