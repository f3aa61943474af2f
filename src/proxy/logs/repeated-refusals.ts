import type { ProblemCode } from '../../contract/problems/problem.ts'
import type { Clock } from '../rates/clock.ts'
import type { RefusalReason } from '../refusal-reasons.ts'
import type { LogRequest, RequestLine } from './request-log.ts'

/** Requests of one caller that were refused for one reason, and are counted instead of logged. */
export interface RefusalCount {
  /** Absent for callers who were refused before the proxy knew them. */
  readonly agentId?: string
  /** Instead of an id, for agents beyond those that are counted one by one. */
  readonly agents?: 'others'
  readonly code: ProblemCode
  readonly count: number
  /** How many of them had which reason. */
  readonly reasons?: Readonly<Record<string, number>>
  readonly withinMs: number
}

export interface RepeatedRefusalsOptions {
  readonly write: LogRequest
  readonly writeCount: (count: RefusalCount) => void
  readonly clock?: Clock
}

export interface RepeatedRefusals {
  readonly logRequest: LogRequest
  /** Writes all counts so far. */
  readonly writeCounts: () => void
}

/** Short enough for an operator who watches the log, long enough that a client in a loop adds little to it. */
export const countingWindowMs = 10_000

/** The number of pairs of agent and code that are counted one by one, 300 bytes each. The others are counted together. */
export const followedKinds = 1_000

/** Most agents stay below this, so each of their request ids is in the log. */
const some = 10

/** Each of these costs a call of Connect, so the rates bound them, and has an id that AWS support asks for. */
const every = Infinity

/** The number of refusals of one caller that are logged in a window. Further ones are counted. */
const linesInWindow: Record<ProblemCode, number> = {
  // Panels retry by themselves, and the metrics show how long the line is.
  busy: 1,
  throttled: 1,
  unauthenticated: some,
  'sign-in-unavailable': some,
  forbidden: some,
  'not-your-contact': some,
  'unknown-agent': some,
  'not-found': some,
  malformed: some,
  'too-large': some,
  'unsupported-type': some,
  invalid: some,
  'destination-gone': some,
  'template-changed': some,
  'upload-refused': some,
  'already-ended': some,
  'already-accepted': some,
  'already-started': some,
  'recipient-refused': some,
  'quiet-hours': some,
  'message-interval': some,
  unexpected: some,
  'store-failed': some,
  'quota-reached': every,
  'reschedule-limit': every,
  'connect-denied': every,
  'connect-failed': every,
  'connect-timeout': every,
}

/** Its timers do not keep the process alive. */
const systemClock: Clock = {
  nowMs: () => performance.now(),
  wakeIn(milliseconds, wake) {
    const timer = setTimeout(wake, milliseconds).unref()
    return () => clearTimeout(timer)
  },
}

interface Window {
  readonly caller: Pick<RefusalCount, 'agentId' | 'agents'>
  readonly code: ProblemCode
  readonly openedAtMs: number
  lines: number
  count: number
  /** Only for callers with counted refusals. */
  countByReason?: Map<RefusalReason, number>
  readonly callOff: () => void
}

function countIn(window: Window, reason: RefusalReason | undefined): void {
  window.count += 1
  if (reason === undefined) return
  window.countByReason ??= new Map()
  window.countByReason.set(reason, (window.countByReason.get(reason) ?? 0) + 1)
}

/**
 * Bounds how much of the log one caller can fill with refused requests, which cost almost nothing. A request whose task may
 * have been created is always logged.
 */
export function countRepeatedRefusals({
  write,
  writeCount,
  clock = systemClock,
}: RepeatedRefusalsOptions): RepeatedRefusals {
  const windows = new Map<string, Window>()

  function close(key: string, { caller, code, openedAtMs, count, countByReason, callOff }: Window) {
    callOff()
    windows.delete(key)
    if (count === 0) return
    const reasons = countByReason && { reasons: Object.fromEntries(countByReason) }
    writeCount({ ...caller, code, count, ...reasons, withinMs: Math.round(clock.nowMs() - openedAtMs) })
  }

  function openWindow(key: string, caller: Window['caller'], code: ProblemCode): Window {
    const window: Window = {
      caller,
      code,
      openedAtMs: clock.nowMs(),
      lines: 0,
      count: 0,
      callOff: clock.wakeIn(countingWindowMs, () => close(key, window)),
    }
    windows.set(key, window)
    return window
  }

  function windowOf(agentId: string | undefined, code: ProblemCode): Window {
    const caller = agentId === undefined ? {} : { agentId }
    const key = JSON.stringify([code, caller])
    const known = windows.get(key)
    if (known) return known
    if (agentId === undefined || windows.size < followedKinds) return openWindow(key, caller, code)
    const others = { agents: 'others' } as const
    const othersKey = JSON.stringify([code, others])
    return windows.get(othersKey) ?? openWindow(othersKey, others, code)
  }

  function isCounted({ agentId, code, reason, outcome }: RequestLine): boolean {
    if (code === undefined || outcome === 'unknown' || linesInWindow[code] === every) return false
    const window = windowOf(agentId, code)
    const hasLine = window.lines < linesInWindow[code]
    if (hasLine) window.lines += 1
    else countIn(window, reason)
    return !hasLine
  }

  return {
    logRequest(line) {
      if (!isCounted(line)) write(line)
    },
    writeCounts() {
      for (const [key, window] of windows) close(key, window)
    },
  }
}
