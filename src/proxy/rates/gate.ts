import { attemptPatienceSeconds } from '../../core/attempts/attempt.ts'
import { CallerLeft, ProblemError } from '../problem-error.ts'
import { createAppointments, type Appointments } from './appointments.ts'
import type { Clock } from './clock.ts'
import { createPermission, noPermissionNeeded } from './permission.ts'
import { createTokenBucket, type Rate, type TokenBucket } from './token-bucket.ts'
import { createWaitingLine, type WaitingLine } from './waiting-line.ts'

/** The agent for whom a call is made. */
export interface Caller {
  readonly agentId: string
  /** Aborted when the caller closes the connection. */
  readonly signal: AbortSignal
}

/** Asks the proxies that share the rates: in how many milliseconds may a call begin? It never rejects. */
export type AskOthers = (operation: string) => Promise<number>

/** The turns of one operation; README.md of this folder explains how they are given. */
export interface Gate {
  /** Reserves a turn for a later call; throws `busy` if that call would wait too long. Returns a function that gives it up. */
  readonly expect: (caller: Caller) => () => void
  /**
   * Makes the call when its turn comes; rejects with `busy` if it would wait too long, or if the caller leaves. `check` runs just
   * before the call: if it throws, the call is refused with that error and takes no turn.
   */
  readonly inTurn: <Answer>(
    caller: Caller | undefined,
    call: () => Promise<Answer>,
    check?: () => void,
  ) => Promise<Answer>
}

export interface GateOptions {
  readonly operation: string
  readonly rate: Rate
  readonly clock: Clock
  readonly askOthers?: AskOthers | undefined
}

/** Well within the time for which a panel waits for an answer. */
export const longestWaitMs = 5_000

/** At high rates these numbers limit the memory. At low rates the longest wait limits the line. */
const longestLine = 1_000
export const longestLineOfAgent = 100

/**
 * Refused agents are asked to come back this long before their turn, or up to a second later. That is early enough for the
 * line not to run dry, and well within the longest wait.
 */
const backBeforeTurnMs = 3_500

const theProxyItself = 'the proxy itself'

interface Waiting {
  readonly agentId: string
  readonly turnMs: number
  readonly deadlineMs: number
  readonly check: () => void
  readonly start: () => void
  readonly refuse: (problem: unknown) => void
}

/** The state of one operation’s turns. */
interface Turns {
  readonly operation: string
  readonly clock: Clock
  readonly bucket: TokenBucket
  readonly line: WaitingLine<Waiting>
  readonly appointments: Appointments
}

function busy(operation: string, msUntilTurn: number): ProblemError {
  const seconds = Math.ceil((msUntilTurn - backBeforeTurnMs) / 1_000)
  return new ProblemError({
    code: 'busy',
    reason: 'rates',
    detail: `Too many calls of ${operation} are waiting for Connect’s rates (CONNECT_RATES); nothing was sent. Send the same request again after the wait.`,
    retryAfterSeconds: Math.min(Math.max(seconds, 1), attemptPatienceSeconds),
  })
}

/** The turn of the agent’s appointment, or an earlier one that delays no other appointment. */
function turnMsOf({ clock, bucket, line, appointments }: Turns, agentId: string): number {
  const nowMs = clock.nowMs()
  // The agent who has an appointment for this turn has not come.
  if (line.size() === 0 && bucket.msUntil(1) === 0) return nowMs
  const turn = line.turnFor(agentId)
  const turnAfter = (others: number) => nowMs + bucket.msUntil(turn + others)
  const freeMs = turnAfter(appointments.ahead(agentId, turnAfter))
  return Math.min(appointments.turnMs(agentId) ?? freeMs, freeMs)
}

