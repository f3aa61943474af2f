import { useSyncExternalStore } from 'react'
import type { CreatedTask } from '../../../contract/tasks/tasks.ts'
import { taskExpiry } from '../../../core/fields/schedule/reschedule.ts'
import type { TaskRequest } from '../../../core/task/task-parts.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { useMe } from '../../setting/panel-queries.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { allowedByPolicy, withNews, type OwnTask } from '../../tasks/own-task.ts'
import { useTaskCommands, type TaskHandle } from '../../tasks/use-task-commands.ts'

/** The answer of Connect to a request. */
export interface KnownResult {
  readonly task: CreatedTask
  readonly request: TaskRequest
  readonly drafts: DraftsAtHand
}

interface CreatedTaskHandle {
  readonly task: OwnTask
  /** The start that the task was created with. */
  readonly scheduledFor: Date | undefined
  readonly handle: TaskHandle
  /** The state of the task in two or three words. */
  readonly title: string
}

/** The created task with the changes that this page knows of. */
export function useCreatedTask(result: KnownResult): CreatedTaskHandle {
  const { request, drafts } = result
  const { contactId, scheduledTime } = result.task
  const { now } = usePanelSetting()
  const me = useMe().data
  const ledger = useSyncExternalStore(drafts.ledger.subscribe, drafts.ledger.getSnapshot)
  const createdAt = ledger.find((entry) => entry.contactId === contactId)?.createdAt
  const handle = useTaskCommands(drafts, { contactId, createdAt })
  const scheduledAt = scheduledTime === null ? undefined : new Date(scheduledTime)
  const task: OwnTask = {
    contactId,
    name: request.name,
    ...(createdAt === undefined
      ? {}
      : { createdAt, expiresAt: taskExpiry(new Date(createdAt), request.expiryMinutes) }),
    ...(scheduledAt ? { scheduledAt } : {}),
    ...allowedByPolicy(me, scheduledAt, now()),
  }
  const known = withNews(task, handle.news)
  return { task: known, scheduledFor: scheduledAt, handle, title: useTitle(known, handle) }
}

function useTitle({ scheduledAt }: OwnTask, { news: { hasEnded, stoppedAt } }: TaskHandle): string {
  const { created, tasks } = useLateMessages()
  if (stoppedAt !== undefined) return tasks.stopped
  if (hasEnded) return tasks.hadEnded
  return scheduledAt ? created.scheduled : created.created
}
