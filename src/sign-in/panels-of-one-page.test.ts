import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAgentSignIn } from './create-agent-sign-in.ts'
import { pageWithPanels, providerWith, signedInAs, statusOf } from './sign-in-harness.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('panels of one page', () => {
  it('take over the sign-in of a panel that was there before, without asking the provider', async () => {
    const joined = pageWithPanels()
    createAgentSignIn(providerWith().ways, signedInAs('ana'), joined())
    const { ways, silently } = providerWith()
    const second = createAgentSignIn(ways, 'ask', joined())
    await vi.runAllTimersAsync()

    expect(await second.token()).toBe('ana-1')
    expect(silently).not.toHaveBeenCalled()
  })

  it('are signed in when the agent signs in to one of them', async () => {
    const joined = pageWithPanels()
    const { ways, windows } = providerWith('refused')
    const pressed = createAgentSignIn(ways, 'ask', joined())
    const other = createAgentSignIn(providerWith('refused').ways, 'ask', joined())
    await vi.runAllTimersAsync()
    const signingIn = pressed.signIn()
    windows[0]?.answer(signedInAs('ana'))
    await signingIn

    expect(await other.token()).toBe('ana-1')
  })

  it('use one refresh token once: the second to renew takes the token of the first', async () => {
    const joined = pageWithPanels()
    const one = providerWith(signedInAs('ana', 'ana-2', 2))
    const first = createAgentSignIn(one.ways, signedInAs('ana', 'ana-1', 1), joined())
    const two = providerWith()
    const second = createAgentSignIn(two.ways, 'ask', joined())
    await vi.runAllTimersAsync()

    expect(await Promise.all([first.renew(), second.renew()])).toEqual([true, true])

    expect(await second.token()).toBe('ana-2')
    expect(two.silently).not.toHaveBeenCalled()
  })

  it('end together when the provider has ended the session', async () => {
    const joined = pageWithPanels()
    const first = createAgentSignIn(providerWith('refused').ways, signedInAs('ana'), joined())
    const second = createAgentSignIn(providerWith().ways, 'ask', joined())
    await vi.runAllTimersAsync()
    await first.renew()

    expect(statusOf(second)).toBe('ended')
    expect(await second.token()).toBeUndefined()
  })

  it('follow another person, and keep their own sign-in if it is newer', async () => {
    const joined = pageWithPanels()
    const told = joined()
    told.join({ present: () => undefined, signedIn: () => {}, ended: () => {} })
    const panel = createAgentSignIn(providerWith().ways, signedInAs('ana', 'ana-1', 5), joined())
    told.tell(signedInAs('ben', 'ben-old', 4))
    told.tellEnded(4)
    expect(await panel.token()).toBe('ana-1')
    told.tell(signedInAs('ben', 'ben-1', 6))

    expect(await panel.token()).toBe('ben-1')
  })

  it('do not disturb a window in which the agent is signing in', async () => {
    const joined = pageWithPanels()
    const told = joined()
    told.join({ present: () => undefined, signedIn: () => {}, ended: () => {} })
    const { ways, windows } = providerWith()
    const panel = createAgentSignIn(ways, 'failed', joined())
    const signingIn = panel.signIn()
    told.tell(signedInAs('ana', 'ana-2', 9))
    expect(statusOf(panel)).toBe('in-window')
    windows[0]?.answer(signedInAs('ben', 'ben-1', 10))
    await signingIn

    expect(await panel.token()).toBe('ben-1')
  })
})
