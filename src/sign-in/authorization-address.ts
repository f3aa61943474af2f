export interface AuthorizationClient {
  /** The authorization endpoint of the provider's discovery document. */
  readonly endpoint: string
  readonly clientId: string
  readonly redirectUri: string
}

/** Whether the address is a login page of the configured provider that sends its answer back to this panel. */
export function isAuthorizationAddress(address: string, client: AuthorizationClient): boolean {
  if (!URL.canParse(address) || !URL.canParse(client.endpoint)) return false
  const { origin, pathname, searchParams, username, password } = new URL(address)
  const endpoint = new URL(client.endpoint)
  const only = (name: string, value: string) => {
    const values = searchParams.getAll(name)
    return values.length === 1 && values[0] === value
  }
  return (
    /^https?:$/.test(endpoint.protocol) &&
    origin === endpoint.origin &&
    pathname === endpoint.pathname &&
    username + password === '' &&
    only('client_id', client.clientId) &&
    only('redirect_uri', client.redirectUri) &&
    only('response_type', 'code') &&
    only('code_challenge_method', 'S256') &&
    searchParams.getAll('state').length === 1
  )
}
