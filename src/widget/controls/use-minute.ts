import { useEffect, useState } from 'react'
import { usePanelSetting } from '../panel-setting.ts'

const checkEveryMs = 10_000

/** The time, renewed while the form stays open: the days on offer and "in 20 minutes" must not go stale. */
export function useMinute(): Date {
  const { now } = usePanelSetting()
  const [minute, setMinute] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setMinute(now()), checkEveryMs)
    return () => clearInterval(timer)
  }, [now])
  return minute
}
