import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AgentSignIn } from './agent-sign-in.ts'
import { createAgentSignIn, type SignInWays } from './create-agent-sign-in.ts'
import { noSiblings } from './siblings.ts'
import { issuer, providerWith, signedInAs, statusOf, type SilentAnswer } from './sign-in-harness.ts'

/** The announced states, in order. */
function announcementsOf(signIn: AgentSignIn): string[] {
  const announced: string[] = []
  signIn.subscribe(() => {
    const { status, account } = signIn.getSnapshot()
    announced.push(`${status} ${account?.subject ?? 'no account'}`)
  })
  return announced
}

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('a renewal', () => {
  it('changes the token without an announcement', async () => {
    const { ways } = providerWith(signedInAs('ana', 'ana-2'))
    const signIn = createAgentSignIn(ways, signedInAs('ana'), noSiblings)
    const announced = announcementsOf(signIn)

    expect(await signIn.renew()).toBe(true)

    expect(await signIn.token()).toBe('ana-2')
    expect(announced).toEqual([])
  })

  it('is shared by all requests while it is under way', async () => {
    const { ways, silently } = providerWith(signedInAs('ana', 'ana-2'))
    const signIn = createAgentSignIn(ways, signedInAs('ana'), noSiblings)

    expect(await Promise.all([signIn.renew(), signIn.renew()])).toEqual([true, true])

    expect(silently).toHaveBeenCalledTimes(1)
  })

  it('ends the sign-in when the provider has no session, and is not tried again', async () => {
    const { ways, silently } = providerWith('refused')
    const signIn = createAgentSignIn(ways, signedInAs('ana'), noSiblings)
    const announced = announcementsOf(signIn)

    expect(await signIn.renew()).toBe(false)
    expect(await signIn.renew()).toBe(false)

    expect(await signIn.token()).toBeUndefined()
    expect(announced).toEqual(['ended ana'])
    expect(silently).toHaveBeenCalledTimes(1)
  })

  it('that gets no answer is tried again while the token is valid', async () => {
    const { ways } = providerWith('unanswered', 'unanswered', signedInAs('ana', 'ana-2'))
    const signIn = createAgentSignIn(ways, signedInAs('ana'), noSiblings)
    const announced = announcementsOf(signIn)

    expect(await signIn.renew()).toBe(false)
    expect(await signIn.token()).toBe('ana-1')
    await vi.runAllTimersAsync()

    expect(await signIn.token()).toBe('ana-2')
    expect(announced).toEqual([])
  })

  it('that gets no answer before the token expires ends the sign-in until the provider answers', async () => {
    const { ways } = providerWith('unanswered', signedInAs('ana', 'ana-2'))
    const first = signedInAs('ana')
    const signIn = createAgentSignIn(ways, first, noSiblings)
    const announced = announcementsOf(signIn)
    first.expire()

    expect(await signIn.token()).toBeUndefined()
    expect(announced).toEqual(['ended ana'])
    expect(await signIn.renew()).toBe(true)

    expect(announced).toEqual(['ended ana', 'signed-in ana'])
  })

  it('that gets no answer while the computer is offline goes on until the provider answers, without a press', async () => {
    const { ways, silently } = providerWith('unanswered', 'unanswered', signedInAs('ana', 'ana-2'))
    const first = signedInAs('ana')
    const signIn = createAgentSignIn(ways, first, noSiblings)
    const announced = announcementsOf(signIn)
    first.expire()
    await Promise.all([signIn.token(), signIn.renew()])
    await vi.runAllTimersAsync()

    expect(announced).toEqual(['ended ana', 'signed-in ana'])
    expect(await signIn.token()).toBe('ana-2')
    expect(silently).toHaveBeenCalledTimes(3)
  })

  it('that got no answer leaves alone an agent who has signed in through a window since', async () => {
    const { ways, silently, windows } = providerWith('unanswered', 'refused')
    const first = signedInAs('ana')
    const signIn = createAgentSignIn(ways, first, noSiblings)
    first.expire()
    await signIn.renew()
    void signIn.signIn()
    windows[0]?.answer(signedInAs('ana', 'ana-2'))
    await vi.runAllTimersAsync()

    expect(silently).toHaveBeenCalledTimes(1)
    expect(await signIn.token()).toBe('ana-2')
  })

  it('that finds another person is announced, and gives no token for requests of the first', async () => {
    const { ways } = providerWith(signedInAs('ben'))
    const signIn = createAgentSignIn(ways, signedInAs('ana'), noSiblings)
    const announced = announcementsOf(signIn)

    expect(await signIn.renew()).toBe(false)

    expect(announced).toEqual(['signed-in ben'])
    expect(await signIn.token()).toBe('ben-1')
  })
})

describe('a token', () => {
  it('that has expired is renewed before it is used', async () => {
    const { ways } = providerWith(signedInAs('ana', 'ana-2'))
    const first = signedInAs('ana')
    const signIn = createAgentSignIn(ways, first, noSiblings)
    first.expire()

    expect(await signIn.token()).toBe('ana-2')
  })

  it('of another person is not given to a request of the first', async () => {
    const { ways } = providerWith(signedInAs('ben'))
    const first = signedInAs('ana')
    const signIn = createAgentSignIn(ways, first, noSiblings)
    first.expire()

    expect(await signIn.token()).toBeUndefined()
    expect(signIn.getSnapshot()).toEqual({ status: 'signed-in', account: { issuer, subject: 'ben' } })
  })
})

