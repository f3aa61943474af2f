import type { Account } from './agent-sign-in.ts'

/** An account that the provider has confirmed, and its token. */
export interface SignedIn {
  readonly account: Account
  readonly bearer: string
  readonly isExpired: () => boolean
  /** When the provider gave the token, in milliseconds since 1970. Of two sign-ins the later one counts. */
  readonly obtainedAtMs: number
  /** All data that another panel needs to use this sign-in, as one text. */
  readonly shareable: string
}
