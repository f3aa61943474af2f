import { ProblemError } from '../problem-error.ts'
import { systemClock, type Clock } from './clock.ts'
import { createGate, type AskOthers, type Caller, type Gate } from './gate.ts'
import type { Rate } from './token-bucket.ts'

/**
 * Called when a call begins to wait for its turn; the function it returns is called when the wait ends. `refused`: the call had
 * become wrong.
 */
export type NoteWaiting = (operation: string) => (result: 'begun' | 'busy' | 'refused') => void

const isBusy = (error: unknown) => error instanceof ProblemError && error.facts.code === 'busy'

/** Keeps calls within this deployment’s share of the account’s rates: one gate for each operation. */
export interface RateLimiter {
  readonly expect: (operation: string, caller: Caller) => ReturnType<Gate['expect']>
  /** Without a caller the proxy calls for itself, and takes turns like an agent. */
  readonly inTurn: <Answer>(
    operation: string,
    caller: Caller | undefined,
    call: () => Promise<Answer>,
    check?: () => void,
  ) => Promise<Answer>
}

export interface RateLimiterOptions {
  readonly clock?: Clock | undefined
  /** Present where several proxies share the rates. */
  readonly askOthers?: AskOthers | undefined
  readonly noteWaiting?: NoteWaiting | undefined
}

/** `rates` holds a rate for each operation that may be called. */
export function createRateLimiter(
  rates: Readonly<Record<string, Rate>>,
  { clock = systemClock, askOthers, noteWaiting = () => () => {} }: RateLimiterOptions = {},
): RateLimiter {
  const gates = new Map(
    Object.entries(rates).map(([operation, rate]) => [
      operation,
      createGate({ operation, rate, clock, askOthers }),
    ]),
  )

  function gateOf(operation: string): Gate {
    const gate = gates.get(operation)
    if (!gate) throw new Error(`There is no rate for ${operation}.`)
    return gate
  }

  return {
    expect(operation, caller) {
      try {
        return gateOf(operation).expect(caller)
      } catch (error) {
        noteWaiting(operation)('busy')
        throw error
      }
    },
    async inTurn(operation, caller, call, check) {
      const noteEnd = noteWaiting(operation)
      let hasBegun = false
      try {
        const begin = () => {
          hasBegun = true
          noteEnd('begun')
          return call()
        }
        return await gateOf(operation).inTurn(caller, begin, check)
      } catch (error) {
        if (!hasBegun) noteEnd(isBusy(error) ? 'busy' : 'refused')
        throw error
      }
    },
  }
}
