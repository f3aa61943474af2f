import type { OperationName } from './operation.ts'

export interface ReceivedCall {
  /** Absent when nothing at that path and method exists. */
  readonly operation: OperationName | undefined
  readonly method: string
  /** With its query, as it came. */
  readonly path: string
  readonly body: string
  /** Absent while the call is unanswered, and for ever when its connection was broken. */
  readonly status: number | undefined
}

/** Enough for a test to look back on, and for a demo that runs for days. */
const keptCalls = 1_000

export interface CallLog {
  readonly calls: readonly ReceivedCall[]
  /** Notes a call, and returns how to note its answer. */
  readonly add: (call: Omit<ReceivedCall, 'status'>) => (status: number) => void
  readonly clear: () => void
}

export function createCallLog(): CallLog {
  const calls: ReceivedCall[] = []
  return {
    calls,
    add: (call) => {
      const entry = { ...call, status: undefined }
      calls.push(entry)
      if (calls.length > keptCalls) calls.shift()
      return (status) => {
        const index = calls.indexOf(entry)
        if (index !== -1) calls[index] = { ...entry, status }
      }
    },
    clear: () => {
      calls.length = 0
    },
  }
}
