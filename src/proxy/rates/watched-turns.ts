import type { OperationName } from './connect-rates.ts'
import type { RateLimiter } from './rate-limiter.ts'

/** Told that a call waits for its turn; what it returns is told how the wait ended. */
export type NoteWaiting = (operation: OperationName) => (result: 'begun' | 'busy') => void

/** The same limiter, each of whose waits is noted. */
export function watchTurns(limiter: RateLimiter, noteWaiting: NoteWaiting): RateLimiter {
  return {
    expect(operation, caller) {
      try {
        return limiter.expect(operation, caller)
      } catch (error) {
        noteWaiting(operation)('busy')
        throw error
      }
    },
    async inTurn(operation, caller, call) {
      const noteEnd = noteWaiting(operation)
      let hasBegun = false
      try {
        return await limiter.inTurn(operation, caller, () => {
          hasBegun = true
          noteEnd('begun')
          return call()
        })
      } finally {
        if (!hasBegun) noteEnd('busy')
      }
    },
  }
}
