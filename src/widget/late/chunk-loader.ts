import { createSnapshotStore, type Snapshots } from '../../core/listeners/snapshot-store.ts'

export type ChunkState<Chunk> =
  | { readonly status: 'loading' }
  | { readonly status: 'loaded'; readonly chunk: Chunk }
  | { readonly status: 'failed' }

/** Loads one chunk of the panel's code. The agent can retry until it has been loaded. */
export interface ChunkLoader<Chunk> extends Snapshots<ChunkState<Chunk>> {
  /** Resolves when the chunk has been loaded, perhaps after several tries. It never rejects. */
  readonly loaded: Promise<Chunk>
  /** Resolves to the chunk of the running try, or to undefined if that try fails. */
  readonly tried: () => Promise<Chunk | undefined>
  readonly retry: () => void
}

/** Starts the first try at once. */
export function createChunkLoader<Chunk>(load: () => Promise<Chunk>): ChunkLoader<Chunk> {
  const store = createSnapshotStore<ChunkState<Chunk>>({ status: 'loading' })
  let keep: (chunk: Chunk) => void
  const loaded = new Promise<Chunk>((resolve) => {
    keep = resolve
  })
  const start = async () => {
    try {
      const chunk = await load()
      keep(chunk)
      store.set({ status: 'loaded', chunk })
      return chunk
    } catch {
      store.set({ status: 'failed' })
      return undefined
    }
  }
  let trying = start()
  return {
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    loaded,
    tried: () => trying,
    retry: () => {
      if (store.getSnapshot().status !== 'failed') return
      store.set({ status: 'loading' })
      trying = start()
    },
  }
}
