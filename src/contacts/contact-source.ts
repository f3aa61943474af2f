import type { Contact } from '../core/contact/contact.ts'
import type { Snapshots } from '../core/listeners/snapshot-store.ts'

/** The agent at work according to the contact source. */
export interface SourceAgent {
  /** The Connect user id: the last part of the agent's ARN. */
  readonly userId: string
  readonly name: string
}

/**
 * Opens the window in which the agent signs in to the CCP, or brings it to the front. Call it during a click, because
 * browsers block other windows. Returns false if the browser blocked it.
 */
type SignIn = () => boolean

/** The current knowledge of a contact source. */
export type ContactSession =
  | { readonly status: 'connecting' }
  | {
      readonly status: 'ready'
      /** Absent where the source cannot know the agent; then only the proxy checks that the contact is the agent's. */
      readonly agent?: SourceAgent
      readonly contacts: readonly Contact[]
      /** The contact in front of the agent; absent when there is none, or when it could be one of several. */
      readonly currentContactId?: string
    }
  /** `signIn` is absent where another page signs the agent in. */
  | { readonly status: 'not-answering' | 'sign-in-needed' | 'signed-out'; readonly signIn?: SignIn }
  /** It answers, but its description of the agent cannot be read. */
  | { readonly status: 'not-understood' }
  | { readonly status: 'access-denied' }
  /** The app was opened outside an agent workspace. */
  | { readonly status: 'outside-workspace' }
  /** The app lacks permissions in the workspace, named as in the Connect console. */
  | { readonly status: 'permission-missing'; readonly permissions: readonly string[] }

/** Where the agent sees the contacts: in the CCP, the agent workspace, or the page around the panel. */
export type Teller = 'ccp' | 'workspace' | 'host'

/** Where contacts come from. */
export interface ContactSource extends Snapshots<ContactSession> {
  readonly teller: Teller
  /** Stops listening; the source announces nothing more. */
  readonly close: () => void
  /** Registers work to finish before the page is removed; returns how to cancel. Absent where pages get no notice. */
  readonly beforeGone?: (store: () => Promise<void>) => () => void
}
