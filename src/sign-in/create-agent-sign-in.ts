import type { AgentSignIn } from './agent-sign-in.ts'
import { createHeldSignIn } from './held-sign-in.ts'
import { renewing, type RenewalOptions } from './renewal.ts'
import type { Siblings } from './siblings.ts'
import type { SignedIn } from './signed-in.ts'

export interface SignInWays {
  readonly silently: RenewalOptions['silently']
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

/** After this time without a silent sign-in the button appears. The silent request still runs. */
const buttonAfterMs = 2_000

/** Panels of one page answer within a few milliseconds, unless their scripts are busy. */
const siblingAnswerMs = 150

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
  const held = createHeldSignIn(ways.keep, siblings)
  let windowsOpened = 0
  let isInWindow = false
  const renew = renewing({ held, silently: ways.silently, siblings, isInWindow: () => isInWindow })

  siblings.join({
    present: () => (held.current()?.isExpired() === false ? held.current() : undefined),
    signedIn: (signedIn) => {
      const own = held.current()
      // The agent may be signing in as another person in a window, so a sibling's sign-in is ignored.
      if (isInWindow || (own && own.obtainedAtMs >= signedIn.obtainedAtMs)) return
      held.hold(signedIn, 'sibling')
    },
    ended: (obtainedAtMs) => {
      const own = held.current()
      if (own && own.obtainedAtMs <= obtainedAtMs) held.end()
    },
  })

  const isUnasked = () => !held.current() && windowsOpened === 0

  async function askFirst(): Promise<void> {
    siblings.ask()
    await Promise.race([after(siblingAnswerMs), held.settled])
    if (!isUnasked()) return
    const showButton = setTimeout(needed, buttonAfterMs)
    const answer = await ways.silently(undefined)
    clearTimeout(showButton)
    // A sibling has sent a newer sign-in, or the agent has opened a window. Both are better than this answer.
    if (!isUnasked()) return
    if (typeof answer === 'object') held.hold(answer, 'provider')
    else needed()
  }

  function needed() {
    if (isUnasked()) held.letGo(siblings.canBeSeen ? 'needed' : 'needed-in-each')
  }

  async function signIn(): Promise<void> {
    windowsOpened += 1
    const own = windowsOpened
    const isLatest = () => own === windowsOpened
    held.forbidSilentAsking()
    isInWindow = true
    held.letGo('in-window')
    const answer = await ways.inWindow({
      closed: () => {
        if (!isLatest() || held.current()) return
        isInWindow = false
        held.letGo('window-closed')
        siblings.ask()
      },
      sandboxed: () => {
        if (isLatest() && !held.current()) held.letGo('in-sandboxed-window')
      },
    })
    if (!isLatest()) return
    isInWindow = false
    if (typeof answer === 'object') {
      held.hold(answer, 'provider')
    } else if (!held.current()) {
      held.letGo(answer)
      siblings.ask()
    }
  }

  if (typeof first === 'object') held.hold(first, 'provider')
  else if (first === 'failed') held.letGo('failed')
  else void askFirst()

  return {
    subscribe: held.subscribe,
    getSnapshot: held.getSnapshot,
    token: async () => {
      if (held.getSnapshot().status === 'signing-in') await held.settled
      if (held.current()?.isExpired() && !(await renew())) return undefined
      return held.current()?.bearer
    },
    renew,
    signIn,
  }
}
