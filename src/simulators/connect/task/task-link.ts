import { previousLinkLimit } from '../../../core/fields/link-types.ts'
import type { ContactRecord } from '../state/contact-record.ts'
import type { InstanceState } from '../state/instance-state.ts'
import { invalidRequest, notFound, quotaExceeded } from '../wire/service-error.ts'
import type { StartTaskRequest } from './start-task-request.ts'

/** The contact that the new task is linked to; undefined if it has no link. */
export function linkedContact(
  { previousContactId, relatedContactId }: StartTaskRequest,
  { contacts, previousLinks }: InstanceState,
): ContactRecord | undefined {
  if (previousContactId !== undefined && relatedContactId !== undefined) {
    throw invalidRequest('Specify PreviousContactId or RelatedContactId, not both.')
  }
  const contactId = previousContactId ?? relatedContactId
  if (contactId === undefined) return undefined
  const contact = contacts.get(contactId)
  if (contact === undefined) throw notFound('Contact not found.')
  if (previousContactId === undefined) return contact
  // Connect API, `PreviousContactId`: "previous chat, voice, or task contact".
  if (contact.channel === 'EMAIL') throw invalidRequest('PreviousContactId cannot be an email contact.')
  if ((previousLinks.get(previousContactId) ?? 0) >= previousLinkLimit) {
    throw quotaExceeded(`There are already ${previousLinkLimit} tasks that share this PreviousContactId.`)
  }
  return contact
}
