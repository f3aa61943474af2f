import type { RefObject } from 'react'
import type { DraftSubmissions } from '../../../client/submissions/draft-submission.ts'
import type { AnyRequest } from '../../../core/message/any-draft.ts'
import type { SnapshotStore } from '../../../core/listeners/snapshot-store.ts'
import type { KeptDraft } from '../../../drafts/desk/kept-draft.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import {
  repeatedBy,
  repeatedElsewhere,
  wantingRepeat,
  type RepeatedTask,
} from '../../../drafts/repeated-draft.ts'
import { requestFingerprint } from '../../../drafts/same-request.ts'
import { noteUnsent } from './unsent-presses.ts'

/** Why the last press of the button sent nothing. */
export interface PressNews {
  /** The CCP belongs to another agent. */
  readonly isRefused?: true
  /** The same task exists or may exist, and the agent is asked. */
  readonly repeat?: RepeatedTask
  /** The repeat that the agent has confirmed. After a failure the panel does not ask about it again. */
  readonly confirmed?: string
}

/** The panel at the time when the press is carried out. It may outlive the form of the draft. */
export interface Sending {
  readonly submissions: DraftSubmissions | undefined
  /** The CCP's agent is, or may be, another person. */
  readonly isBlocked: boolean
}

interface PressedButton {
  readonly form: { readonly querySelector: (selector: string) => unknown } | null
}

/** A press of the button. It waits until the rules have been loaded, and in that time the agent may open another contact. */
export interface PressedDraft {
  /** The draft at the time of the press. */
  readonly draft: Pick<KeptDraft, 'id' | 'edition'>
  readonly drafts: Pick<DraftsAtHand, 'change' | 'getSnapshot' | 'subscribe' | 'ledger' | 'keeps'>
  readonly sending: RefObject<Sending>
  readonly news: SnapshotStore<PressNews>
  /** Empty once the form of the press has left the screen. */
  readonly buttonRef: RefObject<PressedButton | null>
  readonly leaveField: () => void
  readonly now: () => Date
}

/**
 * Sends the draft for which the agent pressed the button, or says why nothing is sent. Without a request, the rules have
 * refused the draft.
 */
export async function sendPressed(press: PressedDraft, request: AnyRequest | undefined): Promise<void> {
  const { drafts, news, sending, buttonRef } = press
  const { submissions, isBlocked } = sending.current
  const draft = drafts.getSnapshot().drafts.find(({ id }) => id === press.draft.id)
  if (!draft || draft.phase === 'created') return
  const { confirmed } = news.getSnapshot()
  const isWanted = request && confirmed === requestFingerprint(request)
  const repeat =
    request && !isWanted ? repeatedBy({ draftId: draft.id, drafts, now: press.now() }, request) : undefined
  // Another window may have replaced the text that was on the screen.
  const mayGo = request && submissions && !isBlocked && !repeat && draft.edition === press.draft.edition
  if (buttonRef.current) {
    news.set({
      ...(isBlocked && request ? { isRefused: true } : {}),
      ...(repeat && !isBlocked ? { repeat } : {}),
      ...(confirmed === undefined ? {} : { confirmed }),
    })
    // Leave the field first: fields are disabled while the task is sent, and the focus would be lost.
    if (mayGo && buttonRef.current.form?.querySelector('fieldset :focus')) press.leaveField()
  } else if (!mayGo) noteUnsent(drafts, draft.id)
  if (!mayGo) return
  if (isWanted) drafts.change((desk) => wantingRepeat(desk, draft.id, confirmed))
  await submissions.of(draft.id, draft.earlier).submit(request, isWanted ? 'once more' : 'once')
  const elsewhere = repeatedElsewhere(draft, { drafts, now: press.now() }, request)
  if (!elsewhere) return
  if (buttonRef.current) news.set({ repeat: elsewhere })
  else noteUnsent(drafts, draft.id)
}
