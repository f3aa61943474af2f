import { useEffect } from 'react'

const checkEveryMs = 10_000
const jumpMs = 30_000

/** Calls back when the computer's clock has been changed, or when the computer wakes up. */
export function useClockJump(onJump: () => void): void {
  useEffect(() => {
    const runningSince = () => Date.now() - performance.now()
    let before = runningSince()
    const timer = setInterval(() => {
      const since = runningSince()
      if (Math.abs(since - before) > jumpMs) onJump()
      before = since
    }, checkEveryMs)
    return () => clearInterval(timer)
  }, [onJump])
}
