import type { RefObject } from 'react'
import type { DraftSubmission } from '../../client/submissions/draft-submission.ts'
import type { DraftUploads } from '../../client/uploads/drafts/draft-uploads.ts'
import type { ContactSession, Teller } from '../../contacts/contact-source.ts'
import type { Desk } from '../../drafts/desk/desk.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import type { Sending } from '../outcome/press/send-pressed.ts'

/** The props of a draft's form, for a task or a message. */
export interface DraftFormProps {
  readonly session: ContactSession
  /** The source that is still being opened. */
  readonly awaited: Teller | undefined
  readonly desk: Desk
  readonly drafts: DraftsAtHand
  /** Absent until the code for it has been loaded. */
  readonly submission: DraftSubmission | undefined
  readonly uploads: DraftUploads | undefined
  readonly sending: RefObject<Sending>
  /** The agent has just asked for this draft, so its first field gets the focus. */
  readonly isAskedFor: boolean
  /** The focus was in the previous form, or the host wants it in the panel from the start. */
  readonly isFirstFocusWanted: RefObject<boolean>
  /** Called with the new draft that the agent has asked for. Its first field gets the focus. */
  readonly onAskedFor: (id: string) => void
}
