import { useSyncExternalStore } from 'react'
import { wallClock } from '../../../core/time/zoned-time.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { Icon } from '../../controls/icons/icon.tsx'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { sentByAnotherWindow } from './sent-by-another-window.ts'

/** Says that another window is sending the draft in front. */
export function SentElsewhere({ drafts }: { readonly drafts: DraftsAtHand }) {
  const { zone } = usePanelSetting()
  const formats = useFormats()
  const words = useLateMessages().progress
  const desk = useSyncExternalStore(drafts.subscribe, drafts.getSnapshot)
  const last = sentByAnotherWindow(desk)
  if (!last) return null
  const { time } = wallClock(new Date(last.firstSentAt), zone)
  return (
    <div className="tl-notice" data-tone="warning" data-first>
      <Icon name="warning" />
      <p className="tl-notice-text">{words.sentElsewhere(formats.time(time))}</p>
    </div>
  )
}
