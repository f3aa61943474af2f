import { useEffect, useId, useRef, useSyncExternalStore } from 'react'
import type { Contact } from '../../../core/contact/contact.ts'
import type { CreatedTask } from '../../../contract/tasks/tasks.ts'
import { taskExpiry } from '../../../core/fields/schedule/reschedule.ts'
import type { TaskRequest } from '../../../core/task/task-parts.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { Icon } from '../../controls/icons/icon.tsx'
import { takeFocus } from '../../controls/focus/take-focus.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { useMe } from '../../setting/panel-queries.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { allowedByPolicy, withNews, type OwnTask } from '../../tasks/own-task.ts'
import { TaskActions } from '../../tasks/task-actions.tsx'
import { useTaskCommands } from '../../tasks/use-task-commands.ts'
import { CreatedFacts } from './created-facts.tsx'
import { CreatedId } from './created-id.tsx'
import type { NextDraft } from '../../form/draft-form-props.ts'

export interface CreatedTaskCardProps {
  readonly task: CreatedTask
  readonly request: TaskRequest
  /** The contact the task was linked to, as the agent knew it when sending. */
  readonly contact: Contact | undefined
  readonly drafts: DraftsAtHand
  /** The agent goes on, with a draft of the same content or with a blank one. */
  readonly onAnother: (next: NextDraft) => void
}

/** Says that the task exists: what it is, for whom, when it starts and about which contact. Its id from Connect comes last. */
export function CreatedTaskCard(props: CreatedTaskCardProps) {
  const { task: created, request, contact, onAnother } = props
  const late = useLateMessages()
  const me = useMe().data
  const words = late.created
  const { task, handle } = useCreatedTask(props)
  const { hasEnded, stoppedAt } = handle.news
  const headingId = useId()
  const factsId = useId()
  const headingRef = useRef<HTMLHeadingElement>(null)
  useEffect(() => takeFocus(headingRef.current), [])
  return (
    <section className="tl-created" data-ended={hasEnded || undefined} aria-labelledby={headingId}>
      <h3 ref={headingRef} id={headingId} aria-describedby={factsId} tabIndex={-1}>
        <Icon name={hasEnded ? 'undo' : 'done'} />
        <CardTitle
          isScheduled={task.scheduledAt !== undefined}
          hasEnded={hasEnded}
          isStopped={stoppedAt !== undefined}
        />
      </h3>
      <CreatedFacts
        id={factsId}
        request={request}
        contact={contact}
        scheduledAt={task.scheduledAt}
        expiresAt={task.expiresAt}
        hasEnded={hasEnded}
      />
      <TaskActions task={task} contact={contact} handle={handle} isTextGone={false} placeRef={headingRef}>
        <button type="button" onClick={() => onAnother('alike')}>
          {hasEnded ? late.tasks.draftBack : words.alike}
        </button>
        {/* After an undo it would come under the pointer that pressed Undo. */}
        {me?.messages && !hasEnded && (
          <button type="button" onClick={() => onAnother('message')}>
            {late.mode.textCustomer}
          </button>
        )}
      </TaskActions>
      <button type="button" className="tl-primary" onClick={() => onAnother('task')}>
        {words.another}
      </button>
      <CreatedId contactId={created.contactId} />
    </section>
  )
}

interface CardTitleProps {
  readonly isScheduled: boolean
  readonly hasEnded: boolean
  readonly isStopped: boolean
}

function CardTitle({ isScheduled, hasEnded, isStopped }: CardTitleProps) {
  const { messages } = usePanelSetting()
  const { created, tasks } = useLateMessages()
  if (isStopped) return <span>{tasks.stopped}</span>
  if (hasEnded) return <span>{tasks.hadEnded}</span>
  return <span>{isScheduled ? created.scheduled : messages.created}</span>
}

/** The created task with all that this page has learned about it since. */
function useCreatedTask({ task: { contactId, scheduledTime }, request, drafts }: CreatedTaskCardProps) {
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
  return { task: withNews(task, handle.news), handle }
}
