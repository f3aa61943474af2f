import { useSyncExternalStore } from 'react'
import { wallClock } from '../../../core/time/zoned-time.ts'
import { frontOf } from '../../../drafts/desk/desk.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'

/** Says of the draft in front that another window is sending it. */
export function SentElsewhere({ drafts }: { readonly drafts: DraftsAtHand }) {
  const { zone } = usePanelSetting()
  const formats = useFormats()
  const words = useLateMessages().progress
  const desk = useSyncExternalStore(drafts.subscribe, drafts.getSnapshot)
  const last = frontOf(desk).underWayElsewhere?.at(-1)
  return last && <p>{words.sentElsewhere(formats.time(wallClock(new Date(last.firstSentAt), zone).time))}</p>
}
