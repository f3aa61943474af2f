import type { Contact } from '../core/contact/contact.ts'
import type { ScheduleDraft } from '../core/fields/schedule/schedule-draft.ts'
import type { DraftKind } from '../core/message/any-draft.ts'
import * as agent from './desk/agent-moves.ts'
import { inFront, showing } from './desk/desk-changes.ts'
import type { DraftsAtHand } from './drafts-at-hand.ts'

/** The agent's actions on the drafts of a desk, except typing. */
export interface DeskMoves {
  readonly choose: (contact: Contact | undefined) => void
  readonly show: (contact: Contact) => void
  readonly putInFront: (id: string) => void
  readonly move: (contact: Contact) => void
  /** The agent typed the id of a contact for this draft. */
  readonly linkTyped: (id: string, contact: Contact) => void
  /** Replaces the draft of a created task or an accepted message by a new one; of the same kind unless given. */
  readonly startOver: (kind?: DraftKind) => void
  /** Puts the draft of this kind about the same contact in front, or a new one. */
  readonly switchKind: (kind: DraftKind) => void
  /** Replaces the draft of a created task by a new one with the same content, and with another schedule if one is given. */
  readonly startAlike: (schedule?: ScheduleDraft) => void
  readonly discard: (id: string) => void
  /** Brings back the draft that was discarded last. */
  readonly undiscard: () => void
  readonly forgetDiscarded: () => void
}

/** Only parts of the panel that load late have buttons for these moves, so the first load does not have their code. */
export const movesOf = ({ change }: Pick<DraftsAtHand, 'change'>): DeskMoves => ({
  choose: (contact) => change((desk) => agent.choosing(desk, contact)),
  show: (contact) => change((desk) => showing(desk, contact)),
  putInFront: (id) => change((desk) => inFront(desk, id)),
  move: (contact) => change((desk) => agent.moving(desk, contact)),
  linkTyped: (id, contact) => change((desk) => agent.linkingTyped(desk, id, contact)),
  startOver: (kind) => change((desk) => agent.startingOver(desk, kind)),
  switchKind: (kind) => change((desk) => agent.switchingKind(desk, kind)),
  startAlike: (schedule) => change((desk) => agent.startingAlike(desk, schedule, Date.now())),
  discard: (id) => change((desk) => agent.discarding(desk, id)),
  undiscard: () => change(agent.undiscarding),
  forgetDiscarded: () => change(agent.forgettingDiscarded),
})
