import type { StoreAnswer } from './answers/store-answer.ts'
import { StoreError } from './answers/store-error.ts'
import type { StoreOperation } from './store-failures.ts'
import type { StoreRequest } from './store-request.ts'

export interface ReceivedRequest {
  /** Undefined if the store has no such operation. */
  readonly operation: StoreOperation | undefined
  readonly method: string
  readonly key: string
  readonly query: StoreRequest['query']
  readonly headers: StoreRequest['headers']
  /** Undefined until the request is answered; stays so if its connection ended before. */
  readonly status: number | undefined
  /** The error code of a refused request. */
  readonly code: string | undefined
}

/** A limit, because a demo may run for days. */
const keptRequests = 1_000

export interface StoreLog {
  readonly requests: readonly ReceivedRequest[]
  /** Records a request and returns a function that records its outcome. */
  readonly add: (
    request: StoreRequest | StoreError,
    operation: StoreOperation | undefined,
  ) => (outcome: StoreAnswer | StoreError) => void
  readonly clear: () => void
}

export function createStoreLog(): StoreLog {
  const requests: ReceivedRequest[] = []
  return {
    requests,
    add: (request, operation) => {
      if (request instanceof StoreError) return () => undefined
      const { method, key, query, headers } = request
      const entry = { operation, method, key, query, headers, status: undefined, code: undefined }
      requests.push(entry)
      if (requests.length > keptRequests) requests.shift()
      return (outcome) => {
        const index = requests.indexOf(entry)
        const code = outcome instanceof StoreError ? outcome.code : undefined
        if (index !== -1) requests[index] = { ...entry, status: outcome.status, code }
      }
    },
    clear: () => {
      requests.length = 0
    },
  }
}
