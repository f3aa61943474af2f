import { agentArn, type InstanceContact, type InstanceTasks } from '../../instance/instance.ts'
import { type ContactRecord, endOf, isScheduled } from './contact-record.ts'
import type { InstanceState } from './instance-state.ts'
import { invalidRequest, notFound } from '../wire/service-error.ts'

/** An agent accepts a task that has started and that no agent has. */
export function acceptTask(state: InstanceState, contactId: string, userId: string): void {
  const now = state.now()
  const contact = state.contacts.get(contactId)
  if (contact?.channel !== 'TASK' || !state.users.some((user) => user.userId === userId)) {
    throw notFound('There is no such task or no such user.')
  }
  if (isScheduled(contact, now) || endOf(contact, now) !== undefined || contact.acceptedBy !== undefined) {
    throw invalidRequest('The task has not started, has ended, or an agent has accepted it.')
  }
  if ((assigneeOf(contact, state) ?? userId) !== userId) {
    throw invalidRequest('An agent has assigned the task to themselves.')
  }
  state.contacts.set(contactId, { ...contact, acceptedBy: { userId, at: now } })
  const accepted: InstanceContact = {
    contactId,
    initialContactId: contact.initialContactId ?? null,
    channel: 'TASK',
    state: 'CONNECTED',
    accepted: true,
    name: contact.name ?? null,
    attributes: contact.attributes,
  }
  state.agents.set(userId, [...(state.agents.get(userId) ?? []), accepted])
}

/** Ends a contact for everyone: an agent who has it loses it. */
export function endContact(state: InstanceState, contact: ContactRecord): void {
  const { contactId } = contact
  state.contacts.set(contactId, { ...contact, endedAt: state.now(), isStopped: true })
  for (const [userId, contacts] of state.agents) {
    state.agents.set(
      userId,
      contacts.filter((each) => each.contactId !== contactId),
    )
  }
}

const listedTasks = 20

/** The latest tasks, for a CCP that offers them to its agent. */
export function instanceTasks(state: InstanceState): InstanceTasks {
  const now = state.now()
  const tasks = state.tasks.slice(-listedTasks).flatMap(({ contactId, name }) => {
    const contact = state.contacts.get(contactId)
    return contact ? [{ contactId, name, state: stateOf(contact, now), ...factsOf(contact, state) }] : []
  })
  return { tasks: tasks.toReversed() }
}

function factsOf(contact: ContactRecord, state: InstanceState) {
  const { attributes, references } = contact
  const assignedTo = assigneeOf(contact, state)
  return { attributes, references, ...(assignedTo !== undefined && { assignedTo }) }
}

/** The agent who has assigned the task to themselves, so that no other agent gets it. */
const assigneeOf = ({ assignmentType, createdByUser }: ContactRecord, { users }: InstanceState) =>
  assignmentType === undefined ? undefined : users.find((user) => agentArn(user) === createdByUser)?.userId

function stateOf(contact: ContactRecord, now: number): InstanceTasks['tasks'][number]['state'] {
  if (endOf(contact, now) !== undefined) return 'ended'
  if (contact.acceptedBy !== undefined) return 'accepted'
  return isScheduled(contact, now) ? 'scheduled' : 'waiting'
}
