import { useMemo, useSyncExternalStore, type RefObject } from 'react'
import { endOutside } from '../../core/listeners/call-outside.ts'
import { browserDrafts } from '../../drafts/browser-storage/browser-drafts.ts'
import { isAnotherAgent, isUnsure } from '../contact/session-agent.ts'
import type { TaskPanelProps } from '../host/task-panel-props.ts'
import { useMe } from '../setting/panel-queries.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'
import { useDesk } from './draft/use-desk.ts'
import { useOutgoing } from './submissions/use-submissions.ts'

const draftsOfThisBrowser = browserDrafts(Date.now)

/** The state of the panel: the agent, the contacts, the drafts and the open submissions. */
export function usePanelState(
  { source, drafts: store = draftsOfThisBrowser }: Pick<TaskPanelProps, 'source' | 'drafts'>,
  panelRef: RefObject<HTMLElement | null>,
) {
  const { client } = usePanelSetting()
  const subscribe = useMemo(() => (onChange: () => void) => endOutside(source.subscribe(onChange)), [source])
  const session = useSyncExternalStore(subscribe, source.getSnapshot)
  const me = useMe()
  const handle = useDesk({ source, store, me: me.data, onSignedOut: client.onSignedOut, panelRef })
  // Connect would refuse every request of an agent that it does not know.
  const isUnknown = me.error?.failure.code === 'unknown-agent'
  const isBlocked = isUnknown || isAnotherAgent(session, me.data) || isUnsure(session, me.data)
  const outgoing = useOutgoing(handle.drafts, isBlocked)
  return { ...handle, session, isReady: me.isSuccess, isBlocked, outgoing }
}
