import type { OperationName } from '../operations.ts'

export interface ReceivedCall {
  /** Undefined if no operation has this method and path. */
  readonly operation: OperationName | undefined
  readonly method: string
  /** With the query, as received. */
  readonly path: string
  readonly body: string
  /** Undefined until the call is answered; stays so if the connection was reset. */
  readonly status: number | undefined
}

/** A limit, because a demo may run for days. */
const keptCalls = 1_000

export interface CallLog {
  readonly calls: readonly ReceivedCall[]
  /** Records a call and returns a function that records its status. */
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
