import {
  createSnapshotStore,
  type SnapshotStore,
  type Snapshots,
} from '../../../core/listeners/snapshot-store.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'

type Ids = ReadonlySet<string>

const byPanel = new WeakMap<object, SnapshotStore<Ids>>()

function unsentIn(drafts: object): SnapshotStore<Ids> {
  const known = byPanel.get(drafts) ?? createSnapshotStore<Ids>(new Set())
  byPanel.set(drafts, known)
  return known
}

/** The drafts for which the agent has pressed the button and turned away, before the panel could find that it must not send them. */
export const unsentPresses = (drafts: object): Snapshots<Ids> => unsentIn(drafts)

/** Until the draft comes to the front, where the agent presses again and sees the reason. */
export function noteUnsent(drafts: Pick<DraftsAtHand, 'getSnapshot' | 'subscribe'>, draftId: string): void {
  const unsent = unsentIn(drafts)
  const isWaiting = () => {
    const desk = drafts.getSnapshot()
    return desk.frontId !== draftId && desk.drafts.some(({ id }) => id === draftId)
  }
  if (!isWaiting()) return
  unsent.set(new Set([...unsent.getSnapshot(), draftId]))
  const stop = drafts.subscribe(() => {
    if (isWaiting()) return
    stop()
    unsent.set(new Set([...unsent.getSnapshot()].filter((id) => id !== draftId)))
  })
}
