import * as z from 'zod/mini'
import { channels, type ContactState } from '../../core/contact/contact.ts'
import type { WorkspaceTopic } from './api.ts'

/** Amazon Connect's name for the permission for everything. */
export const everything = '*'

export const detailsPermission = 'Contact.Details.View'

const contactNamespace = 'aws.connect.contact'

/** The state of a contact after the workspace publishes the topic; `gone` when the contact leaves the agent. */
const topics: ReadonlyMap<string, ContactState | 'gone'> = new Map([
  ['contact/connected', 'connected'],
  ['contact/acw', 'ended'],
  ['contact/missed', 'missed'],
  ['contact/cleared', 'gone'],
])

// Subscribing to these without the permission for everything logs an error to the console.
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

/** The topics about a contact, or about all contacts without an id, for an app with these permissions. */
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

/** The contact that an event is about; undefined on an unknown channel. */
export const readContactEvent = (event: unknown) => contactEventSchema.safeParse(event).data

const scopeSchema = z.object({ type: z.literal('contact'), contactId: z.string() })

const createdSchema = z.object({
  context: z.object({
    config: z.object({
      permissions: z.optional(z.array(z.string())),
      contactHandling: z.optional(z.object({ scope: z.string() })),
    }),
    scope: z.unknown(),
    // The former name of the scope; the SDK passes both (1.0.11).
    contactScope: z.unknown(),
  }),
})

const startedSchema = z.object({ context: z.object({ scope: z.unknown() }) })

/** The contact of a scope; undefined for any other kind of scope, now or in a later workspace. */
const contactIdOf = (scope: unknown) => scopeSchema.safeParse(scope).data?.contactId

/** How the workspace opened this app. */
export interface Opened {
  readonly permissions: readonly string[]
  /** The app has one instance for all contacts, instead of one for each. */
  readonly isCrossContact: boolean
  /** The contact that the app was opened for, if any. */
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

/** The contact that the app is now shown for; undefined where the workspace names none. */
export const readStartedContactId = (event: unknown): string | undefined =>
  contactIdOf(startedSchema.safeParse(event).data?.context.scope)

const errorSchema = z.object({ key: z.string(), isFatal: z.boolean() })

/** The status after a fatal error of the workspace; undefined for other errors. */
export function readFatalError(error: unknown): 'outside-workspace' | 'not-answering' | undefined {
  const { data } = errorSchema.safeParse(error)
  if (!data?.isFatal) return undefined
  return data.key === 'workspaceConnectTimeout' ? 'outside-workspace' : 'not-answering'
}

const healthSchema = z.object({ status: z.enum(['healthy', 'unhealthy']) })

export const readHealth = (change: unknown) => healthSchema.safeParse(change).data?.status
