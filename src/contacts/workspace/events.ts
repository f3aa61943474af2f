import * as z from 'zod/mini'
import { channels, type ContactState } from '../../core/contact.ts'
import type { WorkspaceTopic } from './api.ts'

/** `*` is what Amazon Connect calls the permission for everything. */
export const everything = '*'

export const detailsPermission = 'Contact.Details.View'

const contactNamespace = 'aws.connect.contact'

/** What a contact becomes when the workspace publishes the topic; `gone` when it leaves the agent's hands. */
const topics: ReadonlyMap<string, ContactState | 'gone'> = new Map([
  ['contact/connected', 'connected'],
  ['contact/acw', 'ended'],
  ['contact/missed', 'missed'],
  ['contact/cleared', 'gone'],
])

// Their subscription needs the permission for everything, and is an error on the console of an app without it.
const privilegedTopics: ReadonlyMap<string, ContactState | 'gone'> = new Map([
  ['contact/incoming', 'incoming'],
  ['contact/pending', 'pending'],
  ['contact/connecting', 'connecting'],
  ['contact/error', 'error'],
])

export interface TopicMeaning {
  readonly topic: WorkspaceTopic
  readonly becomes: ContactState | 'gone'
}

/** The topics that tell what becomes of a contact, or of all without an id, for an app that has these permissions. */
export const contactTopics = (permissions: readonly string[], contactId?: string): TopicMeaning[] =>
  [...topics, ...(permissions.includes(everything) ? privilegedTopics : [])].map(([key, becomes]) => ({
    topic: {
      namespace: contactNamespace,
      key,
      ...(contactId === undefined ? {} : { parameter: contactId }),
    },
    becomes,
  }))

const contactEventSchema = z.object({ contactId: z.string(), type: z.enum(channels) })

/** The contact that an event is about; undefined for one that we have no word for. */
export const readContactEvent = (event: unknown) => contactEventSchema.safeParse(event).data

const scopeSchema = z.object({ type: z.literal('contact'), contactId: z.string() })

const createdSchema = z.object({
  context: z.object({
    config: z.object({
      permissions: z.optional(z.array(z.string())),
      contactHandling: z.optional(z.object({ scope: z.string() })),
    }),
    scope: z.unknown(),
    // What the scope was called before; the SDK still hands on both (1.0.11).
    contactScope: z.unknown(),
  }),
})

const startedSchema = z.object({ context: z.object({ scope: z.unknown() }) })

/** The contact of a scope; what is no contact's scope, now or in a later workspace, is none that we act on. */
const contactIdOf = (scope: unknown) => scopeSchema.safeParse(scope).data?.contactId

/** How the workspace opened this app. */
export interface Opened {
  readonly permissions: readonly string[]
  /** The app has one instance for all contacts, and not one for each. */
  readonly isCrossContact: boolean
  /** The contact that it was opened for; absent when it was opened for none. */
  readonly contactId?: string
}

export function readCreated(event: unknown): Opened | undefined {
  const { data } = createdSchema.safeParse(event)
  if (!data) return undefined
  const { config, scope, contactScope } = data.context
  const { permissions = [], contactHandling } = config
  const contactId = contactIdOf(scope) ?? contactIdOf(contactScope)
  if (contactId === undefined) return { permissions, isCrossContact: true }
  // The word of AppIntegrations' `ContactHandlingScope`.
  return { permissions, isCrossContact: contactHandling?.scope === 'CROSS_CONTACTS', contactId }
}

/** The contact that the app is shown for now; undefined where the workspace does not say. */
export const readStartedContactId = (event: unknown): string | undefined =>
  contactIdOf(startedSchema.safeParse(event).data?.context.scope)

const errorSchema = z.object({ key: z.string(), isFatal: z.boolean() })

/** What a fatal error leaves of the workspace; undefined while it is there. */
export function readFatalError(error: unknown): 'outside-workspace' | 'not-answering' | undefined {
  const { data } = errorSchema.safeParse(error)
  if (!data?.isFatal) return undefined
  return data.key === 'workspaceConnectTimeout' ? 'outside-workspace' : 'not-answering'
}

const healthSchema = z.object({ status: z.enum(['healthy', 'unhealthy']) })

export const readHealth = (change: unknown) => healthSchema.safeParse(change).data?.status
