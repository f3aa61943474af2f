export type ChunkState<Chunk> =
  | { readonly status: 'loading' }
  | { readonly status: 'loaded'; readonly chunk: Chunk }
  | { readonly status: 'failed' }

/** Loads one chunk of the panel's code, as often as the agent asks until it has come. */
export interface ChunkLoader<Chunk> {
  readonly subscribe: (onChange: () => void) => () => void
  readonly getSnapshot: () => ChunkState<Chunk>
  /** Resolves when the chunk has come, however many tries that takes; it never rejects. */
  readonly loaded: Promise<Chunk>
  /** Resolves to the chunk of the running try, or to undefined if that try fails. */
  readonly tried: () => Promise<Chunk | undefined>
  readonly retry: () => void
}

/** Starts the first try at once. */
export function createChunkLoader<Chunk>(load: () => Promise<Chunk>): ChunkLoader<Chunk> {
  const listeners = new Set<() => void>()
  let state: ChunkState<Chunk> = { status: 'loading' }
  let keep: (chunk: Chunk) => void
  const loaded = new Promise<Chunk>((resolve) => {
    keep = resolve
  })
  const become = (next: ChunkState<Chunk>) => {
    state = next
    for (const listener of listeners) listener()
  }
  const start = async () => {
    try {
      const chunk = await load()
      keep(chunk)
      become({ status: 'loaded', chunk })
      return chunk
    } catch {
      become({ status: 'failed' })
      return undefined
    }
  }
  let trying = start()
  return {
    subscribe: (onChange) => {
      const listener = () => onChange()
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => state,
    loaded,
    tried: () => trying,
    retry: () => {
      if (state.status !== 'failed') return
      become({ status: 'loading' })
      trying = start()
    },
  }
}
