import * as z from 'zod/mini'
import { channels, contactStates, type Contact } from '../../core/contact/contact.ts'
import type { SourceAgent } from '../contact-source.ts'
import type { StreamsAgent, StreamsContact, StreamsCore } from './api.ts'

const contactSchema = z.object({
  contactId: z.string(),
  channel: z.enum(channels),
  state: z.object({ type: z.enum(contactStates), timestamp: z.date() }),
})
const nameSchema = z.string().check(z.minLength(1))
const endpointSchema = z.object({ phoneNumber: nameSchema })
const attributesSchema = z.object({ customerName: z.object({ value: nameSchema }) })
const configurationSchema = z.object({
  agentARN: z.string().check(z.regex(/\/agent\/[^/]+$/)),
  name: z.string(),
})
const agentDataSchema = z.object({ snapshot: z.object({ contacts: z.array(z.unknown()) }) })
const connectedSchema = z.object({ contactId: z.string(), connections: z.array(z.unknown()) })
const customerSchema = z.object({ chatMediaInfo: z.object({ customerName: nameSchema }) })

/** The agent; undefined when the configuration that Streams gives cannot be read. */
export function readAgent(agent: StreamsAgent): SourceAgent | undefined {
  const { data } = configurationSchema.safeParse(agent.getConfiguration())
  if (!data) return undefined
  const { agentARN, name } = data
  return { userId: agentARN.slice(agentARN.lastIndexOf('/') + 1), name }
}

/** The contacts of the agent, without those on an unknown channel or in an unknown state. */
export function readContacts(agent: StreamsAgent, core: StreamsCore): readonly Contact[] {
  const nameOfChat = chatNames(core)
  return agent.getContacts().flatMap((contact) => readContact(contact, nameOfChat) ?? [])
}

function readContact(contact: StreamsContact, nameOfChat: ReadonlyMap<string, string>): Contact | undefined {
  const read = contactSchema.safeParse({
    contactId: contact.getContactId(),
    channel: contact.getType(),
    state: contact.getState(),
  })
  if (!read.success) return undefined
  const { contactId, channel, state } = read.data
  const displayName = readDisplayName(contact, channel, nameOfChat.get(contactId))
  const known = { contactId, channel, state: state.type, stateSince: state.timestamp.getTime() }
  return displayName === undefined ? known : { ...known, displayName }
}

function readDisplayName(
  contact: StreamsContact,
  channel: Contact['channel'],
  nameOfChat: string | undefined,
) {
  switch (channel) {
    case 'voice':
    case 'queue_callback':
      return endpointSchema.safeParse(contact.getCustomerEndpoint()).data?.phoneNumber
    case 'chat':
      return nameOfChat ?? attributesSchema.safeParse(contact.getAttributes()).data?.customerName.value
    case 'task':
    case 'email':
      return nameSchema.safeParse(contact.getName()).data
  }
}

/**
 * The customer's name of each chat. Read from the snapshot itself, because the getters of Streams use the connections of a
 * chat, which starts a media controller (2.28.2). Empty if the snapshot cannot be read.
 */
function chatNames(core: StreamsCore): ReadonlyMap<string, string> {
  const agentData = agentDataSchema.safeParse(core.getAgentDataProvider?.().getAgentData())
  // Parsed one by one, so that one unreadable contact does not remove the names of the others.
  const contacts = agentData.data?.snapshot.contacts ?? []
  return new Map(contacts.map(namedChat).filter((chat) => chat !== undefined))
}

function namedChat(contact: unknown): readonly [string, string] | undefined {
  const { data } = connectedSchema.safeParse(contact)
  const names = data?.connections.map(
    (connection) => customerSchema.safeParse(connection).data?.chatMediaInfo.customerName,
  )
  const name = names?.find((candidate) => candidate !== undefined)
  return data && name !== undefined ? [data.contactId, name] : undefined
}
