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

/** Drafts for which the agent pressed the button and then opened another draft, and which the panel then could not send. */
export const unsentPresses = (drafts: object): Snapshots<Ids> => unsentIn(drafts)

/** Keeps the draft in the list until it comes to the front: there the agent presses again and sees the reason. */
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
