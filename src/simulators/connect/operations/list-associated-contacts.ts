import { contactArn, type ContactRecord, epochSeconds, initiationMethod } from '../contact-record.ts'
import { type InstanceState, requireThisInstance } from '../instance-state.ts'
import { defaultRate, type Operation, queryInteger } from '../operation.ts'
import { cutPage } from '../wire/paging.ts'
import { invalidParameter, notFound } from '../wire/service-error.ts'

export const listAssociatedContacts: Operation = {
  name: 'ListAssociatedContacts',
  method: 'GET',
  path: '/contact/associated/{InstanceId}',
  rate: defaultRate,
  answer: (call, state) => {
    requireThisInstance(call.labels.get('InstanceId'))
    const contactId = call.query.get('contactId') ?? ''
    if (contactId === '') throw invalidParameter('contactId must not be null.')
    if (!state.contacts.has(contactId)) throw notFound('Contact not found.')
    const { items, nextToken } = cutPage(contactTree(contactId, state), {
      operation: 'ListAssociatedContacts',
      token: call.query.get('nextToken') ?? undefined,
      maxResults: queryInteger(call, 'maxResults', { max: 100 }) ?? 100,
      now: state.now(),
    })
    return { ContactSummaryList: items.map(summary), NextToken: nextToken }
  },
}

/** All contacts reachable over links in either direction, including this one, in order of creation. */
function contactTree(contactId: string, { contacts }: InstanceState): ContactRecord[] {
  const tree = new Set([contactId])
  let size
  do {
    size = tree.size
    for (const contact of contacts.values()) {
      const ids = [contact.contactId, ...linksOf(contact)]
      if (ids.some((id) => tree.has(id))) ids.forEach((id) => tree.add(id))
    }
  } while (tree.size > size)
  return [...contacts.values()].filter((contact) => tree.has(contact.contactId))
}

function linksOf({ initialContactId, previousContactId, relatedContactId }: ContactRecord) {
  return [initialContactId, previousContactId, relatedContactId].filter((id) => id !== undefined)
}

function summary(contact: ContactRecord) {
  return {
    ContactId: contact.contactId,
    ContactArn: contactArn(contact.contactId),
    InitialContactId: contact.initialContactId,
    PreviousContactId: contact.previousContactId,
    RelatedContactId: contact.relatedContactId,
    InitiationMethod: initiationMethod(contact.channel),
    Channel: contact.channel,
    InitiationTimestamp: epochSeconds(contact.initiatedAt),
    DisconnectTimestamp: epochSeconds(contact.endedAt),
  }
}
