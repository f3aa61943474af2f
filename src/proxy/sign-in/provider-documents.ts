import type { JSONWebKeySet } from 'jose'
import * as z from 'zod/mini'
import { isSafeAddress } from '../../core/text/safe-address.ts'
import { networkFailure, ProviderFailure, statusFailure, type AskedDocument } from './provider-failure.ts'

const answerTimeoutMs = 5_000

/** Large key sets with certificate chains have 50 KB. */
const documentByteLimit = 256 * 1_024

/** Providers publish fewer than twenty. */
const keysLimit = 200

async function readText(asked: AskedDocument, response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  if (!response.body) return text
  for await (const chunk of response.body) {
    bytes += chunk.byteLength
    if (bytes > documentByteLimit) {
      throw new ProviderFailure(asked, {
        reason: 'too-large',
        came: `it sent more than ${documentByteLimit} bytes`,
        advice: 'Correct OIDC_ISSUER, or make the document smaller.',
      })
    }
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/** Sign-in pages and error pages come under any content type. */
const isPage = (text: string) => /^\s*<(!doctype|html|\?xml)\b/i.test(text.slice(0, 200))

/** Rejects with a ProviderFailure. */
export async function readDocument(asked: AskedDocument, ask: typeof fetch): Promise<unknown> {
  try {
    const signal = AbortSignal.timeout(answerTimeoutMs)
    const response = await ask(asked.url, { signal, redirect: 'manual' })
    if (!response.ok) {
      await response.body?.cancel()
      throw statusFailure(asked, response.status)
    }
    const text = await readText(asked, response)
    try {
      return JSON.parse(text)
    } catch (cause) {
      const failure = {
        reason: 'not-json',
        came: isPage(text) ? 'it answered with an HTML page instead of JSON' : 'its answer is not JSON',
        advice: 'Correct OIDC_ISSUER: this address belongs to something else than an OpenID provider.',
      } as const
      throw new ProviderFailure(asked, failure, { cause })
    }
  } catch (error) {
    throw error instanceof ProviderFailure ? error : networkFailure(asked, error)
  }
}

const address = z.string().check(z.refine(isSafeAddress))

const discoverySchema = z.object({
  issuer: z.string(),
  jwks_uri: address,
  authorization_endpoint: z.optional(address),
  token_endpoint: z.optional(address),
  userinfo_endpoint: z.optional(address),
  end_session_endpoint: z.optional(address),
})

export type Discovery = z.infer<typeof discoverySchema>

const withoutSlash = (text: string) => text.replace(/\/+$/, '')

/** How the issuer in the document differs, without repeating it. */
function mismatch(
  named: string,
  issuer: string,
): Pick<ConstructorParameters<typeof ProviderFailure>[1], 'came' | 'advice'> {
  if (withoutSlash(named) === withoutSlash(issuer)) {
    const hasMore = issuer.length > named.length
    return {
      came: `the issuer in it has ${hasMore ? 'fewer' : 'more'} slashes at the end than OIDC_ISSUER`,
      advice: `${hasMore ? 'Remove the slash from' : 'Add the slash to'} the end of OIDC_ISSUER.`,
    }
  }
  const isCase = named.toLowerCase() === issuer.toLowerCase()
  const isOrigin = URL.canParse(named) && new URL(named).origin === new URL(issuer).origin
  const differs = isCase
    ? 'only in upper and lower case'
    : isOrigin
      ? 'in its path'
      : 'in its scheme, host or port'
  return {
    came: `the issuer in it differs from OIDC_ISSUER ${differs}`,
    advice: 'Set OIDC_ISSUER exactly to the issuer in this document.',
  }
}

/** Checks a discovery document; throws a ProviderFailure. */
export function readDiscovery(asked: AskedDocument, document: unknown, issuer: string): Discovery {
  const parsed = discoverySchema.safeParse(document)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const member = issue?.path.join('.') || 'object'
    throw issue?.code === 'custom'
      ? new ProviderFailure(asked, {
          reason: 'unsafe-address',
          came: `${member} in it is not a whole https:// address`,
          advice: `Correct ${member} at the provider, which may not know that it is behind TLS; http:// is only for localhost.`,
        })
      : new ProviderFailure(asked, {
          reason: 'discovery-shape',
          came: `it is JSON, but its ${member} is missing or no text`,
          advice: 'Correct OIDC_ISSUER: this is not the discovery document of an OpenID provider.',
        })
  }
  // OpenID Connect Discovery 4.3: the issuer in the document must be the one that was asked.
  if (parsed.data.issuer === issuer) return parsed.data
  throw new ProviderFailure(asked, { reason: 'issuer-mismatch', ...mismatch(parsed.data.issuer, issuer) })
}

const keySetSchema = z.object({ keys: z.array(z.unknown()).check(z.maxLength(keysLimit)) })

// A key is checked only when a token names it, so a key of an unknown kind does not affect the others.
const keySchema = z.looseObject({ kty: z.string() })

/** Reads a key set; throws a ProviderFailure. Members that are no keys are left out. */
export function readKeySet(asked: AskedDocument, document: unknown): JSONWebKeySet {
  const parsed = keySetSchema.safeParse(document)
  if (parsed.success) {
    const keys = parsed.data.keys.flatMap((key) => {
      const { data } = keySchema.safeParse(key)
      return data ? [data] : []
    })
    return { keys }
  }
  const isTooLarge = parsed.error.issues.some(({ code }) => code === 'too_big')
  throw new ProviderFailure(asked, {
    reason: isTooLarge ? 'too-large' : 'keys-shape',
    came: isTooLarge ? `it has more than ${keysLimit} keys` : 'it is JSON, but has no list of keys',
    advice: 'Correct jwks_uri at the provider: its discovery document names this address.',
  })
}
