import { useEffect, useLayoutEffect, useMemo, useSyncExternalStore } from 'react'
import { endOutside } from '../../core/listeners/call-outside.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'
import {
  createTaskCommands,
  type AllTaskCommands,
  type Changing,
  type KnownTask,
  type Stopping,
  type TaskCommands,
  type TaskNews,
} from './task-commands.ts'

/** One object for each panel, so that the card of a task and the list of tasks show the same state. */
const commandsByPanel = new WeakMap<DraftsAtHand, AllTaskCommands>()

export interface TaskHandle {
  readonly commands: TaskCommands
  readonly stopping: Stopping
  readonly changing: Changing
  readonly news: TaskNews
}

export function useTaskCommands(drafts: DraftsAtHand, task: KnownTask): TaskHandle {
  const { client, now } = usePanelSetting()
  const all = useMemo(() => {
    const known = commandsByPanel.get(drafts) ?? createTaskCommands({ client, now }, drafts.ledger)
    commandsByPanel.set(drafts, known)
    return known
    // Created once. `renew` below passes on later settings.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [drafts])
  useLayoutEffect(() => all.renew({ client, now }), [all, client, now])
  useEffect(() => endOutside(client.onSignedOut(all.abandon)), [client, all])
  const commands = all.of(task)
  const { stop, change, news } = commands
  return {
    commands,
    stopping: useSyncExternalStore(stop.subscribe, stop.getSnapshot),
    changing: useSyncExternalStore(change.subscribe, change.getSnapshot),
    news: useSyncExternalStore(news.subscribe, news.getSnapshot),
  }
}
