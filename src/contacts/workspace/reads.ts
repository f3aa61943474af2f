import * as z from 'zod/mini'
import { channels, type Channel, type ContactState } from '../../core/contact/contact.ts'
import type { SourceAgent } from '../contact-source.ts'
import type { WorkspaceApp, WorkspaceContacts } from './api.ts'
import { detailsPermission, everything, type Opened } from './events.ts'

/** The answers of the workspace about one contact. */
export interface ReadContact {
  readonly contactId: string
  readonly channel: Channel
  /** Absent where the app has no permission to read it. */
  readonly state?: ContactState
  /** How long the contact has been in its state. */
  readonly durationMs?: number
  readonly displayName?: string
}

export type Reading =
  | { readonly ok: true; readonly contacts: readonly ReadContact[]; readonly agent?: SourceAgent }
  /** When no permission is missing, the workspace failed or its answer could not be read. */
  | { readonly ok: false; readonly missing: readonly string[] }

const listSchema = z.array(z.object({ contactId: z.string() }))
const channelTypeSchema = z.object({ type: z.enum(channels) })
const durationSchema = z.number().check(z.nonnegative())
const nameSchema = z.object({ customerName: z.string().check(z.minLength(1)) })
const participantsSchema = z.array(z.object({ participantId: z.string(), isSelf: z.boolean() }))
const participantStateSchema = z.object({ value: z.string() })
const agentSchema = z.object({
  arn: z.string().check(z.regex(/\/agent\/[^/]+$/)),
  name: z.string(),
})

/** The state of the agent as a participant, and the contact state it stands for. */
const statesOfParticipant: ReadonlyMap<string, ContactState> = new Map([
  ['connecting', 'connecting'],
  ['connected', 'connected'],
  ['hold', 'connected'],
  ['disconnected', 'ended'],
  ['rejected', 'rejected'],
])

/** Reads everything a session holds. Leaves out facts that the app has no permission to read. */
export async function readWorkspace(app: WorkspaceApp, opened: Opened): Promise<Reading> {
  const [listed, agent] = await Promise.all([listContactIds(app.contacts, opened), readAgent(app)])
  // Listing contacts needs more permissions than reading the contact that the app was opened for.
  const ids = listed ?? (opened.contactId === undefined ? undefined : [opened.contactId])
  if (ids === undefined) return { ok: false, missing: missing(opened, everything) }
  const read = await Promise.all(ids.map((contactId) => readContact(app.contacts, contactId)))
  const contacts = read.filter((contact) => contact !== undefined)
  if (!listed && contacts.length === 0) return { ok: false, missing: missing(opened, detailsPermission) }
  return { ok: true, contacts, ...(agent ? { agent } : {}) }
}

const missing = ({ permissions }: Opened, needed: string) =>
  permissions.includes(needed) || permissions.includes(everything) ? [] : [needed]

/** Undefined where the app is about one contact only, or has no permission to list the others. */
async function listContactIds(
  contacts: WorkspaceContacts,
  { isCrossContact }: Opened,
): Promise<readonly string[] | undefined> {
  if (!isCrossContact) return undefined
  const list = listSchema.safeParse(await answerOf(contacts.listContacts()))
  return list.data?.map(({ contactId }) => contactId)
}

/** Undefined for a contact that the workspace does not describe, or on an unknown channel. */
async function readContact(contacts: WorkspaceContacts, contactId: string): Promise<ReadContact | undefined> {
  const [channelType, state, duration, attributes] = await Promise.all([
    answerOf(contacts.getChannelType(contactId)),
    readState(contacts, contactId),
    answerOf(contacts.getStateDuration(contactId)),
    answerOf(contacts.getAttributes(contactId, ['customerName'])),
  ])
  const channel = channelTypeSchema.safeParse(channelType).data?.type
  if (channel === undefined) return undefined
  const durationMs = durationSchema.safeParse(duration).data
  const displayName = nameSchema.safeParse(attributes).data?.customerName
  return {
    contactId,
    channel,
    ...(state === undefined ? {} : { state }),
    ...(durationMs === undefined ? {} : { durationMs }),
    ...(displayName === undefined ? {} : { displayName }),
  }
}

/** The SDK has no request for the state of a contact, so it is read from the state of the agent as a participant. */
async function readState(contacts: WorkspaceContacts, contactId: string): Promise<ContactState | undefined> {
  const participants = participantsSchema.safeParse(await answerOf(contacts.listParticipants(contactId)))
  const self = participants.data?.find(({ isSelf }) => isSelf)
  if (!self) return undefined
  const state = participantStateSchema.safeParse(
    await answerOf(contacts.getParticipantState(self.participantId)),
  )
  return state.data && statesOfParticipant.get(state.data.value)
}

async function readAgent({ agent }: WorkspaceApp): Promise<SourceAgent | undefined> {
  const [arn, name] = await Promise.all([answerOf(agent.getARN()), answerOf(agent.getName())])
  const { data } = agentSchema.safeParse({ arn, name })
  return data && { userId: data.arn.slice(data.arn.lastIndexOf('/') + 1), name: data.name }
}

/** Undefined for a request that the workspace refuses, or that times out. */
const answerOf = (request: Promise<unknown>): Promise<unknown> => request.catch(() => undefined)
