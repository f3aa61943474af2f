import { attemptPatienceSeconds } from '../../core/attempt.ts'
import { createAppointments } from './appointments.ts'
import type { ConnectRates, OperationName } from './connect-rates.ts'
import { Abandoned, Failure } from '../failure.ts'
import { createPermission, freely } from './permission.ts'
import { createTokenBucket, type Rate } from './token-bucket.ts'
import { createWaitingLine } from './waiting-line.ts'

/** Whom a call is made for. */
export interface Caller {
  readonly agentId: string
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal
}

/** A clock that nobody sets, and its alarm. */
export interface Clock {
  readonly nowMs: () => number
  /** Returns what calls it off. */
  readonly wakeIn: (milliseconds: number, wake: () => void) => () => void
}

/** Keeps calls to Connect within this deployment's share of the account's rates. */
export interface RateLimiter {
  /**
   * Keeps the caller a turn for a call that comes after others. Throws `busy` when that would take too long: then the others
   * need not be made. Returns how to give the turn to whoever is next.
   */
  readonly expect: (operation: OperationName, caller: Caller) => () => void
  /**
   * Calls when it is the caller's turn; without a caller the proxy asks for itself and takes turns like an agent.
   * Rejects with `busy`, and calls nothing, when that would take too long or the caller has left. Whoever comes back
   * after the wait that they are told is let in, and before all who came later.
   */
  readonly inTurn: <Answer>(
    operation: OperationName,
    caller: Caller | undefined,
    call: () => Promise<Answer>,
  ) => Promise<Answer>
}

/** Well within the time that a panel waits for an answer. */
export const longestWaitMs = 5_000

/** Bounds of memory for generous rates; ordinary ones are bounded by the wait. */
const longestLine = 1_000
export const longestLineOfAgent = 100

/**
 * So long before their turn, or up to a second less, those who were sent away are told to come back: long enough for the
 * line never to run dry because they take their time, and well within the longest wait.
 */
const backBeforeTurnMs = 3_500

const theProxyItself = 'the proxy itself'

const systemClock: Clock = {
  nowMs: () => performance.now(),
  wakeIn(milliseconds, wake) {
    const timer = setTimeout(wake, milliseconds)
    return () => clearTimeout(timer)
  },
}

function busy(operation: OperationName, msUntilTurn: number): Failure {
  const seconds = Math.ceil((msUntilTurn - backBeforeTurnMs) / 1_000)
  return new Failure({
    code: 'busy',
    detail: `More calls of ${operation} are waiting than Connect’s rates let through in time (CONNECT_RATES); nothing was sent. Send the same request again after the wait.`,
    retryAfterSeconds: Math.min(Math.max(seconds, 1), attemptPatienceSeconds),
  })
}

/** In how many milliseconds a call may begin as far as others are concerned, who share the rates; it never rejects. */
export type AskOthers = (operation: OperationName) => Promise<number>

interface Waiting {
  readonly agentId: string
  readonly turnMs: number
  readonly deadlineMs: number
  readonly start: () => void
  readonly refuse: (failure: Failure) => void
}

interface Gate {
  readonly expect: (caller: Caller) => () => void
  readonly inTurn: <Answer>(caller: Caller | undefined, call: () => Promise<Answer>) => Promise<Answer>
}

interface GateOptions {
  readonly rate: Rate
  readonly clock: Clock
  readonly askOthers?: AskOthers | undefined
}

