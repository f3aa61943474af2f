import { useEffect } from 'react'

const checkEveryMs = 10_000
const jumpMs = 30_000

/** Calls back when the computer's clock was set anew, or the computer slept. */
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
