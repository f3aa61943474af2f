import { useMemo } from 'react'
import type { TimeZone } from '../../core/time/time-zone.ts'
import { timeZoneOf } from '../../core/time/zoned-time.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'

/** The agent's time zone. The library with all changes of clocks is loaded with the parts that use it. */
export function useTimeZone(): TimeZone {
  const { zone } = usePanelSetting()
  return useMemo(() => timeZoneOf(zone), [zone])
}
