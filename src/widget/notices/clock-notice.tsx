import { useCallback } from 'react'
import { useFormats, useLateMessages } from '../late/late-messages.ts'
import { useMe } from '../setting/panel-queries.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'
import { Notice } from './notice.tsx'
import { useClockJump } from './use-clock-jump.ts'
import type { Dismissals } from './use-dismissals.ts'

/** Do not mention a smaller difference: the panel uses the proxy's clock anyway. */
const toleratedMs = 60_000

/** Says that the computer's clock is wrong, so that the agent does not wonder why "in 30 minutes" shows another time. */
export function ClockNotice({ dismissals }: { readonly dismissals: Dismissals }) {
  const { clockAheadMs } = usePanelSetting()
  const formats = useFormats()
  const { session: words } = useLateMessages()
  const { refetch } = useMe()
  useClockJump(useCallback(() => void refetch(), [refetch]))
  const differenceMs = Math.abs(clockAheadMs)
  if (differenceMs <= toleratedMs || dismissals.has('clock')) return null
  const duration = formats.fromNow(differenceMs)
  return (
    <Notice onDismiss={() => dismissals.add('clock')}>
      {clockAheadMs > 0 ? words.clockBehind(duration) : words.clockAhead(duration)}
    </Notice>
  )
}
