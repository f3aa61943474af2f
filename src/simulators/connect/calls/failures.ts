import { type Answer, jsonAnswer } from '../wire/http-exchange.ts'
import type { FailureQueue } from '../../failure-queue.ts'
import type { OperationName } from '../operations.ts'

/** How one call fails. Connect still carries out the call for all kinds after `reset`. */
export type Failure =
  | ErrorFailure
  /** An HTML page, as from a gateway between the caller and Connect. */
  | { readonly kind: 'html'; readonly status: number }
  /** The connection is reset before the call is carried out. */
  | { readonly kind: 'reset' }
  /** The call is carried out, then the connection is reset. */
  | { readonly kind: 'response-lost' }
  /** The call is carried out, and the response is a 200 without a body. */
  | { readonly kind: 'empty' }
  /** The call is carried out, and the connection ends in the middle of the response. */
  | { readonly kind: 'truncated' }
  /** The call is carried out at once, and the response is delayed. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** The call is carried out at once; `hold` is called then, and the response is sent when it resolves. */
  | { readonly kind: 'held'; readonly hold: () => Promise<void> }

interface ErrorFailure {
  readonly kind: 'error'
  readonly status: number
  readonly type?: string
  readonly message?: string
  /** Connect uses both spellings, and the SDK reads both. */
  readonly messageMember?: 'Message' | 'message'
  readonly headers?: Readonly<Record<string, string>>
}

export type ConnectFailures = FailureQueue<OperationName, Failure>

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
