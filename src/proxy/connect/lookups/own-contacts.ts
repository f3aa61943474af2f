import type { Attribute } from '../../../core/fields/attributes/attribute.ts'
import { isContactId, type Channel } from '../../../core/contact/contact.ts'
import type { ContactRecord } from '../operations/describe-contact.ts'
import { contactTooNew, notYourContact } from '../../problem-error.ts'
import type { Caller } from '../../rates/gate.ts'
import { createSharedReads } from './shared-reads.ts'

/** A contact that belongs to the agent. */
export interface OwnContact {
  readonly contactId: string
  /** Absent for a channel that this version does not know. */
  readonly channel?: Channel
  readonly attributes: readonly Attribute[]
  /** The address that Connect has: a number, or words if the caller hides the number. */
  readonly customerNumber?: string
  readonly queueId?: string
}

export interface OwnContacts {
  /** Rejects with `not-your-contact` if Connect does not list the contact as the caller’s, with `busy` if it is too new. */
  readonly find: (caller: Caller, contactId: string) => Promise<OwnContact>
  /** The same, but read from Connect now: flows and agents change attributes while a contact lives. */
  readonly findNow: (caller: Caller, contactId: string) => Promise<OwnContact>
}

export interface OwnContactsOptions {
  readonly describeContact: (contactId: string, caller: Caller) => Promise<ContactRecord | undefined>
  /** The contacts that the agent has at this moment, ringing contacts included. */
  readonly currentContactIds: (caller: Caller) => Promise<readonly string[]>
  readonly now: () => Date
}

/** Long enough for a form that opens and sends a task at once, too short for a contact to be transferred unnoticed. */
const verifiedForMs = 3_000

const channelByName: Readonly<Record<string, Channel>> = {
  VOICE: 'voice',
  CHAT: 'chat',
  TASK: 'task',
  EMAIL: 'email',
}

function channelOf({ channel = '', initiationMethod }: ContactRecord): Channel | undefined {
  // For the CCP a queued callback is a separate channel. Connect’s records call it VOICE.
  if (channel === 'VOICE' && initiationMethod === 'CALLBACK') return 'queue_callback'
  return channelByName[channel]
}

export function createOwnContacts(options: OwnContactsOptions): OwnContacts {
  const { describeContact, currentContactIds, now } = options

  async function ownRecord(caller: Caller, contactId: string): Promise<ContactRecord> {
    const record = await describeContact(contactId, caller)
    if (record?.agentUserId === caller.agentId) return record
    // Before an agent accepts a contact, only the list of that agent’s current contacts names it. The list is read in every
    // case, because a faster refusal would tell a contact of another agent from one that does not exist.
    const current = await currentContactIds(caller)
    const isListed = current.includes(contactId)
    if (record && record.agentUserId === undefined && isListed) return record
    // `DescribeContact` may answer 404 just after a contact began (developer guide, "Eventual consistency").
    if (!record && isListed) throw contactTooNew()
    throw notYourContact('contact-not-listed')
  }

  async function verify(caller: Caller, contactId: string): Promise<OwnContact> {
    if (!isContactId(contactId)) throw notYourContact('contact-id')
    const record = await ownRecord(caller, contactId)
    const channel = channelOf(record)
    const { attributes, customerNumber, queueId } = record
    return {
      contactId,
      ...(channel ? { channel } : {}),
      attributes,
      ...(customerNumber === undefined ? {} : { customerNumber }),
      ...(queueId === undefined ? {} : { queueId }),
    }
  }

  const contacts = createSharedReads({
    ask: verify,
    keyOf: ({ agentId }, contactId) => JSON.stringify([agentId, contactId]),
    keptForMs: verifiedForMs,
    now,
  })
  return { find: contacts.read, findNow: contacts.readNow }
}
