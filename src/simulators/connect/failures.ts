import { type Answer, jsonAnswer } from './http-exchange.ts'
import type { OperationName } from './operation.ts'

/** A way for one call to go wrong; only `response-lost`, `empty` and `slow` do the work. */
export type Failure =
  | ErrorFailure
  /** A page from something between the caller and the service. */
  | { readonly kind: 'html'; readonly status: number }
  /** The connection breaks before anything is done. */
  | { readonly kind: 'reset' }
  /** Everything is done, and then the connection breaks. */
  | { readonly kind: 'response-lost' }
  /** Everything is done, and the answer is a 200 without a body. */
  | { readonly kind: 'empty' }
  /** Everything is done at once, and the answer comes late. */
  | { readonly kind: 'slow'; readonly milliseconds: number }

interface ErrorFailure {
  readonly kind: 'error'
  readonly status: number
  readonly type?: string
  readonly message?: string
  /** The service writes both, and the SDK reads both. */
  readonly messageMember?: 'Message' | 'message'
  readonly headers?: Readonly<Record<string, string>>
}

export interface FailureQueue {
  readonly add: (operation: OperationName, failure: Failure, times: number) => void
  readonly take: (operation: OperationName) => Failure | undefined
  readonly clear: () => void
}

export function createFailureQueue(): FailureQueue {
  const failures = new Map<OperationName, Failure[]>()
  return {
    add: (operation, failure, times) => {
      const more = Array.from({ length: times }, () => failure)
      failures.set(operation, [...(failures.get(operation) ?? []), ...more])
    },
    take: (operation) => failures.get(operation)?.shift(),
    clear: () => failures.clear(),
  }
}

export function failureAnswer({
  status,
  type,
  message,
  messageMember = 'Message',
  headers,
}: ErrorFailure): Answer {
  const answer = jsonAnswer(status, { [messageMember]: message })
  return {
    ...answer,
    headers: { ...answer.headers, ...(type !== undefined && { 'x-amzn-errortype': type }), ...headers },
  }
}

export function htmlAnswer(status: number): Answer {
  const body = `<html><head><title>${status}</title></head><body><h1>${status}</h1><hr>gateway</body></html>`
  return { status, headers: { 'content-type': 'text/html' }, body }
}
