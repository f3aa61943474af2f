import type { TaskClient } from '../../client/task-client.ts'
import type { ContactSource } from '../../contacts/contact-source.ts'
import type { FieldRules } from '../../core/task/task-parts.ts'
import type { DraftStore } from '../../drafts/draft-store.ts'
import type { PanelEvents } from './panel-events.ts'

export interface PageSignIn {
  /**
   * The state of the sign-in:
   *
   * - `signing-in`: the page waits for the provider. The agent has nothing to do.
   * - `in-window`: the agent signs in in a window.
   * - `in-sandboxed-window`: the same, but the sandbox of the panel's frame also binds the window.
   * - `needed`: no agent is signed in.
   * - `needed-in-each`: the same, in a frame that cannot share a sign-in with other panels of the page.
   * - `ended`: the agent was signed in, and must sign in again.
   * - `window-blocked`, `window-closed`: the window did not open, or was closed too early.
   * - `failed`: the provider refused, or did not answer.
   */
  readonly status:
    | 'signing-in'
    | 'in-window'
    | 'in-sandboxed-window'
    | 'needed'
    | 'needed-in-each'
    | 'ended'
    | 'window-blocked'
    | 'window-closed'
    | 'failed'
  /** The agent pressed the button. Browsers open a window only during this call. */
  readonly onSignIn: () => void
}

/** The props of the panel. Their types do not need React: pages without React read them too. */
export interface TaskPanelProps extends PanelEvents {
  /** The source of the current contact. */
  readonly source: ContactSource
  /** The proxy that creates the task. */
  readonly client: TaskClient
  /** The store of unfinished drafts; this browser by default. */
  readonly drafts?: DraftStore
  /** Which fields are preset, required, locked or hidden; none unless given. */
  readonly fields?: FieldRules
  /** The sign-in that the page manages, while no agent is signed in. The panel shows its state and its button. */
  readonly signIn?: PageSignIn
  /** The page itself says that no agent is signed in, so the panel does not. */
  readonly isSignInTold?: boolean
  /** Whether the panel has keyboard shortcuts and a list of them. True by default. */
  readonly keys?: boolean
  /** Whether the first field gets the focus at the start, if nothing else on the page has it. */
  readonly takesFocus?: boolean
  /** Languages the agent wants, best first; the browser's by default. */
  readonly locales?: readonly string[]
  /** IANA name of the agent's time zone; the browser's by default. */
  readonly timeZone?: string
  readonly now?: () => Date
}