function createGate(operation: OperationName, { rate, clock, askOthers }: GateOptions): Gate {
  const bucket = createTokenBucket(rate, clock.nowMs)
  const line = createWaitingLine<Waiting>()
  const appointments = createAppointments(clock.nowMs)
  const permission = askOthers
    ? createPermission({ ask: () => askOthers(operation), wakeIn: clock.wakeIn, whenItComes: advance })
    : freely
  let callOff: (() => void) | undefined

  const mayBegin = () => bucket.msUntilNext() === 0 && permission.use() && bucket.begin()
  const msUntilTurn = (agentId: string) => bucket.msUntil(line.turnFor(agentId))

  /** The turn that the agent was told, or the first that nobody else was. */
  function turnMsOf(agentId: string): number {
    const nowMs = clock.nowMs()
    // Whoever was told this turn has not come for it.
    if (line.size() === 0 && bucket.msUntil(1) === 0) return nowMs
    const turn = line.turnFor(agentId)
    const turnAfter = (others: number) => nowMs + bucket.msUntil(turn + others)
    const freeMs = turnAfter(appointments.ahead(agentId, turnAfter))
    return Math.min(appointments.turnMs(agentId) ?? freeMs, freeMs)
  }

  /** Has the agent expected at a turn, which it returns; throws when that is too late to wait for. */
  function expect(agentId: string): number {
    const turnMs = turnMsOf(agentId)
    const waitMs = turnMs - clock.nowMs()
    appointments.make(agentId, turnMs)
    const isFull = line.size() >= longestLine || line.sizeOf(agentId) >= longestLineOfAgent
    if (waitMs > longestWaitMs || isFull) throw busy(operation, waitMs)
    return turnMs
  }

  function refuseLate() {
    const late = line.foremost().filter(({ deadlineMs }) => deadlineMs <= clock.nowMs())
    for (const waiting of late) {
      line.leave(waiting.agentId, waiting)
      // Their turn has been, so once back they go before everybody whose turn is still to come.
      appointments.make(waiting.agentId, waiting.turnMs)
      waiting.refuse(busy(operation, msUntilTurn(waiting.agentId)))
    }
    // Whoever has become foremost may be late as well.
    if (late.length > 0) refuseLate()
  }

  function advance() {
    callOff?.()
    callOff = undefined
    while (line.size() > 0 && mayBegin()) line.takeNext()?.start()
    refuseLate()
    if (line.size() === 0) return
    const firstDeadlineMs = Math.min(...line.foremost().map(({ deadlineMs }) => deadlineMs))
    const nextMs = permission.isOnTheWay() ? Infinity : bucket.msUntilNext()
    callOff = clock.wakeIn(Math.min(nextMs, firstDeadlineMs - clock.nowMs()), advance)
  }

  async function begun<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    try {
      return await call()
    } finally {
      bucket.end()
      advance()
    }
  }

  function inLine<Answer>(
    caller: Caller | undefined,
    turnMs: number,
    call: () => Promise<Answer>,
  ): Promise<Answer> {
    const { agentId, signal } = caller ?? { agentId: theProxyItself }
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        agentId,
        turnMs,
        deadlineMs: clock.nowMs() + longestWaitMs,
        start() {
          signal?.removeEventListener('abort', leave)
          resolve(begun(call))
        },
        refuse(failure) {
          signal?.removeEventListener('abort', leave)
          reject(failure)
        },
      }
      function leave() {
        line.leave(agentId, waiting)
        reject(new Abandoned())
        advance()
      }
      signal?.addEventListener('abort', leave, { once: true })
      line.join(agentId, waiting, turnMs)
      advance()
    })
  }

  return {
    expect({ agentId }) {
      expect(agentId)
      return () => appointments.end(agentId)
    },
    async inTurn(caller, call) {
      if (caller?.signal.aborted) throw new Abandoned()
      const agentId = caller?.agentId ?? theProxyItself
      const turnMs = expect(agentId)
      appointments.end(agentId)
      return inLine(caller, turnMs, call)
    },
  }
}

export function createRateLimiter(
  rates: ConnectRates,
  clock: Clock = systemClock,
  askOthers?: AskOthers,
): RateLimiter {
  const gate = (operation: OperationName) =>
    createGate(operation, { rate: rates[operation], clock, askOthers })
  const gates: Readonly<Record<OperationName, Gate>> = {
    StartTaskContact: gate('StartTaskContact'),
    DescribeContact: gate('DescribeContact'),
    ListAssociatedContacts: gate('ListAssociatedContacts'),
    GetCurrentUserData: gate('GetCurrentUserData'),
    ListContactFlows: gate('ListContactFlows'),
    ListQuickConnects: gate('ListQuickConnects'),
    SearchUsers: gate('SearchUsers'),
  }
  return {
    expect: (operation, caller) => gates[operation].expect(caller),
    inTurn: (operation, caller, call) => gates[operation].inTurn(caller, call),
  }
}
