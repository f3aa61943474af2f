import * as z from 'zod/mini'
import { webAddressPattern, webOriginPattern } from './address-patterns.ts'

const webAddress = z.stringFormat('uri', webAddressPattern)
const webOrigin = z.string().check(z.regex(webOriginPattern))

/** The answer to `GET /api/v1/config`. */
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
