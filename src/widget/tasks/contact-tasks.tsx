import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react'
import type { Contact } from '../../core/contact/contact.ts'
import { frontOf, type Desk } from '../../drafts/desk/desk.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { Icon } from '../controls/icons/icon.tsx'
import { useMinute } from '../controls/use-minute.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { ReadFailure } from '../outcome/failure/read-failure.tsx'
import { useMe } from '../setting/panel-queries.ts'
import { ListedTaskRow } from './listed-task-row.tsx'
import { listedTasks } from './listed-tasks.ts'
import { useTasksOf } from './use-tasks-of.ts'

export interface ContactTasksProps {
  readonly contact: Contact | undefined
  readonly drafts: DraftsAtHand
}

/**
 * The tasks linked to the contact of the draft in front: those that this browser knows at once, all others when the list is
 * opened.
 */
export function ContactTasks({ contact, drafts }: ContactTasksProps) {
  // `key`: another contact gets a new list, which starts closed.
  return contact ? <TasksOf key={contact.contactId} contact={contact} drafts={drafts} /> : null
}

function TasksOf({ contact, drafts }: ContactTasksProps & { readonly contact: Contact }) {
  const { contactId } = contact
  const words = useLateMessages().tasks
  const titleId = useId()
  const now = useMinute()
  const me = useMe().data
  const [isOpen, setOpen] = useState(false)
  const read = useTasksOf(contactId, isOpen)
  const ledger = useSyncExternalStore(drafts.ledger.subscribe, drafts.ledger.getSnapshot)
  const entries = ledger.filter(
    ({ kind, linkedContactId }) => kind === 'task' && linkedContactId === contactId,
  )
  const tasks = listedTasks(entries, read.data?.tasks ?? [], { me, now })
  const onCard = useSyncExternalStore(drafts.subscribe, () => shownOnCard(drafts.getSnapshot()))
  const isRead = isOpen && !read.isFetching
  const partRef = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const part = partRef.current
    // Scroll to the opened list, unless the agent has moved the focus out of it.
    if (isRead && part?.matches(':focus-within')) part.scrollIntoView({ block: 'nearest' })
  }, [isRead])
  const ofColleagues = tasks.filter(({ isMine }) => !isMine).length
  return (
    <details
      ref={partRef}
      className="tl-section tl-tasks"
      aria-labelledby={titleId}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <span className="tl-section-icon">
          <Icon name="task" />
        </span>
        <span className="tl-section-title" id={titleId}>
          {words.title}
        </span>
        <span className="tl-section-summary">
          {tasks.length > 0 && <span>{words.summary(tasks.length, ofColleagues)}</span>}
        </span>
      </summary>
      {/* Render the rows only in an open list: otherwise they would repeat news of the card above. */}
      {isOpen && (
        <div className="tl-section-body">
          {tasks.length > 0 && (
            <ul className="tl-task-list">
              {tasks.map((task) => (
                <ListedTaskRow
                  key={task.contactId}
                  task={task}
                  contact={contact}
                  drafts={drafts}
                  isOnCard={task.contactId === onCard}
                />
              ))}
            </ul>
          )}
          <div role="status" className="tl-command-news">
            {read.isFetching && <p className="tl-hint">{words.reading}</p>}
            {read.isSuccess && tasks.length === 0 && <p className="tl-hint">{words.none}</p>}
            {read.isSuccess && !read.data.isComplete && <p className="tl-hint">{words.more}</p>}
          </div>
          {read.isError && !read.isFetching && (
            <ReadFailure error={read.error} lead={words.failed} onRetry={() => void read.refetch()} />
          )}
        </div>
      )}
    </details>
  )
}

/** The task whose card is shown instead of the form. */
function shownOnCard(desk: Desk): string | undefined {
  const front = frontOf(desk)
  return front.phase === 'created' ? front.task.contactId : undefined
}
