import type { Seeded } from './seeded.ts'

/** A clock that stands still until the campaign moves it. The panel's waits then take no real time. */
export interface VirtualClock {
  readonly nowMs: () => number
  readonly wakeIn: (milliseconds: number, wake: () => void) => () => void
  readonly wait: (milliseconds: number) => Promise<void>
  /** When the next alarm rings; undefined if none is set. */
  readonly nextAlarmMs: () => number | undefined
  /** Moves to the next alarm and rings it. Does nothing if none is set. */
  readonly ringNext: () => void
  /** Lets time pass as if the computer slept: alarms that were due during the sleep ring afterwards. */
  readonly sleep: (milliseconds: number) => void
  /** The time that many milliseconds ago, not counting the time in which the computer slept. */
  readonly awakeAgoMs: (milliseconds: number) => number
  /** Forgets every alarm: the windows of the last run are gone. */
  readonly clear: () => void
}

interface Alarm {
  readonly atMs: number
  readonly wake: () => void
}

export function createVirtualClock(startMs: number): VirtualClock {
  let now = startMs
  const alarms = new Set<Alarm>()
  const sleeps: { readonly fromMs: number; readonly toMs: number }[] = []
  const next = () => [...alarms].toSorted((one, other) => one.atMs - other.atMs)[0]
  const wakeIn = (milliseconds: number, wake: () => void) => {
    const alarm = { atMs: now + Math.max(milliseconds, 0), wake }
    alarms.add(alarm)
    return () => void alarms.delete(alarm)
  }
  return {
    nowMs: () => now,
    wakeIn,
    wait: (milliseconds) =>
      new Promise((resolve) => {
        wakeIn(milliseconds, resolve)
      }),
    nextAlarmMs: () => next()?.atMs,
    ringNext: () => {
      const alarm = next()
      if (!alarm) return
      alarms.delete(alarm)
      now = Math.max(now, alarm.atMs)
      alarm.wake()
    },
    sleep: (milliseconds) => {
      sleeps.push({ fromMs: now, toMs: now + milliseconds })
      now += milliseconds
    },
    awakeAgoMs: (milliseconds) => {
      let ago = now
      let left = milliseconds
      for (const { fromMs, toMs } of sleeps.toReversed()) {
        if (ago - toMs >= left) break
        left -= ago - toMs
        ago = fromMs
      }
      return ago - left
    },
    clear: () => {
      alarms.clear()
      sleeps.length = 0
    },
  }
}

/**
 * Makes `Math.random` and `crypto` of this process depend on the seed, so that a run can be repeated: ids of drafts, and random
 * pauses.
 */
export function installSeededChance({ fraction }: Pick<Seeded, 'fraction'>): void {
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => Math.floor(fraction() * 16).toString(16)).join('')
  Object.defineProperty(crypto, 'randomUUID', {
    configurable: true,
    value: () => [8, 4, 4, 4, 12].map(hex).join('-'),
  })
  Math.random = fraction
}

/**
 * Replaces the timers of this process with timers of the virtual clock, for the parts of the panel that use the browser's
 * timers. Node's servers and connections have their own timers.
 */
export function installVirtualTimers({ wakeIn }: VirtualClock): void {
  const handles = new Map<object, () => void>()
  Object.assign(globalThis, {
    setTimeout: (work: (...values: readonly unknown[]) => void, milliseconds = 0, ...values: unknown[]) => {
      // Like Node's timers, because Node's connections that were opened before also set timers here.
      const handle = { ref: () => handle, unref: () => handle }
      const cancel = wakeIn(milliseconds, () => {
        handles.delete(handle)
        work(...values)
      })
      handles.set(handle, cancel)
      return handle
    },
    clearTimeout: (handle: object) => {
      handles.get(handle)?.()
      handles.delete(handle)
    },
  })
}
