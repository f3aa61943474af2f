import { useId, useRef } from 'react'
import type { Contact } from '../../../core/contact/contact.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { holdForMessage } from '../../message/mode/hold-for-message.ts'
import { useMe } from '../../setting/panel-queries.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { movedTo } from '../../tasks/own-task.ts'
import { TaskActions } from '../../tasks/task-actions.tsx'
import { CardHeading, endOf } from './card-heading.tsx'
import { CreatedFacts } from './created-facts.tsx'
import { CreatedId } from './created-id.tsx'
import { useCreatedTask, type KnownResult } from './use-created-task.ts'
import type { GoOn } from '../go-on.ts'

export interface CreatedTaskCardProps extends KnownResult {
  /** The linked contact, as the agent saw it when they sent the task. */
  readonly contact: Contact | undefined
  /** Called when the agent starts another draft: with the same content or empty. */
  readonly onAnother: GoOn
}

/** The card of a created task: what it is, for whom, when it starts and about which contact. The contact ID comes last. */
export function CreatedTaskCard(props: CreatedTaskCardProps) {
  const { task: created, request, contact, onAnother } = props
  const late = useLateMessages()
  const me = useMe().data
  const words = late.created
  const { zone } = usePanelSetting()
  const { task, scheduledFor, handle, title } = useCreatedTask(props)
  const { hasEnded } = handle.news
  const end = endOf(handle.news)
  const headingId = useId()
  const factsId = useId()
  const headingRef = useRef<HTMLHeadingElement>(null)
  return (
    <section className="tl-created" data-ended={end} aria-labelledby={headingId}>
      <CardHeading id={headingId} describedBy={factsId} {...{ headingRef, end, title }} />
      <CreatedFacts
        id={factsId}
        request={request}
        contact={contact}
        scheduledAt={task.scheduledAt}
        expiresAt={task.expiresAt}
        hasEnded={hasEnded}
      />
      <TaskActions task={task} contact={contact} handle={handle} isTextGone={false} placeRef={headingRef}>
        <button type="button" onClick={() => onAnother('alike', movedTo(scheduledFor, task, zone))}>
          {hasEnded ? late.tasks.draftBack : words.alike}
        </button>
        {/* Not after an undo: it would appear under the pointer that pressed Undo. */}
        {me?.messages && !hasEnded && (
          <button
            type="button"
            onClick={({ currentTarget }) => {
              holdForMessage(currentTarget)
              onAnother('message')
            }}
          >
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
