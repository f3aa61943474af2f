import { setImmediate as rest, setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../rates/rate-limiter.ts'

/** A clock that stands until a test lets time pass; every alarm then rings in its order. */
export interface StandingClock extends Clock {
  readonly passTime: (milliseconds: number) => Promise<void>
  /**
   * Lets time pass in small steps until real work is done that partly waits for this clock. With each step all that has
   * come in is dealt with, so a loaded machine slows the clock as it slows the work.
   */
  readonly passTimeDuring: <Result>(work: Promise<Result>) => Promise<Result>
}

const stepMs = 20

export function createStandingClock(): StandingClock {
  let now = 0
  const alarms = new Set<{ readonly atMs: number; readonly wake: () => void }>()
  const nextUntil = (endMs: number) =>
    [...alarms].filter(({ atMs }) => atMs <= endMs).toSorted((one, other) => one.atMs - other.atMs)[0]
  async function passTime(milliseconds: number) {
    const endMs = now + milliseconds
    await rest()
    for (let alarm = nextUntil(endMs); alarm; alarm = nextUntil(endMs)) {
      alarms.delete(alarm)
      now = alarm.atMs
      alarm.wake()
      // What an alarm sets going may set the next one.
      await rest()
    }
    now = endMs
  }

  return {
    nowMs: () => now,
    wakeIn(milliseconds, wake) {
      const alarm = { atMs: now + milliseconds, wake }
      alarms.add(alarm)
      return () => alarms.delete(alarm)
    },
    passTime,
    async passTimeDuring(work) {
      const done = new AbortController()
      const watching = Promise.allSettled([work]).then(() => done.abort())
      while (!done.signal.aborted) {
        await passTime(stepMs)
        // What comes by the network takes a moment of the machine's own time.
        await sleep(1)
      }
      await watching
      return work
    },
  }
}

/** A clock that runs so many times faster than the machine's. */
export function createFastClock(times: number): Clock {
  return {
    nowMs: () => performance.now() * times,
    wakeIn(milliseconds, wake) {
      const timer = setTimeout(wake, milliseconds / times)
      return () => clearTimeout(timer)
    },
  }
}
