import { useRef, type RefCallback } from 'react'
import { useNewsInView } from '../controls/use-news-in-view.ts'
import { Notice, NoticeButton } from '../notices/notice.tsx'
import { usePanelSetting } from '../setting/panel-setting.ts'

export interface UnreadNoticeProps {
  /** Absent if they cannot be read again. */
  readonly retry: (() => void) | undefined
  /** Says what could not be read. */
  readonly children: string
}

/** Says in a section that a part of the contact could not be read, and offers to read it again. */
export function UnreadNotice({ retry, children }: UnreadNoticeProps) {
  const { messages } = usePanelSetting()
  const ref = useRef<HTMLDivElement>(null)
  useNewsInView(ref, true)
  const button = retry && (
    <NoticeButton ref={leaveToSummary} onClick={retry}>
      {messages.panel.retry}
    </NoticeButton>
  )
  return (
    <div ref={ref} className="tl-unread">
      <Notice tone="warning" actions={button}>
        {children}
      </Notice>
    </div>
  )
}

/** The button disappears once the part has been read. */
const leaveToSummary: RefCallback<HTMLButtonElement> = (button) => {
  const summary = button?.closest('details')?.querySelector('summary')
  return () => {
    if (button?.matches(':focus')) summary?.focus()
  }
}
