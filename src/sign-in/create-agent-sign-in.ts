import type { Account, AgentSignIn, SignedOutStatus, SignInState } from './agent-sign-in.ts'

/** Somebody whom the provider vouches for. */
export interface SignedIn {
  readonly account: Account
  readonly bearer: string
  readonly isExpired: () => boolean
}

export interface SignInWays {
  /** Asks the provider alone. It may refuse for want of a session, or not be understood or reached at all. */
  readonly silently: () => Promise<SignedIn | 'refused' | 'unanswered'>
  /**
   * Asks the agent, in a window that is opened before this returns. A window that counts as closed may still bring an
   * answer: a provider that isolates its page looks closed from here.
   */
  readonly inWindow: (onClosed: () => void) => Promise<SignedIn | 'window-blocked' | 'failed'>
}

// A provider that cannot be reached now may be in a moment, and the token at hand still holds.
const askAgainAfterMs = 5_000

const isSame = (one: Account | undefined, other: Account) =>
  one?.issuer === other.issuer && one.subject === other.subject

/** One account and one token at a time: what is announced and what is sent change together. */
export function createAgentSignIn(ways: SignInWays, first: SignedIn | 'needed' | 'failed'): AgentSignIn {
  const listeners = new Set<() => void>()
  let held: SignedIn | undefined
  let state: SignInState = { status: 'signing-in' }
  let mayAskSilently = false
  let renewal: Promise<boolean> | undefined
  let windowsOpened = 0

  function announce(next: SignInState) {
    if (state.status === next.status && state.account === next.account) return
    state = next
    for (const listener of listeners) listener()
  }

  function hold(signedIn: SignedIn) {
    held = signedIn
    mayAskSilently = true
    const account =
      state.account && isSame(state.account, signedIn.account) ? state.account : signedIn.account
    announce({ status: 'signed-in', account })
  }

  function letGo(status: SignedOutStatus) {
    held = undefined
    announce(state.account ? { status, account: state.account } : { status })
  }

  async function renewOnce(): Promise<boolean> {
    const before = held
    const { account } = state
    const answer = await ways.silently()
    renewal = undefined
    // Somebody has signed in in a window meanwhile: that is the later word.
    if (held !== before) return held !== undefined && account !== undefined && isSame(account, held.account)
    if (typeof answer === 'object') {
      hold(answer)
      return account === undefined || isSame(account, answer.account)
    }
    if (answer === 'refused') mayAskSilently = false
    if (answer === 'refused' || before?.isExpired()) {
      if (before) letGo('ended')
    } else if (before) {
      setTimeout(() => void renew(), askAgainAfterMs)
    }
    return false
  }

  async function renew(): Promise<boolean> {
    if (!mayAskSilently) return false
    return (renewal ??= renewOnce())
  }

  if (typeof first === 'object') hold(first)
  else letGo(first)

  return {
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    getSnapshot: () => state,
    token: async () => {
      if (held?.isExpired() && !(await renew())) return undefined
      return held?.bearer
    },
    renew,
    signIn: async () => {
      windowsOpened += 1
      const own = windowsOpened
      const isLatest = () => own === windowsOpened
      mayAskSilently = false
      letGo('in-window')
      const answer = await ways.inWindow(() => {
        if (isLatest() && !held) letGo('window-closed')
      })
      if (!isLatest()) return
      if (typeof answer === 'object') hold(answer)
      else if (!held) letGo(answer)
    },
  }
}
