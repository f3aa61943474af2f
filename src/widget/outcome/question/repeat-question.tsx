import { useEffect, useId, useRef } from 'react'
import { wallClock } from '../../../core/time/zoned-time.ts'
import { Icon } from '../../controls/icons/icon.tsx'
import { takeFocus } from '../../controls/focus/take-focus.ts'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import type { RepeatMessages } from '../../../i18n/messages/task-messages.ts'
import type { RepeatedTask } from '../../../drafts/repeated-draft.ts'

export interface RepeatQuestionProps {
  readonly repeat: RepeatedTask
  readonly onNo: () => void
  readonly onYes: () => void
}

/** Asks before the same task is created again. The focus is on "No", so Enter creates nothing. */
export function RepeatQuestion({ repeat, onNo, onYes }: RepeatQuestionProps) {
  const { zone } = usePanelSetting()
  const formats = useFormats()
  const words = useLateMessages().repeat
  const createdAt = new Date(repeat.createdAt)
  const time = formats.time(wallClock(createdAt, zone).time)
  const id = useId()
  const noRef = useRef<HTMLButtonElement>(null)
  useEffect(() => takeFocus(noRef.current), [])

  return (
    <div className="tl-notice" data-tone="warning" role="alert">
      <Icon name="warning" />
      <div className="tl-notice-text">
        <div id={id}>
          <span>{`${sentence(repeat, words, { time, instant: formats.instant(createdAt) })} `}</span>
          <strong>{repeat.isOfDraft ? words.questionOfDraft : words.question}</strong>
        </div>
        <div className="tl-notice-actions">
          <button
            ref={noRef}
            type="button"
            className="tl-primary"
            data-asks
            aria-describedby={id}
            onClick={onNo}
          >
            {words.no}
          </button>
          <button type="button" aria-describedby={id} onClick={onYes}>
            {words.yes}
          </button>
        </div>
      </div>
    </div>
  )
}

/** The draft itself may have been sent days ago, so the date is shown. Another draft is asked about for only ten minutes. */
function sentence(
  repeat: RepeatedTask,
  words: RepeatMessages,
  { time, instant }: { readonly time: string; readonly instant: string },
): string {
  if (repeat.isWaiting) return words.waiting
  if (repeat.isNotSeen) return words.notSeen
  if (repeat.isSentBefore) return words.sentBefore(instant)
  if (repeat.isOfDraft) return words.ofDraft(instant)
  return repeat.isInDoubt ? words.inDoubt(time) : words.created(time)
}
