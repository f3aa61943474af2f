import { describe, expect, it } from 'vitest'
import { readScopes } from './scopes.ts'

describe('readScopes()', () => {
  it('reads scopes in their order, and each once', () => {
    expect(readScopes(' openid   email\tapi://tasklink/tasks.create openid ')).toEqual({
      scopes: ['openid', 'email', 'api://tasklink/tasks.create'],
      mistakes: [],
    })
  })

  it('requires openid, in lower case', () => {
    expect(readScopes('OpenID profile').mistakes).toEqual(['must contain the scope openid.'])
  })

  it('treats a comma as part of a scope, so that openid is missing in a list with commas', () => {
    expect(readScopes('openid,profile').mistakes).toEqual(['must contain the scope openid.'])
  })

  it.each(['openid "profile"', 'openid a\\b', 'openid é', 'openid \u0000'])('refuses %j', (text) => {
    expect(readScopes(text).mistakes).toEqual([expect.stringMatching(/entry 2\.$/)])
  })

  it('looks at no scope of a text that is too long', () => {
    expect(readScopes(`openid ${'a'.repeat(1_000)}`).mistakes).toEqual([
      'must not be longer than 1000 characters.',
    ])
  })
})
