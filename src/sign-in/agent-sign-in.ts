/** Where the agent's sign-in to the panel stands. */
export type SignInState =
  | { readonly status: 'signing-in' }
  | { readonly status: 'signed-in' }
  /** Nobody is signed in, and only the agent can change that. */
  | { readonly status: 'needed' }
  /** The agent was signed in, and must sign in again. */
  | { readonly status: 'ended' }
  | { readonly status: 'failed' }

/** A signed-in agent's token, and the ways to get one. Tokens never leave memory. */
export interface AgentSignIn {
  readonly subscribe: (onChange: () => void) => () => void
  readonly getSnapshot: () => SignInState
  /** The bearer token for the proxy; absent when there is none that still holds. */
  readonly token: () => Promise<string | undefined>
  /** Gets a fresh token without troubling the agent; whether there is one now. */
  readonly renew: () => Promise<boolean>
  /** Signs in in a popup, because leaving the page would lose the draft and the call. */
  readonly signIn: () => Promise<void>
}
