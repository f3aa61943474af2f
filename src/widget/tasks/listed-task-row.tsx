import { useRef } from 'react'
import type { Contact } from '../../core/contact/contact.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import type { Formats } from '../../i18n/formats/formats.ts'
import type { TasksMessages } from '../../i18n/messages/task-messages.ts'
import { useFormats, useLateMessages } from '../late/late-messages.ts'
import type { ListedTask } from './listed-tasks.ts'
import { withNews } from './own-task.ts'
import { TaskActions } from './task-actions.tsx'
import type { TaskNews } from './task-commands.ts'
import { useTaskCommands } from './use-task-commands.ts'

export interface ListedTaskRowProps {
  readonly task: ListedTask
  readonly contact: Contact
  readonly drafts: DraftsAtHand
  /** The card above the list shows the same task and has its buttons and news. */
  readonly isOnCard: boolean
}

/** A task of the contact: its state, its time and who created it. The agent's own tasks also have buttons. */
export function ListedTaskRow({ task: listed, contact, drafts, isOnCard }: ListedTaskRowProps) {
  const words = useLateMessages().tasks
  const formats = useFormats()
  const { contactId, createdAt, isMine, colleague, name } = listed
  const handle = useTaskCommands(drafts, {
    contactId,
    createdAt,
    linkedContactId: contact.contactId,
  })
  const task = { ...listed, ...withNews(listed, handle.news) }
  const rowRef = useRef<HTMLLIElement>(null)
  const created =
    createdAt === undefined
      ? undefined
      : words.createdBy(formats.instant(new Date(createdAt)), isMine ? 'you' : { colleague })
  return (
    <li ref={rowRef} className="tl-task" tabIndex={-1}>
      <p className="tl-strong" dir="auto">
        {name ?? words.unnamed}
      </p>
      <p>{stateWords(task, handle.news, words, formats)}</p>
      {created !== undefined && <p className="tl-hint">{created}</p>}
      {isMine && !isOnCard && (
        <TaskActions
          task={task}
          contact={contact}
          handle={handle}
          isTextGone
          label={name ?? created ?? words.unnamed}
          placeRef={rowRef}
        />
      )}
    </li>
  )
}

function stateWords(
  { state, scheduledAt, acceptedAt, endedAt }: ListedTask,
  { hasEnded, stoppedAt }: TaskNews,
  { states }: TasksMessages,
  formats: Formats,
): string {
  const instant = (time: Date | undefined) => time && formats.instant(time)
  if (stoppedAt !== undefined) return states.stopped(formats.instant(new Date(stoppedAt)))
  switch (hasEnded ? 'ended' : state) {
    case 'scheduled':
      return scheduledAt ? states.scheduled(formats.instant(scheduledAt)) : states.started
    case 'started':
      return states.started
    case 'waiting':
      return states.waiting
    case 'accepted':
      return states.accepted(instant(acceptedAt))
    case 'ended':
      return states.ended(instant(endedAt))
    case 'not-known-yet':
      return states.notKnownYet
  }
}
