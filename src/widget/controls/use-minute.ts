import { useEffect, useState } from 'react'
import { usePanelSetting } from '../setting/panel-setting.ts'

const checkEveryMs = 10_000

/** The present time, updated while the form is open: the offered days and "in 20 minutes" must stay right. */
export function useMinute(): Date {
  const { now } = usePanelSetting()
  const [read, setRead] = useState(() => ({ now, minute: now() }))
  // The panel has another clock since the last rendering.
  if (read.now !== now) setRead({ now, minute: now() })
  useEffect(() => {
    const timer = setInterval(() => setRead({ now, minute: now() }), checkEveryMs)
    return () => clearInterval(timer)
  }, [now])
  return read.minute
}
