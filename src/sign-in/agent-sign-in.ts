/** One person at one identity provider; the same pair is always the same person. */
export interface Account {
  readonly issuer: string
  readonly subject: string
}

/** Where the agent's sign-in to the panel stands, and whose it is or, when nobody is signed in, last was. */
export type SignInState =
  | { readonly status: 'signed-in'; readonly account: Account }
  | { readonly status: SignedOutStatus; readonly account?: Account }

export type SignedOutStatus =
  /** The provider is being asked; the agent has nothing to do. */
  | 'signing-in'
  /** The agent is being asked, in the provider's own window. */
  | 'in-window'
  /** Nobody is signed in, and only the agent can change that. */
  | 'needed'
  /** The agent was signed in, and must sign in again. */
  | 'ended'
  /** The browser did not let the provider's window open. */
  | 'window-blocked'
  /** The provider's window is gone, and nobody has signed in. */
  | 'window-closed'
  /** The provider, or the way to it, refused. */
  | 'failed'

/** A signed-in agent's token, and the ways to get one. Tokens never leave memory. */
export interface AgentSignIn {
  readonly subscribe: (onChange: () => void) => () => void
  readonly getSnapshot: () => SignInState
  /** The bearer token of the account that is signed in when it is asked for; absent when there is none that still holds. */
  readonly token: () => Promise<string | undefined>
  /** Gets a fresh token without troubling the agent; whether there is one now, of the same account. */
  readonly renew: () => Promise<boolean>
  /** Signs in in a window of the provider's, because leaving the page would lose the draft and the call. */
  readonly signIn: () => Promise<void>
}
