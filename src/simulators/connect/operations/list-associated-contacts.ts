import {
  contactArn,
  type ContactRecord,
  endOf,
  epochSeconds,
  initiationMethod,
} from '../state/contact-record.ts'
import {
  type InstanceState,
  knownContact,
  requireContact,
  requireThisInstance,
} from '../state/instance-state.ts'
import { defaultRate, operation, queryInteger } from '../operation.ts'
import { cutPage } from '../wire/paging.ts'
import { invalidParameter } from '../wire/service-error.ts'

export const listAssociatedContacts = operation({
  name: 'ListAssociatedContacts',
  method: 'GET',
  path: '/contact/associated/{InstanceId}',
  rate: defaultRate,
  answer: (call, state) => {
    requireThisInstance(call.labels.get('InstanceId'))
    const contactId = call.query.get('contactId') ?? ''
    if (contactId === '') throw invalidParameter('contactId must not be null.')
    requireContact(state, contactId)
    const { items, nextToken } = cutPage(contactTree(contactId, state), {
      operation: 'ListAssociatedContacts',
      token: call.query.get('nextToken') ?? undefined,
      maxResults: queryInteger(call, 'maxResults', { max: 100 }) ?? 100,
      now: state.now(),
    })
    return { ContactSummaryList: items.map((contact) => summary(contact, state.now())), NextToken: nextToken }
  },
})

/** All contacts reachable over links in either direction, including this one, in order of creation. */
function contactTree(contactId: string, state: InstanceState): ContactRecord[] {
  const contacts = [...state.contacts.keys()].flatMap((id) => knownContact(state, id) ?? [])
  const tree = new Set([contactId])
  let size
  do {
    size = tree.size
    for (const contact of contacts) {
      const ids = [contact.contactId, ...linksOf(contact)]
      if (ids.some((id) => tree.has(id))) ids.forEach((id) => tree.add(id))
    }
  } while (tree.size > size)
  return contacts.filter((contact) => tree.has(contact.contactId))
}

function linksOf({ initialContactId, previousContactId, relatedContactId }: ContactRecord) {
  return [initialContactId, previousContactId, relatedContactId].filter((id) => id !== undefined)
}

function summary(contact: ContactRecord, now: number) {
  return {
    ContactId: contact.contactId,
    ContactArn: contactArn(contact.contactId),
    InitialContactId: contact.initialContactId,
    PreviousContactId: contact.previousContactId,
    RelatedContactId: contact.relatedContactId,
    InitiationMethod: initiationMethod(contact.channel),
    Channel: contact.channel,
    InitiationTimestamp: epochSeconds(contact.initiatedAt),
    DisconnectTimestamp: epochSeconds(endOf(contact, now)),
  }
}
