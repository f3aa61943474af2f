import { createKeySet, type KeySet, type KeySetOptions } from './key-set.ts'
import { readDiscovery, readDocument, readKeySet, type Discovery } from './provider-documents.ts'
import type { AskedDocument } from './provider-failure.ts'

/** The company’s identity provider: the part of it that checking tokens needs. */
export interface SignInProvider {
  /** The keys that may have signed a token; rejects with `sign-in-unavailable` while the provider cannot be reached. */
  readonly candidates: KeySet['candidates']
  readonly renewKeys: KeySet['renew']
  /** Reads the keys ahead of the first request, unless they were read lately; rejects with `sign-in-unavailable`. */
  readonly prepare: () => Promise<void>
  /** The origins that the panel must reach to sign in. The list grows once the provider has been read. */
  readonly origins: () => readonly string[]
  /** True if a token could be checked now. */
  readonly isReady: () => boolean
}

export interface SignInProviderOptions {
  readonly issuer: string
  readonly now: () => Date
  readonly fetch?: typeof fetch
  readonly note?: KeySetOptions['note']
}

function endpointOrigins(discovery: Discovery): string[] {
  const { authorization_endpoint, token_endpoint, userinfo_endpoint, end_session_endpoint } = discovery
  const endpoints = [authorization_endpoint, token_endpoint, userinfo_endpoint, end_session_endpoint]
  return endpoints.filter((endpoint) => endpoint !== undefined).map((endpoint) => new URL(endpoint).origin)
}

export function createSignInProvider({
  issuer,
  now,
  fetch: ask = fetch,
  note,
}: SignInProviderOptions): SignInProvider {
  const issuerOrigin = new URL(issuer).origin
  let origins: readonly string[] = [issuerOrigin]
  let knownKeysUrl: string | undefined

  async function discoverKeysUrl(): Promise<string> {
    const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
    const asked: AskedDocument = { url, name: 'discovery document' }
    const discovery = readDiscovery(asked, await readDocument(asked, ask), issuer)
    origins = [...new Set([issuerOrigin, ...endpointOrigins(discovery)])]
    return discovery.jwks_uri
  }

  async function readKeys() {
    const url = knownKeysUrl ?? (await discoverKeysUrl())
    // If the keys cannot be read, the provider may have moved them, so discovery runs again.
    knownKeysUrl = undefined
    const asked: AskedDocument = { url, name: 'key set' }
    const keys = readKeySet(asked, await readDocument(asked, ask))
    knownKeysUrl = url
    return keys
  }

  const { candidates, renew, prepare, isUsable } = createKeySet({ read: readKeys, now, note })
  return { candidates, renewKeys: renew, prepare, origins: () => origins, isReady: isUsable }
}