describe('the window', () => {
  it('signs in, without a silent request meanwhile', async () => {
    const { ways, silently, windows } = providerWith()
    const signIn = createAgentSignIn(ways, 'failed', noSiblings)
    const announced = announcementsOf(signIn)
    const signingIn = signIn.signIn()

    expect(await signIn.renew()).toBe(false)
    windows[0]?.answer(signedInAs('ana'))
    await signingIn

    expect(announced).toEqual(['in-window no account', 'signed-in ana'])
    expect(silently).not.toHaveBeenCalled()
  })

  it.each(['window-blocked', 'failed'] as const)('that fails leaves the state %s', async (answer) => {
    const { ways, windows } = providerWith()
    const signIn = createAgentSignIn(ways, 'failed', noSiblings)
    const signingIn = signIn.signIn()
    windows[0]?.answer(answer)
    await signingIn

    expect(signIn.getSnapshot()).toEqual({ status: answer })
  })

  it('that looks closed can still answer', async () => {
    const { ways, windows } = providerWith()
    const signIn = createAgentSignIn(ways, 'failed', noSiblings)
    const announced = announcementsOf(signIn)
    const signingIn = signIn.signIn()
    windows[0]?.close()
    windows[0]?.answer(signedInAs('ana'))
    await signingIn

    expect(announced).toEqual(['in-window no account', 'window-closed no account', 'signed-in ana'])
  })

  it('that was replaced by another is ignored', async () => {
    const { ways, windows } = providerWith()
    const signIn = createAgentSignIn(ways, 'failed', noSiblings)
    const replaced = signIn.signIn()
    const signingIn = signIn.signIn()
    windows[0]?.close()
    windows[0]?.answer('failed')
    await replaced
    expect(signIn.getSnapshot().status).toBe('in-window')
    windows[1]?.answer(signedInAs('ana'))
    await signingIn

    expect(await signIn.token()).toBe('ana-1')
  })

  it('replaces the result of a renewal that is still under way', async () => {
    const late: ((answer: SilentAnswer) => void)[] = []
    const { ways, windows } = providerWith()
    const silently = () => new Promise<SilentAnswer>((resolve) => late.push(resolve))
    const signIn = createAgentSignIn({ ...ways, silently }, signedInAs('ana'), noSiblings)
    const renewing = signIn.renew()
    const signingIn = signIn.signIn()
    windows[0]?.answer(signedInAs('ben'))
    await signingIn
    late[0]?.(signedInAs('ana', 'ana-2'))

    expect(await renewing).toBe(false)
    expect(await signIn.token()).toBe('ben-1')
  })

  it('keeps the same object for the same account, so that nothing restarts', async () => {
    const { ways, windows } = providerWith('refused')
    const signIn = createAgentSignIn(ways, signedInAs('ana'), noSiblings)
    const { account } = signIn.getSnapshot()
    await signIn.renew()
    const signingIn = signIn.signIn()
    windows[0]?.answer(signedInAs('ana', 'ana-2'))
    await signingIn

    expect(signIn.getSnapshot().account).toBe(account)
  })
})

/** A provider whose answer to a silent request is given by the test. */
function slowProvider() {
  const { ways, windows } = providerWith()
  let answer: ((answer: SilentAnswer) => void) | undefined
  const silently = vi.fn<SignInWays['silently']>(
    () =>
      new Promise((resolve) => {
        answer = resolve
      }),
  )
  return { ways: { ...ways, silently }, windows, silently, answer: (late: SilentAnswer) => answer?.(late) }
}

describe('the first silent sign-in', () => {
  it('that takes long shows the button after two seconds, and still signs in when it succeeds', async () => {
    const { ways, silently, answer } = slowProvider()
    const signIn = createAgentSignIn(ways, 'ask', noSiblings)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(statusOf(signIn)).toBe('signing-in')
    await vi.advanceTimersByTimeAsync(200)
    expect(statusOf(signIn)).toBe('needed')
    expect(await signIn.token()).toBeUndefined()
    answer(signedInAs('ana'))
    await vi.runAllTimersAsync()

    expect(await signIn.token()).toBe('ana-1')
    expect(silently).toHaveBeenCalledTimes(1)
  })

  it('makes requests wait for its answer before the button appears', async () => {
    const { ways, answer } = slowProvider()
    const signIn = createAgentSignIn(ways, 'ask', noSiblings)
    const token = signIn.token()
    await vi.advanceTimersByTimeAsync(1_000)
    answer(signedInAs('ana'))

    expect(await token).toBe('ana-1')
  })

  it('does not replace a window that the agent opened meanwhile', async () => {
    const { ways, windows, answer } = slowProvider()
    const signIn = createAgentSignIn(ways, 'ask', noSiblings)
    await vi.advanceTimersByTimeAsync(2_200)
    const signingIn = signIn.signIn()
    answer(signedInAs('ana'))
    await vi.advanceTimersByTimeAsync(0)
    expect(statusOf(signIn)).toBe('in-window')
    windows[0]?.answer(signedInAs('ben'))
    await signingIn

    expect(await signIn.token()).toBe('ben-1')
  })

  it('that is refused says where panels of one page cannot share a sign-in', async () => {
    const { ways } = providerWith('refused')
    const signIn = createAgentSignIn(ways, 'ask', { ...noSiblings, canBeSeen: false })
    await vi.runAllTimersAsync()

    expect(statusOf(signIn)).toBe('needed-in-each')
  })
})
