import { createSnapshotStore } from '../core/snapshot-store.ts'
import type { Account, AgentSignIn, SignedOutStatus, SignInState } from './agent-sign-in.ts'

/** An account that the provider has confirmed, and its token. */
export interface SignedIn {
  readonly account: Account
  readonly bearer: string
  readonly isExpired: () => boolean
}

export interface SignInWays {
  /** Asks the provider without the agent. `unanswered`: it could not be reached, or its answer could not be read. */
  readonly silently: () => Promise<SignedIn | 'refused' | 'unanswered'>
  /**
   * Asks the agent, in a window that opens before this returns. A window that looks closed may still answer: the window
   * of a provider that isolates its page looks closed from here.
   */
  readonly inWindow: (onClosed: () => void) => Promise<SignedIn | 'window-blocked' | 'failed'>
}

// An unreachable provider may answer soon, and the present token is still valid.
const askAgainAfterMs = 5_000

const isSame = (one: Account | undefined, other: Account) =>
  one?.issuer === other.issuer && one.subject === other.subject

const isSameState = (one: SignInState, other: SignInState) =>
  one.status === other.status && one.account === other.account

/** Holds one account and one token at a time; the announced account and the sent token change together. */
export function createAgentSignIn(ways: SignInWays, first: SignedIn | 'needed' | 'failed'): AgentSignIn {
  const store = createSnapshotStore<SignInState>({ status: 'signing-in' }, isSameState)
  let held: SignedIn | undefined
  let mayAskSilently = false
  let renewal: Promise<boolean> | undefined
  let windowsOpened = 0

  function hold(signedIn: SignedIn) {
    held = signedIn
    mayAskSilently = true
    const before = store.getSnapshot().account
    const account = before && isSame(before, signedIn.account) ? before : signedIn.account
    store.set({ status: 'signed-in', account })
  }

  function letGo(status: SignedOutStatus) {
    held = undefined
    const { account } = store.getSnapshot()
    store.set(account ? { status, account } : { status })
  }

  async function renewOnce(): Promise<boolean> {
    const before = held
    const { account } = store.getSnapshot()
    const answer = await ways.silently()
    renewal = undefined
    // The agent signed in through a window meanwhile, which is newer.
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
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
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
