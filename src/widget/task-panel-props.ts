import type { TaskClient } from '../client/task-client.ts'
import type { ContactSource } from '../contacts/contact-source.ts'
import type { FieldRules } from '../core/task-parts.ts'
import type { DraftStore } from '../drafts/draft-store.ts'
import type { PanelEvents } from './panel-events.ts'

/** The props of the panel. Their types do not need React: pages without React read them too. */
export interface TaskPanelProps extends PanelEvents {
  /** Where the current contact comes from. */
  readonly source: ContactSource
  /** The proxy that creates the task. */
  readonly client: TaskClient
  /** Where unfinished drafts are kept; this browser by default. */
  readonly drafts?: DraftStore
  /** Which fields are preset, required, locked or hidden; none unless given. */
  readonly fields?: FieldRules
  /** The page itself says that no agent is signed in, so the panel does not. */
  readonly isSignInTold?: boolean
  /** The panel has keys of its own, and a list of them; true by default. Fields and buttons work without. */
  readonly keys?: boolean
  /** Languages the agent wants, best first; the browser's by default. */
  readonly locales?: readonly string[]
  /** IANA name of the agent's time zone; the browser's by default. */
  readonly timeZone?: string
  readonly now?: () => Date
}
