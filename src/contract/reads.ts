import * as z from 'zod/mini'
import { isWebAddress } from '../core/web-address.ts'

/** Answered as `me.ts` has it. */
export const mePath = '/api/v1/me'

/** `GET /api/v1/destinations`: where this agent may send a task. */
export const destinationsPath = '/api/v1/destinations'

/** `GET /api/v1/contacts/:contactId`: the caller's own contact, as a task linked to it would inherit from it. */
export const contactPath = (contactId: string) => `/api/v1/contacts/${encodeURIComponent(contactId)}`

/** The query that adds the tasks already linked; apart, because Connect allows fewer of these calls. */
export const linkedQuery = 'linked'

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
