import { describe, expect, it } from 'vitest'
import { isAuthorizationAddress } from './authorization-address.ts'

const client = {
  endpoint: 'https://login.example.com/oauth2/authorize?policy=agents',
  clientId: 'panel',
  redirectUri: 'https://tasklink.example.com/signed-in',
}

const usual = {
  client_id: 'panel',
  redirect_uri: 'https://tasklink.example.com/signed-in',
  response_type: 'code',
  state: 'a-state',
  code_challenge: 'a-challenge',
  code_challenge_method: 'S256',
}

const addressWith = (
  changes: Partial<typeof usual> = {},
  at = 'https://login.example.com/oauth2/authorize',
) => `${at}?${new URLSearchParams({ policy: 'agents', ...usual, ...changes })}`

describe('the address that the panel’s own window may open', () => {
  it('is the provider’s login page with this panel’s client and return address', () => {
    expect(isAuthorizationAddress(addressWith(), client)).toBe(true)
  })

  it.each([
    ['another host', addressWith({}, 'https://login.example.org/oauth2/authorize')],
    ['another path of the provider', addressWith({}, 'https://login.example.com/logout')],
    ['another scheme', addressWith({}, 'http://login.example.com/oauth2/authorize')],
    ['a script', 'javascript:alert(1)'],
    ['a user name', addressWith({}, 'https://a@login.example.com/oauth2/authorize')],
    ['another client', addressWith({ client_id: 'other' })],
    ['another return address', addressWith({ redirect_uri: 'https://evil.example/' })],
    ['a second return address', `${addressWith()}&redirect_uri=https://evil.example/`],
    ['a token instead of a code', addressWith({ response_type: 'token' })],
    ['no code challenge', addressWith({ code_challenge_method: 'plain' })],
    ['a second state', `${addressWith()}&state=other`],
    ['no address', 'login'],
  ])('is not one with %s', (_difference, address) => {
    expect(isAuthorizationAddress(address, client)).toBe(false)
  })
})
