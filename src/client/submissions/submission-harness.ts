import type { Attempt } from '../../core/attempts/attempt.ts'
import type { Network } from '../network/network.ts'
import { TaskClientError, type ClientFailure } from '../task-client-error.ts'

/** Runs everything that needs no time to pass. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) {
    // oxlint-disable-next-line no-await-in-loop -- One turn after the other.
    await Promise.resolve()
  }
}

/** A clock that stands still until the test moves it. Waits end when their time comes. */
export function createClock() {
  let now = 1_000_000
  let alarms: readonly { readonly at: number; readonly ring: () => void }[] = []
  return {
    now: () => now,
    wait: (milliseconds: number) =>
      new Promise<void>((ring) => {
        alarms = [...alarms, { at: now + milliseconds, ring }]
      }),
    settle,
    pass: async (milliseconds: number) => {
      const end = now + milliseconds
      for (;;) {
        const [next] = alarms.toSorted((one, other) => one.at - other.at)
        if (!next || next.at > end) break
        alarms = alarms.filter((alarm) => alarm !== next)
        now = next.at
        next.ring()
        // oxlint-disable-next-line no-await-in-loop -- One alarm after the other.
        await settle()
      }
      now = end
      await settle()
    },
  }
}

export interface SentAttempt<Request, Result> {
  readonly attempt: Attempt<Request>
  readonly sentAt: number
  readonly answer: (answer: Result | ClientFailure) => void
}

/** A proxy whose answers the test gives at any time. */
export function createWire<Request, Result extends object>(now: () => number) {
  const sent: SentAttempt<Request, Result>[] = []
  let open: readonly SentAttempt<Request, Result>[] = []
  return {
    /** Everything that was ever sent. */
    sent,
    /** The requests that wait for an answer. */
    open: () => open,
    send: (attempt: Attempt<Request>) =>
      new Promise<Result>((resolve, reject) => {
        const each: SentAttempt<Request, Result> = {
          attempt,
          sentAt: now(),
          answer: (answer) => {
            open = open.filter((other) => other !== each)
            if ('outcome' in answer) reject(new TaskClientError(answer))
            else resolve(answer)
          },
        }
        sent.push(each)
        open = [...open, each]
      }),
  }
}

/** A network that the test switches. */
export function createNetwork() {
  let isOnline = true
  const listeners = new Set<() => void>()
  const network: Network = {
    isOnline: () => isOnline,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    probe: async () => {},
  }
  return {
    network,
    listeners,
    set: (next: boolean) => {
      isOnline = next
      for (const listener of listeners) listener()
    },
  }
}
