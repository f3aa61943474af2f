import type { Contact } from '../core/contact.ts'

/** The agent whom the contact source says is at work, as Connect knows them. */
export interface SourceAgent {
  /** The last part of the agent's ARN: the Connect user id. */
  readonly userId: string
  readonly username: string
  readonly name: string
}

/** What a contact source knows right now. */
export type ContactSession =
  | { readonly status: 'connecting' }
  | {
      readonly status: 'ready'
      readonly agent: SourceAgent
      readonly contacts: readonly Contact[]
      /** The contact in front of the agent; absent when there is none, or when several could be meant. */
      readonly currentContactId?: string
    }
  | { readonly status: 'not-answering' }
  /** It answers, but does not say in words that we know who its agent is. */
  | { readonly status: 'not-understood' }
  | { readonly status: 'sign-in-needed' }
  | { readonly status: 'signed-out' }
  | { readonly status: 'access-denied' }

/** Where contacts come from. Functions are properties so that they may travel unbound into `useSyncExternalStore`. */
export interface ContactSource {
  readonly subscribe: (onChange: () => void) => () => void
  /** The same object until something changed. */
  readonly getSnapshot: () => ContactSession
  /** Stops listening; the source says nothing more. */
  readonly close: () => void
}
