import * as z from 'zod/mini'
import { channels } from '../core/contact.ts'
import { linkTypes } from '../core/fields/link.ts'
import { isWebAddress } from '../core/web-address.ts'

/** Answered as `me.ts` has it. */
export const mePath = '/api/v1/me'

/** `GET /api/v1/destinations`: where this agent may send a task. */
export const destinationsPath = '/api/v1/destinations'

export const destinationsSchema = z.object({
  flows: z.array(z.object({ flowId: z.string(), name: z.string() })),
  quickConnects: z.array(
    z.object({ quickConnectId: z.string(), name: z.string(), kind: z.enum(['user', 'queue']) }),
  ),
})

/** `GET /api/v1/contacts/:contactId`: the caller's own contact, as a task linked to it would inherit from it. */
export const contactPath = (contactId: string) => `/api/v1/contacts/${encodeURIComponent(contactId)}`

/** The query that adds the tasks already linked; apart, because Connect allows fewer of these calls. */
export const linkedQuery = 'linked'

export const linkedContactSchema = z.object({
  contactId: z.string(),
  channel: z.enum(channels),
  attributes: z.array(z.object({ key: z.string(), value: z.string() })),
  /** UTF-8 bytes of attributes that the task would inherit and the agent does not get to see. */
  hiddenBytes: z.optional(z.number()),
  linkedTasks: z.optional(z.array(z.object({ contactId: z.string(), link: z.enum(linkTypes) }))),
})

export type LinkedContact = z.infer<typeof linkedContactSchema>

/** `GET /api/v1/config`: what a browser must know before anybody has signed in. No secret is in it. */
export const configPath = '/api/v1/config'

// Our own rule is in the browser already; zod's would come on top.
const webAddress = z.stringFormat('uri', isWebAddress)
const webOrigin = z.string().check(z.regex(/^https?:\/\/[^\s/?#@*]+$/))

export const panelConfigSchema = z.object({
  version: z.string(),
  ccpUrl: webAddress,
  /** Whose pages may embed the panel and tell it the contact: exact origins, without those that a wildcard allows. */
  hostOrigins: z.array(webOrigin),
  signIn: z.object({
    issuer: webAddress,
    clientId: z.string(),
    audience: z.string(),
    /** Which of the provider's tokens the proxy takes: ID tokens where access tokens are opaque or carry no audience. */
    bearer: z.enum(['access-token', 'id-token']),
  }),
})

export type PanelConfig = z.infer<typeof panelConfigSchema>
