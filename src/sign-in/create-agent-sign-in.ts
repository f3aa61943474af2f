import { createSnapshotStore } from '../core/listeners/snapshot-store.ts'
import type { Account, AgentSignIn, SignedOutStatus, SignInState } from './agent-sign-in.ts'
import type { Siblings } from './siblings.ts'
import type { SignedIn } from './signed-in.ts'

export interface SignInWays {
  /** Asks the provider without the agent. `unanswered`: it could not be reached, or its answer could not be read. */
  readonly silently: (held: SignedIn | undefined) => Promise<SignedIn | 'refused' | 'unanswered'>
  /**
   * Asks the agent, in a window that opens before this returns. A window that looks closed may still answer: the window
   * of a provider that isolates its page looks closed from here.
   */
  readonly inWindow: (on: WindowEvents) => Promise<SignedIn | 'window-blocked' | 'failed'>
  /** Begins to watch for the expiry of this sign-in. */
  readonly keep: (signedIn: SignedIn) => void
}

export interface WindowEvents {
  readonly closed: () => void
  readonly sandboxed: () => void
}

// An unreachable provider may answer soon, and the present token is still valid.
const askAgainAfterMs = 5_000

/** Agents wait no longer than this for a silent sign-in; then the button appears, while the provider is still asked. */
const buttonAfterMs = 2_000

/** Panels of one page answer within a few milliseconds, unless their scripts are busy. */
const siblingAnswerMs = 150

const isSame = (one: Account | undefined, other: Account) =>
  one?.issuer === other.issuer && one.subject === other.subject

const isSameState = (one: SignInState, other: SignInState) =>
  one.status === other.status && one.account === other.account

const after = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/**
 * Holds one account and one token at a time; the announced account and the sent token change together. `ask` first asks
 * the other panels of the page, then the provider.
 */
export function createAgentSignIn(
  ways: SignInWays,
  first: SignedIn | 'ask' | 'failed',
  siblings: Siblings,
): AgentSignIn {
  const store = createSnapshotStore<SignInState>({ status: 'signing-in' }, isSameState)
  let held: SignedIn | undefined
  let mayAskSilently = false
  let renewal: Promise<boolean> | undefined
  let windowsOpened = 0
  let isInWindow = false

  function hold(signedIn: SignedIn, from: 'provider' | 'sibling') {
    held = signedIn
    mayAskSilently = true
    ways.keep(signedIn)
    const before = store.getSnapshot().account
    const account = before && isSame(before, signedIn.account) ? before : signedIn.account
    store.set({ status: 'signed-in', account })
    if (from === 'provider') siblings.tell(signedIn)
  }

  function letGo(status: SignedOutStatus) {
    held = undefined
    const { account } = store.getSnapshot()
    store.set(account ? { status, account } : { status })
  }

  function end(ended: SignedIn) {
    mayAskSilently = false
    if (held === ended) letGo('ended')
  }

  siblings.join({
    present: () => (held?.isExpired() === false ? held : undefined),
    signedIn: (signedIn) => {
      // The agent may be signing in as another person here, so the window wins.
      if (isInWindow || (held && held.obtainedAtMs >= signedIn.obtainedAtMs)) return
      hold(signedIn, 'sibling')
    },
    ended: (obtainedAtMs) => {
      if (held && held.obtainedAtMs <= obtainedAtMs) end(held)
    },
  })

  const isUnasked = () => !held && windowsOpened === 0

  async function askFirst(): Promise<void> {
    siblings.ask()
    await Promise.race([after(siblingAnswerMs), settled])
    if (!isUnasked()) return
    const showButton = setTimeout(needed, buttonAfterMs)
    const answer = await ways.silently(undefined)
    clearTimeout(showButton)
    // A sibling's sign-in is newer, and a window is the agent's own wish.
    if (!isUnasked()) return
    if (typeof answer === 'object') hold(answer, 'provider')
    else needed()
  }

  function needed() {
    if (isUnasked()) letGo(siblings.canBeSeen ? 'needed' : 'needed-in-each')
  }

  async function renewOnce(): Promise<boolean> {
    const before = held
    const { account } = store.getSnapshot()
    await siblings.alone(async () => {
      // A sibling renewed while this panel waited: its refresh token may have been replaced by a new one.
      if (held !== before) return
      const answer = await ways.silently(before)
      // The agent signed in through a window meanwhile, which is newer.
      if (held !== before || isInWindow) return
      if (typeof answer === 'object') {
        hold(answer, 'provider')
        return
      }
      if (answer === 'refused') mayAskSilently = false
      if (before && (answer === 'refused' || before.isExpired())) {
        letGo('ended')
        if (answer === 'refused') siblings.tellEnded(before.obtainedAtMs)
      } else if (before) {
        setTimeout(() => void renew(), askAgainAfterMs)
      }
    })
    renewal = undefined
    return held !== undefined && held !== before && (account === undefined || isSame(account, held.account))
  }

  async function renew(): Promise<boolean> {
    if (!mayAskSilently) return false
    return (renewal ??= renewOnce())
  }

  /** Resolves when the agent is signed in or has a button to press. */
  const settled = new Promise<void>((resolve) => {
    const look = () => store.getSnapshot().status !== 'signing-in' && resolve()
    store.subscribe(look)
  })

  if (typeof first === 'object') hold(first, 'provider')
  else if (first === 'failed') letGo('failed')
  else void askFirst()

  return {
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    token: async () => {
      if (store.getSnapshot().status === 'signing-in') await settled
      if (held?.isExpired() && !(await renew())) return undefined
      return held?.bearer
    },
    renew,
    signIn: async () => {
      windowsOpened += 1
      const own = windowsOpened
      const isLatest = () => own === windowsOpened
      mayAskSilently = false
      isInWindow = true
      letGo('in-window')
      const answer = await ways.inWindow({
        closed: () => {
          if (!isLatest() || held) return
          isInWindow = false
          letGo('window-closed')
          siblings.ask()
        },
        sandboxed: () => {
          if (isLatest() && !held) letGo('in-sandboxed-window')
        },
      })
      if (!isLatest()) return
      isInWindow = false
      if (typeof answer === 'object') {
        hold(answer, 'provider')
      } else if (!held) {
        letGo(answer)
        siblings.ask()
      }
    },
  }
}
