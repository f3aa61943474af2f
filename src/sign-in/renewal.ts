import { isSamePerson, type HeldSignIn } from './held-sign-in.ts'
import type { Siblings } from './siblings.ts'
import type { SignedIn } from './signed-in.ts'

/**
 * If the provider does not answer, it is asked again after this time, also after the token has expired: the computer may be
 * offline, or may have slept, and the session at the provider may still be valid. Each pause is twice as long, up to the limit.
 */
const askAgainAfterMs = 5_000
const longestPauseMs = 30_000

export interface RenewalOptions {
  readonly held: HeldSignIn
  /** Asks the provider without the agent. `unanswered`: it could not be reached, or its answer could not be read. */
  readonly silently: (held: SignedIn | undefined) => Promise<SignedIn | 'refused' | 'unanswered'>
  readonly siblings: Pick<Siblings, 'alone' | 'tellEnded'>
  /** A window of the provider is open, and its answer will be newer. */
  readonly isInWindow: () => boolean
}

/** Renews the sign-in, once for all who ask meanwhile. Resolves to whether there is a new one of the same person. */
export function renewing({ held, silently, siblings, isInWindow }: RenewalOptions): () => Promise<boolean> {
  let renewal: Promise<boolean> | undefined
  let nextTry: ReturnType<typeof setTimeout> | undefined
  let pauseMs = askAgainAfterMs

  function tryLater(): void {
    const unrenewed = held.current()
    clearTimeout(nextTry)
    nextTry = setTimeout(() => {
      // The agent may have signed in through a window meanwhile, or a sibling may have shared a newer sign-in.
      if (held.current() === unrenewed) void renew()
    }, pauseMs)
    pauseMs = Math.min(2 * pauseMs, longestPauseMs)
  }

  async function askProvider(before: SignedIn | undefined): Promise<void> {
    // A sibling renewed while this panel waited: its refresh token may have been replaced by a new one.
    if (held.current() !== before) return
    const answer = await silently(before)
    // The agent signed in through a window meanwhile, which is newer.
    if (held.current() !== before || isInWindow()) return
    if (typeof answer === 'object') {
      pauseMs = askAgainAfterMs
      held.hold(answer, 'provider')
      return
    }
    if (answer === 'refused') held.forbidSilentAsking()
    if (before && (answer === 'refused' || before.isExpired())) {
      held.letGo('ended')
      if (answer === 'refused') siblings.tellEnded(before.obtainedAtMs)
    }
    if (answer === 'unanswered') tryLater()
    else pauseMs = askAgainAfterMs
  }

  async function renewOnce(): Promise<boolean> {
    const before = held.current()
    const { account } = held.getSnapshot()
    await siblings.alone(() => askProvider(before))
    renewal = undefined
    const now = held.current()
    return (
      now !== undefined && now !== before && (account === undefined || isSamePerson(account, now.account))
    )
  }

  async function renew(): Promise<boolean> {
    if (!held.mayAskSilently()) return false
    return (renewal ??= renewOnce())
  }

  return renew
}
