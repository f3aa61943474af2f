import type { Contact } from '../core/contact.ts'

/** The agent whom the contact source says is at work, as Connect knows them. */
export interface SourceAgent {
  /** The last part of the agent's ARN: the Connect user id. */
  readonly userId: string
  readonly name: string
}

/** What a contact source knows right now. */
export type ContactSession =
  | { readonly status: 'connecting' }
  | {
      readonly status: 'ready'
      /** Absent where the source cannot know; then the proxy alone judges whose contact it is. */
      readonly agent?: SourceAgent
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
  /** The app was opened elsewhere than in an agent workspace. */
  | { readonly status: 'outside-workspace' }
  /** The app lacks permissions of the workspace, named as Connect's console names them. */
  | { readonly status: 'permission-missing'; readonly permissions: readonly string[] }

/** Who tells the contacts, as an agent knows it: the CCP, the agent workspace, or the page around the panel. */
export type Teller = 'ccp' | 'workspace' | 'host'

/** Where contacts come from. Functions are properties so that they may travel unbound into `useSyncExternalStore`. */
export interface ContactSource {
  readonly teller: Teller
  readonly subscribe: (onChange: () => void) => () => void
  /** The same object until something changed. */
  readonly getSnapshot: () => ContactSession
  /** Stops listening; the source says nothing more. */
  readonly close: () => void
  /**
   * Stores what was typed before the page is taken away; returns how to take that back. Absent where pages go without a
   * word.
   */
  readonly beforeGone?: (store: () => Promise<void>) => () => void
}
