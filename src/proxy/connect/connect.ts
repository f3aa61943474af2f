import { ConnectClient, type ConnectClientConfig } from '@aws-sdk/client-connect'
import type { Clock } from '../rates/clock.ts'
import type { AskOthers, Caller } from '../rates/gate.ts'
import { createRateLimiter, type NoteWaiting } from '../rates/rate-limiter.ts'
import type { ConnectCall } from '../logs/metrics.ts'
import { connectProblem } from './errors/connect-errors.ts'
import type { ConnectRates } from './connect-rates.ts'
import type { Operation, OperationFacts, Sendable } from './operation.ts'
import type { OperationName } from './operations/operations.ts'

/** Runs when the turn of a call comes, for which it may have waited. */
export interface AtTurn {
  /** Runs when it is the next call, which takes no turn if this throws. */
  readonly check?: () => void
  /** Runs when it has taken its turn. */
  readonly before?: () => Promise<void>
}

/** One Connect instance. Every operation of the table can be called, and nothing else. */
export interface Connect {
  /**
   * Calls an operation when it is the caller’s turn; rejects with a ProblemError. Without a caller the proxy asks for itself.
   * A ProblemError of `atTurn` keeps the call from being sent.
   */
  readonly call: <Name extends OperationName, Question, Answer>(
    operation: Operation<Name, Question, Answer>,
    question: Question,
    caller?: Caller,
    atTurn?: AtTurn,
  ) => Promise<Answer>
  /**
   * Reserves a turn for a later call; throws `busy` if that call would be refused now. Returns a function that gives the turn
   * up.
   */
  readonly expect: (operation: OperationFacts<OperationName>, caller: Caller) => () => void
}

export interface ConnectOptions {
  readonly region: string
  readonly instanceId: string
  readonly rates: ConnectRates
  /** The SDK’s own environment variables decide unless given. */
  readonly endpoint?: string
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string }
  readonly writeTimeoutMs?: number
  readonly noteCall?: (call: ConnectCall) => void
  readonly noteWaiting?: NoteWaiting
  /** Present where several proxies share the rates. */
  readonly askOthers?: AskOthers
  readonly clock?: Clock
}

const connectionTimeoutMs = 2_000
const readTimeoutMs = 4_000
const writeTimeoutMsDefault = 10_000

function createClient(
  { region, endpoint, credentials }: ConnectOptions,
  settings: { readonly maxAttempts: number; readonly requestTimeout: number },
): ConnectClient {
  const { maxAttempts, requestTimeout } = settings
  const configuration: ConnectClientConfig = {
    region,
    maxAttempts,
    requestHandler: {
      connectionTimeout: connectionTimeoutMs,
      requestTimeout,
      // Without this the SDK only warns about a late answer and goes on waiting.
      throwOnRequestTimeout: true,
    },
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
  }
  return new ConnectClient(configuration)
}

export function createConnect(options: ConnectOptions): Connect {
  const { instanceId, rates, clock, askOthers, noteCall, noteWaiting } = options
  const reader = createClient(options, { maxAttempts: 3, requestTimeout: readTimeoutMs })
  const writer = createClient(options, {
    // Only the panel decides whether a task is sent again.
    maxAttempts: 1,
    requestTimeout: options.writeTimeoutMs ?? writeTimeoutMsDefault,
  })
  const limiter = createRateLimiter(rates, { clock, askOthers, noteWaiting })

  const inTurn =
    (name: string, caller: Caller | undefined, { check, before }: AtTurn) =>
    <Command extends Sendable>(command: Command): Command => {
      command.middlewareStack.add(
        (next) => (request) => {
          const begin = async () => {
            await before?.()
            return next(request)
          }
          return limiter.inTurn(name, caller, begin, check)
        },
        {
          step: 'finalizeRequest',
          // After the SDK’s own step, which retries.
          priority: 'low',
        },
      )
      return command
    }

  return {
    async call(operation, question, caller, atTurn = {}) {
      const { name, writes } = operation
      const client = writes ? writer : reader
      const startedAt = performance.now()
      const note = (result: ConnectCall['result']) =>
        noteCall?.({ operation: name, result, durationMs: performance.now() - startedAt })
      try {
        const answer = await operation.ask(
          { client, instanceId, inTurn: inTurn(name, caller, atTurn) },
          question,
        )
        note('ok')
        return answer
      } catch (error) {
        const problem = connectProblem(error, operation)
        note(problem.facts.code)
        throw problem
      }
    },
    expect: ({ name }, caller) => limiter.expect(name, caller),
  }
}
