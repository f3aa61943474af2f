import * as z from 'zod/mini'
import { taskStates } from '../../core/existing-task/existing-task.ts'
import { linkTypes } from '../../core/fields/link-types.ts'

// Apart from `tasks.ts`: the panel loads these schemas after the form.

const instant = z.optional(z.iso.datetime())

/** An existing task, with the facts that the agent may see. */
export const taskOfContactSchema = z.object({
  contactId: z.string(),
  /** How the task is linked to the contact that was asked for. */
  link: z.optional(z.enum(linkTypes)),
  // A newer proxy may send a state that the panel does not know. The agent can then change nothing. The lint rule mistakes
  // zod's `catch` for that of a promise.
  // oxlint-disable-next-line promise/valid-params
  state: z.catch(z.enum(taskStates), 'not-known-yet'),
  /** The agent has created the task. */
  isMine: z.boolean(),
  /**
   * Another agent has created the task. If both are false, Connect does not say who created it: it may be a flow or another
   * program.
   */
  isColleagues: z.optional(z.boolean()),
  createdAt: instant,
  scheduledTime: instant,
  acceptedAt: instant,
  endedAt: instant,
  /** When Connect ends the task by itself. Its start cannot be moved to a later time. */
  expiresAt: instant,
  /** The name of a colleague's task is absent where the policy does not show it. */
  name: z.optional(z.string()),
  /** The name of the colleague who created the task; absent where the policy does not show it. */
  colleague: z.optional(z.string()),
  canStop: z.boolean(),
  canReschedule: z.boolean(),
})

export type TaskOfContact = z.infer<typeof taskOfContactSchema>

/** The answer of `GET /api/v1/tasks?contactId=`: the latest tasks that are linked to a contact, the latest first. */
export const tasksOfContactSchema = z.object({
  tasks: z.array(taskOfContactSchema),
  /** False if the contact has more tasks. */
  isComplete: z.boolean(),
  /** The number of all tasks that continue the contact, including those that are not listed. */
  continuing: z.number(),
})

export type TasksOfContact = z.infer<typeof tasksOfContactSchema>
