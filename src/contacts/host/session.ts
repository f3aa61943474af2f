import { bounded } from '../../contract/parsing/bounded.ts'
import { memberName } from '../../contract/parsing/member-name.ts'
import { unknownMembers } from '../../contract/parsing/mistake-words.ts'
import * as z from 'zod/mini'
import {
  channels,
  contactIdPattern,
  contactStates,
  type Contact,
  contactIdLimit,
} from '../../core/contact/contact.ts'
import { readySession } from '../ready-session.ts'
import type { ContactSession, SourceAgent } from '../contact-source.ts'

/** A contact as a host page describes it, with the names of the CCP. */
export interface HostContact {
  readonly contactId: string
  readonly channel: Contact['channel']
  /** `connected` when absent; `ended` is after-contact work. */
  readonly state?: Contact['state'] | undefined
  /** The name that the agent knows: the customer's, or the task's. */
  readonly displayName?: string | undefined
}

/** The agent's contacts; `contact` is the short form for a host that shows one contact or none. */
export type HostSession =
  | {
      /** The agent at work, if the host knows; the panel creates no tasks for another agent. */
      readonly agent?: SourceAgent | undefined
      readonly contacts: readonly HostContact[]
      /** The contact in front of the agent. When absent: the only contact, or the only connected one. */
      readonly currentContactId?: string | undefined
    }
  | { readonly agent?: SourceAgent | undefined; readonly contact: HostContact | null }

export type HostSessionReading =
  | { readonly ok: true; readonly session: HostSession }
  /** For the developer of the host: which member is wrong and what it must be. */
  | { readonly ok: false; readonly reason: string }

const text = (meaning: string) => {
  const error = `must be ${meaning}`
  return z.string(error).check(z.minLength(1, error))
}
const oneOf = <const Words extends readonly string[]>(words: Words) =>
  z.enum(words, `must be one of ${words.join(', ')}`)

const record = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `must not have the member ${unknownMembers(issue.keys)}; it may have ${Object.keys(shape).join(', ')}`
        : `must be an object with ${Object.keys(shape).join(', ')}`,
  })

const contactId = text('a contact id, as Amazon Connect gives it').check(
  z.maxLength(contactIdLimit, { abort: true, error: `must have at most ${contactIdLimit} characters` }),
  z.regex(contactIdPattern, 'must be a contact id: letters, digits, - and _'),
)
const contactSchema = record({
  contactId,
  channel: oneOf(channels),
  state: z.optional(oneOf(contactStates)),
  displayName: z.optional(text('a text that is not empty; leave it out when there is none')),
})
const agentSchema = record({
  userId: text('the Connect user id, the last part of the agent’s ARN'),
  name: text('the agent’s name'),
})
/** An agent handles a dozen contacts at once, by the service quotas of Amazon Connect. */
const contactsLimit = 100

const severalSchema = record({
  agent: z.optional(agentSchema),
  contacts: bounded(z.array(contactSchema, 'must be an array of contacts'), contactsLimit),
  currentContactId: z.optional(contactId),
}).check(({ value, issues }) => {
  const ids = value.contacts.map((contact) => contact.contactId)
  const complain = (path: string, message: string) =>
    issues.push({ code: 'custom', input: value, path: [path], message })
  if (new Set(ids).size < ids.length) complain('contacts', 'must not have the same contactId twice')
  if (value.currentContactId !== undefined && !ids.includes(value.currentContactId)) {
    complain('currentContactId', 'must be the contactId of one of the contacts')
  }
})
const oneSchema = record({ agent: z.optional(agentSchema), contact: z.nullable(contactSchema) })

/** Reads the session that a host sends, or says what is wrong with it. */
export function readHostSession(pushed: unknown): HostSessionReading {
  const isOne = typeof pushed === 'object' && pushed !== null && 'contact' in pushed
  const parsed = isOne ? oneSchema.safeParse(pushed) : severalSchema.safeParse(pushed)
  if (parsed.success) return { ok: true, session: parsed.data }
  const [issue] = parsed.error.issues
  return { ok: false, reason: `${memberName(issue?.path ?? [])} ${issue?.message ?? 'is wrong'}.` }
}

/** The session of the panel after the host sent this one. A contact in an unchanged state keeps its `stateSince`. */
export function sessionFrom(host: HostSession, before: ContactSession, now: number): ContactSession {
  const hostContacts = 'contact' in host ? (host.contact ? [host.contact] : []) : host.contacts
  const known = before.status === 'ready' ? before.contacts : []
  const contacts = hostContacts.map((contact) => contactFrom(contact, known, now))
  const named = 'contact' in host ? undefined : host.currentContactId
  return readySession({ contacts, ...(named === undefined ? {} : { viewedContactId: named }) }, host.agent)
}

function contactFrom(hostContact: HostContact, known: readonly Contact[], now: number): Contact {
  const { contactId: id, channel, state = 'connected', displayName } = hostContact
  const before = known.find((contact) => contact.contactId === id && contact.state === state)
  const contact = { contactId: id, channel, state, stateSince: before?.stateSince ?? now }
  return displayName === undefined ? contact : { ...contact, displayName }
}
