import { useLateMessages } from '../late/late-messages.ts'
import { useMe } from '../panel-queries.ts'
import { ClockNotice } from './clock-notice.tsx'
import { ConnectionNotice } from './connection-notice.tsx'
import { Elsewhere, type ElsewhereProps } from './elsewhere.tsx'
import { NoAccess, type NoAccessProps } from './no-access.tsx'
import { Notice } from './notice.tsx'
import { OtherDrafts } from './other-drafts.tsx'
import { Ringing } from './ringing.tsx'
import { SessionTrouble, type SessionTroubleProps } from './session-trouble.tsx'
import { TaskNews } from './task-news.tsx'
import { useContactInView } from './use-contact-in-view.ts'
import { useDismissals } from './use-dismissals.ts'

export interface NoticesProps
  extends
    ElsewhereProps,
    Omit<NoAccessProps, 'isKept'>,
    Omit<SessionTroubleProps, 'me' | 'isKept' | 'dismissals'> {
  /** The browser stores nothing: drafts last as long as this page. */
  readonly isInMemoryOnly: boolean
}

/** All that the panel says beside the form. Each notice has a region of its own, so that it alone is announced. */
export function Notices(props: NoticesProps) {
  const { isInMemoryOnly, desk } = props
  const dismissals = useDismissals()
  const { notices: words } = useLateMessages()
  const me = useMe()
  const partRef = useContactInView(desk)
  return (
    <div ref={partRef} className="tl-notices">
      <NoAccess {...props} isKept={!isInMemoryOnly} />
      <div role="status">
        <SessionTrouble {...props} me={me.data} isKept={!isInMemoryOnly} dismissals={dismissals} />
      </div>
      <div role="status">
        {isInMemoryOnly && !dismissals.has('in memory') && (
          <Notice onDismiss={() => dismissals.add('in memory')}>{words.draftsNotKept}</Notice>
        )}
      </div>
      <div role="status">
        <ConnectionNotice />
      </div>
      <div role="status">
        <ClockNotice dismissals={dismissals} />
      </div>
      <div role="status">
        <Ringing desk={desk} />
      </div>
      <div role="status">
        <Elsewhere {...props} />
      </div>
      <TaskNews {...props} dismissals={dismissals} />
      <OtherDrafts {...props} />
    </div>
  )
}
