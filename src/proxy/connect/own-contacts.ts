import { LRUCache } from 'lru-cache'
import type { Attribute } from '../../core/fields/attributes.ts'
import { contactIdPattern, type Channel } from '../../core/contact.ts'
import { contactIdLimit } from '../../core/limits.ts'
import type { Connect, ContactRecord } from './connect.ts'
import { Abandoned, notYourContact } from '../failure.ts'
import type { Caller } from '../rates/rate-limiter.ts'

/** A contact that was found to be the agent's own. */
interface OwnContact {
  readonly contactId: string
  /** Absent for a channel that Connect has and this version does not know. */
  readonly channel?: Channel
  readonly attributes: readonly Attribute[]
}

export interface OwnContacts {
  /** Rejects with `not-your-contact` when Connect does not list the contact as the caller's. */
  readonly find: (caller: Caller, contactId: string) => Promise<OwnContact>
  /** The same, as Connect knows it at this moment: flows and agents change attributes while a contact lives. */
  readonly findNow: (caller: Caller, contactId: string) => Promise<OwnContact>
}

export interface OwnContactsOptions {
  readonly connect: Pick<Connect, 'describeContact' | 'currentContactIds'>
  readonly now: () => Date
}

/** Long enough for a form that opens and a task that is sent at once, too short for a contact to change hands unnoticed. */
const verifiedForMs = 3_000
const rememberedContacts = 1_000

const channelByName: Readonly<Record<string, Channel>> = {
  VOICE: 'voice',
  CHAT: 'chat',
  TASK: 'task',
  EMAIL: 'email',
}

function channelOf({ channel = '', initiationMethod }: ContactRecord): Channel | undefined {
  // The CCP calls a callback from a queue a channel of its own; Connect's records call it VOICE.
  if (channel === 'VOICE' && initiationMethod === 'CALLBACK') return 'queue_callback'
  return channelByName[channel]
}

export function createOwnContacts({ connect, now }: OwnContactsOptions): OwnContacts {
  async function ownRecord(caller: Caller, contactId: string): Promise<ContactRecord> {
    const record = await connect.describeContact(contactId, caller)
    if (record?.agentUserId === caller.agentId) return record
    // While nobody has accepted it, only the agent's own list names it. It is asked for whatever the record says, and also
    // where there is none: a refusal that came sooner would tell a contact of somebody else from one that does not exist.
    const current = await connect.currentContactIds(caller)
    if (record && record.agentUserId === undefined && current.includes(contactId)) return record
    throw notYourContact()
  }

  async function verify(caller: Caller, contactId: string): Promise<OwnContact> {
    if (contactId.length > contactIdLimit || !contactIdPattern.test(contactId)) throw notYourContact()
    const record = await ownRecord(caller, contactId)
    const channel = channelOf(record)
    return { contactId, ...(channel ? { channel } : {}), attributes: record.attributes }
  }

  interface Question {
    readonly caller: Caller
    readonly contactId: string
  }
  const cache = new LRUCache<string, OwnContact, Question>({
    max: rememberedContacts,
    ttl: verifiedForMs,
    ttlResolution: 0,
    // Who has asked gets the answer, also when others have taken the room in which it would be remembered.
    ignoreFetchAbort: true,
    perf: { now: () => now().getTime() },
    fetchMethod: (_key, _stale, { context: { caller, contactId } }) => verify(caller, contactId),
  })
  async function find(context: Question, forceRefresh: boolean): Promise<OwnContact> {
    const { caller, contactId } = context
    const key = JSON.stringify([caller.agentId, contactId])
    try {
      return await cache.forceFetch(key, { context, forceRefresh })
    } catch (error) {
      // Whoever asked first may have left, and with them the question that this caller joined.
      if (error instanceof Abandoned && !caller.signal.aborted) return find(context, forceRefresh)
      throw error
    }
  }
  return {
    find: (caller, contactId) => find({ caller, contactId }, false),
    findNow: (caller, contactId) => find({ caller, contactId }, true),
  }
}
