import * as z from 'zod/mini'

/** The answer is `meSchema` in `me.ts`. */
export const mePath = '/api/v1/me'

/** `GET /api/v1/destinations`: the destinations that the agent may choose from. */
export const destinationsPath = '/api/v1/destinations'

/** `GET /api/v1/contacts/:contactId`: a contact of the agent, with the attributes that a linked task inherits. */
export const contactPath = (contactId: string) => `/api/v1/contacts/${encodeURIComponent(contactId)}`

/** `GET /api/v1/config`: the settings that a page needs before the agent signs in. They contain no secret. */
export const configPath = '/api/v1/config'

// The proxy has checked the addresses of its configuration. Here an address with another scheme must not become a frame, and
// the first load does not need the whole rule for what agents type.
const webAddress = z.stringFormat('uri', /^https?:\/\/[^\s/?#]\S*$/)
const webOrigin = z.string().check(z.regex(/^https?:\/\/[^\s/?#@*]+$/))

export const panelConfigSchema = z.object({
  version: z.string(),
  /** The title of the pages; absent where they have their own. */
  title: z.optional(z.string()),
  ccpUrl: webAddress,
  /** Where agents of a SAML instance sign in to the CCP; absent where the CCP has its own login page. */
  loginUrl: z.optional(webAddress),
  /** The origins whose pages may embed the panel and send it the contact. Origins that only a wildcard allows are not listed. */
  hostOrigins: z.array(webOrigin),
  signIn: z.object({
    issuer: webAddress,
    clientId: z.string(),
    audience: z.string(),
    /** The scopes that the panel asks for, separated by spaces. */
    scope: z.string(),
    /** The kind of token that the proxy accepts: ID tokens where access tokens are opaque or have no audience. */
    bearer: z.enum(['access-token', 'id-token']),
  }),
})

export type PanelConfig = z.infer<typeof panelConfigSchema>
