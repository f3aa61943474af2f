import type { Snapshots } from '../core/listeners/snapshot-store.ts'

/** One person at one identity provider: the same pair is always the same person. */
export interface Account {
  readonly issuer: string
  readonly subject: string
}

/** The state of the agent's sign-in. After a sign-out, `account` is the last one that was signed in. */
export type SignInState =
  | { readonly status: 'signed-in'; readonly account: Account }
  | { readonly status: SignedOutStatus; readonly account?: Account }

export type SignedOutStatus =
  /** The panel waits for the provider; the agent has nothing to do. */
  | 'signing-in'
  /** The agent signs in, in a window of the provider. */
  | 'in-window'
  /**
   * Like `in-window`, but the sandbox of the panel's frame also applies to the window. A login page with an opener policy
   * cannot be shown there.
   */
  | 'in-sandboxed-window'
  /** No agent is signed in; the agent must act. */
  | 'needed'
  /** Like `needed`, in a frame that cannot get the sign-in of other panels of the page. */
  | 'needed-in-each'
  /** The agent was signed in, and must sign in again. */
  | 'ended'
  /** The browser blocked the window of the provider. */
  | 'window-blocked'
  /** The window was closed before the agent signed in, or a login page cut it off from the panel. */
  | 'window-closed'
  /** The provider refused, or could not be reached. */
  | 'failed'

/** The token of a signed-in agent, and functions to get one. Tokens stay in memory. */
export interface AgentSignIn extends Snapshots<SignInState> {
  /** The bearer token of the account that is signed in now; undefined when there is no valid one. */
  readonly token: () => Promise<string | undefined>
  /** Gets a fresh token without the agent. Resolves to true if there is one now for the same account. */
  readonly renew: () => Promise<boolean>
  /** Signs in through a window of the provider, because leaving the page would lose the draft and the call. */
  readonly signIn: () => Promise<void>
}
