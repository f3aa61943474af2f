import { createListeners } from './listeners.ts'

/** A value that changes over time, as `useSyncExternalStore` reads it. The functions work without `this`. */
export interface Snapshots<Snapshot> {
  readonly subscribe: (onChange: () => void) => () => void
  /** The same object until the value changes. */
  readonly getSnapshot: () => Snapshot
}

export interface SnapshotStore<Snapshot> extends Snapshots<Snapshot> {
  /** Sets the value and notifies subscribers, unless it is the same as before. */
  readonly set: (next: Snapshot) => void
}

export function createSnapshotStore<Snapshot>(
  first: Snapshot,
  isSame: (one: Snapshot, other: Snapshot) => boolean = Object.is,
): SnapshotStore<Snapshot> {
  const listeners = createListeners<[]>()
  let snapshot = first
  return {
    subscribe: listeners.add,
    getSnapshot: () => snapshot,
    set: (next) => {
      if (isSame(snapshot, next)) return
      snapshot = next
      listeners.tell()
    },
  }
}
