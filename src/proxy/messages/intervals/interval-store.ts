import type { StoreAway } from '../../begun/shared-begun.ts'

/** One message for which the interval of its recipient is reserved. */
export interface Reservation {
  /** A hash of the number. */
  readonly key: string
  /** A hash of the agent and their client token: the same message may reserve its interval again. */
  readonly holder: string
  /** How long the recipient gets no other message. */
  readonly everyMs: number
  /** How long the message is remembered: the longest interval of a policy. */
  readonly keptForMs: number
}

/** Shows that two proxies hash numbers with the same secret, without the secret itself. */
export interface SecretProof {
  readonly proof: string
  /** For how long proxies with another secret are refused. */
  readonly keptForMs: number
}

/** How a reservation ended. */
export type Place =
  | {
      readonly state: 'new'
      /** For a message that was definitely not sent. The message before it counts again. */
      readonly giveBack: () => Promise<void>
    }
  /** The same message had reserved it before. An answer may have been lost, so it is not given back. */
  | { readonly state: 'own' }
  /** Another message was sent, or may have been. */
  | { readonly state: 'taken'; readonly waitMs: number }

/**
 * The latest message to each recipient. A message is judged by the interval of its own agent’s policy, not by that of the
 * message before. No function rejects.
 */
export interface IntervalStore {
  readonly reserve: (reservation: Reservation) => Promise<Place | StoreAway>
  /** False if another proxy hashes numbers with another secret: then the proxies would not find each other’s messages. */
  readonly agree: (secret: SecretProof) => Promise<boolean | StoreAway>
  /** For how many milliseconds the recipient gets no message; 0 for none. */
  readonly waitMs: (asked: Pick<Reservation, 'key' | 'everyMs'>) => Promise<number | StoreAway>
}
