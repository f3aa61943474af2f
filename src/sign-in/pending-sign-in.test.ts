import { describe, expect, it, vi } from 'vitest'
import type { AgentSignIn, SignInState } from './agent-sign-in.ts'
import { pendingSignIn } from './pending-sign-in.ts'

const state: SignInState = {
  status: 'signed-in',
  account: { issuer: 'https://login.example.com', subject: 'ana' },
}

const signedIn: AgentSignIn = {
  subscribe: () => () => {},
  getSnapshot: () => state,
  token: async () => 'token',
  renew: async () => true,
  signIn: async () => {},
}

describe('a pending sign-in', () => {
  it('is signing in until it is opened, and then has the state of the opened one', async () => {
    const signIn = pendingSignIn(Promise.resolve(signedIn))
    const onChange = vi.fn<() => void>()
    signIn.subscribe(onChange)
    expect(signIn.getSnapshot().status).toBe('signing-in')

    expect(await signIn.token()).toBe('token')

    expect(signIn.getSnapshot().status).toBe('signed-in')
    expect(onChange).toHaveBeenCalledTimes(1)
  })

  it('has failed when it cannot be opened', async () => {
    const signIn = pendingSignIn(Promise.reject(new Error('no provider')))

    await expect(signIn.token()).rejects.toThrow('no provider')

    expect(signIn.getSnapshot().status).toBe('failed')
  })
})
