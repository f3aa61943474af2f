import { frontOf } from '../../drafts/desk/desk.ts'
import { useMe } from '../setting/panel-queries.ts'
import { ClockNotice } from './clock-notice.tsx'
import { ConnectionNotice } from './connection-notice.tsx'
import { DraftNotices } from './draft-notices.tsx'
import { Elsewhere, type ElsewhereProps } from './elsewhere.tsx'
import { NoAccess, type NoAccessProps } from './no-access.tsx'
import { NotKept } from './not-kept.tsx'
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
  /** Whether the browser stores drafts. Undefined until that is known. */
  readonly isStored: boolean | undefined
}

/** All notices of the panel. Each has its own live region, so that a screen reader announces only the new one. */
export function Notices(props: NoticesProps) {
  const { isStored, desk } = props
  const dismissals = useDismissals()
  const me = useMe()
  const keeps = me.data?.keepInBrowser
  const isKept = isStored === true && keeps !== 'nothing'
  const partRef = useContactInView(desk)
  return (
    <div ref={partRef} className="tl-notices">
      <NoAccess {...props} isKept={isKept} />
      <div role="status">
        <SessionTrouble {...props} me={me.data} isKept={isKept} dismissals={dismissals} />
      </div>
      <div role="status">
        <NotKept
          desk={desk}
          drafts={props.drafts}
          isRefused={isStored === false}
          keeps={keeps}
          dismissals={dismissals}
        />
      </div>
      <div role="status">
        <ConnectionNotice kind={frontOf(desk).kind} />
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
      <DraftNotices {...props} dismissals={dismissals} />
      <TaskNews {...props} dismissals={dismissals} />
      <OtherDrafts {...props} dismissals={dismissals} />
    </div>
  )
}
