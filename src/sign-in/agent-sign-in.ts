import type { Snapshots } from '../core/listeners/snapshot-store.ts'

/** One person at one identity provider: the same pair is always the same person. */
export interface Account {
  readonly issuer: string
  readonly subject: string
}

/** The state of the agent's sign-in. Signed out, `account` is the one that was signed in last. */
export type SignInState =
  | { readonly status: 'signed-in'; readonly account: Account }
  | { readonly status: SignedOutStatus; readonly account?: Account }

export type SignedOutStatus =
  /** The panel waits for the provider; the agent has nothing to do. */
  | 'signing-in'
  /** The agent signs in, in a window of the provider. */
  | 'in-window'
  /** The same, but the sandbox of the panel's frame also binds the window. A login page that isolates itself cannot be shown there. */
  | 'in-sandboxed-window'
  /** No agent is signed in; the agent must act. */
  | 'needed'
  /** The same, in a frame that other panels of the page cannot share their sign-in with. */
  | 'needed-in-each'
  /** The agent was signed in, and must sign in again. */
  | 'ended'
  /** The browser blocked the window of the provider. */
  | 'window-blocked'
  /** The window was closed before the agent signed in, or a login page cut it off from the panel. */
  | 'window-closed'
  /** The provider refused, or could not be reached. */
  | 'failed'

/** The token of a signed-in agent, and the ways to get one. Tokens stay in memory. */
export interface AgentSignIn extends Snapshots<SignInState> {
  /** The bearer token of the account that is signed in now; undefined when there is no valid one. */
  readonly token: () => Promise<string | undefined>
  /** Gets a fresh token without the agent. Resolves to whether there is one now, of the same account. */
  readonly renew: () => Promise<boolean>
  /** Signs in through a window of the provider, because leaving the page would lose the draft and the call. */
  readonly signIn: () => Promise<void>
}