/** Gives the agent an appointment and returns its turn; throws `busy` if that is too late to wait for. */
function makeAppointment(turns: Turns, agentId: string): number {
  const { operation, clock, line, appointments } = turns
  const turnMs = turnMsOf(turns, agentId)
  const waitMs = turnMs - clock.nowMs()
  appointments.make(agentId, turnMs)
  const isFull = line.size() >= longestLine || line.sizeOf(agentId) >= longestLineOfAgent
  if (waitMs > longestWaitMs || isFull) throw busy(operation, waitMs)
  return turnMs
}

/** Refuses the calls that have waited too long because others went first. */
function refuseLate({ operation, clock, bucket, line, appointments }: Turns): void {
  const late = line.foremost().filter(({ deadlineMs }) => deadlineMs <= clock.nowMs())
  for (const waiting of late) {
    line.leave(waiting.agentId, waiting)
    // Their turn is in the past, so when they come back they go before everyone whose turn is still to come.
    appointments.make(waiting.agentId, waiting.turnMs)
    waiting.refuse(busy(operation, bucket.msUntil(line.turnFor(waiting.agentId))))
  }
  // The calls that are first now may be late too.
  if (late.length > 0) refuseLate({ operation, clock, bucket, line, appointments })
}

/** Refuses the next calls that have become wrong while they waited. */
function refuseWrong({ line }: Pick<Turns, 'line'>): void {
  const [next] = line.foremost()
  if (!next) return
  try {
    next.check()
  } catch (problem) {
    line.leave(next.agentId, next)
    next.refuse(problem)
    refuseWrong({ line })
  }
}

export function createGate({ operation, rate, clock, askOthers }: GateOptions): Gate {
  const bucket = createTokenBucket(rate, clock.nowMs)
  const line = createWaitingLine<Waiting>()
  const appointments = createAppointments(clock.nowMs)
  const turns: Turns = { operation, clock, bucket, line, appointments }
  const permission = askOthers
    ? createPermission({ ask: () => askOthers(operation), wakeIn: clock.wakeIn, whenItComes: advance })
    : noPermissionNeeded
  let cancelAlarm: (() => void) | undefined

  const mayBegin = () => bucket.msUntilNext() === 0 && permission.use() && bucket.begin()

  /** Starts every call whose turn has come, and sets the alarm for the next. */
  function advance() {
    cancelAlarm?.()
    cancelAlarm = undefined
    refuseWrong(turns)
    while (line.size() > 0 && mayBegin()) {
      line.takeNext()?.start()
      refuseWrong(turns)
    }
    refuseLate(turns)
    if (line.size() === 0) return
    const firstDeadlineMs = Math.min(...line.foremost().map(({ deadlineMs }) => deadlineMs))
    const nextMs = permission.isOnTheWay() ? Infinity : bucket.msUntilNext()
    cancelAlarm = clock.wakeIn(Math.min(nextMs, firstDeadlineMs - clock.nowMs()), advance)
  }

  async function begun<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    try {
      return await call()
    } finally {
      bucket.end()
      advance()
    }
  }

  return {
    expect({ agentId }) {
      makeAppointment(turns, agentId)
      return () => appointments.end(agentId)
    },
    async inTurn(caller, call, check = () => {}) {
      const { agentId, signal } = caller ?? { agentId: theProxyItself }
      if (signal?.aborted) throw new CallerLeft()
      const turnMs = makeAppointment(turns, agentId)
      appointments.end(agentId)
      return new Promise((resolve, reject) => {
        const waiting: Waiting = {
          agentId,
          turnMs,
          deadlineMs: clock.nowMs() + longestWaitMs,
          check,
          start() {
            signal?.removeEventListener('abort', leave)
            resolve(begun(call))
          },
          refuse(problem) {
            signal?.removeEventListener('abort', leave)
            reject(problem)
          },
        }
        function leave() {
          line.leave(agentId, waiting)
          reject(new CallerLeft())
          advance()
        }
        signal?.addEventListener('abort', leave, { once: true })
        line.join(agentId, waiting, turnMs)
        advance()
      })
    },
  }
}
