import type { FailureQueue } from '../failure-queue.ts'
import { StoreError } from './answers/store-error.ts'

export type StoreOperation =
  | 'PutObject'
  | 'CopyObject'
  | 'GetObject'
  | 'HeadObject'
  | 'DeleteObject'
  | 'HeadBucket'
  | 'Preflight'

/** How one request fails. */
export type StoreFailure =
  | { readonly kind: 'error'; readonly status: number; readonly code: string; readonly message?: string }
  /** The connection is reset before the request is carried out. */
  | { readonly kind: 'reset' }
  /** The request is carried out, then the connection is reset. */
  | { readonly kind: 'response-lost' }
  /** The store stops reading the body after `afterBytes`, and continues when `hold` resolves. */
  | { readonly kind: 'held'; readonly afterBytes: number; readonly hold: () => Promise<void> }

export type StoreFailures = FailureQueue<StoreOperation, StoreFailure>

export function throwFailure(failure: StoreFailure | undefined) {
  if (failure?.kind !== 'error') return
  throw new StoreError(failure.status, failure.code, failure.message ?? 'Please reduce your request rate.')
}

/** Passes the bytes on, and stops after `afterBytes` until `hold` resolves. */
export async function* heldBytes(body: AsyncIterable<Uint8Array>, failure: StoreFailure | undefined) {
  let bytes = 0
  let isHeld = failure?.kind === 'held'
  for await (const chunk of body) {
    bytes += chunk.length
    if (isHeld && failure?.kind === 'held' && bytes > failure.afterBytes) {
      isHeld = false
      await failure.hold()
    }
    yield chunk
  }
}
